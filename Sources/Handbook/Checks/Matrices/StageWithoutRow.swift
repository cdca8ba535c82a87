import Diagnostics

extension Rule {
    /// A stage that no matrix speaks of.
    public static let stageWithoutRow = Rule("stage-without-row", .note, "each stage has a row in a matrix")
}

extension Check {
    /// A lifecycle stage with no row: neither one of its name, nor one of an activity of the stage.
    static let stageWithoutRow = Check(rules: [.stageWithoutRow]) { handbook, findings in
        guard !handbook.matrices.isEmpty else { return }
        let tasks = handbook.matrices.flatMap(\.tasks)
        let names = Set(tasks.map { NameIndex.key($0.row.task) })
        let stages = Set(tasks.compactMap(\.row.activity).compactMap { handbook.activity($0)?.stage })
        for stage in handbook.stages where !names.contains(NameIndex.key(stage.title)) && !stages.contains(stage.slug) {
            findings.add(
                Rule.stageWithoutRow(
                    "'\(stage.title)' is in no matrix",
                    at: stage.page.place,
                    help: "add a row for the stage, or for an activity of it"
                )
            )
        }
    }
}
