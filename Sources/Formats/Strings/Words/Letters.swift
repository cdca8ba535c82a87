extension Words {
    /// What the letters of matrices mean: the names of letters are among the general words.
    static let letters: [String: String] = [
        "accountable_note": "answers for the result", "responsible_note": "does the work", "consulted_note": "is asked before",
        "informed_note": "is told after", "supports_note": "helps to do the work", "verifies_note": "checks that the result is right",
        "signs_off_note": "lets the checked result go", "drives_letter_note": "moves the work along until it is decided",
        "approves_note": "takes the decision", "contributes_note": "brings what it knows, and has no vote",
        "recommends_note": "proposes what to decide", "agrees_note": "must agree before it is decided",
        "performs_note": "carries out what was decided", "input_note": "says what it knows before it is decided",
        "decides_note": "takes the decision",
    ]
}
