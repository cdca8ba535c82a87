extension Words {
    /// The home page: the ways in and the filter of the cards.
    static let home: [String: String] = [
        "questions": "Ways in", "question_who": "Who does what?",
        "question_who_note": "Every role in one table", "question_decides": "Who decides …?",
        "question_decides_note": "All matrices", "question_ask": "Whom do I ask about …?", "question_ask_note": "All skills",
        "question_differ": "What is the difference between …?",
        "question_differ_note": "Compare any roles", "question_disagree": "Who says otherwise?",
        "question_disagree_note": "All activities", "question_when": "When does it happen?",
        "question_when_note": "All stages", "question_team": "What team do we need?",
        "question_team_note": "Teams side by side", "filter": "Filter the roles", "filter_text": "Name, task or skill",
        "filter_any": "Any", "filter_stage": "Stage", "filter_none": "No role matches. Take a condition away.",
        "filter_clear": "Show all roles", "filter_count": "{count} of {all} roles",
    ]
}
