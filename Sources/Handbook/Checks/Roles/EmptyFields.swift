import Diagnostics
import Markdown

extension Rule {
    /// A role without a measure.
    public static let noKPI = Rule("no-kpi", .note, "a role's page says how one knows that it does well")
    /// A heading with nothing under it.
    public static let emptySection = Rule("empty-section", .note, "something stands under each heading")
    /// An activity that nobody answers for.
    public static let unownedActivity = Rule(
        "unowned-activity",
        .note,
        "for each activity a source or a matrix names who is accountable or decides"
    )
    /// A matrix-less activity.
    public static let activityWithoutRow = Rule("activity-without-row", .note, "each activity has a row in a matrix")
}

extension Check {
    /// Roles without a KPI, in a handbook in which some role has one.
    static let noKPI = Check(rules: [.noKPI]) { handbook, findings in
        guard handbook.roles.contains(where: { !$0.kpis.isEmpty }) else { return }
        for role in handbook.roles where role.kpis.isEmpty && role.page.isFrontMatterRead {
            guard !role.page.privacy.keys.contains("kpis") else { continue }
            findings.add(Rule.noKPI("'\(role.title)' has no KPI", at: role.page.place, help: "add 'kpis:' when a source gives one"))
        }
    }

    /// Headings without content, deeper headings counted as content.
    static let emptySection = Check(rules: [.emptySection]) { handbook, findings in
        for page in handbook.everyPage {
            let blocks = page.blocks
            for (index, block) in blocks.enumerated() {
                guard case .heading(let level, _) = block.kind else { continue }
                if index + 1 < blocks.count {
                    guard case .heading(let next, _) = blocks[index + 1].kind, next <= level else { continue }
                }
                findings.add(
                    Rule.emptySection(
                        "'\(block.plainText)' has nothing under it",
                        at: page.source.location(line: block.lines.lowerBound),
                        help: "write it, or remove the heading"
                    )
                )
            }
        }
    }

    /// Activities for which nobody is named who answers or decides.
    static let unownedActivity = Check(rules: [.unownedActivity, .activityWithoutRow]) { handbook, findings in
        let positions = Positions.gather(handbook)
        let rows = Set(handbook.matrices.flatMap(\.tasks).compactMap(\.row.activity))
        for activity in handbook.activities {
            let said = positions[activity.slug] ?? []
            if !said.contains(where: { $0.parts[.accountable] != nil || $0.parts[.decides] != nil }) {
                findings.add(
                    Rule.unownedActivity(
                        "'\(activity.title)' has nobody accountable in any source or matrix",
                        at: activity.page.place,
                        help: "name who answers for it in a matrix, or in a position"
                    )
                )
            }
            if !handbook.matrices.isEmpty, !rows.contains(activity.slug) {
                findings.add(
                    Rule.activityWithoutRow(
                        "'\(activity.title)' is in no matrix",
                        at: activity.page.place,
                        help: "add a row of that name, or name the row under 'also:'"
                    )
                )
            }
        }
    }
}
