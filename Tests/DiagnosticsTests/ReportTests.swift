import Testing

@testable import Diagnostics

@Suite("Reports on a line each, in colour, and known findings")
struct ReportTests {
    @Test func shortLeavesOutWhatIsNotKnown() {
        let text = ShortReport.text(
            of: findings(
                missingTitle("m\u{1B}[2J", at: Location("z.md")),
                twoAccountable("n"),
                twoAccountable("o", at: Location("a.md", line: 2))
            )
        )
        #expect(text == "error[two-accountable]: n\na.md:2: error[two-accountable]: o\nz.md: warning[missing-title]: m·[2J\n")
    }

    @Test func githubEscapesWhatWouldEndACommand() {
        let text = GitHubReport.text(
            of: findings(twoAccountable("50 %\r\n::error::x", at: Location("a:b,c%.md", line: 3), help: "a, b: c"))
        )
        #expect(
            text == "::error file=a%3Ab%2Cc%25.md,line=3,title=two-accountable::50 %25%0D%0A::error::x%0Ahelp: a, b: c\n1 error\n"
        )
    }

    @Test func colourIsAddedAndNothingElse() {
        let source = SourceText(path: "a.md", text: "one two")
        let found = findings(twoAccountable("m", at: Location("a.md", line: 1, columns: [5..<8]), help: "h"))
        let plain = HumanReport { _ in source }.text(of: found)
        let colored = HumanReport(color: true) { _ in source }.text(of: found)
        #expect(colored.contains("\u{1B}[1;31merror[two-accountable]\u{1B}[0m"))
        #expect(colored.contains("\u{1B}[1;31m    ^^^\u{1B}[0m"))
        #expect(colored.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain)
    }

    @Test func aBaselineKnowsAFindingOnAnotherLine() throws {
        let old = Baseline(findings(twoAccountable("m", at: Location("a.md", line: 1)), missingTitle("n")))
        let read = try #require(Baseline(text: old.text))
        #expect(read == old)
        let comparison = read.compare(findings(twoAccountable("m", at: Location("a.md", line: 9)), missingTitle("o")))
        #expect(comparison.known == 1)
        #expect(comparison.new.all.map(\.message) == ["o"])
        #expect(comparison.gone.map(\.message) == ["n"])
    }

    @Test func theSameFindingInMorePlacesIsNew() {
        let one = findings(missingTitle("m", at: Location("a.md", line: 1)))
        let two = findings(missingTitle("m", at: Location("a.md", line: 1)), missingTitle("m", at: Location("a.md", line: 5)))
        #expect(Baseline(one).compare(two).new.all.count == 1)
        #expect(Baseline(two).compare(one).new.isEmpty)
        #expect(Baseline(two).compare(two).known == 1)
    }

    @Test func fingerprintsTellFindingsApart() {
        let keys = [("a", "p", "m"), ("a", "p", "n"), ("b", "p", "m"), ("a", nil, "m")].map { Baseline.Key(id: $0, path: $1, message: $2) }
        #expect(Set(keys.map(\.hash)).count == 4)
        #expect(keys.allSatisfy { $0.hash.count == 16 })
    }
}
