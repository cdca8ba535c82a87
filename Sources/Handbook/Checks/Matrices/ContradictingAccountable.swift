import Diagnostics

extension Rule {
    /// Two matrices that name different accountable roles for one task.
    public static let contradictingAccountable = Rule(
        "contradicting-accountable",
        .error,
        "matrices of the handbook's own agree on who is accountable for a task"
    )
}

extension Check {
    /// The same task, another A, in two matrices. Matrices that reproduce what different sources say may differ: that
    /// is a disagreement to show, not a fault, and weighs as a note. So do tasks that only share an activity.
    static let contradictingAccountable = Check(rules: [.contradictingAccountable]) { handbook, findings in
        for (claim, other) in AccountableClaims.contradictions(handbook).flatMap(\.pairs) {
            let sameName = NameIndex.key(other.row.task) == NameIndex.key(claim.row.task)
            let sources = [other, claim].map { Set($0.matrix.page.sources.map(\.value)) }
            let fromOthers = !sources[0].isEmpty && !sources[1].isEmpty && sources[0] != sources[1]
            var finding = Rule.contradictingAccountable(
                "'\(claim.row.task)' has '\(claim.column.header)' accountable here and '\(other.column.header)' in '\(other.matrix.title)'",
                at: claim.cell.location,
                help: "make both the same, or name the tasks so that they differ",
                related: [Related("the other", at: other.cell.location)]
            )
            if !sameName || fromOthers { finding.severity = .note }
            findings.add(finding)
        }
    }
}
