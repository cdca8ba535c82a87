import Diagnostics
import Foundation
import Testing

@Suite("The report for programs")
struct JSONReportTests {
    private func parsed(_ findings: Findings) throws -> [String: Any] {
        let text = JSONReport.text(of: findings)
        #expect(text.hasSuffix("}\n"))
        return try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func isOneObjectWithVersionFindingsAndCounts() throws {
        let object = try parsed(findings())
        #expect(Set(object.keys) == ["version", "findings", "counts"])
        #expect(object["version"] as? Int == 1)
        #expect((object["findings"] as? [Any])?.isEmpty == true)
        #expect(object["counts"] as? [String: Int] == ["error": 0, "warning": 0, "note": 0])
    }

    @Test func tellsEverythingOfAFinding() throws {
        let finding = twoAccountable(
            "wrong \"here\"",
            at: Location("a/b.md", line: 9, columns: [28..<30, 36..<37]),
            help: "mend it",
            related: [Related("first given", at: Location("a/c.md", line: 2, columns: [1..<3]))]
        )
        let object = try parsed(findings(finding, missingTitle("m", at: Location("z.md"))))
        let list = try #require(object["findings"] as? [[String: Any]])
        #expect(list.count == 2)
        let first = try #require(list.first)
        #expect(first["id"] as? String == "two-accountable")
        #expect(first["severity"] as? String == "error")
        #expect(first["message"] as? String == "wrong \"here\"")
        #expect(first["rule"] as? String == "a task has exactly one accountable role")
        #expect(first["help"] as? String == "mend it")
        #expect(first["path"] as? String == "a/b.md")
        #expect(first["line"] as? Int == 9)
        #expect(first["column"] as? Int == 28)
        #expect(first["endColumn"] as? Int == 30)
        let related = try #require(first["related"] as? [[String: Any]])
        #expect(related.count == 1)
        #expect(related.first?["message"] as? String == "first given")
        let place = try #require(related.first?["place"] as? [String: Any])
        #expect(place["path"] as? String == "a/c.md")
        #expect(place["line"] as? Int == 2)
        #expect(place["column"] as? Int == 1)
        #expect(object["counts"] as? [String: Int] == ["error": 1, "warning": 1, "note": 0])
    }

    @Test func leavesOutWhatAFindingDoesNotKnow() throws {
        let list = try #require(try parsed(findings(missingTitle("m")))["findings"] as? [[String: Any]])
        #expect(Set(try #require(list.first).keys) == ["id", "severity", "message", "rule", "related"])
    }

    @Test func countsRepeatsOnce() throws {
        let object = try parsed(
            findings(missingTitle("m", at: Location("a.md", line: 1)), missingTitle("m", at: Location("a.md", line: 2)))
        )
        #expect((object["findings"] as? [Any])?.count == 1)
        #expect((object["counts"] as? [String: Int])?["warning"] == 1)
    }

    @Test func keepsSlashesAndKeyOrder() throws {
        let text = JSONReport.text(of: findings(missingTitle("m", at: Location("a/b.md"))))
        #expect(text.contains("\"a/b.md\""))
        #expect(text == JSONReport.text(of: findings(missingTitle("m", at: Location("a/b.md")))))
    }
}
