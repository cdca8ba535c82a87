extension Words {
    /// What is made for paper.
    static let print: [String: String] = [
        "print": "Print", "print_now": "Print this page", "print_note": "The whole handbook on one page, for paper or a PDF file.",
        "print_off_note": "The whole handbook is not on one page here. Each page prints well by itself.", "print_card": "Print card",
        "role_cards": "Role cards", "cards_note": "Printed, four cards to a sheet.", "card_alone": "Only this card is printed.",
        "all_cards": "All cards", "question_paper": "Can I have it on paper?",
        "question_paper_note": "The whole handbook on one page",
    ]
}
