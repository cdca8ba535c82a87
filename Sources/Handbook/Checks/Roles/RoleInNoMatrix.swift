import Diagnostics

extension Rule {
    /// A role that no matrix has.
    public static let roleInNoMatrix = Rule("role-in-no-matrix", .warning, "a role with a page has a column in a matrix")
}

extension Check {
    /// A role with a page and no column anywhere, in a handbook that has matrices.
    static let roleInNoMatrix = Check(rules: [.roleInNoMatrix]) { handbook, findings in
        guard !handbook.matrices.isEmpty else { return }
        let parts = RoleParts.gather(handbook)
        for role in handbook.roles where parts[role.slug] == nil {
            findings.add(
                Rule.roleInNoMatrix("'\(role.title)' is in no matrix", at: role.page.place, help: "give it a column where it has a part")
            )
        }
    }
}
