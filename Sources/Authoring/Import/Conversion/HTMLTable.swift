import Markdown

/// A plain table in HTML as a table of Markdown.
enum HTMLTable {
    /// The rows of the table that begins on a line, as lines, and the index behind it; `nil` for a table that has cells over several
    /// columns or rows, tables in cells, or other blocks in them.
    static func lines(_ lines: [BodyLines.Line], _ index: Int) -> (lines: [BodyLines.Line], end: Int)? {
        guard lines[index].text.lowercased().trimmingWhitespace.hasPrefix("<table") else { return nil }
        guard let last = lines.indices.dropFirst(index).first(where: { lines[$0].text.lowercased().has("</table>") }) else { return nil }
        let block = lines[index...last].map(\.text).joined(separator: " ")
        guard block.lowercased().trimmingWhitespace.hasSuffix("</table>"), let rows = rows(of: block), let width = rows.map(\.count).max(),
            rows.count > 1 || width > 1
        else { return nil }
        var texts = rows.map { row in "| " + (row + Array(repeating: "", count: width - row.count)).joined(separator: " | ") + " |" }
        texts.insert("|" + String(repeating: "---|", count: width), at: 1)
        let first = lines[index]
        return (texts.map { first.with(String(first.indent) + $0) }, last + 1)
    }

    private static func rows(of block: String) -> [[String]]? {
        var rows: [[String]] = []
        var cell: String?
        var depth = 0
        var rest = block[...]
        while let open = rest.firstIndex(of: "<") {
            cell?.append(contentsOf: rest[..<open])
            guard let close = rest[open...].firstIndex(of: ">") else { return nil }
            let tag = ForeignTag(rest[rest.index(after: open)..<close], range: open..<rest.index(after: close))
            rest = rest[rest.index(after: close)...]
            switch tag.name {
            case "table":
                depth += 1
                if depth > 1 { return nil }
            case "tr": rows.append([])
            case "td", "th":
                guard tag.attributes["rowspan"].map({ $0 == "1" }) ?? true, tag.attributes["colspan"].map({ $0 == "1" }) ?? true else {
                    return nil
                }
                if rows.isEmpty { rows.append([]) }
                cell = ""
            case "/td", "/th":
                guard let text = cell, !rows.isEmpty else { return nil }
                rows[rows.count - 1].append(written(text))
                cell = nil
            case "b", "strong", "/b", "/strong": cell?.append("**")
            case "i", "em", "/i", "/em": cell?.append("*")
            case "code", "/code": cell?.append("`")
            case "br", "br/": cell?.append("; ")
            case "li": if cell?.trimmingWhitespace.isEmpty == false { cell?.append("; ") }
            case "p", "/p", "ul", "/ul", "ol", "/ol", "/li", "span", "/span", "div", "/div": cell?.append(" ")
            case "thead", "/thead", "tbody", "/tbody", "/tr", "/table", "colgroup", "/colgroup", "col": break
            case "a":
                guard cell != nil, let end = rest.range(of: "</a>"), !rest[..<end.lowerBound].contains("<") else { return nil }
                let words = String(rest[..<end.lowerBound])
                cell?.append(tag.attributes["href"].map { "[\(words)](\(InlineConverter.address($0)))" } ?? words)
                rest = rest[end.upperBound...]
            default: return nil
            }
        }
        return rows.filter { !$0.isEmpty }
    }

    /// A cell on one line, with its pipes as text.
    private static func written(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("|", with: "\\|").replacing("** **", with: "")
            .replacing("&nbsp;", with: " ").trimmingWhitespace
    }
}
