import Diagnostics
import Testing

@testable import Markdown

@Suite("A body becomes values")
struct DocumentTests {
    @Test func headingsAreToldInOrderWithTheirPlaces() {
        let page = ReadPage("---\na: b\n---\n# One\n\n## Two `x`\n\n> ### Three\n\n- #### Four\n\nFive\n----\n")
        #expect(page.document.headings.map(\.level) == [1, 2, 3, 4, 2])
        #expect(page.document.headings.map(\.text) == ["One", "Two x", "Three", "Four", "Five"])
        #expect(page.document.headings.map(\.anchor) == ["one", "two-x", "three", "four", "five"])
        #expect(page.document.headings.map { $0.location.line } == [4, 6, 8, 10, 12])
    }

    @Test(
        "References are told with line and column",
        arguments: [
            ("citation", "a [@s]", ["citation 1:4-5"]), ("two citations", "a [@s; @t, p. 3]", ["citation 1:4-5", "citation 1:8-9"]),
            ("citation with the name of a longer one", "[@ai-x] [@ai]", ["citation 1:2-6", "citation 1:10-12"]),
            ("same citation twice", "[@s] a [@s]\n[@s]", ["citation 1:2-3", "citation 1:9-10", "citation 2:2-3"]),
            ("same link twice", "[a](x) [b](x)", ["link 1:5", "link 1:12"]),
            ("wide letters before", "日本 é 👍 [@s]", ["citation 1:9-10"]),
            ("wiki link", "a [[B|c]]", ["wiki 1:3-9"]), ("wiki link over lines", "a [[B\nC]]", ["wiki 1:3-5"]),
            ("citation over lines", "a [@s;\n@t]", ["citation 1:4-5", "citation 2:1-2"]),
            ("link", "[a](x.md#y \"t\")", ["link 1:5-10"]), ("image", "![a](x.png)", ["image 1:6-10"]),
            ("image in a link", "[![a](x.png)](y)", ["link 1:15", "image 1:7-11"]),
            ("autolinks", "www.a.org b@c.org <https://d.org>", ["link 1:1-9", "link 1:11-17", "link 1:20-32"]),
            ("reference link", "[word][r]\n\n[r]: x", ["link 1:2-5"]), ("short reference link", "[r] a\n\n[r]: x", ["link 1:2"]),
            ("address with entity", "[word](x&amp;y)", ["link 1:2-5"]), ("address with escape", "[a](x\\_y)", ["link 1:2"]),
            ("no address", "[a]()", ["link 1:2"]), ("nothing to find", "[]()", ["link 1"]),
            ("list, lazy line", "- a\n  [@s]\n[@t]", ["citation 2:4-5", "citation 3:2-3"]),
            ("nested lists", "1. a [@s]\n   - b [@s]\n\n   [@s]", ["citation 1:7-8", "citation 2:9-10", "citation 4:5-6"]),
            ("quote", "> a\n> [@s]", ["citation 2:4-5"]),
            (
                "cells", "| [@s] | [@s] |\n|---|---|\n| [[A\\|b]] | [c](d) |",
                ["citation 1:4-5", "citation 1:11-12", "wiki 3:3-10", "link 3:18"]
            ),
            ("footnote before its use", "[^1]: a [@s]\n\nb[^1] [@s]", ["citation 3:8-9", "citation 1:10-11"]),
            ("raw HTML", "a <b>c</b>\n\n<div>\n</div>", ["html 1:3-5", "html 1:7-10", "html 3"]),
            ("comment", "a <!-- b\nc --> d", ["html 1:3-8"]),
            ("code", "`[@s] [[a]]`\n\n    [@s]\n", []),
        ] as [(String, String, [String])]
    )
    func references(name: String, markdown: String, expected: [String]) {
        let told = ReadPage(markdown).document.references.map { reference -> String in
            switch reference.target {
            case .citation: "citation \(reference.location.shown)"
            case .link: "link \(reference.location.shown)"
            case .image: "image \(reference.location.shown)"
            case .wikiLink: "wiki \(reference.location.shown)"
            case .html: "html \(reference.location.shown)"
            }
        }
        #expect(told == expected)
    }

    @Test func referencesNameTheirTargets() {
        let page = ReadPage("[a](<b c>) ![d](e) [@f, p. 1] [[G#h|i]] <https://j.org>")
        #expect(
            page.document.references.map(\.target) == [
                .link("b c"), .image("e"), .citation(Citation(key: "f", locator: "p. 1")),
                .wikiLink(WikiLink(target: "G", fragment: "h", label: "i")), .link("https://j.org"),
            ]
        )
    }

    @Test func aReferenceFarDownALongParagraphIsFound() {
        let page = ReadPage(String(repeating: "word [x](y) é\n", count: 2_000))
        #expect(page.document.references.map { $0.location.line } == Array(1...2_000))
        #expect(page.document.references.allSatisfy { $0.location.column == 10 })
    }

    @Test func blocksHaveKindsLinesAndStableNumbers() {
        let text = "# A\n\nb\nc\n\n- d\n- [x] e\n\n> f\n\n```\ng\n```\n\n***\n\n<div>\n\n1. h[^1]\n\n[^1]: i\n"
        let page = ReadPage(text)
        let kinds: [Block.Kind] = [
            .heading(level: 1, anchor: "a"), .paragraph, .list(Block.ListStyle()), .quote, .code(info: "", text: "g\n"), .thematicBreak,
            .html("<div>\n"), .list(Block.ListStyle(start: 1)), .footnote(number: 1, uses: 1),
        ]
        #expect(page.document.blocks.map(\.kind) == kinds)
        #expect(page.document.blocks.map(\.lines.lowerBound) == [1, 3, 6, 9, 11, 15, 17, 19, 21])
        #expect(page.everyBlock.map(\.id) == Array(0..<page.everyBlock.count))
        #expect(ReadPage(text).everyBlock.map(\.id) == page.everyBlock.map(\.id))
        #expect(
            page.everyBlock.filter { if case .item = $0.kind { true } else { false } }.map(\.kind) == [
                .item(checked: nil, isTight: true), .item(checked: true, isTight: true), .item(checked: nil, isTight: true),
            ]
        )
        #expect(page.document.footnotes == 1)
    }

    @Test func tablesAreRowsOfCells() throws {
        let page = ReadPage("Before\n\n| Task | Data Eng |\n|---|:-:|\n| **Build** it [@s] | A/R |\n| Short |\n| x | y | z |\n\nAfter\n")
        let table = try #require(page.everyBlock.first { $0.isTable })
        #expect(table.children.map(\.kind) == [.row(isHeader: true), .row(isHeader: false), .row(isHeader: false), .row(isHeader: false)])
        #expect(
            table.children.map { $0.children.map(\.plainText) } == [
                ["Task", "Data Eng"], ["Build it", "A/R"], ["Short", ""], ["x", "y"],
            ]
        )
        #expect(table.children.map(\.lines.lowerBound) == [3, 5, 6, 7])
        #expect(table.children[1].children.map(\.lines.lowerBound) == [5, 5])
        #expect(table.children[1].children[0].citations.map(\.key) == ["s"])
        #expect(table.lines == 3...7)
    }

    @Test func aTableBelowAParagraphsLineKeepsItsLines() throws {
        let page = ReadPage("Intro\n| a | b |\n|---|---|\n| [@s] | d |\n")
        let table = try #require(page.everyBlock.first { $0.isTable })
        #expect(table.children.map(\.lines.lowerBound).last == 4)
        #expect(page.document.references.map(\.location.shown) == ["4:4-5"])
    }

    @Test func itemsKnowTheirOwnTextAndCitations() throws {
        let page = ReadPage("- **A**: b [@s]\n  - c [@t]\n\n  d [@u]\n- e\n")
        let items = page.everyBlock.filter { if case .item = $0.kind { true } else { false } }
        #expect(items.map(\.plainText) == ["A: b d", "c", "e"])
        #expect(items.map { $0.citations.map(\.key) } == [["s", "u"], ["t"], []])
        #expect(items.map(\.lines.lowerBound) == [1, 2, 5])
    }

    @Test func citationsAreFoundThroughMarkup() {
        let page = ReadPage("*a [@s]* **[@t]** ~~[@u]~~ [b [@v]](w)")
        #expect(page.document.blocks.first?.citations.map(\.key) == ["s", "t", "u", "v"])
    }

    @Test("An empty body is an empty document", arguments: ["", "\n\n", "---\na: b\n---\n", "---\na: b\n---", "[r]: x\n", "[^1]: unused"])
    func empty(text: String) {
        let page = ReadPage(text)
        #expect(page.document.blocks.isEmpty)
        #expect(page.findings.isEmpty)
        #expect(page.html().isEmpty)
    }

    @Test func linesStayInsideTheFile() {
        for text in ["a", "a\n\n\n", "---\nx: y\n---\n- a\n\n\n", "> a\n>", "- \n\n", "```\na", "<div>", "| a |\n|-|"] {
            let page = ReadPage(text)
            #expect(page.everyBlock.allSatisfy { $0.lines.lowerBound >= 1 && $0.lines.upperBound <= page.source.lines.count })
        }
    }
}
