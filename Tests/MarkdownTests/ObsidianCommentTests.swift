import Testing

@testable import Markdown

@Suite("Comments between %% are no part of a page")
struct ObsidianCommentTests {
    @Test(
        arguments: [
            ("a %%b%% c", "a  c"), ("%%b%%", ""), ("a %%b\nc\n\nd%% e\nf", "a \n\n\n e\nf"), ("%%\nb\n%%\nc", "\n\n\nc"),
            ("a %%b%% c %%d%% e", "a  c  e"), ("- a\n    - %%b%% c", "- a\n    -  c"), ("- a\n\n        %%b%%", "- a\n\n        "),
            ("> a %%b%%", "> a "), ("| a %%b%% | c |", "| a  | c |"), ("a %%`b%% c", "a  c"), ("%%b%%%%c%%d", "d"), ("ä %%ö%% ü", "ä  ü"),
            ("1) a\n\n    %%b%%", "1) a\n\n    "), ("%%a\n```\nb\n```\nc%%", "\n\n\n\n"),
        ]
    )
    func removed(text: String, kept: String) {
        let page = ReadPage(text)
        #expect(page.split.body == kept)
        #expect(page.findings.isEmpty)
    }

    @Test(
        arguments: [
            "100 %% sure", "a % b % c", "`%%a%%`", "`` %%a` %% ``", "```\n%%a%%\n```", "~~~\n%%\na\n%%\n~~~",
            "Text.\n\n    %%a%%\n\n    %%b%%",
            "\\%%a\\%%", "50%",
        ]
    )
    func keptAsText(text: String) {
        let page = ReadPage(text)
        #expect(page.split.body == text)
        #expect(page.findings.isEmpty)
    }

    @Test(arguments: [
        ("a\n\n%% b\nc", "unclosed-comment 3"), ("  %%\nb", "unclosed-comment 1"), ("%%a%%\n%%b", "unclosed-comment 2"),
        ("a %% b\nc", "unclosed-comment 1"),
    ])
    func withoutAnEndIsAnError(text: String, told: String) { #expect(ReadPage(text).told == [told]) }

    @Test(
        arguments: [
            ("| a |\n|---|\n| b |\n%%c%%\n| d |", ["a", "b", "d"]), ("| a |\n|---|\n%%\nb\n\nc\n%%\n| d |", ["a", "d"]),
            ("- | a |\n  |---|\n  | b |\n  %%c%%\n  | d |", ["a", "b", "d"]),
            ("| a |\n|---|\n| b |\n%%c%%\n%%d%%\n| e |", ["a", "b", "e"]),
            ("| a |\n|---|\n| b |\n%%c%%\n\n| d |", ["a", "b"]), ("| a |\n|---|\n| b |\n%%c%%\nd", ["a", "b"]),
        ]
    )
    func betweenRowsLeaveNoLineBehind(text: String, rows: [String]) {
        let page = ReadPage(text)
        let first = page.document.blocks.first
        let table = first?.isTable == true ? first : first?.children.first?.children.first
        #expect(table?.children.map(\.plainText) == rows)
        #expect(page.findings.isEmpty)
        #expect(
            table?.children.last.map { $0.lines.lowerBound }
                == text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
                    $0.contains(rows.last ?? "") && $0.contains("|")
                }.map { $0 + 1 }
        )
        #expect(!page.split.withoutBridges(page.split.body).contains("| |"))
    }

    @Test func linesStayWhereTheyAre() {
        let page = ReadPage("---\ntitle: a\n---\n%%b\nc%%\n\n# d\n\n[e](f.md)")
        #expect(page.document.headings.map(\.location.line) == [7])
        #expect(page.document.references.map(\.location.line) == [9])
    }
}
