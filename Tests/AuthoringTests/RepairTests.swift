import Diagnostics
import Handbook
import Testing

@testable import Authoring

/// One bad file is imported as far as it can be, and reported; the others are imported whatever it holds.
@Suite struct RepairTests {
    private static func plan(_ bytes: [UInt8]) -> ImportPlan {
        FolderImport.plan(ImportedFiles(name: "wiki", title: "wiki", texts: ["a.md": bytes, "b.md": Array("# B\n".utf8)]))
    }

    @Test(
        arguments: [
            (Array("# A\n\nx\u{3}y\u{7F}z\n".utf8), "# A\n\nxyz\n", "3: control character U+0003 is left out"),
            (Array("# A\n\u{0}\n\u{1B}[1mx\n".utf8), "# A\n\n[1mx\n", "2: control character U+0000 is left out"),
            (
                Array("# A\n\nab".utf8) + [0xE4, 0x0A], "# A\n\nabä\n",
                "3: the file is not UTF-8; it is read as Windows-1252: check letters with accents"
            ),
            (
                [0xFF, 0xFE] + Array("# Ä\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, "# Ä\n",
                "1: the file was UTF-16; it is UTF-8 now"
            ),
        ] as [([UInt8], String, String)]
    )
    func aBadFileIsRepaired(bytes: [UInt8], text: String, message: String) async {
        let plan = Self.plan(bytes)
        #expect(!plan.findings.hasErrors)
        #expect(Imported.text(plan, "content/a.md") == text && Imported.text(plan, "content/b.md") == "# B\n")
        #expect(plan.reported("To look at:").contains("wiki/a.md:\(message)"), "\(plan.report.text)")
        let findings = await HandbookReader.read(plan.project).findings
        #expect(!findings.hasErrors, "\(findings.all)")
    }

    @Test func everyControlCharacterIsReportedAndWordsStayApart() {
        let plan = Self.plan(Array("# A\n\nend of page one\u{C}start two\u{3}\u{3}\u{7F}x\u{B}y\n\u{C}\nz\u{1F}\n".utf8))
        #expect(Imported.text(plan, "content/a.md") == "# A\n\nend of page one\nstart twox y\n\nz\n")
        #expect(
            plan.reported("To look at:") == [
                "wiki/a.md:3: 2 control characters U+0003 are left out", "wiki/a.md:3: control character U+000B is read as a space",
                "wiki/a.md:3: control character U+000C is read as the end of a line",
                "wiki/a.md:3: control character U+007F is left out", "wiki/a.md:4: control character U+000C is read as the end of a line",
                "wiki/a.md:5: control character U+001F is read as a space",
            ]
        )
    }

    @Test(arguments: ["title: A: b\ndraft: true", "a: [", "\"x", "a: 1\na: 2", "\t- x: {"])
    func unreadableFrontMatterMakesADraft(yaml: String) async {
        let plan = Self.plan(Array("---\n\(yaml)\n---\n# A\n".utf8))
        #expect(Imported.text(plan, "content/a.md")?.contains("draft: true\n") == true)
        #expect(plan.report.text.contains("the front matter cannot be read, and is kept in comments; the page is a draft"))
        let findings = await HandbookReader.read(plan.project).findings
        #expect(!findings.hasErrors, "\(findings.all)")
    }
}
