import Diagnostics
import Markdown

extension Rule {
    /// A column that is taken for prose, since nothing in it is a letter.
    public static let proseColumn = Rule("prose-column", .note, "a column of a matrix is a role, or is headed by a word for prose")
    /// Letters that are crossed out.
    public static let struckLetter = Rule("struck-letter", .warning, "a part that a role no longer has is removed, not crossed out")
}

/// Reads a table of a matrix's page in the form that it has.
struct TableReader {
    let resolver: Resolver
    let scheme: Scheme
    let words: MatrixWords
    let cells: CellReader

    init(resolver: Resolver, scheme: Scheme, words: MatrixWords) {
        (self.resolver, self.scheme, self.words) = (resolver, scheme, words)
        cells = CellReader(scheme: scheme, joining: words.joining)
    }

    /// What the columns of a table are.
    enum Form {
        /// A column for each role, letters in the cells.
        case roles
        /// A column for each letter, roles in the cells.
        case letters
        /// A column for each task, a row for each role.
        case tasks
    }

    func read(_ shape: TableShape, heading: String?, into findings: inout Findings) -> Matrix.Table {
        shape.reportRagged(into: &findings)
        let form = form(of: shape)
        let columns = SideColumns(shape, form: form, reader: self)
        for index in columns.unsure { findings.add(unsure(shape.headers[index], at: shape)) }
        let sides = shape.taking(labels: columns.labels, prose: columns.prose) { words.totals($0, in: scheme) != nil }
        let (rest, totals) = TotalsReader(scheme: scheme, words: words, names: resolver.names).read(sides)
        return switch form {
        case .roles: GridTable(shape: rest, reader: self).read(heading: heading, totals: totals, into: &findings)
        case .letters: TransposedTable(shape: rest, reader: self).read(heading: heading, totals: totals, into: &findings)
        case .tasks: SideTable(shape: rest, reader: self).read(heading: heading, totals: totals, into: &findings)
        }
    }

    private func unsure(_ header: Located<String>, at shape: TableShape) -> Diagnostic {
        Rule.proseColumn(
            header.value.isEmpty
                ? "a column without a heading is read as prose: no cell is a letter"
                : "'\(header.value)' is read as prose: it is no role, and no cell is a letter",
            at: header.location,
            help: header.value.isEmpty
                ? "write a heading such as 'Notes' above it"
                : "add '\(header.value)' to 'matrices: {notes: […]}' in handbook.yml, or name a role"
        )
    }

    // MARK: - Forms

    /// The form that a table has.
    func form(of shape: TableShape) -> Form {
        if isByLetter(shape) { return .letters }
        if !shape.headers.contains(where: { isRole($0.value) }), hasRolesDown(shape) { return .tasks }
        return .roles
    }

    /// Whether the columns are letters or their words, apart from columns of prose and totals.
    func isByLetter(_ shape: TableShape) -> Bool {
        let others = shape.headers.filter { words.letter($0.value, in: scheme) == nil && words.totals($0.value, in: scheme) == nil }
        let letters = shape.headers.compactMap { words.letter($0.value, in: scheme) }
        guard !letters.isEmpty, Set(letters).count == letters.count, letters.count > 1 || others.isEmpty else { return false }
        // Roles may be called like letters.
        return shape.headers.contains { words.letter($0.value, in: scheme) != nil && !isRole($0.value) }
            && !others.contains { isRole($0.value) }
    }

    /// Whether a cell names a role, or all of them.
    func hasRolesInCells(_ shape: TableShape) -> Bool {
        let names = NameSplitter(reader: self)
        return shape.rows.contains { row in
            row.cells.contains { cell in
                names.names(in: CellText(cell.block).text).contains { isRole($0) || words.isEveryRole(names.note($0).words) }
            }
        }
    }

    /// Whether roles or people are named down the side, and letters are in the cells.
    private func hasRolesDown(_ shape: TableShape) -> Bool {
        guard words.isRoles(shape.taskHeading) || mostRowsAreRoles(shape) else { return false }
        return shape.rows.contains { row in row.cells.contains { isLetter($0.block) } }
    }

    /// Whether the first cells of at least half of the rows are roles.
    func mostRowsAreRoles(_ shape: TableShape) -> Bool {
        let rows = shape.rows.filter { !$0.isHeading && words.totals($0.taskName, in: scheme) == nil }
        return !rows.isEmpty && rows.count(where: { isRole($0.taskName) }) * 2 >= rows.count
    }

    // MARK: - Names and letters

    /// Whether a text leads to a role, or to several: as it is, or without a note in brackets.
    func isRole(_ text: String) -> Bool {
        if resolver.names.resolve(text, among: [.role]) != .unknown { return true }
        guard let open = text.firstIndex(of: "("), text.hasSuffix(")"), open > text.startIndex else { return false }
        return resolver.names.resolve(String(text[..<open]).trimmingWhitespace, among: [.role]) != .unknown
    }

    /// Whether a cell holds letters, and is not a sentence that begins like one.
    func isLetter(_ cell: Block) -> Bool {
        guard let reading = cells.read(CellText(cell).text) else { return false }
        return !reading.letters.isEmpty && !reading.mayBeProse
    }

    /// What a cell of a role says, and whether that could be read.
    func cell(_ block: Block, at location: Location, into findings: inout Findings) -> (cell: Matrix.Cell, isRead: Bool) {
        var text = block.plainText
        let words = CellText(block)
        var reading: CellReader.Reading?
        if cells.holdsLetter(words.struck) {
            text = words.text.trimmingWhitespace
            findings.add(struck(words.struck, at: location))
            reading = cells.read(text) ?? cells.remainder(text)
        } else {
            if words.struck.isEmpty || cells.read(text) == nil { text = words.text }
            reading = cells.read(text)
        }
        if reading == nil { findings.add(unknownLetter(words.struck.isEmpty ? block.plainText : text, text, at: location)) }
        let cell = Matrix.Cell(
            letters: reading?.letters ?? [],
            meant: scheme.meant(reading?.letters ?? []),
            note: reading?.note,
            isWeak: reading?.isWeak ?? false,
            location: location,
            footnotes: block.inlines.footnoteReferences
        )
        return (cell, reading != nil)
    }

    /// A part that is crossed out, which does not count.
    func struck(_ text: String, at location: Location) -> Diagnostic {
        Rule.struckLetter(
            "'\(text)' is crossed out, so it does not count",
            at: location,
            help: "remove it; the history of the file keeps it"
        )
    }

    private func unknownLetter(_ shown: String, _ text: String, at location: Location) -> Diagnostic {
        let letters = "write \(scheme.letters.map(String.init).joined(separator: ", "))"
        if cells.hasSeveralLetters(text) {
            return Rule.unknownLetter(
                "'\(shown)' can be read in several ways",
                at: location,
                help: "write the letters with / between them, and all else in brackets: A/R (drafts)"
            )
        }
        guard let other = Scheme.allCases.first(where: { $0 != scheme && CellReader(scheme: $0).read(text) != nil }) else {
            return unknown(shown, at: location, help: "\(letters), a letter with a note like 'R (drafts)', or nothing")
        }
        return unknown(shown, at: location, help: "\(letters) or nothing, or set 'scheme: \(other.rawValue)' in the front matter")
    }

    private func unknown(_ text: String, at location: Location, help: String) -> Diagnostic {
        Rule.unknownLetter("'\(text)' is no letter of \(scheme.rawValue.uppercased())", at: location, help: help)
    }

    /// The row of a table with what its cells say.
    func row(_ row: TableShape.Row, cells: [Matrix.Cell], isComplete: Bool) -> Matrix.Row {
        Matrix.Row(
            task: row.taskName,
            activity: resolver.activity(ofRow: row.names),
            cells: cells,
            asides: row.asides,
            isHeading: row.isHeading,
            isComplete: isComplete && row.isWhole && !row.taskName.isEmpty,
            location: row.location,
            block: TableShape.label(of: row)
        )
    }
}

extension Resolver {
    /// The slug of the activity that bears one of the names of a matrix's row.
    func activity(ofRow names: [String]) -> String? {
        for name in names {
            if case .found(let id) = self.names.resolve(name, among: [.activity]) { return id.slug }
        }
        return nil
    }
}
