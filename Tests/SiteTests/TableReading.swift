import Foundation

/// A file of comma-separated values, read strictly by RFC 4180.
struct CSVText {
    /// The fields of each line, formulas no longer defused; nothing when the file breaks a rule.
    let rows: [[String]]?

    init(_ text: String) {
        var rows: [[String]] = []
        var row: [String] = []
        var rest = Array(text.utf8)[...]
        func take(_ byte: UInt8) -> Bool {
            guard rest.first == byte else { return false }
            rest = rest.dropFirst()
            return true
        }
        while !rest.isEmpty {
            var field: [UInt8] = []
            if take(0x22) {
                while let byte = rest.popFirst() {
                    if byte != 0x22 { field.append(byte) } else if take(0x22) { field.append(0x22) } else { break }
                }
            } else {
                while let byte = rest.first, ![0x2C, 0x0D, 0x0A, 0x22].contains(byte) { field.append(rest.removeFirst()) }
            }
            row.append(Self.plain(String(decoding: field, as: UTF8.self)))
            if take(0x2C) { continue }
            guard take(0x0D), take(0x0A) else {
                self.rows = nil
                return
            }
            rows.append(row)
            row = []
        }
        let isWhole = row.isEmpty && !rows.isEmpty && rows.allSatisfy { $0.count == rows[0].count }
        self.rows = isWhole ? rows : nil
    }

    private static func plain(_ field: String) -> String {
        field.first == "'" && field.dropFirst().first.map { "=+-@".contains($0) } == true ? String(field.dropFirst()) : field
    }
}

/// A table of facts as it stands on a page, with its cells as a reader sees them: without the marks of citations, the
/// signs for nothing, and the remarks beside the facts.
struct FactTable {
    let rows: [[String]]

    init(_ html: String) {
        var table = html.components(separatedBy: "</table>")[0]
        table = Self.replacing(#"<tfoot>.*?</tfoot>"#, in: table, with: "")
        var group: String?
        var rows: [[String]] = []
        for row in Self.matches(#"<tr[^>]*>(.*?)</tr>"#, in: table) {
            let cells = Self.matches(#"(<t[hd][^>]*>.*?)</t[hd]>"#, in: row).filter { !Self.tag($0).contains("data-aside") }
            if cells.count == 1, Self.tag(cells[0]).contains("scope=\"rowgroup\"") {
                group = Self.text(cells[0])
                continue
            }
            rows.append(cells.map(Self.text))
            if rows.count > 1, let group { rows[rows.count - 1].insert(group, at: 1) }
        }
        let hasGroups = group != nil
        if hasGroups {
            let grouping = Self.matches(#"data-grouping="([^"]*)""#, in: html).first ?? ""
            rows[0].insert(grouping, at: 1)
            for index in rows.indices where rows[index].count < rows[0].count { rows[index].insert("", at: 1) }
        }
        self.rows = rows
    }

    private static func tag(_ cell: String) -> String { String(cell.prefix { $0 != ">" }) }

    private static func text(_ cell: String) -> String {
        var text = cell
        text = replacing(#"<(\w+)[^>]* data-text="([^"]*)"[^>]*>.*</\1>"#, in: text, with: "$2")
        for pattern in [
            #"<span class="cites">.*?</span>"#, #"<span class="blank">.*?</span></span>"#, #"<span class="blank is-said">.*?</span>"#,
            #"<(\w+)[^>]* data-aside[^>]*>.*?</\1>"#,
        ] { text = replacing(pattern, in: text, with: "") }
        text = replacing(#"\s*(</li>)?\s*<li[^>]*>"#, in: text, with: "; ")
        text = replacing(#"</?(p|ul|ol|div|br)\b[^>]*>"#, in: text, with: " ")
        text = replacing(#"<[^>]*>"#, in: text, with: "")
        let words = HTML(text).plainText
        return words.hasPrefix("; ") ? String(words.dropFirst(2)) : words
    }

    private static func replacing(_ pattern: String, in text: String, with other: String) -> String {
        let expression = try? NSRegularExpression(pattern: pattern, options: .dotMatchesLineSeparators)
        return expression?.stringByReplacingMatches(in: text, range: NSRange(text.startIndex..., in: text), withTemplate: other) ?? text
    }

    private static func matches(_ pattern: String, in text: String) -> [String] {
        let expression = try? NSRegularExpression(pattern: pattern, options: .dotMatchesLineSeparators)
        return (expression?.matches(in: text, range: NSRange(text.startIndex..., in: text)) ?? []).compactMap { match in
            Range(match.range(at: 1), in: text).map { String(text[$0]) }
        }
    }
}
