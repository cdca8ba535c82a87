import Handbook
import TestSupport
import Testing

/// What sources differ about on a piece of work.
@Suite struct DisagreementTests {
    private static func disagreement(_ positions: String) async throws -> (Disagreement?, Verdict) {
        let sources = ["one", "two", "three"].enumerated().map { "-- content/sources/\($1).md --\n---\ntitle: \($1)\norder: \($0)\n---\n" }
        let result = await read(
            fourRoles + sources.joined() + "-- content/activities/x.md --\n---\ntitle: X\npositions:\n\(positions)\n---\n"
        )
        let activity = try #require(result.handbook.activity("x"))
        let tally = result.analysis.tally(of: activity)
        return (tally.disagreement, tally.verdict)
    }

    @Test func sourcesThatSayTheSameStandOnOneSide() async throws {
        let (found, verdict) = try await Self.disagreement(
            """
              - {source: three, accountable: [PM], responsible: [UX]}
              - {source: one, decides: [PM], responsible: [Data Eng, ML Eng], consulted: [UX]}
              - {source: two, responsible: [ML Eng, Data Eng]}
            """
        )
        let disagreement = try #require(found)
        #expect(verdict == .differ)
        // Who decides and who answers are one question, and on that they agree.
        #expect(disagreement.lastWord.isEmpty)
        #expect(disagreement.work.map(\.roles) == [["data-engineer", "ml-engineer"], ["ux-designer"]])
        #expect(disagreement.work.map(\.sources) == [["one", "two"], ["three"]])
    }

    @Test(arguments: [
        // Each speaks of another part.
        ("  - {source: one, accountable: [PM]}\n  - {source: two, responsible: [UX]}", Verdict.apart),
        ("  - {source: one, accountable: [PM]}\n  - {source: two, decides: [PM], takes_part: [UX]}", .agree),
        ("  - {source: one, accountable: [PM]}\n  - {source: one, decides: [UX]}", .single),
        ("  - {source: one, takes_part: [PM]}\n  - {source: two, takes_part: [UX]}", .single),
    ])
    func whereTheVerdictFindsNoneThereIsNone(positions: String, expected: Verdict) async throws {
        let (found, verdict) = try await Self.disagreement(positions)
        #expect(verdict == expected)
        #expect(found == nil)
    }

    @Test func twoPositionsOfOneSourceAreOneClaim() async throws {
        let (found, _) = try await Self.disagreement(
            "  - {source: one, accountable: [PM]}\n  - {source: one, decides: [UX]}\n  - {source: two, accountable: [UX]}"
        )
        #expect(found?.lastWord.map(\.roles) == [["product-manager", "ux-designer"], ["ux-designer"]])
    }
}
