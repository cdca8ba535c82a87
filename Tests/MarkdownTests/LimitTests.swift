import Diagnostics
import Foundation
import Testing

@testable import Markdown

/// Every limit has an input that breaks it, which is not given to the library and told with its line, and one just
/// below it, which is read.
@Suite("Limits")
struct LimitTests {
    struct Case: CustomTestStringConvertible, Sendable {
        /// The limit's name in `MarkdownLimits`.
        let name: String
        let over: String
        let near: String
        /// The line of the body that is told.
        let line: Int
        let message: String

        var testDescription: String { name }
    }

    private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

    /// A body whose third line a text begins on.
    private static func third(_ text: String) -> String { "Before\n\n\(text)" }

    private static func table(rows: Int) -> String { "h\n\(times(99, "-|"))-\n" + times(rows, "r\n") }
    private static func nested(_ levels: Int) -> String { (0..<levels).map { times(2 * $0, " ") + "- a\n" }.joined() }
    private static func definition(uses: Int) -> String { "[a]: \(times(1019, "x"))\n\n\(times(uses, "[a] "))" }
    private static func paragraphs(_ count: Int, _ text: String) -> String { times(count, text + "\n\n") }

    static let cases: [Case] = [
        Case(
            name: "bytes",
            over: times(1 << 14, times(63, "x") + "\n") + "x",
            near: times(1 << 14, times(63, "x") + "\n"),
            line: 1,
            message: "1048577 bytes of Markdown, more than 1048576"
        ),
        Case(name: "lines", over: times(50_000, "\n"), near: times(49_999, "\n"), line: 50_001, message: "50001 lines, more than 50000"),
        Case(
            name: "tableCells",
            over: third(table(rows: 999)),
            near: third(table(rows: 998)),
            line: 3,
            message: "100100 cells of tables up to here, more than 100000"
        ),
        Case(
            name: "markersOnALine",
            over: third(times(41, "> ") + "x"),
            near: third(times(40, "> ") + "x"),
            line: 3,
            message: "41 list, quote or footnote markers at the head of a line, more than 40"
        ),
        Case(
            name: "indentation",
            over: third(times(401, " ") + "x"),
            near: third(times(100, "\t") + "x"),
            line: 3,
            message: "401 columns of indentation, more than 400"
        ),
        Case(
            name: "delimiterRun",
            over: third("a" + times(401, "*")),
            near: third("a" + times(400, "*")),
            line: 3,
            message: "401 emphasis signs in a row, more than 400"
        ),
        Case(
            name: "signs",
            over: paragraphs(150, times(1_000, "&")) + "&",
            near: paragraphs(150, times(1_000, "&")),
            line: 301,
            message: "150001 signs of markup up to here, more than 150000"
        ),
        Case(
            name: "allBrackets",
            over: paragraphs(10, times(5_000, "[")) + "[",
            near: paragraphs(10, times(5_000, "[")),
            line: 21,
            message: "50001 opening brackets up to here, more than 50000"
        ),
        Case(
            name: "brackets",
            over: third(times(5_000, "[") + "\n" + times(5_001, "[")),
            near: third(times(5_000, "[") + "\n" + times(5_000, "[")),
            line: 3,
            message: "10001 opening brackets in a paragraph, more than 10000"
        ),
        Case(
            name: "delimiters",
            over: third(times(10_000, "*a") + "\n" + times(10_001, "_a")),
            near: third(times(10_000, "*a") + "\n" + times(10_000, "_a")),
            line: 3,
            message: "20001 emphasis signs in a paragraph, more than 20000"
        ),
        Case(
            name: "atSigns",
            over: third(times(20_001, "@ ")),
            near: third(times(20_000, "@ ")),
            line: 3,
            message: "20001 signs @ up to here, more than 20000"
        ),
        Case(
            name: "addresses",
            over: third(times(30_001, "www ")),
            near: third(times(30_000, "www ")),
            line: 3,
            message: "30001 addresses up to here, more than 30000"
        ),
        Case(
            name: "bracketsByDelimiters",
            over: third(times(5_000, "[") + "\n" + times(6_001, "*a")),
            near: third(times(5_000, "[") + "\n" + times(6_000, "*a")),
            line: 3,
            message: "30005000 steps through emphasis signs between brackets, more than 30000000"
        ),
        Case(
            name: "bracketsByImages",
            over: third(times(3_163, "![")),
            near: third(times(3_162, "![")),
            line: 3,
            message: "10004569 steps through images that are not closed, more than 10000000"
        ),
        Case(
            name: "htmlOpenersByBytes",
            over: third(times(7_071, "<!")),
            near: third(times(7_070, "<!")),
            line: 3,
            message: "100005153 steps through '<!' or '<?' that are not closed, more than 100000000"
        ),
        Case(
            name: "delimiterRowsByBytes",
            over: third(times(49_999, "x") + times(100, "\n-|-")),
            near: third(times(49_999, "x") + times(99, "\n-|-")),
            line: 3,
            message: "5020200 steps through text above table delimiter rows, more than 5000000"
        ),
        Case(
            name: "addressesByBytes",
            over: third(times(2_739, "a://")),
            near: third(times(2_738, "a://")),
            line: 3,
            message: "30008484 steps through long words with addresses in them, more than 30000000"
        ),
        Case(
            name: "referenceExpansion",
            over: definition(uses: 8_192),
            near: definition(uses: 8_191),
            line: 1,
            message: "link references that could grow to 16779264 bytes, more than 16777216"
        ),
        Case(name: "depth", over: nested(49), near: nested(48), line: 1, message: "nested 101 deep, more than 100"),
    ]

    /// Front matter of three lines, so that lines of the file are not those of the body.
    private static let front = "---\ntitle: A\n---\n"

    @Test("Over a limit, a page is empty, and the limit and the line are told", arguments: cases)
    func over(example: Case) {
        let page = ReadPage(Self.front + example.over)
        #expect(page.document.blocks.isEmpty)
        #expect(page.told == ["markdown-limit \(example.line + 3)"])
        #expect(page.findings.sorted.first?.message == example.message)
        #expect(page.findings.sorted.first?.help?.isEmpty == false)
        #expect(page.html() == "")
    }

    @Test("Just below a limit, a page is read", arguments: cases)
    func near(example: Case) {
        let page = ReadPage(Self.front + example.near)
        #expect(page.told == [])
        #expect(page.document.blocks.isEmpty == example.near.allSatisfy(\.isNewline))
    }

    @Test("No limit is left out")
    func complete() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Markdown/Source/Limits.swift").standardized
        let text = try String(contentsOf: file, encoding: .utf8)
        let declared = text.matches(of: /static let ([A-Za-z]+) = [0-9]/).map { String($0.output.1) }
        #expect(declared.count >= 19)
        #expect(Set(declared) == Set(Self.cases.map(\.name)))
    }

    @Test("What a long page spreads over paragraphs is not taken for one")
    func spread() {
        let paragraph = Self.times(1_000, "[") + " " + Self.times(2_000, "*a")
        #expect(ReadPage(Self.paragraphs(10, paragraph)).told == [])
        // Two thousand links that use a definition of ten bytes grow to little.
        #expect(ReadPage("[a]: /b\n\n" + Self.times(2_000, "[a] ")).told == [])
    }

    @Test("Code between fences is not measured, and what follows it is")
    func code() {
        let many = Self.times(10_001, "[")
        #expect(ReadPage("```\n\(many)\n```\n").told == [])
        #expect(ReadPage("~~~~ swift\n\(many)\n~~~\n\(many)\n~~~~\n").told == [])
        #expect(ReadPage("```\n\(many)\n").told == [])
        #expect(ReadPage("```\ncode\n```\n\(many)\n").told == ["markdown-limit 4"])
        #expect(ReadPage("``` a`b\n\(many)\n```\n").told == ["markdown-limit 1"])
        #expect(ReadPage("<!--\n```\n-->\n\(many)\n```\n").told == ["markdown-limit 1"])
    }
}
