import Diagnostics
import Site
import Testing

/// What is said of a rule about templates is true of it: its example breaks it, and mended it does not.
@Suite struct ExplanationTests {
    private static let explanations = RuleGroup.site.flatMap(\.explanations)

    @Test(arguments: explanations.map(\.rule.id))
    func anExampleBreaksItsRuleAndMendedDoesNot(id: String) async throws {
        let explanation = try #require(Self.explanations.first { $0.rule.id == id })
        guard case .project(let wrong, let right) = explanation.example else { return }
        let around = "-- content/index.md --\n# Home\n-- content/roles/cook.md --\n---\ntitle: Cook\nsummary: Cooks.\n---\n"
        let found = await BuiltSite(around + wrong)
        #expect(found.findings.all.contains { $0.rule.id == id }, "\(found.report)")
        let mended = await BuiltSite(around + right)
        #expect(!mended.findings.all.contains { $0.rule.id == id }, "\(mended.report)")
    }
}
