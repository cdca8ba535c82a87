import Markdown

/// A plain table in HTML as a table of Markdown.
enum HTMLTable {
    /// The rows of the table that begins on a line, as lines, and the index behind it; `nil` for a table that Markdown cannot show.
    static func lines(_ lines: [BodyLines.Line], _ index: Int) -> (lines: [BodyLines.Line], end: Int)? {
        guard lines[index].text.lowercased().trimmingWhitespace.hasPrefix("<table") else { return nil }
        guard let last = lines.indices.dropFirst(index).first(where: { lines[$0].text.lowercased().has("</table>") }) else { return nil }
        let block = lines[index...last].map(\.text).joined(separator: " ")
        guard let texts = rows(in: block.trimmingWhitespace) else { return nil }
        let first = lines[index]
        return (texts.map { first.with(String(first.indent) + $0) }, last + 1)
    }

    /// The lines of a table; `nil` for one that has cells over several columns or rows, text between its cells, tables in cells, or
    /// other blocks in them.
    static func rows(in block: String) -> [String]? {
        guard block.lowercased().hasSuffix("</table>") else { return nil }
        var reader = Reader(rest: block[...])
        guard reader.read() else { return nil }
        let rows = reader.rows.filter { !$0.isEmpty }
        guard let width = rows.map(\.count).max(), rows.count > 1 || width > 1 else { return nil }
        var texts = rows.map { row in "| " + (row + Array(repeating: "", count: width - row.count)).joined(separator: " | ") + " |" }
        texts.insert("|" + String(repeating: "---|", count: width), at: 1)
        return texts
    }

    /// Reads cells. The end tags of cells, rows and parts of a table are optional in HTML.
    private struct Reader {
        var rest: Substring
        var rows: [[String]] = []
        private var cell: String?
        private var depth = 0
        /// Where bold words begin in the cell.
        private var bold: [Int] = []

        init(rest: Substring) { self.rest = rest }

        /// Whether all of it is plain.
        mutating func read() -> Bool {
            while let open = rest.firstIndex(of: "<") {
                guard add(rest[..<open]) else { return false }
                rest = rest[open...]
                guard let token = HTMLTokens.tag(rest) else { return false }
                let whole = token.text
                rest = rest.dropFirst(token.length)
                guard take(ForeignTag(whole.dropFirst().dropLast(), range: whole.startIndex..<whole.endIndex)) else { return false }
            }
            return add(rest) && cell == nil
        }

        /// Adds text to the cell; text outside of cells would be lost.
        private mutating func add(_ text: Substring) -> Bool {
            guard cell == nil else {
                cell?.append(contentsOf: text)
                return true
            }
            return text.allSatisfy(\.isWhitespace)
        }

        private mutating func take(_ tag: ForeignTag) -> Bool {
            switch tag.name {
            case "table":
                depth += 1
                return depth == 1
            case "td", "th":
                closeCell()
                guard tag.attributes["rowspan"].map({ $0 == "1" }) ?? true, tag.attributes["colspan"].map({ $0 == "1" }) ?? true else {
                    return false
                }
                if rows.isEmpty { rows.append([]) }
                cell = ""
            case "tr":
                closeCell()
                rows.append([])
            case "/td", "/th":
                guard cell != nil else { return false }
                closeCell()
            case "thead", "/thead", "tbody", "/tbody", "tfoot", "/tfoot", "/tr", "/table": closeCell()
            case "colgroup", "/colgroup", "col": break
            default: return takeInside(tag)
            }
            return true
        }

        /// A tag in a cell.
        private mutating func takeInside(_ tag: ForeignTag) -> Bool {
            guard let text = cell else { return false }
            switch tag.name {
            case "b", "strong":
                bold.append(text.count)
                cell = text + "**"
            case "/b", "/strong":
                guard let start = bold.popLast() else { return false }
                // Bold words that are none would be four stars.
                let words = text.dropFirst(start + 2)
                cell = words.allSatisfy(\.isWhitespace) ? String(text.prefix(start) + words) : text + "**"
            case "i", "em", "/i", "/em": cell = text + "*"
            case "code", "/code": cell = text + "`"
            case "br", "br/": cell = text + "; "
            case "li": if !text.trimmingWhitespace.isEmpty { cell = text.trimmingWhitespaceAtEnd + "; " }
            case "p", "/p", "ul", "/ul", "ol", "/ol", "/li", "span", "/span", "div", "/div": cell = text + " "
            case "img":
                guard let image = HTMLPictures.image(tag) else { return false }
                cell = text + image
            case "a":
                guard let end = rest.range(of: "</a>"), !rest[..<end.lowerBound].contains("<") else { return false }
                let words = String(rest[..<end.lowerBound])
                cell = text + (tag.attributes["href"].map { "[\(words)](\(InlineConverter.address($0)))" } ?? words)
                rest = rest[end.upperBound...]
            default: return false
            }
            return true
        }

        private mutating func closeCell() {
            guard let text = cell else { return }
            if rows.isEmpty { rows.append([]) }
            rows[rows.count - 1].append(HTMLTable.written(text))
            cell = nil
            bold = []
        }
    }

    /// A cell on one line, with its pipes as text.
    private static func written(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("|", with: "\\|").replacing("&nbsp;", with: " ")
            .trimmingWhitespace
    }
}
