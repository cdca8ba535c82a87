import Diagnostics
import Testing

@Suite("Findings")
struct FindingsTests {
    @Test func areToldByPathLineColumnThenWeight() {
        let expected = [
            noKPI("project", at: nil),
            missingTitle("whole file", at: Location("a.md")),
            twoAccountable("line 2", at: Location("a.md", line: 2)),
            twoAccountable("line 10 column 1", at: Location("a.md", line: 10, columns: [1..<2])),
            twoAccountable("line 10 column 5, error", at: Location("a.md", line: 10, columns: [5..<6])),
            missingTitle("line 10 column 5, warning", at: Location("a.md", line: 10, columns: [5..<6])),
            missingTitle("other file", at: Location("b.md", line: 1)),
        ]
        for shuffle in 0..<20 {
            var generator = Shuffle(seed: UInt64(shuffle))
            var all = Findings()
            for finding in expected.shuffled(using: &generator) { all.add(finding) }
            #expect(all.sorted == expected)
        }
    }

    @Test func ofTextsThatCannotBeReadComeFirst() {
        let syntax = Rule("syntax", .error, "texts can be read", preventsReading: true)
        let all = findings(
            noKPI("project", at: nil),
            missingTitle("n", at: Location("a.md", line: 1)),
            syntax("m", at: Location("b.md", line: 3)),
            syntax("m", at: Location("b.md", line: 2))
        )
        #expect(all.sorted.map(\.rule.id) == ["syntax", "no-kpi", "missing-title"])
        #expect(all.sorted.first?.location == Location("b.md", line: 2))
    }

    @Test func areToldTheSameHoweverTheyCameIn() {
        let place = Location("a.md", line: 1, columns: [1..<2])
        let wide = Location("a.md", line: 1, columns: [1..<9])
        let list = [missingTitle("m", at: place, help: "b"), missingTitle("m", at: place, help: "a"), missingTitle("m", at: wide)]
        var first = Findings()
        for finding in list { first.add(finding) }
        var second = Findings()
        for finding in list.reversed() { second.add(finding) }
        #expect(first.sorted == second.sorted)
    }

    @Test func repeatsInOneFileBecomeRelatedPlaces() throws {
        let all = findings(
            missingTitle("m", at: Location("a.md", line: 7)),
            missingTitle("m", at: Location("a.md", line: 2)),
            missingTitle("m", at: Location("a.md", line: 7))
        )
        #expect(all.sorted.count == 1)
        let first = try #require(all.sorted.first)
        #expect(first.location == Location("a.md", line: 2))
        #expect(first.related == [Related("the same here", at: Location("a.md", line: 7))])
        #expect(all.counts == [.warning: 1])
    }

    @Test func differentFilesMessagesAndRulesStayApart() {
        let all = findings(
            missingTitle("m", at: Location("a.md", line: 1)),
            missingTitle("m", at: Location("b.md", line: 1)),
            missingTitle("n", at: Location("a.md", line: 1)),
            noKPI("m", at: Location("a.md", line: 1))
        )
        #expect(all.sorted.count == 4)
    }

    @Test func ofSeveralRunsAreToldTogether() {
        var all = findings(missingTitle("m", at: Location("b.md")))
        all.add(contentsOf: findings(twoAccountable("n", at: Location("a.md"))))
        #expect(all.sorted.map(\.message) == ["n", "m"])
        #expect(all.counts == [.error: 1, .warning: 1])
    }

    @Test func takeTheirWeightFromTheRuleAndMayChangeIt() {
        var finding = missingTitle("m")
        #expect(finding.severity == .warning)
        finding.severity = .error
        #expect(findings(finding).hasErrors)
    }
}

/// A generator of the same numbers at every run (splitmix64).
struct Shuffle: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
