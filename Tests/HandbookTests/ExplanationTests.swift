import Diagnostics
import Handbook
import Markdown
import TestSupport
import Testing

/// What is said of a rule is true of it: its example breaks it, and mended it does not.
@Suite("Explanations")
struct ExplanationTests {
    /// What the examples stand in.
    static let around =
        "-- content/index.md --\n# Home\n-- content/sources/guide.md --\n# The guide\n"
        + roles([
            ("Data Engineer", "Data Eng", "data-engineer"), ("ML Engineer", "ML Eng", "ml-engineer"),
            ("Product Manager", "PM", "product-manager"), ("UX Designer", "UX", "ux-designer"),
        ])
    /// What stands beside that where a matrix is wider.
    private static let more = roles([("Tester", "QA", "qa"), ("Operator", "Ops", "ops"), ("Lawyer", "Legal", "legal")])

    private static let explanations = (RuleGroup.handbook + RuleGroup.markdown).flatMap(\.explanations)

    @Test("Its example breaks a rule, and mended does not", arguments: explanations.map(\.rule.id))
    func example(id: String) async throws {
        let explanation = try #require(Self.explanations.first { $0.rule.id == id })
        guard case .project(let wrong, let right) = explanation.example else { return }
        let around = Self.around + (wrong.contains("| Legal |") ? Self.more : "")
        let found = try await Self.findings(around + wrong)
        #expect(found.contains { $0.contains(" \(id): ") }, "\(found.joined(separator: "\n"))")
        let mended = try await Self.findings(around + right)
        #expect(!mended.contains { $0.contains(" \(id): ") }, "\(mended.joined(separator: "\n"))")
        #expect(wrong != right)
    }

    /// What is found, that which depends on the day included.
    private static func findings(_ project: String) async throws -> [String] {
        let result = await read(project)
        let due = result.reviews.due(on: try #require(CalendarDate("2026-01-31")))
        return (result.findings.sorted + due.sorted).map(line)
    }

    @Test("Every rule that settings can weigh has an example that is tried")
    func settable() {
        let shown = Self.explanations.filter { if case .shown = $0.example { true } else { false } }.map(\.rule.id)
        #expect(Set(shown).isDisjoint(with: Checks.settableRuleIDs))
        #expect(Set(Self.explanations.map(\.rule.id)).isSuperset(of: Checks.settableRuleIDs))
    }
}
