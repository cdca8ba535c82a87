import Diagnostics
import Markdown

extension Rule {
    /// An exemption that names no rule or row, or gives no reason.
    public static let invalidExemption = Rule("invalid-exemption", .error, "an exemption names a rule, what it is about, and a reason")
    /// An exemption that nothing needs.
    public static let unusedExemption = Rule("unused-exemption", .warning, "an exemption stands for a finding that would be there")
}

extension Check {
    /// Exemptions name a rule that there is, and say why; those from rules about rows name a row that there is.
    static let exemptions = Check(rules: [.invalidExemption, .unusedExemption]) { handbook, findings in
        let tasks = Dictionary(handbook.matrices.map { ($0.id, $0.tasks.map(\.row.task).filter { !$0.isEmpty }) }) { first, _ in first }
        for page in handbook.everyPage {
            for exemption in page.exemptions {
                for finding in ExemptionCheck(exemption: exemption, tasks: tasks[page.id], page: page).faults { findings.add(finding) }
            }
        }
    }
}

/// What is wrong with an exemption in itself.
private struct ExemptionCheck {
    let exemption: Exemption
    /// The tasks of its page, if that is a matrix.
    let tasks: [String]?
    let page: Page

    var faults: [Diagnostic] { [rule, row, reason].compactMap(\.self) }

    private var rule: Diagnostic? {
        let rules = Checks.settableRuleIDs
        guard !rules.contains(exemption.rule.value) else { return nil }
        return Rule.invalidExemption(
            "'\(exemption.rule.value)' is no rule that a page can be exempt from",
            at: exemption.rule.location,
            help: NearMiss.help(for: exemption.rule.value, among: rules, called: "rules")
        )
        .fixed(by: Suggestions(rules).meant(by: exemption.rule.value).flatMap { page.fix(exemption.rule, to: $0) })
    }

    private var row: Diagnostic? {
        guard let tasks, let rule = Checks.rowRules.first(where: { $0.rule.id == exemption.rule.value })?.rule else { return nil }
        guard let row = exemption.about else {
            return Rule.invalidExemption(
                "'\(rule.id)' is exempt for no row",
                at: exemption.rule.location,
                help: "name the row's task after 'row:'"
            )
        }
        guard !tasks.contains(where: exemption.names) else { return nil }
        return Rule.invalidExemption(
            "'\(row.value)' is no row of this matrix",
            at: row.location,
            help: NearMiss.help(for: row.value, among: tasks, called: "rows") ?? "remove the exemption"
        )
        .fixed(by: Suggestions(tasks).meant(by: row.value).flatMap { page.fix(row, to: $0) })
    }

    private var reason: Diagnostic? {
        guard exemption.reason.trimmingWhitespace.isEmpty, !exemption.isReasonMissing else { return nil }
        return Rule.invalidExemption(
            "'\(exemption.about?.value ?? exemption.rule.value)' is exempt without a reason",
            at: exemption.about?.location ?? exemption.rule.location,
            help: "say why after 'reason:'"
        )
    }

    var isValid: Bool { rule == nil && row == nil }
}

/// Keeps count of which exemptions are needed.
struct UsedExemptions {
    private struct Entry {
        let exemption: Exemption
        var isUsed = false
    }

    /// Those that are right in themselves; what is wrong with others is reported by their own check, and they exempt nothing.
    private var entries: [PageID: [Entry]] = [:]

    init(_ handbook: Handbook) {
        let tasks = Dictionary(handbook.matrices.map { ($0.id, $0.tasks.map(\.row.task)) }) { first, _ in first }
        for page in handbook.everyPage {
            let own = page.exemptions.filter { exemption in
                // Whether one from a rule of the day is needed, only the day can tell.
                !Checks.ofTheDay.contains { $0.id == exemption.rule.value }
                    && ExemptionCheck(exemption: exemption, tasks: tasks[page.id], page: page).isValid
            }
            if !own.isEmpty { entries[page.id] = own.map { Entry(exemption: $0) } }
        }
    }

    /// The exemption that a page of the finding's has for it.
    mutating func use(_ found: CheckFindings.Entry) -> Exemption? {
        for page in found.pages {
            let index = entries[page]?.firstIndex { entry in
                entry.exemption.rule.value == found.finding.rule.id
                    && (entry.exemption.about == nil || found.about.contains(where: entry.exemption.names))
            }
            guard let index else { continue }
            entries[page]?[index].isUsed = true
            return entries[page]?[index].exemption
        }
        return nil
    }

    /// Reports exemptions that exempt nothing.
    func reportUnused(into findings: inout Findings) {
        for (page, own) in entries {
            for entry in own where !entry.isUsed {
                let exemption = entry.exemption
                findings.add(
                    Rule.unusedExemption(
                        "'\(exemption.about?.value ?? page.slug)' does not break \(exemption.rule.value)",
                        at: exemption.about?.location ?? exemption.rule.location,
                        help: "remove the exemption"
                    )
                )
            }
        }
    }
}
