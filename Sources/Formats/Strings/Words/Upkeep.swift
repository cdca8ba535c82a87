extension Words {
    /// Who keeps a page and when it was last seen to, and pages that are not published yet. A day is written as `day` says, with
    /// the month as it stands there.
    static let upkeep: [String: String] = [
        "draft": "Draft", "draft_note": "Not published: a build leaves this page out.",
        "kept_by": "Kept by", "updated": "Last changed", "review_by": "Review by",
        "day": "{day} {month} {year}",
        "month_1": "January", "month_2": "February", "month_3": "March", "month_4": "April", "month_5": "May", "month_6": "June",
        "month_7": "July", "month_8": "August", "month_9": "September", "month_10": "October", "month_11": "November",
        "month_12": "December",
    ]
}
