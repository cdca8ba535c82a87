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
        let found = await read(around + wrong).findings.sorted.map(line)
        #expect(found.contains { $0.contains(" \(id): ") }, "\(found.joined(separator: "\n"))")
        let mended = await read(around + right).findings.sorted.map(line)
        #expect(!mended.contains { $0.contains(" \(id): ") }, "\(mended.joined(separator: "\n"))")
        #expect(wrong != right)
    }

    @Test("Every rule that settings can weigh has an example that is tried")
    func settable() {
        let shown = Self.explanations.filter { if case .shown = $0.example { true } else { false } }.map(\.rule.id)
        #expect(Set(shown).isDisjoint(with: Checks.settableRuleIDs))
        #expect(Set(Self.explanations.map(\.rule.id)).isSuperset(of: Checks.settableRuleIDs))
    }
}
