import Foundation
import Handbook
import TestSupport
import Testing

@testable import Formats
@testable import Site

/// What other programs are given of a handbook.
@Suite struct ExportTests {
    private static let project = """
        -- handbook.yml --
        title: 'A "team" of #1'
        groups:
          - {id: make, title: 'Make & mend'}
        -- content/sources/book.md --
        ---
        title: The book
        author: Ann
        url: https://example.org/book
        ---
        -- content/roles/maker.md --
        ---
        title: 'The "Maker" \\ [end]'
        short: Mk
        group: make
        summary: 'Makes, and mends. [@book]'
        kpis: ['=1+1', 'Speed; of a kind']
        ---
        Prose about *it*. [@book, p. 3]
        ## Responsibilities
        - **Making**: makes "it", all of it. [@book]
          - By hand.
        - 1\\. first
        - **Who decides?** Nobody.
        -- content/roles/keeper.md --
        # Keeper
        -- content/relations/maker-keeper.md --
        ---
        between: [maker, keeper]
        basis: inferred
        ---
        ## Overlap
        - **Things | parts**: both. [@book]
        -- content/raci/work.md --
        ---
        title: Work
        sources: [book]
        ---
        | Task | Mk | Keeper |
        |---|---|---|
        | Make it | A | R (twice) |
        | **Later** | | |
        | Keep, "it" | C | A/R |
        -- content/raci/two.md --
        # Two
        ## One
        | Task | Mk |
        |---|---|
        | Make it | A |
        ## Two
        | Task | Keeper |
        |---|---|
        | Keep it | A |
        """

    private static func export(_ format: Export.Format, role: String? = nil, matrix: String? = nil) async throws -> String {
        let read = await HandbookReader.read(ProjectText(project).files)
        #expect(!read.findings.hasErrors)
        let subject: Export.Subject =
            try role.map { .role(try read.handbook.role(named: $0)) } ?? matrix.map { .matrix(try read.handbook.matrix(named: $0)) }
            ?? .handbook
        return await Export.text(of: subject, as: format, from: read)
    }

    @Test func jsonIsWhatTheSiteHas() async throws {
        let site = await BuiltSite(Self.project)
        #expect(try await Self.export(.json) == site.text("handbook.json"))
        #expect(try await Self.export(.json, role: "Mk") == site.text("roles/maker/index.json"))
        #expect(try await Self.export(.json, matrix: "work") == site.text("raci/work/index.json"))
    }

    @Test func csvOfAMatrixIsWhatTheSiteHas() async throws {
        let site = await BuiltSite(Self.project)
        let text = try await Self.export(.csv, matrix: "work")
        #expect(text == site.text("raci/work/work.csv"))
        #expect(CSVText(text).rows?.count == 3)
    }

    @Test(
        arguments: [
            (nil, nil), ("maker", nil), ("keeper", nil), (nil, "two"),
        ] as [(String?, String?)]
    )
    func csvIsByTheRules(role: String?, matrix: String?) async throws {
        let text = try await Self.export(.csv, role: role, matrix: matrix)
        let rows = try #require(CSVText(text).rows)
        try Golden.expect(text.replacing("\r\n", with: "\n"), is: "export/\(role ?? matrix ?? "handbook").csv.txt")
        #expect(rows.count > (role == "keeper" ? 0 : 1))
        // No field is a formula.
        #expect(!text.split(separator: "\r\n").flatMap { $0.split(separator: ",") }.contains { $0.hasPrefix("=") })
    }

    @Test(
        arguments: [
            (nil, nil), ("maker", nil), (nil, "work"),
        ] as [(String?, String?)],
        [Export.Format.markdown, .dot, .mermaid]
    )
    func isWhatItWas(subject: (String?, String?), format: Export.Format) async throws {
        let text = try await Self.export(format, role: subject.0, matrix: subject.1)
        try Golden.expect(text, is: "export/\(subject.0 ?? subject.1 ?? "handbook").\(format.rawValue).txt")
        #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    }

    @Test func namesAreQuotedInGraphs() {
        #expect(DOT.quoted(#"a "b" \n &lt;"#) == #""a \"b\" \\n &amp;lt;""#)
        #expect(Mermaid.quoted("a \"b\" #1; <c> `d`\ne") == "\"a #34;b#34; #35;1#59; #60;c#62; #96;d#96; e\"")
    }

    @Test(arguments: ["default", "station"])
    func graphsHaveEveryRoleAndRelationOnce(name: String) async throws {
        let root = name == "station" ? Repository.root.appending(path: "Tests/Fixtures/station").path : Repository.root.path
        let read = await HandbookReader.read(try BuiltSite.files(root))
        for format in [Export.Format.dot, .mermaid] {
            let text = await Export.text(of: .handbook, as: format, from: read)
            let lines = text.split(separator: "\n")
            let nodes = lines.count { format == .dot ? $0.contains("[label=") && !$0.contains("--") : $0.contains("(\"") }
            #expect(nodes == read.handbook.roles.count)
            #expect(lines.count { $0.contains(" -- ") || $0.contains(" --- ") || $0.contains(" -.- ") } == read.handbook.relations.count)
        }
    }
}
