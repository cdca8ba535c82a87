import Diagnostics
import Testing

@testable import Markdown

@Suite("Front matter is split off")
struct FrontMatterTests {
    @Test(
        arguments: [
            ("none", "Body\n", nil, "Body\n", 1),
            ("empty file", "", nil, "", 1),
            ("usual", "---\na: 1\n---\nBody", "a: 1\n", "Body", 4),
            ("empty", "---\n---\nBody", "\n", "Body", 3),
            ("ended by dots", "---\na: 1\n...\nBody", "a: 1\n", "Body", 4),
            ("blanks behind the fences", "---  \na: 1\n---\t\nBody", "a: 1\n", "Body", 4),
            ("nothing behind", "---\na: 1\n---", "a: 1\n", "", 4),
            ("line end behind", "---\na: 1\n---\n", "a: 1\n", "", 4),
            ("rule in the body", "---\na: 1\n---\nBody\n\n---\n\nMore", "a: 1\n", "Body\n\n---\n\nMore", 4),
            ("rule in a body without front matter", "Body\n\n---\n\nMore", nil, "Body\n\n---\n\nMore", 1),
            ("four dashes are no fence", "----\na: 1\n---\nBody", nil, "----\na: 1\n---\nBody", 1),
            ("behind blank lines", "\n \t\n---\na: 1\n---\nBody", "a: 1\n", "Body", 6),
            ("behind a byte order mark and a blank line", "\u{FEFF}\r\n---\r\na: 1\r\n---\r\nBody", "a: 1\n", "Body", 5),
            ("rules behind a blank line", "\n---\n\nBody\n\n---\n", nil, "\n---\n\nBody\n\n---\n", 1),
            ("a heading below a rule", "\n---\nSome text\n---\n", nil, "\n---\nSome text\n---\n", 1),
            ("fence indented", "---\na: |\n  ---\n---\nBody", "a: |\n  ---\n", "Body", 5),
            ("byte order mark and CRLF", "\u{FEFF}---\r\na: 1\r\n---\r\nBody\r\n", "a: 1\n", "Body\n", 4),
            ("old Mac line ends", "---\ra: 1\r---\rBody", "a: 1\n", "Body", 4),
        ] as [(String, String, String?, String, Int)]
    )
    func split(name: String, text: String, frontMatter: String?, body: String, bodyLine: Int) {
        let page = ReadPage(text)
        #expect(page.split.frontMatter == frontMatter)
        #expect(page.split.body == body)
        #expect(page.split.bodyLine == bodyLine)
        #expect(page.findings.isEmpty)
    }

    @Test func unclosedIsAnErrorAtTheFirstLine() {
        let page = ReadPage("---\ntitle: x\n\nBody")
        #expect(page.told == ["unclosed-front-matter 1:1-3"])
        #expect(page.split.frontMatter == nil)
        #expect(page.split.body.isEmpty)
        #expect(page.document.blocks.isEmpty)
    }

    @Test func linesOfTheBodyAreCountedFromTheTopOfTheFile() {
        let page = ReadPage("---\na: 1\nb: 2\n---\n\n# One\n\nText [x](gone.md)\n")
        #expect(page.document.headings.map(\.location) == [Location("page.md", line: 6)])
        #expect(page.document.references.map(\.location.shown) == ["8:10-16"])
        #expect(page.document.blocks.map(\.lines) == [6...6, 8...8])
    }
}
