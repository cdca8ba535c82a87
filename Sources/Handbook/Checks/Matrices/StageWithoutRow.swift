import Diagnostics

extension Rule {
    /// A stage that no matrix speaks of.
    public static let stageWithoutRow = Rule("stage-without-row", .note, "each stage has a row in a matrix")
}

extension SettableCheck {
    /// A lifecycle stage with no row: neither one of its name, nor one of an activity of the stage.
    static let stageWithoutRow = SettableCheck(rules: [.stageWithoutRow]) { context, found in
        let handbook = context.handbook
        guard !handbook.matrices.isEmpty else { return }
        for stage in handbook.stages {
            let work = context.analysis.work(ofStage: stage.slug)
            guard !work.hasRow else { continue }
            var help = "add a row for the stage, or for an activity of it"
            var related: [Related] = []
            if let driver = stage.drives.compactMap({ handbook.role($0) }).first, stage.drives.count == 1 {
                help = "add a row for the stage, in which '\(driver.title)' does the work"
                related = [Related("drives it", at: stage.page.record.keyLocation("drives") ?? stage.page.place)]
            } else if let activity = work.activities.first {
                help = "add a row for '\(activity.title)', or for the stage"
                related = [Related("an activity of it", at: activity.page.place)]
            }
            found.add(
                Rule.stageWithoutRow("'\(stage.title)' is in no matrix", at: stage.page.place, help: help, related: related),
                on: stage
            )
        }
    }
}
