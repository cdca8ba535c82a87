/// Gathers what is said of each activity: by its own page, and by rows of matrices that have its name.
public enum Positions {
    /// Positions by the activity's slug, in the order of the sources' numbers.
    static func gather(_ handbook: Handbook) -> [String: [Position]] {
        var positions: [String: [Position]] = [:]
        for activity in handbook.activities { positions[activity.slug] = activity.positions }
        for matrix in handbook.matrices {
            for (table, row) in matrix.tasks {
                guard let activity = row.activity else { continue }
                positions[activity, default: []].append(position(of: row, table, matrix))
            }
        }
        let numbers = Dictionary(handbook.sources.map { ($0.slug, $0.number) }) { first, _ in first }
        func rank(_ position: Position) -> (Int, Int) {
            (position.source.flatMap { numbers[$0] } ?? .max, position.matrix == nil ? 0 : 1)
        }
        return positions.mapValues { list in
            list.enumerated().sorted { a, b in
                rank(a.element) != rank(b.element) ? rank(a.element) < rank(b.element) : a.offset < b.offset
            }.map(\.element)
        }
    }

    private static func position(of row: Matrix.Row, _ table: Matrix.Table, _ matrix: Matrix) -> Position {
        var parts: [Part: [String]] = [:]
        for (column, cell) in zip(table.columns, row.cells) {
            guard let role = column.role else { continue }
            for letter in cell.meant {
                guard let part = part(letter, matrix.scheme) else { continue }
                parts[part, default: []].append(role)
            }
        }
        return Position(
            source: matrix.page.sources.first?.value,
            matrix: matrix.slug,
            parts: parts,
            says: nil,
            location: row.location
        )
    }

    /// The part that a letter of a matrix stands for.
    public static func part(_ letter: Character, _ scheme: Scheme) -> Part? {
        if letter == scheme.accountable { return .accountable }
        if letter == scheme.responsible { return .responsible }
        switch letter {
        case "C": return .consulted
        case "I": return scheme == .rapid ? .consulted : .informed
        default: return .takesPart
        }
    }
}
