import Diagnostics
import Handbook
import Markdown

/// A page on its way into a project: what its file has, and what is proposed for it.
struct ImportedPage {
    let place: ImportedPlace
    let source: SourceText
    let front: ForeignFrontMatter
    /// What follows the front matter, to the byte.
    let body: String
    let document: Document

    /// The path below the content folder.
    var target: String
    var kind = Kind.page
    /// Why it is of that kind.
    var why: String?
    /// Whether its front matter says the kind.
    var isLabelled = false
    var slug = ""
    /// Keys of the new front matter.
    var fields: [PlainValue.Entry] = []
    /// What each of them comes from.
    var reasons: [String] = []
    /// Keys of the old front matter of which nothing is left to keep, by place.
    var taken: Set<Int> = []
    /// What could not be decided.
    var untold: [(line: Int?, message: String)] = []

    init(_ path: String, _ bytes: [UInt8], named name: String, into findings: inout Findings) {
        place = ImportedPlace(path)
        source = SourceText.decode(bytes, path: name, into: &findings)
        front = ForeignFrontMatter(bytes, source)
        body = String(decoding: bytes[front.bodyOffset...], as: UTF8.self)
        // What exceeds the limits of a page is reported when the project is checked.
        var told = Findings()
        let text = source.lines.dropFirst(front.bodyLine - 1).joined(separator: "\n")
        document = DocumentReader.read(SplitPage(body: text, line: front.bodyLine), in: source, into: &told)
        target = place.path
        if let fault = front.fault {
            untold.append(
                (fault.location.line, "the front matter cannot be read, and is kept in comments; the page is a draft: \(fault.value)")
            )
        }
    }

    /// The value of a key of the old front matter, without regard to case, and to whether words are joined by `-` or `_`.
    func value(_ keys: String...) -> (index: Int, value: ForeignValue)? {
        for key in keys {
            if let index = front.entries.firstIndex(where: { Self.key($0.key) == key }), let value = front.entries[index].value,
                !value.isEmpty
            {
                return (index, value)
            }
        }
        return nil
    }

    /// A key in one form: `linkTitle`, `link-title` and `link_title` are the same.
    static func key(_ key: String) -> String {
        var result = ""
        for character in key {
            if character.isUppercase, let last = result.last, last != "_", !last.isUppercase { result.append("_") }
            result += character == "-" ? "_" : character.lowercased()
        }
        return result
    }

    func line(_ index: Int) -> Int { front.entries[index].lines.lowerBound }

    func has(_ key: String) -> Bool { fields.contains { $0.key == key } }

    /// Gives a key of the new front matter its value, once.
    mutating func set(_ key: String, _ value: PlainValue, _ reason: String?, taking index: Int? = nil) {
        guard !has(key) else { return }
        fields.append(PlainValue.Entry(key, value))
        if let reason { reasons.append(reason) }
        if let index { taken.insert(index) }
    }

    mutating func cannotTell(_ message: String, line: Int? = nil) { untold.append((line, message)) }

    // MARK: - The body

    /// The first block, if it is a heading of the first level: the page's title.
    var titleHeading: Block? {
        guard let first = document.blocks.first(where: { !$0.isHTML }), case .heading(level: 1, _) = first.kind,
            !first.plainText.isEmpty
        else { return nil }
        return first
    }

    /// The headings of the page's sections, as `Body` splits a page.
    var sectionHeadings: [Heading] {
        let title = titleHeading
        let blocks = document.blocks.filter { $0.id != title?.id }
        let level = blocks.compactMap { if case .heading(let level, _) = $0.kind { level } else { nil } }.min() ?? 2
        let anchors = Set(
            blocks.compactMap { if case .heading(let found, let anchor) = $0.kind, found <= max(level, 2) { anchor } else { nil } }
        )
        return document.headings.filter { anchors.contains($0.anchor) }
    }

    typealias TextTable = (header: [String], rows: [[String]], line: Int)

    /// The tables, as texts.
    var tables: [TextTable] {
        document.blocks.filter(\.isTable).compactMap { table in
            table.children.first.map { header in
                (texts(header), table.children.dropFirst().map(texts), table.lines.lowerBound)
            }
        }
    }

    /// The tables that make a matrix: the first that is one, and those with the same first heading. A legend may stand before it.
    func matrixTables(isTold: Bool) -> [(table: TextTable, grid: MatrixGrid)] {
        let all = tables.map { table in (table: table, grid: MatrixGrid(header: table.header, rows: table.rows, isTold: isTold)) }
        let first = all.firstIndex { $0.grid.map { $0.cellColumns.count > 1 } == true } ?? all.firstIndex { $0.grid != nil }
        guard let first, let heading = all[first].grid.map({ NameIndex.key(all[first].table.header[$0.task]) }) else { return [] }
        return all[first...].compactMap { table, grid in
            grid.flatMap { NameIndex.key(table.header[$0.task]) == heading ? (table, $0) : nil }
        }
    }

    private func texts(_ row: Block) -> [String] { row.children.map(\.plainText) }

    // MARK: - As a file

    /// Lines of the old front matter that no key of the new one has.
    var leftLines: [String] {
        guard let lines = front.lines else { return [] }
        let entries = front.entries.enumerated()
        let gone = Set(entries.filter { taken.contains($0.offset) }.flatMap { Array($0.element.lines) })
        let needed = Set(entries.filter { !taken.contains($0.offset) }.flatMap { Array($0.element.lines) })
        return lines.filter { needed.contains($0) || !gone.contains($0) || hasComment($0) }.compactMap { source.line($0).map(String.init) }
            .filter { !$0.allSatisfy(\.isWhitespace) }
    }

    /// Whether a line may have a comment behind its value. Errs on the safe side: the line is then kept too.
    private func hasComment(_ line: Int) -> Bool { source.line(line).map { $0.contains(" #") || $0.hasPrefix("#") } ?? false }

    /// The file in the project. Its front matter has the line ends of the body, which stays as it was to the byte.
    var text: String {
        let left = leftLines
        let comments = left.isEmpty ? "" : (["# from the old front matter:"] + left.map { "#   " + $0 }).map { $0 + "\n" }.joined()
        let yaml = YAMLText.text(fields, fields: PageFields.fields(of: kind)) + comments
        guard !yaml.isEmpty || front.opensWithRule || body.hasPrefix("---") else { return body }
        let front = "---\n\(yaml)---\n"
        let hasCRLF =
            body.utf8.firstIndex(of: 0x0A).map { $0 > body.utf8.startIndex && body.utf8[body.utf8.index(before: $0)] == 0x0D } ?? false
        return (hasCRLF ? front.replacing("\n", with: "\r\n") : front) + body
    }
}
