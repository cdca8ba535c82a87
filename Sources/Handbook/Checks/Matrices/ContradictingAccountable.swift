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
        struct Entry {
            let matrix: Matrix
            let row: Matrix.Row
            let holder: (column: Matrix.Column, cell: Matrix.Cell)
        }
        var seen: [String: [Entry]] = [:]
        for matrix in handbook.matrices {
            for (table, row) in matrix.tasks {
                let holders = row.holders(of: matrix.scheme.accountable, in: table)
                guard holders.count == 1, let holder = holders.first, holder.column.role != nil else { continue }
                let entry = Entry(matrix: matrix, row: row, holder: holder)
                let key = row.activity.map { "activity:\($0)" } ?? NameIndex.key(row.task)
                for other in seen[key] ?? [] where other.matrix.slug != matrix.slug && other.holder.column.role != holder.column.role {
                    let sameName = NameIndex.key(other.row.task) == NameIndex.key(row.task)
                    let sources = [other, entry].map { Set($0.matrix.page.sources.map(\.value)) }
                    let fromOthers = !sources[0].isEmpty && !sources[1].isEmpty && sources[0] != sources[1]
                    var finding = Rule.contradictingAccountable(
                        "'\(row.task)' has '\(holder.column.header)' accountable here and '\(other.holder.column.header)' in '\(other.matrix.title)'",
                        at: holder.cell.location,
                        help: "make both the same, or name the tasks so that they differ",
                        related: [Related("the other", at: other.holder.cell.location)]
                    )
                    if !sameName || fromOthers { finding.severity = .note }
                    findings.add(finding)
                }
                seen[key, default: []].append(entry)
            }
        }
    }
}
