import Diagnostics
import Markdown

/// Takes out of a matrix's table what its author counted by hand, so that it is read neither as a task nor as a role.
///
/// A row or a column is one of totals when two things hold. Its heading says so, and leads to no role and no activity:
/// see `MatrixWords.totals`. And it holds counts, and no letter by itself: a task called "Totals" with letters is a task.
struct TotalsReader {
    let scheme: Scheme
    let words: MatrixWords
    let names: NameIndex

    private struct Line {
        let index: Int
        let heading: String
        let letter: Character?
    }

    /// The table without totals, and these. Columns of figures are counted as they stand in the table without totals.
    func read(_ shape: TableShape) -> (shape: TableShape, totals: [Matrix.Totals]) {
        var columns = self.columns(of: shape)
        // A table of totals alone is no matrix: that its headers name no role is told elsewhere.
        if columns.count == shape.headers.count { columns = [] }
        let rows = self.rows(of: shape)
        guard !columns.isEmpty || !rows.isEmpty else { return (shape, []) }
        let kept = Kept(shape, rows: Set(rows.map(\.index)), columns: columns.map { ($0.index, $0.letter) })
        return (
            shape.without(columns: Set(columns.map(\.index)), rows: Set(rows.map(\.index))),
            columns.map { totals($0, shape, kept) } + rows.map { totals(row: $0, shape, kept) }
        )
    }

    // MARK: - Which are totals

    private func columns(of shape: TableShape) -> [Line] {
        shape.headers.enumerated().compactMap { index, header in
            guard let heading = words.totals(header.value, in: scheme), names.resolve(header.value, among: [.role]) == .unknown else {
                return nil
            }
            let cells = shape.rows.compactMap { $0.cells.indices.contains(index) ? $0.cells[index].block.plainText : nil }
            return holdsTotals(cells) ? Line(index: index, heading: header.value, letter: heading.letter) : nil
        }
    }

    private func rows(of shape: TableShape) -> [Line] {
        shape.rows.enumerated().compactMap { index, row in
            // The word may stand in a column of numbers.
            let name = row.taskName.isEmpty ? row.number : row.taskName
            guard let heading = words.totals(name, in: scheme), names.resolve(name, among: [.activity]) == .unknown,
                holdsTotals(row.cells.map(\.block.plainText))
            else { return nil }
            return Line(index: index, heading: name, letter: heading.letter)
        }
    }

    private func holdsTotals(_ cells: [String]) -> Bool {
        let counter = CountReader(scheme: scheme)
        let others = cells.filter { counter.read($0) == nil && !CellReader.isBlank($0) }
        return cells.contains { counter.read($0) != nil }
            && !others.contains { CellReader(scheme: scheme).read($0) != nil || names.resolve($0, among: [.role]) != .unknown }
    }

    // MARK: - What they count

    /// What is left of a table without totals: new places by old ones.
    private struct Kept {
        /// Places of columns without totals.
        var columns: [Int: Int] = [:]
        /// The letter that a column of totals counts.
        var letters: [Int: Character?] = [:]
        /// Places of rows of totals.
        let totals: Set<Int>
        /// How many other rows there are.
        let count: Int
        /// How many of them stand above each row.
        var above: [Int] = []
        /// Where the section of each row begins: behind the last heading, or the last totals.
        var sections: [Int] = []

        init(_ shape: TableShape, rows: Set<Int>, columns: [(index: Int, letter: Character?)]) {
            totals = rows
            count = shape.rows.count - rows.count
            letters = Dictionary(columns.map { ($0.index, $0.letter) }) { first, _ in first }
            for index in shape.headers.indices where letters[index] == nil { self.columns[index] = self.columns.count }
            var (count, section) = (0, 0)
            for (index, row) in shape.rows.enumerated() {
                above.append(count)
                sections.append(section)
                if !rows.contains(index) { count += 1 }
                if rows.contains(index) || row.isHeading { section = count }
            }
        }
    }

    private func totals(_ column: Line, _ shape: TableShape, _ kept: Kept) -> Matrix.Totals {
        let figures = shape.rows.enumerated().compactMap { index, row -> Matrix.Figure? in
            guard !kept.totals.contains(index), row.cells.indices.contains(column.index) else { return nil }
            let place = kept.above[index]
            return figure(row.cells[column.index], letter: column.letter, column: nil, spans: [place..<place + 1])
        }
        return Matrix.Totals(heading: column.heading, figures: figures)
    }

    private func totals(row: Line, _ shape: TableShape, _ kept: Kept) -> Matrix.Totals {
        // A row of totals at the top of the table counts what is below it.
        let (start, end) = (kept.sections[row.index], kept.above[row.index] == 0 ? kept.count : kept.above[row.index])
        let spans = start > 0 && start < end ? [0..<end, start..<end] : [0..<end]
        let figures = shape.rows[row.index].cells.enumerated().compactMap { index, cell in
            figure(cell, letter: row.letter ?? kept.letters[index] ?? nil, column: kept.columns[index], spans: spans)
        }
        return Matrix.Totals(heading: row.heading, figures: figures)
    }

    private func figure(
        _ cell: (block: Block, location: Location),
        letter: Character?,
        column: Int?,
        spans: [Range<Int>]
    ) -> Matrix.Figure? {
        let text = cell.block.plainText
        guard !CellReader.isBlank(text) else { return nil }
        return Matrix.Figure(
            text: text,
            counts: CountReader(scheme: scheme).read(text) ?? [],
            letter: letter,
            column: column,
            spans: spans,
            location: cell.location
        )
    }
}
