/// Gathers what is said of each activity: by its own page, and by rows of matrices that bear its name.
public enum Positions {
    /// Positions by the activity's slug, in the order of the sources' numbers.
    public static func gather(_ handbook: Handbook) -> [String: [Position]] {
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

/// How the positions on an activity stand to each other.
public enum Verdict: Sendable, Equatable {
    /// Fewer than two sources name anyone who answers for it, decides on it or does it.
    case single
    /// Several sources speak of it, but no two of them of the same part: there is nothing to compare.
    case apart
    /// Those that speak of the same part name the same roles.
    case agree
    /// Two sources name different roles for the same part.
    case differ

    /// Sources are compared where they speak of the same part: who answers or decides, and who does it.
    public init(_ positions: [Position]) {
        let claims = Claims(positions)
        let said = [claims.lastWord, claims.work].map { $0.map { Set($0.roles) } }
        guard Set((claims.lastWord + claims.work).map(\.source)).count > 1 else {
            self = .single
            return
        }
        if said.contains(where: { Set($0).count > 1 }) {
            self = .differ
        } else {
            self = said.contains { $0.count > 1 } ? .agree : .apart
        }
    }
}
