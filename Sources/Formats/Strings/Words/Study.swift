extension Words {
    /// The flashcards and the quiz. What is asked is separate from the name it is asked of, so that no language has to
    /// bend the name.
    static let study: [String: String] = [
        "study": "Study", "study_purpose": "What it is for", "study_work": "Who does what",
        "study_ask_purpose": "Which role is this?", "study_ask_involve": "When should this role be involved?",
        "study_ask_delivers": "What does this role deliver?", "study_ask_kpis": "How is this role measured?",
        "study_ask_core_skills": "What are this role's core skills?", "study_ask_accountable": "Who is accountable?",
        "study_ask_responsible": "Who is responsible?", "study_ask_drives": "Who drives this stage?",
        "study_ask_part": "{part}: which role?", "study_note": "Each question opens to its answer, with the page that proves it.",
        "study_proof": "Proof", "study_any": "Each of these is right.", "study_count": "{count} questions", "study_count_one": "1 question",
        "study_practice": "Practice", "study_kinds": "Questions", "study_groups": "Groups", "study_how_many": "How many",
        "study_all": "All", "study_cards": "Flashcards", "study_quiz": "Quiz", "study_none": "No question fits this choice.",
        "study_known": "{known} of {count} known", "study_forget": "Forget my progress",
        "study_forget_sure": "Forget what you have answered on this page?", "study_place": "Question {number} of {count}",
        "study_turn": "Show the answer", "study_knew": "I knew it", "study_not_yet": "Not yet",
        "study_keys": "Space or Enter turns the card. Right arrow: I knew it. Left arrow: not yet.", "study_check": "Check",
        "study_next": "Next", "study_end": "End the round", "study_right": "Right", "study_wrong": "Wrong",
        "study_is_right": "right answer", "study_is_yours": "your choice", "study_result": "Result",
        "study_score": "{right} of {count} right", "study_missed": "To look at again", "study_again": "These again",
        "study_new_round": "New round", "study_lead": "Flashcards and a quiz from these pages",
        "question_learn": "How much of it sticks?", "question_learn_note": "All questions",
    ]
}
