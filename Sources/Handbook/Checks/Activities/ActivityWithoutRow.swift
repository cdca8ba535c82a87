import Diagnostics

extension Rule {
    /// A matrix-less activity.
    public static let activityWithoutRow = Rule("activity-without-row", .note, "each activity has a row in a matrix")
}

extension SettableCheck {
    /// Activities that no row of a matrix bears the name of.
    static let activityWithoutRow = SettableCheck(rules: [.activityWithoutRow]) { context, found in
        let handbook = context.handbook
        guard !handbook.matrices.isEmpty else { return }
        for activity in handbook.activities where !context.tasks.activities.contains(activity.slug) {
            let task = context.nearRows.row(activity)
            found.add(
                Rule.activityWithoutRow(
                    "'\(activity.title)' is in no matrix",
                    at: activity.page.place,
                    help: task.map { "name '\($0.row.task)' under 'also:' if it is the same, or add a row" }
                        ?? "add a row of that name, or name the row under 'also:'",
                    related: task.map { [Related("a row of a similar name", at: $0.row.location)] } ?? []
                ),
                on: activity
            )
        }
    }
}
