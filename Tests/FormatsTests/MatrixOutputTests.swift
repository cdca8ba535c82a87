import Handbook
import Testing

@testable import Formats

/// What an author writes in a matrix is in its twin, its CSV file and its exports.
@Suite struct MatrixOutputTests {
    private static func project(_ table: String, more: [String: String] = [:]) async -> CheckedProject {
        var texts = ["handbook.yml": "title: T\n", "content/raci/x.md": "---\ntitle: X\n---\n\(table)\n"]
        for name in ["Cook", "Baker"] { texts["content/roles/\(name.lowercased()).md"] = "---\ntitle: \(name)\nsummary: Works.\n---\n" }
        texts.merge(more) { _, new in new }
        return await HandbookReader.read(ProjectFiles(texts: texts.mapValues { Array($0.utf8) }))
    }

    /// The lines of the matrix's first table, in its twin and its CSV file.
    private static func outputs(_ table: String) async throws -> (twin: [String], csv: [[String]], export: String) {
        let project = await project(table)
        var told = project.findings
        let site = SiteContent(project, history: .none, strings: Strings(project.handbook.settings, into: &told))
        let matrix = try #require(project.handbook.matrices.first)
        let facts = MatrixTable(matrix, 0, site).facts()
        let twins = try #require(Twins([], site))
        return (
            TwinTable(address: matrix.page.address, twins: twins).lines(facts), facts.fields(site),
            await Export.text(of: .matrix(matrix), as: .markdown, from: project)
        )
    }

    @Test func whatIsSaidOfARoleDownTheSide() async throws {
        let (twin, csv, export) = try await Self.outputs(
            """
            | Role | Hiring | Payroll | Notes |
            |---|---|---|---|
            | **Kitchen** | | | |
            | Cook | A | R | part-time |
            | Baker | R | A | |
            """
        )
        #expect(twin.first?.contains("(Kitchen; Notes: part-time) |") == true, "\(twin)")
        #expect(twin.first?.hasSuffix("(Kitchen) |") == true, "\(twin)")
        #expect(csv.first == ["Task", "Cook (Kitchen; Notes: part-time)", "Baker (Kitchen)"])
        #expect(export.contains("Cook (Kitchen; Notes: part-time)"), "\(export)")
    }

    @Test func theNumberOfATask() async throws {
        let (twin, csv, export) = try await Self.outputs("| ID | Task | Cook | Baker |\n|---|---|---|---|\n| T1 | Wash | A | R |")
        #expect(twin.contains { $0.hasPrefix("| T1 · Wash | A | R |") }, "\(twin)")
        #expect(csv == [["ID · Task", "Cook", "Baker"], ["T1 · Wash", "A", "R"]])
        #expect(export.contains("| T1 · Wash | A | R |"), "\(export)")
    }

    @Test func theNoteOfASection() async throws {
        let (twin, csv, export) = try await Self.outputs(
            "| Task | Cook | Baker | Notes |\n|---|---|---|---|\n| **Prep** | | | all before noon |\n| Wash | A | R | x |"
        )
        #expect(twin.contains { $0.contains("| **Prep** · all before noon |") }, "\(twin)")
        #expect(csv.last == ["Wash", "Prep · all before noon", "A", "R", "x"])
        #expect(export.contains("all before noon"), "\(export)")
    }

    @Test func codeStaysCode() async throws {
        let (_, _, export) = try await Self.outputs("| Task | Cook | Baker |\n|---|---|---|\n| Run `[[x]]` | A | R |")
        #expect(export.contains("| Run `[[x]]` | A | R |"), "\(export)")
        let project = await Self.project(
            "| Task | Cook | Baker |\n|---|---|---|\n| Run | A | R |",
            more: [
                "content/roles/cook.md": """
                ---
                title: Cook
                summary: Works.
                ---
                Writes `[[x]]` and *never* `` a`b ``.

                ## Responsibilities
                - **Links**: writes `[[y]]` in _all_ pages.
                - `z` first
                - No code, but [a link](https://example.org).
                """
            ]
        )
        let cook = try #require(project.handbook.role("cook"))
        let text = await Export.text(of: .role(cook), as: .markdown, from: project)
        #expect(text.contains("Writes `[[x]]` and never ``a`b``."), "\(text)")
        #expect(text.contains("- **Links**: writes `[[y]]` in all pages."), "\(text)")
        #expect(text.contains("- `z` first") && text.contains("- No code, but a link."), "\(text)")
    }
}
