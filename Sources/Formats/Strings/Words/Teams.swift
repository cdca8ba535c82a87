extension Words {
    /// Teams, stages, eras and what sources differ about.
    static let teams: [String: String] = [
        "doubled": "Roles on one person", "same_person_as": "The same person as", "on_one_person": "One person",
        "nothing_lost": "Nothing is lost: none of these roles answers for what another of them does.",
        "lost_eyes": "The same person does it and answers for it.", "lost_approval": "An approval without a second pair of eyes",
        "other_eyes": "Another has a part in it too:", "approval": "approval", "keep_apart": "Roles to keep on two people",
        "keep_apart_note": "One answers for what the other alone does. One person in both would do the work and answer for it.",
        "undriven": "Stages that nobody on the team drives",
        "needed": "Needed", "against_team": "Against {team}", "place_added": "Comes in", "place_firm": "No longer optional",
        "place_loose": "Optional now", "place_gone": "Goes", "leaves_open": "Leaves open",
        "leaves_nothing": "nothing", "tasks_open": "Tasks:", "stages_open": "Stages without a driver:",
        "hand_off_to": "Hand-off to {stage}", "who_stays": "Stays", "who_leaves": "Leaves", "who_comes_in": "Comes in", "nobody": "nobody",
        "hand_off_stays": "stays", "hand_off_passes": "passes on", "hand_off_passesInPart": "passes on in part",
        "in_both_stages": "in both stages",
        "hand_off_note": "By the stages' pages, the matrices, and where those are silent by the activities.",
        "disputes": "Where it has a part and the sources differ", "last_word": "Answers or decides", "does_work": "Does it",
        "era_added": "new", "era_kept": "kept", "era_back": "back", "era_gone": "gone",
        "eras_note":
            "Each entry is marked against the era before in which a source speaks of the role; gone is what no source names any more. Names that are alike count as the same.",
    ]
}
