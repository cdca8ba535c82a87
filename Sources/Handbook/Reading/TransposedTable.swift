import Diagnostics
import Markdown

/// The form `Task | Responsible | Accountable | Consulted | Informed`, with roles in the cells: read as the same
/// matrix as one with roles in the header.
struct TransposedTable {
    private let shape: TableShape
    private let reader: TableReader
    private let letters: [Character]

    private var resolver: Resolver { reader.resolver }
    private var scheme: Scheme { reader.scheme }

    /// Reads a table whose headers are letters of the scheme or their words.
    init(shape: TableShape, reader: TableReader) {
        self.shape = shape
        self.reader = reader
        letters = shape.headers.compactMap { reader.words.letter($0.value, in: reader.scheme) }
    }

    /// Totals, which count by letter, come with the columns of letters that they stand in.
    func read(heading: String?, totals: [Matrix.Totals], into findings: inout Findings) -> Matrix.Table {
        var order = resolver.roles(shape.page.record.texts("columns"), into: &findings)
        var rows: [(shape: TableShape.Row, entries: [Entry], isComplete: Bool)] = []
        for row in shape.rows {
            if !row.isHeading { shape.reportMissingTask(row, into: &findings) }
            let (entries, isComplete) = entries(of: row, into: &findings)
            rows.append((row, entries, isComplete))
            for entry in entries where !order.contains(entry.role) { order.append(entry.role) }
        }
        let columns = order.map { slug in
            Matrix.Column(role: slug, header: resolver.headers[slug] ?? slug, note: nil, location: shape.location)
        }
        return Matrix.Table(
            heading: heading,
            taskHeading: shape.shownHeading,
            taskFootnotes: shape.taskFootnotes + shape.headerFootnotes.joined(),
            columns: columns,
            asides: shape.asides,
            rows: rows.map { row($0.shape, $0.entries, order, $0.isComplete) },
            totals: totals.map { $0.mapFigures(byLetter) },
            location: shape.location
        )
    }

    private func byLetter(_ figure: Matrix.Figure) -> Matrix.Figure {
        var figure = figure
        if let column = figure.column, letters.indices.contains(column) { figure.letter = figure.letter ?? letters[column] }
        figure.column = nil
        return figure
    }

    private struct Entry {
        let role: String
        let letter: Character
        let note: String?
        let location: Location
        /// Those that the cell refers to, with the first of its roles.
        let footnotes: [FootnoteReference]
    }

    /// The roles that a row names; not complete when one of the names leads to none.
    private func entries(of row: TableShape.Row, into findings: inout Findings) -> ([Entry], isComplete: Bool) {
        let splitter = NameSplitter(reader: reader)
        var entries: [Entry] = []
        var ofAll: [Entry] = []
        var isComplete = true
        for (letter, cell) in zip(letters, row.cells) {
            let words = CellText(cell.block)
            if !words.struck.isEmpty { findings.add(reader.struck(words.struck, at: cell.location)) }
            guard !CellReader.isBlank(words.text) else { continue }
            var footnotes = cell.block.inlines.footnoteReferences
            for name in splitter.names(in: words.text) {
                let place = place(of: name, in: cell.location)
                let (words, note) = splitter.note(name)
                if reader.words.isEveryRole(words), !reader.isRole(words) {
                    ofAll.append(Entry(role: "", letter: letter, note: note, location: place, footnotes: footnotes))
                } else if let role = resolver.role(Located(words, at: place), into: &findings) {
                    entries.append(Entry(role: role, letter: letter, note: note, location: place, footnotes: footnotes))
                } else {
                    isComplete = false
                    continue
                }
                footnotes = []
            }
        }
        // Who has a part by name has no second one by "all".
        let named = Set(entries.map(\.role))
        for entry in ofAll {
            entries += resolver.everyRole.filter { !named.contains($0) }.map { role in
                Entry(role: role, letter: entry.letter, note: entry.note, location: entry.location, footnotes: entry.footnotes)
            }
        }
        return (entries, isComplete)
    }

    private func place(of name: String, in cell: Location) -> Location {
        guard let number = cell.line, let columns = cell.columns.first,
            let range = shape.page.source.columns(of: name, inLine: number).first(where: { columns.overlaps($0) })
        else { return cell }
        return shape.page.source.location(line: number, columns: [range])
    }

    private func row(_ row: TableShape.Row, _ entries: [Entry], _ order: [String], _ isComplete: Bool) -> Matrix.Row {
        let cells = order.map { slug in
            let own = entries.filter { $0.role == slug }
            var location = row.location
            location.columns = own.flatMap(\.location.columns).sorted { $0.lowerBound < $1.lowerBound }
            let notes = own.compactMap(\.note)
            let letters = scheme.strongestFirst(own.map(\.letter))
            return Matrix.Cell(
                letters: letters,
                meant: scheme.meant(letters),
                note: notes.isEmpty ? nil : notes.uniqued().joined(separator: ", "),
                isWeak: false,
                location: location,
                footnotes: own.flatMap(\.footnotes)
            )
        }
        return reader.row(row, cells: cells, isComplete: isComplete)
    }
}
