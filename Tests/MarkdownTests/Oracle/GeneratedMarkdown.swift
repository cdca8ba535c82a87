/// Markdown made by chance, the same for the same seed: everything that GFM has, well formed and not.
struct GeneratedMarkdown {
    private var state: UInt64
    private var footnotes = 0
    /// Not in footnotes: cmark-gfm also counts references in footnotes that are themselves not used.
    private var hasReferences = true

    /// The text of a seed.
    static func text(seed: UInt64) -> String {
        var generator = GeneratedMarkdown(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        return seed.isMultiple(of: 3) ? generator.soup() : generator.document()
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    private mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    // MARK: - Documents of blocks

    private mutating func document() -> String {
        var lines: [String] = []
        for _ in 0...below(5) { lines += block(depth: 0) + [""] }
        hasReferences = false
        if footnotes > 0 {
            for number in 1...footnotes {
                lines += ["[^\(Self.label(number))]: " + inlines(2)]
                if below(2) == 0 { lines += [""] + block(depth: 2).map { "    " + $0 } }
                lines.append("")
            }
        }
        let text = lines.joined(separator: "\n") + "\n"
        return below(8) == 0 ? text.replacing("\n", with: "\r\n") : text
    }

    private static func label(_ number: Int) -> String { ["one", "two-2", "Drei", "4"][(number - 1) % 4] }

    private mutating func block(depth: Int) -> [String] {
        switch below(depth > 3 ? 9 : 14) {
        case 0: return [String(repeating: "#", count: 1 + below(6)) + " " + inlines(2)]
        case 1: return [inlines(2), pick(["===", "---", "="])]
        case 2: return pick([["***"], ["---"], ["_ _ _"]])
        case 3: return code()
        case 4: return table()
        case 5: return html()
        case 6, 7, 8: return (0...below(3)).map { _ in inlines(3) + pick(["", "", "", "  ", "\\"]) }
        case 9: return (block(depth: depth + 1) + (below(2) == 0 ? [">"] + block(depth: depth + 1) : [])).map { pick(["> ", ">"]) + $0 }
        default: return list(depth)
        }
    }

    private mutating func list(_ depth: Int) -> [String] {
        let isLoose = below(3) == 0
        let start = pick([1, 1, 0, 7, 123])
        let bullet = pick(["-", "*", "+", "#.", "#)"])
        var lines: [String] = []
        for index in 0...below(3) {
            let marker = bullet.replacing("#", with: String(start + index)) + String(repeating: " ", count: 1 + below(2))
            let task = pick(["", "", "", "[ ] ", "[x] ", "[X] "])
            var item = below(8) == 0 ? [""] : [task + inlines(2)]
            for _ in 0..<below(3) { item += (below(2) == 0 ? [""] : []) + block(depth: depth + 1) }
            let indent = String(repeating: " ", count: marker.utf8.count)
            lines += item.enumerated().map { $0 == 0 ? marker + $1 : $1.isEmpty ? "" : indent + $1 }
            if isLoose { lines.append("") }
        }
        return lines
    }

    private mutating func code() -> [String] {
        if below(3) == 0 { return ["", "    a <b> & \"c\"", "      d"] }
        let fence = pick(["```", "~~~", "````"])
        let info = pick(["", "swift", " swift extra", "a&amp;b \"c\"", "c++"])
        return [fence + info, "<script> & 'x'", "\tb", pick(["", "```", "- x"]), fence]
    }

    private mutating func table() -> [String] {
        let count = 1 + below(3)
        func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        var lines = [row((0..<count).map { _ in inlines(1) }), row((0..<count).map { _ in pick(["---", ":--", "--:", ":-:", "-"]) })]
        for _ in 0..<below(3) { lines.append(row((0..<max(1, count - 1 + below(3))).map { _ in pick([inlines(1), "a \\| b", ""]) })) }
        return lines
    }

    private mutating func html() -> [String] {
        pick([
            ["<div class=\"a\">", "text *a*", "</div>"], ["<!-- a", "", "b -->"], ["<script>", "x < 1", "</script> *a*"], ["<?php a ?>"],
            ["<IFRAME src='x'>", "</IFRAME>", "<title/>"], ["<a href=\"x\">", "*b*"], ["<!DOCTYPE html>"], ["<style>p{}</style> b"],
        ])
    }

    // MARK: - Inlines

    private mutating func inlines(_ depth: Int) -> String {
        (0...below(4)).map { _ in inline(depth) }.joined(separator: pick([" ", " ", ""]))
    }

    private mutating func inline(_ depth: Int) -> String {
        guard depth > 0 else { return pick(Self.words) }
        switch below(16) {
        case 0: return "*\(inlines(depth - 1))*"
        case 1: return "**\(inlines(depth - 1))**"
        case 2: return "_\(inlines(depth - 1))_"
        case 3: return "***\(inlines(depth - 1))** \(inlines(depth - 1))*"
        case 4: return "~~\(inlines(depth - 1))~~"
        case 5: return "[\(inlines(depth - 1))](\(pick(Self.addresses))\(pick(["", " \"t'&\"", " 'a\"b'"])))"
        case 6: return "![\(pick(Self.words)) *\(pick(Self.words))*](\(pick(Self.addresses)) \"<t>\")"
        case 7: return pick(["`a <b> & \"c\"`", "`` ` ``", "`\\`"])
        case 8: return pick(["<b>x</b>", "<br>", "<br/>", "<a title='<script>'>", "<xmp >", "</TITLE>", "<!-- c -->", "<i\nid=x>"])
        case 9: return pick(["<https://a.org/?b=c&d=é>", "<m@a.org>", "www.a.org/b_c", "https://a.org/(b)", "m@a.org", "http://x.y/'z\"."])
        case 10: return pick(["a  \nb", "a\\\nb", "a\nb", "\\*c\\*", "&amp; &lt; &copy; &#8212; &#x41; &nope;"])
        case 11 where hasReferences:
            footnotes = min(footnotes + 1, 4)
            return "a[^\(Self.label(1 + below(footnotes)))]"
        default: return pick(Self.words)
        }
    }

    private static let words = [
        "word", "two words", "a & b", "\"q\" 'r'", "x < y > z", "é日本", "snake_case_x", "2*3*4", "a**b", "__init__", "~a~", "!", "[x]",
        "(y)",
        "c:\\d", "1. e", "# f", "|", "\t", "&", "<", "[r]", "👍🏽",
    ]

    private static let addresses = ["b.md", "<a b>", "https://x.org/?q=1&r='2'", "é.png", "#f", "", "javascript:x", "a%20b%", "\\_x\\("]

    // MARK: - Lines by chance

    private mutating func soup() -> String {
        var text = ""
        for _ in 0...below(25) {
            for _ in 0..<(1 + below(6)) { text += below(3) == 0 ? inline(1) : pick(Self.fragments) }
            text += pick(["\n", "\n", "\n\n", "  \n", "\r\n", "\r"])
        }
        return text + pick(["", "\n[r]: /url 'title'\n", "\n[^one]: note\n"])
    }

    private static let fragments = [
        "- ", "* ", "+ ", "1. ", "2) ", "> ", ">", "    ", "  ", "\t", "# ", "## ", "---", "===", "```", "~~~", "| ", "|", "|-|", ":-:",
        "*",
        "**", "_", "__", "***", "~~", "`", "``", "[", "]", "(", ")", "![", "](", "](x)", "[r]", "[^one]", "<", ">", "<b>", "</b>", "<div>",
        "</div>", "<!--", "-->", "&amp;", "&", "\\", "a", "bc", " ", "d e", "é", "[ ] ", "[x] ", "www.a.org", "https://b.org", "m@c.org",
        ":", "\"", "'", "!", "0", "[r]: x\n",
    ]
}
