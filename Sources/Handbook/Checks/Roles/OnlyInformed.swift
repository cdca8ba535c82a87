import Diagnostics

extension Rule {
    /// A role that is only ever told.
    public static let onlyInformed = Rule("only-informed", .note, "a role has more than news of the work")
}

extension SettableCheck {
    /// A role with I alone.
    static let onlyInformed = SettableCheck(rules: [.onlyInformed]) { context, found in
        for role in context.handbook.roles {
            guard let own = context.analysis.work(of: role.slug).load, own.letters > 0, own.informed == own.letters else { continue }
            let work = context.ownWork(of: role)
            found.add(
                Rule.onlyInformed(
                    "'\(role.title)' is only ever informed",
                    at: own.columns.first,
                    help: work?.help ?? "give the role a part, or leave its column out",
                    related: work?.related ?? []
                ),
                on: role
            )
        }
    }
}
