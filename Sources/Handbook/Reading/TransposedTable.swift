import Diagnostics
import Markdown

/// The form `Task | Responsible | Accountable | Consulted | Informed`, with roles in the cells: read as the same
/// matrix as one with roles in the header.
struct TransposedTable {
    private let shape: TableShape
    private let resolver: Resolver
    private let scheme: Scheme
    private let letters: [Character]

    /// `nil` unless every header is a letter of the scheme or its word, and the headers are no roles' names.
    init?(shape: TableShape, resolver: Resolver, scheme: Scheme, words: MatrixWords) {
        let letters = shape.headers.compactMap { words.letter($0.value, in: scheme) }
        guard !letters.isEmpty, letters.count == shape.headers.count, Set(letters).count == letters.count,
            shape.headers.contains(where: { resolver.names.resolve($0.value, among: [.role]) == .unknown })
        else { return nil }
        self.shape = shape
        self.resolver = resolver
        self.scheme = scheme
        self.letters = letters
    }

    /// Totals, which count by letter, come with the columns of letters that they stand in.
    func read(heading: String?, totals: [Matrix.Totals], into findings: inout Findings) -> Matrix.Table {
        var order = resolver.roles(shape.page.record.texts("columns"), into: &findings)
        var rows: [(shape: TableShape.Row, entries: [Entry], isComplete: Bool)] = []
        for row in shape.rows {
            if !row.isHeading { shape.reportMissingTask(row, into: &findings) }
            let (entries, isComplete) = entries(of: row, into: &findings)
            rows.append((row, entries, isComplete && row.isWhole))
            for entry in entries where !order.contains(entry.role) { order.append(entry.role) }
        }
        let columns = order.map { slug in
            Matrix.Column(role: slug, header: resolver.headers[slug] ?? slug, note: nil, location: shape.location)
        }
        return Matrix.Table(
            heading: heading,
            taskHeading: shape.taskHeading,
            taskFootnotes: shape.taskFootnotes + shape.headerFootnotes.joined(),
            columns: columns,
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
        var entries: [Entry] = []
        var isComplete = true
        for (letter, cell) in zip(letters, row.cells) where !CellReader.isBlank(cell.block.plainText) {
            var footnotes = cell.block.inlines.footnoteReferences
            for name in names(in: cell.block) {
                let place = place(of: name, in: cell.location)
                let (words, note) = note(name)
                guard let role = resolver.role(Located(words, at: place), into: &findings) else {
                    isComplete = false
                    continue
                }
                entries.append(Entry(role: role, letter: letter, note: note, location: place, footnotes: footnotes))
                footnotes = []
            }
        }
        return (entries, isComplete)
    }

    /// A cell's names: between commas, semicolons and line breaks, or, where every part is a role, `/`, `&`, `+` and the like.
    private func names(in cell: Block) -> [String] {
        let text = cell.inlines.map { inline -> Inline in
            if case .html(let tag) = inline, tag.lowercased().hasPrefix("<br") { .text(", ") } else { inline }
        }.plainText
        if isRole(text) { return [text] }
        let pieces = text.split { $0 == "," || $0 == ";" }.map { String($0).trimmingWhitespace }.filter { !$0.isEmpty }
        return pieces.flatMap { piece -> [String] in
            if isRole(piece) { return [piece] }
            let parts = piece.split { "/&+·".contains($0) }.map { String($0).trimmingWhitespace }
            return parts.allSatisfy { isRole(note($0).words) } ? parts : [piece]
        }
    }

    private func isRole(_ name: String) -> Bool { resolver.names.resolve(name, among: [.role]) != .unknown }

    private func place(of name: String, in cell: Location) -> Location {
        guard let number = cell.line, let columns = cell.columns.first,
            let range = shape.page.source.columns(of: name, inLine: number).first(where: { columns.overlaps($0) })
        else { return cell }
        return shape.page.source.location(line: number, columns: [range])
    }

    private func note(_ name: String) -> (words: String, note: String?) {
        guard let open = name.firstIndex(of: "("), name.hasSuffix(")"), !isRole(name) else { return (name, nil) }
        return (String(name[..<open]).trimmingWhitespace, String(name[name.index(after: open)...].dropLast()))
    }

    private func row(_ row: TableShape.Row, _ entries: [Entry], _ order: [String], _ isComplete: Bool) -> Matrix.Row {
        let cells = order.map { slug in
            let own = entries.filter { $0.role == slug }
            var location = row.location
            location.columns = own.flatMap(\.location.columns).sorted { $0.lowerBound < $1.lowerBound }
            let notes = own.compactMap(\.note)
            let letters = scheme.letters.filter { letter in own.contains { $0.letter == letter } }
            return Matrix.Cell(
                letters: letters,
                meant: scheme.meant(letters),
                note: notes.isEmpty ? nil : notes.joined(separator: ", "),
                isWeak: false,
                location: location,
                footnotes: own.flatMap(\.footnotes)
            )
        }
        return Matrix.Row(
            task: row.taskName,
            activity: resolver.activity(ofRow: row.taskName),
            cells: cells,
            isHeading: row.isHeading,
            isComplete: isComplete,
            location: row.location,
            block: row.task
        )
    }
}
