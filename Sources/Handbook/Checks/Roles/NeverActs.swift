import Diagnostics

extension Rule {
    /// A role that never does or answers for anything.
    public static let neverActs = Rule("never-acts", .warning, "a role with a column does or answers for something")
}

extension SettableCheck {
    /// A role with a column and no R or A in any matrix.
    static let neverActs = SettableCheck(rules: [.neverActs]) { context, found in
        for role in context.handbook.roles {
            guard let own = context.analysis.work(of: role.slug).load, own.accountable == 0, own.responsible == 0,
                let place = own.columns.first
            else {
                continue
            }
            let work = context.ownWork(of: role)
            found.add(
                Rule.neverActs(
                    "'\(role.title)' is never responsible or accountable",
                    at: place,
                    help: work?.help
                        ?? (own.letters == 0
                            ? "remove the column, or give the role a part"
                            : "give the role what it does itself, or accept that it only advises"),
                    related: work?.related ?? []
                ),
                on: role
            )
        }
    }
}

extension CheckContext {
    /// A row in which a role has no part in the work, although its card or a source says that it does it.
    func ownWork(of role: Role) -> (help: String, related: [Related])? {
        let listed = tasks.tasks(of: role.slug)
        let claimed = role.responsibilities.lazy.flatMap { tasks.tasks(named: $0.name, handbook.names) }
        for task in [listed, Array(claimed)].joined() {
            let hints = evidence.says(.responsible, of: task.row, except: [task.matrix.slug]).limited { $0 == role.slug }
            guard !hints.entries.isEmpty else { continue }
            let letter = task.matrix.scheme.responsible
            return (
                "give it \(letter) for '\(task.row.task)' in \(task.matrix.page.path)",
                [Related("the row", at: task.row.location)] + hints.places
            )
        }
        return nil
    }
}
