import Testing

@testable import Markdown

@Suite("Fenced code")
struct CodeFenceTests {
    /// The numbers of the lines that are told to be code, counted from 1.
    private func code(_ text: String) -> [Int] {
        var fences = CodeFences()
        let lines = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
        return lines.enumerated().filter { fences.isCode($0.element) }.map { $0.offset + 1 }
    }

    @Test(
        "Fences at the margin open and close code",
        arguments: [
            ("```\na\n```\nb", [1, 2, 3]), ("~~~\na\n~~~\nb", [1, 2, 3]), ("````\n```\n````\nb", [1, 2, 3]),
            ("``` swift\na\n   ```  \nb", [1, 2, 3]),
            ("```\na", [1, 2]), ("~~~ a`b\nc\n~~~", [1, 2, 3]), ("```\n~~~\n```\n~~~\nb\n~~~", [1, 2, 3, 4, 5, 6]),
            // A closing fence has no words, and no more than three blanks before it.
            ("```\na\n``` b\nc", [1, 2, 3, 4]), ("```\na\n    ```\nc", [1, 2, 3, 4]),
            // No fences.
            ("``\na\n``", []), ("``` a`b\nc\n```", [3]), ("a\nb", []), ("", []),
            // A fence that may stand in a list or a quote is not believed; one at the margin closes them.
            ("  ```\na\n  ```", []), ("> ```\n> a\n> ```", []), ("- ```\n  a\n  ```", []), ("- a\n```\nb\n```", [2, 3, 4]),
            // Nor is one in HTML, which may go beyond blank lines.
            ("<div>\n```\na\n```", []), ("<div>\n\n```\na\n```", [3, 4, 5]), ("<div>\n~~~\n\n```\na\n```", []), ("<!--\n\n```\na\n-->", []),
            ("<!-- a -->\n\n```\na\n```", [3, 4, 5]),
            ("<pre>\n\n```\na\n```", []), ("> <script>\n\n```\na\n```", [3, 4, 5]),
            // One behind a blank may be in a list or not: nothing after it is believed.
            (" ```\n~~~\n```\na", []), ("- a\n\n  ```\n  b\n```\nc", []),
        ]
    )
    func lines(text: String, expected: [Int]) {
        #expect(code(text) == expected)
    }

    @Test("Whatever is told to be code is code to the library")
    func isCodeToTheLibrary() {
        let pieces = [
            "```", "~~~", "````", "``` swift", "   ```", "    ```", "~~~ a", "text", "", "- item", "  - deeper", "> quote", "> ```",
            "- ~~~",
            "1. one", "<div>", "</div>", "<!--", "-->", "<!-- a -->", "<pre>", "</pre>", "| a | b |", "|---|---|", "[x]: y", "\ttab",
            "* * *", "===",
            "<script>", "<?php", "?>", "<![CDATA[", "]]>", "# Heading",
        ]
        var state: UInt64 = 3
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<3_000 {
            // A first line of words, so that nothing is taken for front matter.
            let text = (["words"] + (0..<3 + next(10)).map { _ in pieces[next(pieces.count)] }).joined(separator: "\n")
            let blocks = ReadPage(text).everyBlock.filter { if case .code = $0.kind { true } else { false } }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            // The library does not count blank lines at the end of a page.
            for line in code(text) where !lines[line - 1].isEmpty {
                #expect(blocks.contains { $0.lines.contains(line) }, "line \(line) of:\n\(text)")
            }
        }
    }
}
