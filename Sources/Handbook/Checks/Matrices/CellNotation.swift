import Diagnostics
import Markdown

extension Rule {
    /// Letters written in another way than the matrices of most handbooks have them.
    public static let cellNotation = Rule("cell-notation", .note, "letters are capitals, two with / between, the stronger first: A/R")
}

extension SettableCheck {
    /// Letters in another notation. What a cell says is read all the same; it is reported only where that is certain: letters
    /// that go together, alone, in brackets, or before a note in brackets.
    static let cellNotation = SettableCheck(rules: [.cellNotation]) { context, found in
        for matrix in context.handbook.matrices {
            for (table, row) in matrix.tasks {
                for (column, cell) in zip(table.columns, row.cells) where !column.location.columns.isEmpty {
                    guard let place = CellNotation(cell, of: matrix), place.written != place.usual else { continue }
                    found.add(
                        Rule.cellNotation(
                            "'\(place.written)' is '\(place.usual)' in another notation",
                            at: place.location,
                            help: "write \(place.usual)"
                        )
                        .fixed(by: matrix.page.source.fix(place.written, at: place.location, to: place.usual)),
                        on: matrix,
                        about: [row.task]
                    )
                }
            }
        }
    }
}

/// The letters of a cell as they are written, and as they usually are.
private struct CellNotation {
    let written: String
    let usual: String
    let location: Location

    /// `nil` where the letters are not written plainly.
    init?(_ cell: Matrix.Cell, of matrix: Matrix) {
        guard !cell.letters.isEmpty, cell.letters == cell.meant, let line = cell.location.line, let columns = cell.location.columns.first,
            cell.location.columns.count == 1, let text = matrix.page.source.line(line)
        else { return nil }
        let scalars = text.unicodeScalars.dropFirst(columns.lowerBound - 1).prefix(columns.count)
        let whole = String(String.UnicodeScalarView(scalars))
        var letters = whole
        if cell.note != nil {
            guard let open = whole.firstIndex(of: "("), whole.hasSuffix(")") else { return nil }
            letters = String(whole[..<open])
            while letters.last == " " { letters.removeLast() }
        }
        // Marks of emphasis and code are not letters, so a cell that has some is ignored.
        guard let reading = CellReader(scheme: matrix.scheme).read(letters), reading.letters == cell.letters, reading.note == nil,
            letters.count(where: \.isLetter) == cell.letters.count
        else { return nil }
        written = letters
        usual = cell.isWeak ? "(\(matrix.scheme.written(cell.letters)))" : matrix.scheme.written(cell.letters)
        location = matrix.page.source.location(
            line: line,
            columns: [columns.lowerBound..<columns.lowerBound + letters.unicodeScalars.count]
        )
    }
}
