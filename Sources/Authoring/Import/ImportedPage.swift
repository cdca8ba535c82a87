import Diagnostics
import Handbook
import Markdown

/// A page on its way into a project: what its file has, and what is proposed for it.
struct ImportedPage {
    let place: ImportedPlace
    let source: SourceText
    let front: ForeignFrontMatter
    /// What follows the front matter. Lines that no conversion changes stay as they are, to the byte.
    private(set) var lines: BodyLines
    private(set) var document = Document.empty
    /// The headings of the page's sections, as `Body` splits a page.
    private(set) var sectionHeadings: [Heading] = []

    /// The keys of the front matter, and behind them facts that the body gives: lines of Notion, a table of facts.
    private(set) var entries: [ForeignFrontMatter.Entry]
    /// The line in `lines` where those facts are that no key takes.
    private var factsLine: Int?
    /// Whether that line is not one of the file.
    private var insertsFacts = false

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
    /// Entries of which nothing is left to keep, by place.
    var taken: Set<Int> = []
    /// What could not be decided.
    var untold: [(line: Int?, message: String)] = []
    /// What was converted.
    var converted: [(line: Int?, message: String)] = []
    /// Whether what is published of the page may be what its author kept back, so that it has to be a draft.
    private(set) var isHeldBack = false

    /// - Parameters:
    ///   - path: the path below the folder of the pages.
    ///   - name: how messages call the file.
    ///   - isMDX: whether lines of JavaScript in it are no text.
    init(_ path: String, _ bytes: [UInt8], named name: String, isMDX: Bool = false) {
        place = ImportedPlace(path)
        let repaired = RepairedText(bytes)
        let opening = RepairedOpening(repaired.bytes)
        let bytes = opening.bytes
        // What exceeds the limits of a page is reported when the project is checked.
        var told = Findings()
        source = SourceText.decode(bytes, path: name, into: &told)
        front = ForeignFrontMatter(bytes, source)
        entries = front.entries
        let body = String(decoding: bytes[front.bodyOffset...], as: UTF8.self)
        lines = BodyLines(body, firstLine: front.bodyLine)
        target = place.path
        untold = repaired.notes
        if let note = opening.note { converted.append((1, note)) }
        if let fault = front.fault {
            untold.append(
                (fault.location.line, "the front matter cannot be read, and is kept in comments; the page is a draft: \(fault.value)")
            )
        }
        holdBack()
        var converter = BlockConverter(isMDX: isMDX || place.ending.lowercased() == "mdx")
        converter.convert(&lines, text: body)
        for (what, places) in converter.notes.converted.all { converted.append((places.first, ConversionNotes.sentence(what, places))) }
        for (what, places) in converter.notes.left.all { untold.append((places.first, ConversionNotes.sentence(what, places))) }
        if let comment = lines.lines.first(where: { !$0.isCode && $0.text.has("%%") }) {
            untold.append((comment.number, "comments between '%%' are left out of the site"))
        }
        parse()
        if place.hasID, let (facts, range) = NotionFacts.facts(in: lines.lines, titleLine: titleHeading?.lines.lowerBound) {
            take(facts, inPlaceOf: range)
        }
    }

    /// Front matter that is not where it belongs, or has no end, may say that the page is private.
    private mutating func holdBack() {
        var findings = Findings()
        let body = SourceText(path: source.path, text: source.lines.dropFirst(front.bodyLine - 1).joined(separator: "\n"))
        let first = body.lines.firstIndex { !$0.allSatisfy(\.isWhitespace) } ?? 0
        let opensWithRule = body.lines.dropFirst(first).first?.hasPrefix("---") == true
        // A rule that opens the body gets front matter before it, so that it is none.
        let opensWithKeys = front.opensWithRule && body.lines.dropFirst(first + 1).first.map(Self.isKey) == true
        if !opensWithRule || opensWithKeys { _ = SplitPage(body, into: &findings) }
        if let fault = findings.all.first {
            isHeldBack = true
            let line = fault.location?.line.map { $0 + front.bodyLine - 1 }
            untold.append((line, "\(fault.message); the page is a draft"))
        } else if front.bodyLine == 1, let found = OpeningKeys.find(in: source.lines) {
            isHeldBack = found.holdsBack
            untold.append((found.line + 1, found.message))
        }
    }

    /// `key: value`
    private static func isKey(_ line: Substring) -> Bool {
        let key = line.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        return !key.isEmpty && line[key.endIndex...].hasPrefix(":")
    }

    // MARK: - Values

    /// The value of a key of the old front matter, without regard to case, and to whether words are joined by `-` or `_`.
    func value(_ keys: String...) -> (index: Int, value: ForeignValue)? {
        for key in keys {
            if let index = entries.firstIndex(where: { Self.key($0.key) == key }), let value = entries[index].value, !value.isEmpty {
                return (index, value)
            }
        }
        return nil
    }

    /// A key in one form: `linkTitle`, `link-title`, `Link title` and `link_title` are the same.
    static func key(_ key: String) -> String {
        var result = ""
        var last: Character?
        for character in key {
            if character.isUppercase, let last, last.isLowercase || last.isNumber { result += "_" }
            result += character == "-" || character == " " ? "_" : character.lowercased()
            last = character
        }
        return result
    }

    func line(_ index: Int) -> Int { entries[index].lines.lowerBound }

    func has(_ key: String) -> Bool { fields.contains { $0.key == key } }

    /// Whether no reader sees the page.
    var isKept: Bool { has("draft") || place.folders.first == Privacy.folder }

    /// Gives a key of the new front matter its value, once.
    mutating func set(_ key: String, _ value: PlainValue, _ reason: String?, taking index: Int? = nil) {
        guard !has(key) else { return }
        fields.append(PlainValue.Entry(key, value))
        if let reason { reasons.append(reason) }
        if let index { taken.insert(index) }
    }

    /// Changes handles in values that would be citations.
    mutating func escape(_ handles: Handles) {
        for index in fields.indices {
            let value = handles.escaped(fields[index].value)
            guard value != fields[index].value else { continue }
            fields[index] = PlainValue.Entry(fields[index].key, value)
            converted.append((nil, "handles in brackets in '\(fields[index].key)' are text, where no source has their key"))
        }
    }

    mutating func cannotTell(_ message: String, line: Int? = nil) { untold.append((line, message)) }

    // MARK: - The body

    /// Reads the body as it is now.
    private mutating func parse() {
        var told = Findings()
        if lines.isChanged {
            let text = SourceText.decode(Array(lines.text.utf8), path: source.path, into: &told)
            document = DocumentReader.read(SplitPage(body: text.text, line: 1), in: text, into: &told)
        } else {
            let text = source.lines.dropFirst(front.bodyLine - 1).joined(separator: "\n")
            document = DocumentReader.read(SplitPage(body: text, line: front.bodyLine), in: source, into: &told)
        }
        let title = titleHeading
        let blocks = document.blocks.filter { $0.id != title?.id }
        let level = blocks.compactMap { if case .heading(let level, _) = $0.kind { level } else { nil } }.min() ?? 2
        let anchors = Set(
            blocks.compactMap { if case .heading(let found, let anchor) = $0.kind, found <= max(level, 2) { anchor } else { nil } }
        )
        sectionHeadings = document.headings.filter { anchors.contains($0.anchor) }
    }

    /// The place in `lines` of a line that the document gives.
    func index(ofLine line: Int) -> Int { line - (lines.isChanged ? 1 : front.bodyLine) }

    /// The line of the file of a line that the document gives.
    func fileLine(_ line: Int?) -> Int? {
        guard let line, lines.lines.indices.contains(index(ofLine: line)) else { return line }
        return lines.lines[index(ofLine: line)].number
    }

    /// The first block, if it is a heading of the first level: the page's title.
    var titleHeading: Block? {
        guard let first = document.blocks.first(where: { !$0.isHTML }), case .heading(level: 1, _) = first.kind,
            !first.plainText.isEmpty
        else { return nil }
        return first
    }

    typealias TextTable = (header: [String], rows: [[String]], line: Int)

    /// The tables, as texts.
    var tables: [TextTable] {
        document.blocks.filter(\.isTable).compactMap { table in
            table.children.first.map { header in
                (texts(header), table.children.dropFirst().map(texts), fileLine(table.lines.lowerBound) ?? 1)
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

    /// Puts facts of the body behind the keys of the front matter; those that no key takes are written back as a list.
    mutating func take(_ facts: [ForeignFrontMatter.Entry], inPlaceOf range: Range<Int>, leaving rest: [String] = []) {
        entries += facts
        lines.replace(range, with: [""] + rest)
        factsLine = range.lowerBound
        parse()
    }

    /// Adds facts that another file gives, where the page has none of that name.
    mutating func add(_ facts: [ForeignFrontMatter.Entry]) {
        let missing = facts.filter { fact in !entries.contains { Self.key($0.key) == Self.key(fact.key) } }
        guard !missing.isEmpty else { return }
        entries += missing
        if factsLine == nil {
            let index = titleHeading.map { self.index(ofLine: $0.lines.upperBound) + 1 } ?? 0
            lines.insert("", at: index)
            (factsLine, insertsFacts) = (index, true)
            parse()
        }
    }

    /// Changes lines of the body, and reads it again.
    mutating func edit(_ change: (inout BodyLines) -> Void) {
        change(&lines)
        parse()
    }

    /// Changes words within lines of the body, as the last step: the document is not read again.
    mutating func setText(_ index: Int, _ text: String) { lines.setText(index, text) }

    /// Changes the texts of facts that the body gives.
    mutating func mapFacts(_ change: (String) -> String) {
        for index in entries.indices.dropFirst(front.entries.count) {
            guard case .scalar(let text, let isPlain)? = entries[index].value else { continue }
            let fact = entries[index]
            entries[index] = ForeignFrontMatter.Entry(key: fact.key, value: .scalar(change(text), isPlain: isPlain), lines: fact.lines)
        }
    }

    // MARK: - As a file

    /// Lines of the old front matter that no key of the new one has.
    var leftLines: [String] {
        guard let lines = front.lines else { return [] }
        let entries = front.entries.enumerated()
        let gone = Set(entries.filter { taken.contains($0.offset) }.flatMap { Array($0.element.lines) })
        let needed = Set(entries.filter { !taken.contains($0.offset) }.flatMap { Array($0.element.lines) })
        return lines.filter { needed.contains($0) || !gone.contains($0) || hasComment($0) }.compactMap { source.line($0).map(String.init) }
            .filter { line in !line.allSatisfy { $0.isWhitespace || "{},".contains($0) } }
    }

    /// Whether a line may have a comment behind its value. Errs on the safe side: the line is then kept too.
    private func hasComment(_ line: Int) -> Bool { source.line(line).map { $0.contains(" #") || $0.hasPrefix("#") } ?? false }

    /// Facts of the body that no key has, as items of a list.
    private var leftFacts: [String] {
        entries.enumerated().dropFirst(front.entries.count).filter { !taken.contains($0.offset) }.compactMap { _, fact in
            fact.value?.texts.map { "- **\(fact.key):** \($0.joined(separator: ", "))" }
        }
    }

    private var body: String {
        let facts = leftFacts
        guard let factsLine else { return lines.text }
        var lines = lines
        let isNextBlank = lines.lines.dropFirst(factsLine + 1).first?.isBlank ?? true
        if facts.isEmpty {
            // Of the two blank lines around them, one stays.
            lines.replace(factsLine..<(factsLine + (isNextBlank && !insertsFacts && factsLine + 1 < lines.lines.count ? 2 : 1)), with: [])
        } else {
            lines.replace(factsLine..<(factsLine + 1), with: (insertsFacts ? [""] : []) + facts + (isNextBlank ? [] : [""]))
        }
        return lines.text
    }

    /// The file in the project. Its front matter has the line ends of the body.
    var text: String {
        let left = leftLines
        let body = body
        let comments = left.isEmpty ? "" : (["# from the old front matter:"] + left.map { "#   " + $0 }).map { $0 + "\n" }.joined()
        let yaml = YAMLText.text(fields, fields: PageFields.fields(of: kind)) + comments
        guard !yaml.isEmpty || front.opensWithRule || body.hasPrefix("---") else { return body }
        let front = "---\n\(yaml)---\n"
        let hasCRLF =
            body.utf8.firstIndex(of: 0x0A).map { $0 > body.utf8.startIndex && body.utf8[body.utf8.index(before: $0)] == 0x0D } ?? false
        return (hasCRLF ? front.replacing("\n", with: "\r\n") : front) + body
    }
}
