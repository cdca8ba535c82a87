extension Words {
    /// Questions on plain pages, and the cast that answers gather.
    static let questions: [String: String] = [
        "clear_answers": "Clear the answers", "no_outcome": "Nobody comes in for this.", "your_cast": "The cast from your answers",
        "your_cast_note": "In the order in which the roles come in. The address of this page keeps the answers, so you can share it.",
        "answers_count": "Questions answered: {answered} of {count}. Roles so far: {roles}.",
        "best_fit": "The shape that fits best", "fit_lacks": "Not on it:", "fit_extra": "On it, and not asked for:",
        "cast_open": "What this cast leaves open", "cast_covers": "Nothing: every task and every stage has its people.",
    ]
}
