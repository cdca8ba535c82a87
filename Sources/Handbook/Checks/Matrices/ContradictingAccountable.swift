import Diagnostics

extension Rule {
    /// Two matrices that name different accountable roles for one task.
    public static let contradictingAccountable = Rule(
        "contradicting-accountable",
        .error,
        "matrices of the handbook's own agree on who is accountable for a task"
    )
}

extension SettableCheck {
    /// The same task, another A, in two matrices. Matrices that reproduce what different sources say may differ: that
    /// is a disagreement to show, not a fault, and weighs as a note. So do tasks that only share an activity, or whose
    /// names are only similar.
    static let contradictingAccountable = SettableCheck(rules: [.contradictingAccountable]) { context, found in
        let same = context.analysis.accountableClaims.flatMap(\.pairs)
        let near = AccountableClaims.nearContradictions(among: context.analysis.accountableClaims, by: context.likenesses)
        for (claim, other) in same + near {
            found.add(
                context.contradiction(claim, other),
                on: [claim.matrix.id, other.matrix.id],
                about: [claim.row.task, other.row.task]
            )
        }
    }
}

extension CheckContext {
    fileprivate func contradiction(_ claim: AccountableClaims.Claim, _ other: AccountableClaims.Claim) -> Diagnostic {
        let isSameName = NameIndex.key(other.row.task) == NameIndex.key(claim.row.task)
        let sources = [other, claim].map { Set($0.matrix.page.sources.map(\.value)) }
        let isFromOthers = !sources[0].isEmpty && !sources[1].isEmpty && sources[0] != sources[1]
        let hints = evidence.says(.accountable, of: claim.row, except: [claim.matrix.slug, other.matrix.slug])
            .limited { [claim.column.role, other.column.role].contains($0) }
        let name = isSameName ? "" : " for '\(other.row.task)'"
        var finding = Rule.contradictingAccountable(
            "'\(claim.row.task)' has '\(claim.column.header)' accountable here and '\(other.column.header)'\(name) in '\(other.matrix.title)'",
            at: claim.cell.location,
            help: hints.help { "make '\($0)' accountable in both" } ?? "make both the same, or name the tasks so that they differ",
            related: [Related("the other", at: other.cell.location)] + hints.related
        )
        if !isSameName || isFromOthers { finding.severity = .note }
        return finding
    }
}
