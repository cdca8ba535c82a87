import Handbook
import Markdown

/// What a table of texts would be as a responsibility matrix.
struct MatrixGrid {
    /// Its letters.
    let scheme: Scheme
    /// The column of the tasks.
    let task: Int
    /// The columns that are roles'; empty where roles stand in the cells.
    let roleColumns: [Int]
    /// The columns that are letters', with roles in the cells.
    let letterColumns: [Int]

    /// `nil` when the table is none.
    ///
    /// - Parameter isTold: whether something else says that it is a matrix, so that it is enough if most of its cells fit.
    init?(header: [String], rows: [[String]], words: MatrixWords = MatrixWords(), isTold: Bool = false) {
        task = header.count > 2 && words.isNumbers(header[0]) ? 1 : 0
        let all = Array(header.indices.dropFirst(task + 1)).filter {
            words.totals(header[$0], in: .raci) == nil && !Self.isProse(header[$0])
        }
        guard !all.isEmpty else { return nil }
        let columns = Self.letters(all.map { header[$0] }, words) == nil ? all.filter { !Self.isProse($0, rows) } : all
        guard !columns.isEmpty else { return nil }
        if let scheme = Self.letters(columns.map { header[$0] }, words) {
            (self.scheme, roleColumns, letterColumns) = (scheme, [], columns)
            return
        }
        let task = task
        let cells = rows.filter { row in row.indices.contains(task) && words.totals(row[task], in: .raci) == nil }.flatMap { row in
            columns.map { row.indices.contains($0) ? row[$0] : "" }
        }.filter { !CellReader.isBlank($0) }
        guard !cells.isEmpty else { return nil }
        let fits = Scheme.allCases.map { scheme in (scheme, Fit(cells, scheme)) }
        if let whole = fits.first(where: { $0.1.isWhole(cells.count) }) {
            scheme = whole.0
        } else if isTold, let best = fits.max(by: { $0.1.read < $1.1.read }), best.1.read * 2 >= cells.count {
            // Of schemes that read as many cells, the first.
            scheme = fits.first { $0.1.read == best.1.read }?.0 ?? best.0
        } else {
            return nil
        }
        (roleColumns, letterColumns) = (columns, [])
    }

    /// The scheme of which every heading is a letter's word, two at least.
    private static func letters(_ headers: [String], _ words: MatrixWords) -> Scheme? {
        guard headers.count > 1 else { return nil }
        return Scheme.allCases.first { scheme in
            let letters = headers.compactMap { words.letter($0, in: scheme) }
            return letters.count == headers.count && Set(letters).count == letters.count && letters.contains(scheme.accountable)
        }
    }

    /// Words that head a column of remarks.
    private static let remarks: Set<String> = [
        "note", "notes", "comment", "comments", "remark", "remarks", "tool", "tools", "frequency", "deadline", "details", "link", "links",
        "bemerkung", "bemerkungen",
    ]

    private static func isProse(_ heading: String) -> Bool { remarks.contains(NameIndex.key(heading)) }

    /// Whether a column has words, and no cell of it is a letter.
    private static func isProse(_ column: Int, _ rows: [[String]]) -> Bool {
        let cells = rows.compactMap { $0.indices.contains(column) && !CellReader.isBlank($0[column]) ? $0[column] : nil }
        guard !cells.isEmpty else { return false }
        return !cells.contains { cell in
            Scheme.allCases.contains { scheme in CellReader(scheme: scheme).read(cell).map { $0.note == nil || cell.contains("(") } ?? false
            }
        }
    }

    /// How well cells can be read by a scheme.
    private struct Fit {
        let read: Int
        private let bare: Int
        private let hasBoth: Bool

        init(_ cells: [String], _ scheme: Scheme) {
            let readings = cells.compactMap(CellReader(scheme: scheme).read)
            read = readings.count
            bare = readings.count { $0.note == nil }
            let letters = Set(readings.flatMap(\.letters))
            hasBoth = letters.contains(scheme.accountable) && letters.contains(scheme.responsible)
        }

        /// Whether all cells are letters, few of them with a note: "A lot of work" begins with a letter too. Somebody answers,
        /// and somebody acts: marks from A to D are no matrix.
        func isWhole(_ count: Int) -> Bool { read == count && hasBoth && bare * 10 >= count * 7 }
    }

    /// A role's name in a heading, without the note in brackets behind it.
    static func name(_ heading: String) -> String {
        guard let open = heading.firstIndex(of: "("), heading.hasSuffix(")"), open > heading.startIndex else {
            return heading.trimmingWhitespace
        }
        return String(heading[..<open]).trimmingWhitespace
    }

    /// The names in a cell of roles.
    static func names(_ cell: String) -> [String] {
        guard !CellReader.isBlank(cell) else { return [] }
        return cell.split { $0 == "," || $0 == ";" || $0.isNewline }.map { name(String($0).trimmingWhitespace) }.filter { !$0.isEmpty }
    }
}
