import Diagnostics
import Testing

@testable import Markdown

/// Front matter that was written for other programs.
@Suite struct ForeignFrontMatterTests {
    private static func read(_ text: String) -> (ForeignFrontMatter, body: String) {
        let bytes = Array(text.utf8)
        var findings = Findings()
        let front = ForeignFrontMatter(bytes, SourceText.decode(bytes, path: "a.md", into: &findings))
        return (front, String(decoding: bytes[front.bodyOffset...], as: UTF8.self))
    }

    @Test(arguments: [
        ("---\na: 1\n---\nbody\n", "body\n"), ("---\r\na: 1\r\n---\r\nbody\r\n", "\("body")\r\n"), ("---\ra: 1\r---\rbody", "body"),
        ("\u{FEFF}---\na: 1\n---\n\nbody", "\nbody"), ("---\na: 1\n...\nbody", "body"), ("+++\na = 1\n+++\nbody", "body"),
        ("---\n---\nbody", "body"), ("---\na: 1\n---", ""), ("\u{FEFF}body", "body"), ("body\n---\na: 1\n---\n", "body\n---\na: 1\n---\n"),
    ])
    func theBodyIsWhatFollows(text: String, body: String) { #expect(Array(Self.read(text).body.utf8) == Array(body.utf8)) }

    @Test(arguments: ["---\nno end\n", "---\n\nSome prose.\n\n---\nmore\n", "---\n- a\n---\n"])
    func aRuleIsNoFrontMatter(text: String) {
        let (front, body) = Self.read(text)
        #expect(body == text && front.opensWithRule && front.entries.isEmpty && front.lines == nil)
    }

    @Test func keysKnowTheirLines() {
        let (front, _) = Self.read("---\ntitle: A\n# a comment\ntags:\n  - x\n  # inner\n  - y\n\nempty:\n---\n")
        #expect(front.entries.map(\.key) == ["title", "tags", "empty"])
        #expect(front.entries.map(\.lines) == [2...2, 4...7, 9...9])
        #expect(front.entries[1].value == .list([.scalar("x", isPlain: true), .scalar("y", isPlain: true)]))
        #expect(front.entries[2].value == .empty && front.lines == 2...9 && front.bodyLine == 11)
    }

    @Test func whatCannotBeReadIsToldWithItsLine() {
        let (front, body) = Self.read("---\ntitle: A: B\n---\nbody")
        #expect(front.entries.isEmpty && front.fault?.location.line == 2 && front.lines == 2...2 && body == "body")
    }

    @Test func tomlIsRead() {
        let (front, body) = Self.read(
            """
            +++
            title = "A \\"b\\" \\u00e4" # a comment
            'lit' = 'c:\\d'
            weight = 10
            draft = false
            date = 2024-03-31T10:00:00Z
            tags = [
              "x", # one
              'y',
            ]
            point = { x = 1, name.first = "n" }
            text = \"\"\"
            two
            lines\"\"\"
            [params]
            a = 1

            [menu.main]
            b = 2
            +++
            body
            """
        )
        #expect(front.fault == nil && body == "body")
        #expect(
            front.entries.map(\.key) == ["title", "lit", "weight", "draft", "date", "tags", "point", "text", "[params]", "[menu.main]"]
        )
        #expect(front.entries[0].value == .scalar("A \"b\" ä", isPlain: false))
        #expect(front.entries[1].value == .scalar("c:\\d", isPlain: false))
        #expect(front.entries[2].value?.plain(as: .integer) == .integer(10))
        #expect(front.entries[3].value?.truth == false)
        #expect(front.entries[5].value?.texts == ["x", "y"] && front.entries[5].lines == 7...10)
        #expect(front.entries[7].value == .scalar("two\nlines", isPlain: false) && front.entries[7].lines == 12...14)
        #expect(front.entries[8].value == nil && front.entries[8].lines == 15...16 && front.entries[9].lines == 18...19)
    }

    @Test(arguments: [
        ("a = \"b\n", 2, "a text has no closing \""), ("a = 1\nb = nothing!\n", 3, "'nothing!' is no value: text stands in quotes"),
        ("a 1\n", 2, "'=' is missing behind 'a'"), ("a = [1, 2\n", 3, "']' is missing"), ("a = 1\na = 2\n", 3, "'a' is given twice"),
        ("a = \"\\q\"\n", 2, "'\\q' is no sign"), ("= 1\n", 2, "a key is missing"),
    ])
    func faultsOfTOMLAreToldWithTheirLines(text: String, line: Int, words: String) {
        let (front, _) = Self.read("+++\n\(text)+++\n")
        #expect(front.fault?.location.line == line && front.fault?.value == words, "\(String(describing: front.fault))")
    }

    @Test func valuesFitTheirTypesOrNothing() {
        #expect(ForeignValue.scalar("3", isPlain: true).plain(as: .integer) == .integer(3))
        #expect(ForeignValue.scalar("3", isPlain: false).plain(as: .integer) == nil)
        #expect(ForeignValue.scalar("2.5", isPlain: true).plain(as: .integer) == nil)
        #expect(ForeignValue.scalar("a", isPlain: true).plain(as: .list(.text)) == .list([.text("a")]))
        #expect(ForeignValue.list([.record([])]).plain(as: .list(.text)) == nil)
        #expect(ForeignValue.scalar("2024-02-30", isPlain: true).plain(as: .date) == nil)
    }
}
