import Diagnostics

extension Rule {
    /// A role that no matrix has.
    public static let roleInNoMatrix = Rule("role-in-no-matrix", .warning, "a role with a page has a column in a matrix")
}

extension SettableCheck {
    /// A role with a page and no column anywhere, in a handbook that has matrices.
    static let roleInNoMatrix = SettableCheck(rules: [.roleInNoMatrix]) { context, found in
        let handbook = context.handbook
        guard !handbook.matrices.isEmpty else { return }
        var named: [String: (task: TaskIndex.Task, place: Related)] = [:]
        for activity in handbook.activities {
            guard let task = context.tasks.tasks(named: activity.title, handbook.names).first else { continue }
            for position in activity.positions {
                let place = Related("has a part in a source's view", at: position.location)
                for role in position.parts.values.joined() where named[role] == nil { named[role] = (task, place) }
            }
        }
        for role in handbook.roles where context.analysis.work(of: role.slug).load == nil {
            let own = role.responsibilities.lazy.compactMap { item -> (task: TaskIndex.Task, place: Related)? in
                context.tasks.tasks(named: item.name, handbook.names).first.map { ($0, Related("on its card", at: item.location)) }
            }.first
            let evidence = own ?? named[role.slug]
            found.add(
                Rule.roleInNoMatrix(
                    "'\(role.title)' is in no matrix",
                    at: role.page.place,
                    help: (evidence?.task).map { "give it a column in \($0.matrix.page.path), with a part in '\($0.row.task)'" }
                        ?? "give it a column where it has a part",
                    related: [evidence?.place].compactMap(\.self)
                ),
                on: role
            )
        }
    }
}
