import TestSupport

/// Markdown made up at random, the same for the same seed: every construct of the dialect, nested, and beside it what only looks
/// like one.
struct RandomMarkdown {
    /// The text for a seed. One in four is a soup of signs without structure.
    static func text(seed: UInt64) -> String {
        var generator = Self(random: SplitMix64(state: seed))
        let lines = generator.chance(4) ? generator.soup() : generator.document()
        return lines.joined(separator: generator.chance(8) ? "\r\n" : "\n") + "\n"
    }

    private var random: SplitMix64

    // MARK: - Blocks

    private mutating func document() -> [String] {
        var lines = blocks(depth: 0, count: 1...6)
        for number in 1...3 where chance(2) {
            lines += ["", "[^\(number)]: \(inline(2))"]
            if chance(3) { lines += [""] + indented(blocks(depth: 2, count: 1...2), by: "    ") }
        }
        if chance(3) { lines += ["", "[ref]: \(pick(["/x", "<y z>", "http://a.b"]))\(pick(["", " 'title'", " \"t\""]))"] }
        return lines
    }

    private mutating func blocks(depth: Int, count: ClosedRange<Int>) -> [String] {
        var lines: [String] = []
        for index in 0..<Int.random(in: count, using: &random) {
            // Blocks that are not apart may become one, or interrupt each other.
            if index > 0, !chance(6) { lines += Array(repeating: "", count: chance(8) ? 2 : 1) }
            lines += block(depth)
        }
        return lines
    }

    private mutating func block(_ depth: Int) -> [String] {
        switch Int.random(in: 0..<(depth > 3 ? 8 : 14), using: &random) {
        case 0, 1, 2: paragraph()
        case 3: heading()
        case 4: code()
        case 5: [pick(["---", "***", "_ _ _", "- - -"])]
        case 6: html()
        case 7: table()
        case 8, 9, 10: list(depth + 1)
        case 11: prefixed(blocks(depth: depth + 1, count: 1...3), by: pick(["> ", ">", "> "]))
        case 12: ["> [!\(pick(["NOTE", "tip", "Warning", "OTHER"]))]"] + prefixed(blocks(depth: depth + 1, count: 1...2), by: "> ")
        default: indented(["code  ", "", " \(sign())"], by: "    ")
        }
    }

    private mutating func paragraph() -> [String] {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
            let line = pick(["", "", "", "  ", "     "]) + (chance(5) ? lineStart() : "") + inline(2)
            return line + pick(["", "", "", "  ", "\\", " "])
        }
    }

    private mutating func heading() -> [String] {
        let id = chance(4) ? " {#\(pick(["a", "b-c", "d_e_f", "ü1"]))}" : ""
        if chance(3) { return paragraph() + [pick(["===", "---", "=", "-----"])] }
        return [String(repeating: "#", count: Int.random(in: 1...7, using: &random)) + " " + inline(2) + id + pick(["", " #", " ##", "#"])]
    }

    private mutating func code() -> [String] {
        let fence = pick(["```", "~~~", "````", "`````"])
        let info = pick(["", "swift", " a b", "x&amp;y", "a\\*b"])
        let text = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            pick(["x", "", "  y", "\tz", "```", "~~~", "``` x", "<b> *c* [d]", "   "])
        }
        return [fence + info] + text + (chance(8) ? [] : [fence])
    }

    private mutating func html() -> [String] {
        pick([
            ["<div class=\"a\">", "*text*", "</div>"], ["<!-- comment", "", "more -->"], ["<!-- short -->"], ["<pre>", "", "x</pre>"],
            ["  <p>indented", "text"], ["<b>"], ["<?php", "x ?>"], ["<![CDATA[", "a", "]]>"], ["<details>", "", "text", "", "</details>"],
            ["<!DOCTYPE x>"], ["<script>", "let a", "</script>"], ["</i>", "x"],
        ])
    }

    private mutating func table() -> [String] {
        let width = Int.random(in: 1...3, using: &random)
        let marks = (0..<width).map { _ in pick(["---", ":--", ":-:", "--:", "-"]) }
        var lines = ["| " + (0..<width).map { _ in cell() }.joined(separator: " | ") + " |", "|" + marks.joined(separator: "|") + "|"]
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let cells = (0..<max(1, width + Int.random(in: -1...1, using: &random))).map { _ in cell() }
            lines.append(pick(["| ", "|", ""]) + cells.joined(separator: " | ") + pick([" |", "|", ""]))
        }
        return lines
    }

    private mutating func cell() -> String {
        pick([inline(1), inline(1), "", "`a\\|b`", "a\\|b", "\\\\|", "`\\\\|`", "x<br>y", "-", ":-:"]).replacing("\n", with: " ")
    }

    private mutating func list(_ depth: Int) -> [String] {
        let isOrdered = chance(3)
        let sign = isOrdered ? pick([".", ")"]) : pick(["-", "*", "+"])
        let start = pick([1, 1, 0, 7, 12, 999_999_999])
        var lines: [String] = []
        for index in 0..<Int.random(in: 1...3, using: &random) {
            let marker = isOrdered ? "\(min(start + index, 999_999_999))\(sign)" : sign
            if index > 0, chance(3) { lines.append("") }
            var content = chance(8) ? [] : chance(3) ? blocks(depth: depth, count: 1...3) : [inline(2)]
            if chance(5) { content = [pick(["[ ] ", "[x] ", "[X] ", "[x]", "[ ]"]) + (content.first ?? "")] + content.dropFirst() }
            if chance(4) { content += list(depth + 1) }
            let pad = String(repeating: " ", count: pick([1, 1, 1, 2, 4]))
            let width = String(repeating: " ", count: marker.count) + pad
            if chance(9) { content = [""] + content }
            lines.append(marker + (content.first.map { $0.isEmpty ? "" : pad + $0 } ?? ""))
            lines += indented(
                Array(content.dropFirst()),
                by: chance(12) ? "  " : content.first == "" ? String(repeating: " ", count: marker.count + 1) : width
            )
        }
        return lines
    }

    private func indented(_ lines: [String], by blanks: String) -> [String] { lines.map { $0.isEmpty ? "" : blanks + $0 } }

    private func prefixed(_ lines: [String], by prefix: String) -> [String] { lines.map { prefix + $0 } }

    // MARK: - Inlines

    private mutating func inline(_ depth: Int) -> String {
        (0..<Int.random(in: 1...5, using: &random)).map { _ in pick(["", " ", " "]) + piece(depth) }.joined().trimmed
    }

    private mutating func piece(_ depth: Int) -> String {
        switch Int.random(in: 0..<(depth > 0 ? 24 : 10), using: &random) {
        case 0, 1, 2, 3: word()
        case 4: sign()
        case 5: pick(["`code`", "`` a`b ``", "` `", "`*x*`", "``  ``", "`<b>`", "`[x]`"])
        case 6: pick(["&amp;", "&#32;", "&copy;", "&#42;", "&lt;", "&nbsp;", "&#10;", "&#95;", "&ouml;", "&x;", "&#9;"])
        case 7: pick(["\\*", "\\_", "\\[", "\\`", "\\<", "\\\\", "\\&", "\\#", "\\a", "\\!", "\\|", "\\~", "http\\://a.b", "www\\.a.b"])
        case 8: pick(["<b>", "</b>", "<br>", "<br/>", "<i a=\"x > y\">", "<!-- c -->", "<?x?>", "<a\nb='c'>"])
        case 9: pick(["www.a.org", "https://b.org/x_y", "c@d.org", "<https://e.org?a=1&b=2>", "<f@g.org>", "(http://h.i)", "ftp://j.k"])
        case 10, 11, 12: around(pick(["*", "_"]), depth)
        case 13, 14: around(pick(["**", "__"]), depth)
        case 15: around(pick(["***", "___", "**_"]), depth)
        case 16: around(pick(["~~", "~"]), depth)
        case 17, 18: "[\(inline(depth - 1))](\(address())\(pick(["", "", " \"t\"", " 't \"q\"'", " (\\\\)"])))"
        case 19: "![\(inline(depth - 1))](\(address())\(pick(["", " \"a\\\"b\""])))"
        case 20: pick(["[\(word())][ref]", "[ref]", "[ref][]", "![x][ref]", "[none]", "[a] [b]", "[a](", "[[1]](x)"])
        case 21: "[^\(Int.random(in: 1...4, using: &random))]"
        case 22: pick(["[@key]", "[@key, p. 3; @b]", "[@a_b]", "[@ key]", "[@k"])
        default: pick(["[[Page]]", "[[Page#part|words *x*]]", "[[A_b]]", "[[#top]]", "[[a"])
        }
    }

    private mutating func around(_ sign: String, _ depth: Int) -> String {
        let inner = pick([inline(depth - 1), piece(depth - 1), word()])
        return pick(["", "", "x", "\""]) + sign + inner + String(sign.reversed()) + pick(["", "", "y", "."])
    }

    private mutating func address() -> String {
        pick([
            "/a", "b.md#c", "<d e>", "f(g)h", "\\(i", "j&amp;k", "", "http://l.m/n_o*p", "q\\\\r", "<>", "s\\)t", "ü", "&#32;v", "<w\\>>",
        ])
    }

    private mutating func word() -> String {
        pick([
            "a", "word", "two words", "ü", "日本", "x_y", "1", "don't", "e\u{301}", "😀", "end.", "3*4", "\u{A0}", "AT&T", "A&B;", "#tag",
            "~5", "a|b",
        ])
    }

    private mutating func sign() -> String {
        pick([
            "*", "**", "_", "__", "~", "~~", "`", "``", "[", "]", "(", ")", "<", ">", "!", "![", "](", "\\", "&", "#", "|", ":", "-", "+",
            "=", "\"",
            "'", "[^", "[@", "[[", "]]", "{#x}", "1.", "***", "~~~", "```", "://", "@", ";", "<a", "</", "<!--", "-->", "[!NOTE]", "[x]",
            "^",
        ])
    }

    private mutating func lineStart() -> String {
        pick([
            "# ", "> ", "- ", "+ ", "* ", "1. ", "2) ", "10. ", "===", "---", "***", "___", "```", "~~~", "|", "|-|", ":--", "[a]: b",
            "[^1]: ",
            "    ", "<div>", "<!-- -->", "<b>", "-", "=", "#", "\t", "\\# ", "\\- ", "1\\. ", "&#35; ", "\\> ", "\\---", "\\===", "[x] ",
            "\\[!NOTE]",
        ])
    }

    private mutating func soup() -> [String] {
        (0..<Int.random(in: 1...8, using: &random)).map { _ in
            (0..<Int.random(in: 0...7, using: &random)).map { _ in
                switch Int.random(in: 0..<8, using: &random) {
                case 0, 1: lineStart()
                case 2, 3, 4: sign()
                case 5: word()
                case 6: " "
                default: piece(1)
                }
            }.joined()
        }
    }

    // MARK: - Chance

    private mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }

    private mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
