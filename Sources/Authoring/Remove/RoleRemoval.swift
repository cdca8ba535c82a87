import Diagnostics
import Handbook
import Markdown

extension Rule {
    /// A place that names a removed role and is left alone.
    public static let stillNamed = Rule("still-named", .note, "a name is removed where it is certain what remains")
}

/// Removes a role from one text: from lists of front matter, columns of matrices, and links, whose words stay.
struct RoleRemoval {
    private(set) var edits: TextEdits
    private(set) var left: [Diagnostic] = []

    private let role: Role
    private let page: Page
    private let source: SourceText
    private let handbook: Handbook
    private let links: LinkResolver

    init(_ role: Role, from page: Page, _ source: SourceText, _ handbook: Handbook) {
        (self.role, self.page, self.source, self.handbook) = (role, page, source, handbook)
        edits = TextEdits(source)
        links = LinkResolver(handbook)
    }

    mutating func run() {
        for name in page.names(of: .role) where isRole(name.value) { removeFromList(name) }
        if page.id.kind == .matrix { removeColumns() }
        removeLinks()
    }

    private func isRole(_ name: String) -> Bool { handbook.names.resolve(name, among: [.role]) == .found(role.id) }

    // MARK: - Front matter

    /// Removes an item of a list in brackets, or one on a line of its own.
    private mutating func removeFromList(_ name: Located<String>) {
        guard let number = name.location.line, let columns = name.location.columns.first, let line = source.line(number),
            let value = edits.range(line: number, columns: columns)
        else { return leave(name.value, name.location) }
        let text = source.text
        var (start, end) = (value.lowerBound, value.upperBound)
        // The place is that of the words, with or without their quotes.
        if end < line.endIndex, text[end] == "\"" || text[end] == "'" { end = text.index(after: end) }
        if start > line.startIndex, case let before = text.index(before: start), text[before] == "\"" || text[before] == "'" {
            start = before
        }
        let before = line[..<start].trimmingSuffix { $0 == " " }
        let after = line[end...].drop { $0 == " " }
        let isLine = before.allSatisfy { $0 == " " || $0 == "-" } && before.last == "-" && (after.isEmpty || after.first == "#")
        if isLine {
            let next = number < source.lines.count ? source.lines[number].startIndex : line.endIndex
            // A list's last item leaves its key with nothing.
            edits.replace(line.startIndex..<next, with: "")
        } else if before.last == ",", after.first == "," || after.first == "]" {
            edits.replace(text.index(before: before.endIndex)..<end, with: "")
        } else if before.last == "[", after.first == "," {
            edits.replace(start..<text.index(after: after.startIndex), with: "")
            if let space = after.dropFirst().first, space == " " {
                edits.replace(text.index(after: after.startIndex)..<text.index(after.startIndex, offsetBy: 2), with: "")
            }
        } else if before.last == "[", after.first == "]" {
            edits.replace(start..<end, with: "")
        } else {
            leave(name.value, name.location)
        }
    }

    // MARK: - Matrices

    /// Removes the columns that the role heads. A table that names roles in its rows or cells is left to the author.
    private mutating func removeColumns() {
        for block in page.blocks where block.isTable {
            guard let header = source.line(block.lines.lowerBound) else { continue }
            let cells = TableLine(header).cells
            let columns = cells.indices.dropFirst().filter { isRole(Self.plain(cells[$0])) }
            guard !columns.isEmpty else {
                for number in block.lines {
                    for cell in source.line(number).map({ TableLine($0).cells }) ?? [] where isRole(Self.plain(cell)) {
                        leave(cell, source.locate(cell, in: number...number))
                    }
                }
                continue
            }
            guard cells.count > columns.count + 1 else {
                leave(role.title, source.location(line: block.lines.lowerBound))
                continue
            }
            for number in block.lines { removeCells(columns, line: number) }
        }
    }

    private static func plain(_ cell: String) -> String { cell.filter { !"*_`".contains($0) }.trimmingWhitespace }

    private mutating func removeCells(_ columns: [Int], line number: Int) {
        guard let line = source.line(number) else { return }
        let cells = TableLine(line)
        for column in columns where cells.columns.indices.contains(column) {
            // From the pipe before the cell to the one behind it.
            guard let inside = edits.range(line: number, columns: cells.columns[column]),
                let start = line[..<inside.lowerBound].lastIndex(of: "|")
            else { continue }
            let end = line[inside.upperBound...].firstIndex(of: "|") ?? line.endIndex
            edits.replace(start..<end, with: "")
        }
    }

    // MARK: - Links

    /// Puts the words of links in their place.
    private mutating func removeLinks() {
        for reference in page.document.references where links.pages(reference, in: page).contains(role.id) {
            let isDone: Bool
            switch reference.target {
            case .link(let url): isDone = unlink(url, reference.location)
            case .wikiLink(let link): isDone = unlink(link, reference.location)
            case .image, .citation, .html: isDone = false
            }
            if !isDone { leave(role.title, reference.location) }
        }
    }

    /// `[words](url)` becomes `words`.
    private mutating func unlink(_ url: String, _ place: Location) -> Bool {
        guard let number = place.line, let columns = place.columns.first, let line = source.line(number),
            let address = edits.range(line: number, columns: columns), source.text[address] == url,
            line[..<address.lowerBound].hasSuffix("]("), line[address.upperBound...].first == ")"
        else { return false }
        let text = source.text
        let close = text.index(address.lowerBound, offsetBy: -2)
        guard let open = line[..<close].lastIndex(where: { $0 == "[" || $0 == "]" }), text[open] == "[" else { return false }
        let words = String(text[text.index(after: open)..<close])
        return edits.replace(open..<text.index(after: address.upperBound), with: words)
    }

    /// `[[name|words]]` becomes `words`; without words, the role's title.
    private mutating func unlink(_ link: WikiLink, _ place: Location) -> Bool {
        guard let number = place.line, let columns = place.columns.first, let range = edits.range(line: number, columns: columns),
            source.text[range].hasPrefix("[["), source.text[range].hasSuffix("]]")
        else { return false }
        return edits.replace(range, with: link.label ?? role.title)
    }

    // MARK: - What is left

    private mutating func leave(_ words: String, _ place: Location) {
        left.append(Rule.stillNamed("'\(words)'", at: place))
    }

    /// Plain mentions of the role in prose, which only their author can reword.
    mutating func leave(_ mentions: Mentions) {
        let known = Set(left.compactMap(\.location?.line))
        let lines = LineNumbers(source)
        for (range, key) in mentions.places(in: source.text) where key == role.slug && !edits.touches(range) {
            let number = lines.number(at: range.lowerBound)
            guard !known.contains(number), let start = source.line(number)?.startIndex else { continue }
            let first = source.text.unicodeScalars.distance(from: start, to: range.lowerBound) + 1
            let count = source.text.unicodeScalars.distance(from: range.lowerBound, to: range.upperBound)
            leave(String(source.text[range]), source.location(line: number, columns: [first..<first + count]))
        }
    }
}

extension Substring {
    /// Without what is at the end and belongs to a set.
    fileprivate func trimmingSuffix(_ belongs: (Character) -> Bool) -> Substring {
        var text = self
        while let last = text.last, belongs(last) { text.removeLast() }
        return text
    }
}
