import Diagnostics

extension Rule {
    /// An activity that nobody answers for.
    public static let unownedActivity = Rule(
        "unowned-activity",
        .note,
        "for each activity a source or a matrix names who is accountable or decides"
    )
}

extension SettableCheck {
    /// Activities for which nobody is named who answers or decides.
    static let unownedActivity = SettableCheck(rules: [.unownedActivity]) { context, found in
        for activity in context.handbook.activities {
            let said = context.analysis.tally(of: activity).positions
            guard !said.contains(where: { $0.parts[.accountable] != nil || $0.parts[.decides] != nil }) else { continue }
            let owner = context.nearRows.row(activity).flatMap { task in
                task.row.holders(of: task.matrix.scheme.accountable, in: task.table).first.map { (task, $0) }
            }
            found.add(
                Rule.unownedActivity(
                    "'\(activity.title)' has nobody accountable in any source or matrix",
                    at: activity.page.place,
                    help: owner.map { "name '\($0.row.task)' under 'also:', for which '\($1.column.header)' answers" }
                        ?? "name who answers for it in a matrix, or in a position",
                    related: owner.map { [Related("answers for it", at: $1.cell.location)] } ?? []
                ),
                on: activity
            )
        }
    }
}

/// Rows of matrices that belong to no activity but are named like one.
struct NearRows: Sendable {
    private var rows: [String: TaskIndex.Task] = [:]

    init(_ activities: [Activity], _ analysis: Analysis) {
        let tasks = analysis.tasks.tasks.filter { $0.row.activity == nil }
        let names = tasks.map(\.row.task) + activities.map(\.title)
        let index = LikenessIndex(names, by: analysis.likenesses, limit: 12)
        for (place, activity) in activities.enumerated() {
            let found = index.before(tasks.count + place).filter { $0.index < tasks.count }.min { $0.how < $1.how }
            if let found { rows[activity.slug] = tasks[found.index] }
        }
    }

    func row(_ activity: Activity) -> TaskIndex.Task? { rows[activity.slug] }
}
