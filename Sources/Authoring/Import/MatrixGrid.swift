import Handbook
import Markdown

/// What a table of texts would be as a responsibility matrix.
struct MatrixGrid {
    /// Its letters.
    let scheme: Scheme
    /// The column of the tasks, or of the roles where these are down the side.
    let task: Int
    /// Columns behind it that label the rows too.
    let labels: [Int]
    /// The columns that are roles'; empty where roles are in the cells or down the side.
    let roleColumns: [Int]
    /// The columns that are letters', with roles in the cells.
    let letterColumns: [Int]
    /// The columns that hold letters: a role's or, with roles down the side, a task's.
    let cellColumns: [Int]
    /// Columns of prose whose headings do not say so.
    let unsure: [Int]

    /// Whether the roles are down the side.
    var hasRolesDown: Bool { roleColumns.isEmpty && letterColumns.isEmpty }

    /// `nil` when the table is none.
    ///
    /// - Parameter isTold: whether something else says that it is a matrix, so that it is enough if most of its cells fit.
    init?(header: [String], rows: [[String]], words: MatrixWords = .standard, isTold: Bool = false) {
        let task = header.count > 2 && words.isNumbers(header[0]) ? 1 : 0
        // `C#` over letters is a role, over numbers a count of C.
        func holdsLetters(_ column: Int) -> Bool {
            rows.contains { $0.indices.contains(column) && $0[column].count == 1 && $0[column].first?.isLetter == true }
        }
        let columns = Array(header.indices.dropFirst(task + 1)).filter { words.totals(header[$0], in: .raci) == nil || holdsLetters($0) }
        guard !columns.isEmpty else { return nil }
        let rows = rows.filter { row in row.indices.contains(task) && words.totals(row[task], in: .raci) == nil }
        func cells(_ columns: [Int]) -> [String] {
            rows.flatMap { row in columns.map { row.indices.contains($0) ? row[$0] : "" } }.filter { !CellReader.isBlank($0) }
        }
        if let (scheme, letters) = Self.letters(columns.map { ($0, header[$0]) }, words) {
            // A table that describes in prose what roles are responsible for is not a matrix.
            guard !words.isRoles(header[task]), !Self.isProse(cells(letters)) else { return nil }
            let others = columns.filter { !letters.contains($0) && !words.isNotes(header[$0]) }
            (self.scheme, self.task, roleColumns, letterColumns, cellColumns) = (scheme, task, [], letters, letters)
            labels = others.filter { $0 < letters[0] }
            unsure = others.filter { $0 > letters[0] }
            return
        }
        let readers = Scheme.allCases.map { CellReader(scheme: $0, joining: words.joining) }
        let parts = columns.filter { column in
            let own = cells([column])
            let count = readers.map { reader in own.count { Self.isLetter($0, reader) } }.max() ?? 0
            return words.isNotes(header[column]) ? !own.isEmpty && count == own.count : count > 0 || own.isEmpty
        }
        let own = cells(parts)
        guard !own.isEmpty else { return nil }
        let others = columns.filter { !parts.contains($0) && !words.isNotes(header[$0]) }
        let fits = readers.map { reader in (reader.scheme, Fit(own, reader)) }
        if parts.count > 1 || others.isEmpty, let whole = fits.first(where: { $0.1.isWhole(own.count) }) {
            scheme = whole.0
        } else if isTold, let best = fits.max(by: { $0.1.read < $1.1.read }), best.1.read * 2 >= own.count {
            // Of schemes that read as many cells, the first.
            scheme = fits.first { $0.1.read == best.1.read }?.0 ?? best.0
        } else {
            return nil
        }
        let hasRolesDown = words.isRoles(header[task])
        // `Name | Grade` is not a matrix.
        guard !hasRolesDown || isTold || parts.count > 1 else { return nil }
        (self.task, roleColumns, letterColumns, cellColumns) = (task, hasRolesDown ? [] : parts, [], parts)
        labels = hasRolesDown ? [] : others.filter { $0 < parts[0] }
        unsure = others.filter { hasRolesDown || $0 > parts[0] }
    }

    /// The scheme of which most headings are letters' words, two at least, and these columns. The others are prose.
    private static func letters(_ headers: [(column: Int, heading: String)], _ words: MatrixWords) -> (Scheme, [Int])? {
        for scheme in Scheme.allCases {
            let found = headers.filter { words.letter($0.heading, in: scheme) != nil }
            let letters = found.compactMap { words.letter($0.heading, in: scheme) }
            guard letters.count > 1, letters.count * 2 > headers.count, Set(letters).count == letters.count,
                letters.contains(scheme.accountable)
            else { continue }
            return (scheme, found.map(\.column))
        }
        return nil
    }

    /// Whether most cells are sentences rather than names.
    private static func isProse(_ cells: [String]) -> Bool {
        let long = cells.filter { cell in NameSplitter.names(in: cell).contains { $0.split(separator: " ").count > 6 } }
        return !cells.isEmpty && long.count * 2 > cells.count
    }

    private static func isLetter(_ cell: String, _ reader: CellReader) -> Bool {
        reader.read(cell).map { !$0.letters.isEmpty && !$0.mayBeProse } ?? false
    }

    /// How well cells can be read by a scheme.
    private struct Fit {
        let read: Int
        /// How many are letters, with notes that cannot be the rest of a sentence.
        private let certain: Int
        private let hasBoth: Bool

        init(_ cells: [String], _ reader: CellReader) {
            let scheme = reader.scheme
            let ofCells = cells.map(reader.read)
            let readings = ofCells.compactMap(\.self)
            read = readings.count
            certain = zip(cells, ofCells).count { cell, reading in
                reading.map { $0.note == nil || !MatrixGrid.opensSentence(cell) } ?? false
            }
            let letters = Set(readings.flatMap(\.letters))
            hasBoth = letters.contains(scheme.accountable) && letters.contains(scheme.responsible)
        }

        /// Whether all cells are letters, few of them with words right behind: "A lot of work" begins with a letter too. Somebody
        /// answers, and somebody acts: marks from A to D are no matrix.
        func isWhole(_ count: Int) -> Bool { read == count && hasBoth && certain * 10 >= count * 7 }

        /// Whether most cells are letters, and the others keep it from being a matrix.
        func isNearlyWhole(_ count: Int) -> Bool { read < count && hasBoth && certain * 3 >= count * 2 }
    }

    /// `A lot of work`: a letter, and a word behind a space.
    private static func opensSentence(_ cell: String) -> Bool {
        let text = cell.trimmingWhitespace
        let rest = text.drop { $0.isLetter || "/&+".contains($0) }
        return rest.first?.isWhitespace == true && rest.first { !$0.isWhitespace }?.isLetter == true
    }

    /// The cells that keep a table of letters from being a matrix; `nil` for a table that does not look like one.
    static func otherCells(header: [String], rows: [[String]], words: MatrixWords = .standard) -> [String]? {
        let task = header.count > 2 && words.isNumbers(header[0]) ? 1 : 0
        let columns = header.indices.dropFirst(task + 1).filter { words.totals(header[$0], in: .raci) == nil && !words.isNotes(header[$0]) }
        let rows = rows.filter { $0.indices.contains(task) && words.totals($0[task], in: .raci) == nil }
        let cells = rows.flatMap { row in columns.map { row.indices.contains($0) ? row[$0] : "" } }.filter { !CellReader.isBlank($0) }
        // Other letters are marks as well.
        let reader = CellReader(scheme: .rasci, joining: words.joining)
        guard columns.count > 1, Fit(cells, reader).isNearlyWhole(cells.count) else { return nil }
        return cells.filter { reader.read($0) == nil }
    }

    /// A role's name in a heading, without the note in brackets behind it.
    static func name(_ heading: String) -> String {
        guard let open = heading.firstIndex(of: "("), heading.hasSuffix(")"), open > heading.startIndex else {
            return heading.trimmingWhitespace
        }
        return String(heading[..<open]).trimmingWhitespace
    }
}
