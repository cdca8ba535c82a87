import TestSupport
import Testing

/// A cell that GFM drops is named.
@Suite struct SurplusCellTests {
    @Test(
        "A cell beyond the header is a finding at its place",
        arguments: [
            ("| a | b |\n|---|---|\n| one | two | three |", "3:15-19 no column for 'three': the header has 2 cells"),
            ("a | b\n--|--\none | two | three | four", "3:13-17 no column for 'three', 'four': the header has 2 cells"),
            ("> | a | b |\n> |---|---|\n> | one | two | é |", "3:17 no column for 'é': the header has 2 cells"),
            ("- text\n\n  | a |\n  |---|\n  | one | two |", "5:11-13 no column for 'two': the header has 1 cell"),
        ]
    )
    func reported(_ table: String, _ finding: String) async {
        let read = await ProjectText("-- content/page.md --\n\(table)\n").read()
        let found = read.result.findings.all.filter { $0.rule.id == "surplus-cell" }.map { finding in
            let place = finding.location.map { "\($0.line ?? 0):\($0.column ?? 0)" } ?? ""
            let end = finding.location?.columns.first.map { $0.count > 1 ? "-\($0.upperBound - 1)" : "" } ?? ""
            return "\(place)\(end) \(finding.message)"
        }
        #expect(found == [finding])
    }

    @Test(
        "As many cells as headers, fewer, or a pipe that is text: no finding",
        arguments: [
            "| a | b |\n|---|---|\n| one | two |", "| a | b |\n|---|---|\n| one |", "| a | b |\n|---|---|\n| one \\| x | `two \\| y` |",
        ]
    )
    func clean(_ table: String) async {
        let read = await ProjectText("-- content/page.md --\n\(table)\n").read()
        #expect(read.result.findings.all.filter { $0.rule.id == "surplus-cell" }.isEmpty)
    }

    @Test("A surplus cell of a matrix is one finding, of the matrix's rule")
    func matrix() async {
        let roles = "-- content/roles/cook.md --\n---\ntitle: Cook\n---\n-- content/roles/baker.md --\n---\ntitle: Baker\n---\n"
        let read = await ProjectText(roles + "-- content/raci/m.md --\n| Task | Cook | Baker |\n|---|---|---|\n| T | A | R | C |\n").read()
        let ids = read.result.findings.all.filter { $0.location?.path == "content/raci/m.md" }.map(\.rule.id)
        #expect(ids.filter { ["ragged-row", "surplus-cell"].contains($0) } == ["ragged-row"])
    }
}
