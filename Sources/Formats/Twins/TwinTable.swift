import Handbook
import Markdown

/// A table of facts in Markdown, from the same cells as the page and the CSV file. Asides, blanks and what only the eye has
/// are left out, as in that file.
struct TwinTable {
    /// The address of the page whose twin is written.
    let address: String
    let twins: Twins

    func lines(_ table: Table) -> [String] {
        let facts = table.columns.indices.filter { !table.columns[$0].isAside }
        func line(_ cells: [[Inline]], _ group: [Inline]) -> String {
            let all = table.grouping == nil ? cells : Array(cells.prefix(1)) + [group] + cells.dropFirst()
            let texts = all.map { MarkdownWriter.cell(of: $0, resolver: AuthoredMarkdown()) }
            return "| \(texts.map { $0.isEmpty ? " " : $0 }.joined(separator: " | ")) |"
        }
        let header = facts.map { heading(table.columns[$0]) }
        let width = header.count + (table.grouping == nil ? 0 : 1)
        return [line(header, [.text(table.grouping ?? "")]), "|" + String(repeating: " --- |", count: width)]
            + table.groups.flatMap { group in
                let heading = group.heading.map(inlines) ?? []
                return group.rows.map { row in line(facts.map { cell(row.cells[$0]) }, heading) }
            } + [""]
    }

    private func heading(_ column: Table.Column) -> [Inline] {
        let title = Phrase.Piece.text(column.title)
        let linked = column.address.map { Phrase.Piece.link([title], address: $0) } ?? title
        let note = column.isNoteInFile ? column.note.map { Inline.text(" (\($0))") } : nil
        return inlines(of: Phrase([linked])) + [note].compactMap(\.self) + (column.footnotes.map(inlines) ?? [])
    }

    private func cell(_ cell: Table.Cell) -> [Inline] {
        switch cell.content {
        case .phrase(let phrase), .task(let phrase): inlines(of: phrase)
        case .list(let items, _): Self.joined(items.map { inlines(of: $0.phrase) })
        case .passages(let passages): Self.joined(passages.flatMap(inlines))
        case .cites(let keys, _): twins.site.twinMarks(keys.map { Citation(key: $0) })
        case .letters(let letters): [.text(letters.text)] + (letters.footnotes.map(inlines) ?? [])
        case .blank, .nobody, .tick, .findings, .bar: [.text(cell.text(twins.site).joined(separator: "; "))]
        }
    }

    private func inlines(of passage: Table.Cell.Passage) -> [[Inline]] {
        switch passage {
        case .prose(let blocks, let page): [resolved(LineOfText.blocks(blocks), of: page)]
        case .list(let items): items.map { inlines(of: $0.phrase) }
        }
    }

    /// Entries on one line, with a semicolon between them.
    private static func joined(_ entries: [[Inline]]) -> [Inline] {
        Array(entries.filter { !$0.isEmpty }.flatMap { [.text("; ")] + $0 }.dropFirst())
    }

    // MARK: - Phrases

    func inlines(of phrase: Phrase) -> [Inline] {
        var inlines = inlines(of: phrase.pieces)
        // A space may have been between the words and an aside.
        if case .text(let words)? = inlines.last { inlines[inlines.count - 1] = .text(words.trimmingWhitespaceAtEnd) }
        return inlines
    }

    private func inlines(of pieces: [Phrase.Piece]) -> [Inline] {
        var inlines: [Inline] = []
        for piece in pieces {
            switch piece {
            case .text(let text): inlines.append(.text(text))
            case .strong(let text): inlines.append(.strong([.text(text)]))
            case .code(let text): inlines.append(.code(text))
            case .removed(let text): inlines.append(.strikethrough([.text(text)]))
            case .link(let inner, let address):
                inlines.append(.link(Markdown.LinkTarget(TwinLinks.target(address)), self.inlines(of: inner)))
            case .contents(let block, let page): inlines += resolved(LineOfText.contents(of: block), of: page)
            case .whole(let block, let page): inlines += resolved(LineOfText.whole(block), of: page)
            case .cites(let citations):
                let marks = twins.site.twinMarks(citations)
                inlines += (inlines.isEmpty || marks.isEmpty ? [] : [.text(" ")]) + marks
            case .footnotes(let references, let page):
                inlines += resolved(references.map { .footnoteReference(number: $0.number, use: $0.use) }, of: page)
            case .span(let inner, _, let isAside): inlines += isAside ? [] : self.inlines(of: inner)
            }
        }
        return inlines
    }

    private func resolved(_ inlines: [Inline], of page: Page) -> [Inline] {
        MarkdownWriter.resolved(inlines, resolver: TwinResolver(page: page, address: address, twins: twins))
    }
}
