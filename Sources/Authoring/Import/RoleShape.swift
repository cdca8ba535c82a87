import Handbook
import Markdown

/// What stands for a section on pages of roles that were written with other tools: bold paragraphs, and tables of facts.
enum RoleShape {
    /// Lines of bold words alone, or in capitals, which stand for headings, with their lines in the document.
    static func boldHeadings(_ page: ImportedPage) -> [(text: String, line: Int)] {
        page.document.blocks.compactMap { block in
            guard case .paragraph = block.kind, let first = block.inlines.first else { return nil }
            if let words = bold(first) {
                let rest = [Inline](block.inlines.dropFirst())
                let text = words.plainText.trimmingWhitespace
                let name = text.hasSuffix(":") ? String(text.dropLast()) : text
                guard !name.isEmpty, text.count <= 80 else { return nil }
                let isAlone = block.lines.count == 1 && [":", ""].contains(rest.plainText.trimmingWhitespace)
                return isAlone || (KindProposal.isOfRole(name) && endsLine(rest)) ? (name, block.lines.lowerBound) : nil
            }
            let text = block.inlines.plainText.trimmingWhitespace
            guard block.lines.count == 1, block.inlines.count == 1, text.count <= 60, text == text.uppercased() else { return nil }
            let name = text.hasSuffix(":") ? String(text.dropLast()) : text
            guard KindProposal.isOfRole(name) else { return nil }
            return (name.prefix(1) + name.dropFirst().lowercased(), block.lines.lowerBound)
        }
    }

    /// The words of `**words**`, or of `***words***`.
    private static func bold(_ inline: Inline) -> [Inline]? {
        switch inline {
        case .strong(let words): words
        case .emphasis(let inner): inner.count == 1 ? inner.first.flatMap(bold) : nil
        default: nil
        }
    }

    /// Whether the line ends before anything else is on it.
    private static func endsLine(_ rest: [Inline]) -> Bool {
        for inline in rest {
            switch inline {
            case .softBreak, .lineBreak: return true
            case .text(let text) where [":", ""].contains(text.trimmingWhitespace): continue
            default: return false
            }
        }
        return false
    }

    /// Makes headings of bold paragraphs on the page of a role, if one of them means a section and no heading does; and sections
    /// and front matter of a table of facts.
    static func apply(to page: inout ImportedPage) {
        if let table = factTable(page) {
            page.converted.append((table.line, "the table of facts is read as front matter and sections"))
            page.take(table.facts, inPlaceOf: table.range, leaving: table.sections)
        }
        let bold = boldHeadings(page)
        // Below a heading that means a section, they divide that.
        guard bold.contains(where: { KindProposal.isOfRole($0.text) }),
            !page.sectionHeadings.contains(where: { KindProposal.isOfRole($0.text) })
        else { return }
        let places = bold.map { (text: $0.text, index: page.index(ofLine: $0.line), line: page.fileLine($0.line)) }
        page.edit { lines in
            for place in places.reversed() {
                lines.replace(place.index..<(place.index + 1), with: ["## \(MarkdownText.escaped(place.text))"])
            }
        }
        for place in places { page.converted.append((place.line, "'\(place.text)', a line of its own, is a heading")) }
    }

    // MARK: - Tables of facts

    struct FactTable {
        let facts: [ForeignFrontMatter.Entry]
        /// The lines of its sections.
        let sections: [String]
        /// Its lines, counted from 0.
        let range: Range<Int>
        /// Its line in the file.
        let line: Int
    }

    /// The first table, if it has two columns, names of facts in the first, and at least two of them are known of roles.
    static func factTable(_ page: ImportedPage) -> FactTable? {
        guard let table = page.document.blocks.first(where: { $0.isTable }), case .table(let columns) = table.kind, columns.count == 2
        else {
            return nil
        }
        let range = page.index(ofLine: table.lines.lowerBound)..<(page.index(ofLine: table.lines.upperBound) + 1)
        guard page.lines.lines.indices.contains(range.lowerBound), range.upperBound <= page.lines.lines.count else { return nil }
        var rows: [(key: String, value: String, line: Int)] = []
        for (offset, line) in page.lines.lines[range].enumerated() where offset != 1 {
            let cells = TableLine(line.text[...]).cells
            guard let first = cells.first, cells.count > 1 else { continue }
            rows.append((plain(first), cells[1], line.number))
        }
        // The header may be a fact, or only say what the columns are.
        if let first = rows.first, RoleColumns.meaning(of: first.key) == nil || headers.contains(first.value.lowercased()) {
            rows.removeFirst()
        }
        let known = rows.filter { RoleColumns.meaning(of: $0.key) != nil }
        guard known.count > 1, known.count * 2 >= rows.count, Set(rows.map { $0.key.lowercased() }).count == rows.count else { return nil }
        var facts: [ForeignFrontMatter.Entry] = []
        var sections: [String] = []
        for row in rows where !row.value.isEmpty {
            switch RoleColumns.meaning(of: row.key) {
            case .section(let name)?:
                let items = RoleTable.items(
                    row.value.replacing("<br>", with: "\n").replacing("<br/>", with: "\n").replacing("\\|", with: "|")
                )
                sections += ["", "## \(SectionNames().heading(of: name))", ""] + items.map { "- \($0)" }
            case .title?: facts.append(NotionFacts.entry("title", plain(row.value), line: row.line))
            case .slug?: facts.append(NotionFacts.entry("slug", row.value, line: row.line))
            case .key(let key)?: facts.append(fact(key, row.value, row.line))
            case nil:
                facts.append(ForeignFrontMatter.Entry(key: row.key, value: .scalar(row.value, isPlain: false), lines: row.line...row.line))
            }
        }
        return FactTable(facts: facts, sections: sections, range: range, line: page.lines.lines[range.lowerBound].number)
    }

    private static let headers: Set<String> = ["value", "description", "details", "detail", "wert", "answer", ""]

    private static func fact(_ key: String, _ value: String, _ line: Int) -> ForeignFrontMatter.Entry {
        let isList = PageFields.fields(of: .role).contains { if case .list = $0.type { $0.key == key } else { false } }
        guard isList else { return NotionFacts.entry(key, plain(value), line: line) }
        let items = RoleTable.items(value.replacing("<br>", with: "\n")).map { ForeignValue.scalar(plain($0), isPlain: false) }
        return ForeignFrontMatter.Entry(key: key, value: .list(items), lines: line...line)
    }

    /// Without the signs of bold words and code around it.
    private static func plain(_ cell: String) -> String {
        var text = cell[...]
        while let first = text.first, "*_`".contains(first), text.last == first, text.count > 1 { text = text.dropFirst().dropLast() }
        return String(text.last == ":" ? text.dropLast() : text).trimmingWhitespace
    }

    // MARK: - What is not understood

    /// Says what would make a role of a page that looks like one, or what of a role's page is not read.
    static func tellLikeness(_ page: inout ImportedPage) {
        let headings = page.sectionHeadings
        let known = headings.filter { KindProposal.isOfRole($0.text) }
        let open = headings.first { !KindProposal.isOfRole($0.text) }
        switch page.kind {
        case .role where known.isEmpty:
            if let open {
                page.cannotTell(
                    "no heading is one that a role's page has: rename '\(open.text)' to 'Responsibilities', or list it under 'sections'",
                    line: page.fileLine(open.location.line)
                )
            } else if let text = page.document.blocks.first(where: { $0.id != page.titleHeading?.id && !$0.isHTML }) {
                page.cannotTell(
                    "looks like a role; put a heading such as '## Responsibilities' over what the role does",
                    line: page.fileLine(text.lines.lowerBound)
                )
            }
        case .page where !page.place.opensFolder && !page.isLabelled:
            let isTitle = RoleTitles.isTitle(TitleProposal(page).text)
            guard isTitle || !known.isEmpty, let shown = (isTitle ? open ?? known.first : known.first) else { return }
            let remedy =
                known.isEmpty
                ? "rename the heading '\(shown.text)' to 'Responsibilities', or write 'kind: role'" : "write 'kind: role' if it is one"
            page.cannotTell("looks like a role; \(remedy)", line: page.fileLine(shown.location.line))
        default: break
        }
    }
}
