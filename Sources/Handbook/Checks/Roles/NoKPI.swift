import Diagnostics

extension Rule {
    /// A role without a measure.
    public static let noKPI = Rule("no-kpi", .note, "a role's page says how one knows that it does well")
}

extension SettableCheck {
    /// Roles without a KPI, in a handbook in which some role has one.
    static let noKPI = SettableCheck(rules: [.noKPI]) { context, found in
        let roles = context.handbook.roles
        guard roles.contains(where: { !$0.kpis.isEmpty }) else { return }
        for role in roles where role.kpis.isEmpty && role.page.isFrontMatterRead && !role.page.privacy.keys.contains("kpis") {
            found.add(Rule.noKPI("'\(role.title)' has no KPI", at: role.page.place, help: "add 'kpis:' when a source gives one"), on: role)
        }
    }
}
