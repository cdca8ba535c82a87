import Markdown

/// What a table of a matrix's page is taken for, by itself.
enum TableKind: Equatable {
    /// A matrix.
    case matrix
    /// A matrix where another table of the page that has the same heading over its tasks is one.
    case continuation
    /// Something else that looks like a matrix, which a finding says.
    case unread(Reason)
    /// Something else, such as a legend of the letters.
    case prose

    /// Why a table is not read.
    enum Reason {
        /// Columns of letters or rows of roles, and prose in the cells.
        case describesRoles
        /// Letters under headings that name no role.
        case namesNoRole
        /// Roles in the header, and cells of which few are letters.
        case hasFewLetters
    }
}

/// Decides what the tables of a matrix's page are.
struct TableJudge {
    let reader: TableReader

    private typealias Cells = [(column: Int, block: Block)]

    /// What a table is by itself.
    func kind(of shape: TableShape) -> TableKind {
        let cells = filled(shape)
        switch reader.form(of: shape) {
        case .letters: return kindByLetter(shape, cells)
        case .tasks where reader.mostRowsAreRoles(shape): return areLetters(cells) ? .matrix : .unread(.hasFewLetters)
        case .roles where shape.headers.contains { reader.isRole($0.value) }:
            let own = cells.filter { reader.isRole(shape.headers[$0.column].value) }
            if own.isEmpty || mayBeLetters(own, of: shape) { return .matrix }
            return own.contains { reader.isLetter($0.block) } ? .unread(.hasFewLetters) : .continuation
        case .roles, .tasks: return kindWithoutRoles(shape, cells)
        }
    }

    /// Whether a table says in prose what roles are responsible or accountable for: its rows are roles and its cells name none, or its
    /// columns are letters and its cells sentences.
    func isInProse(_ shape: TableShape) -> Bool {
        let cells = filled(shape)
        let isByLetter = reader.isByLetter(shape)
        if isByLetter, reader.hasRolesInCells(shape) { return false }
        if reader.words.isRoles(shape.taskHeading) || reader.mostRowsAreRoles(shape) {
            return isByLetter
                || (!cells.isEmpty && !mayBeLetters(cells, of: shape) && !namesRole(shape) && !cells.contains { reader.isLetter($0.block) })
        }
        return isByLetter && !cells.isEmpty && cells.count { Self.isSentence($0.block) } * 2 >= cells.count
    }

    // MARK: - Forms

    private func kindByLetter(_ shape: TableShape, _ cells: Cells) -> TableKind {
        if isInProse(shape) { return .unread(.describesRoles) }
        if reader.hasRolesInCells(shape) { return .matrix }
        if isLegend(shape, cells) { return .prose }
        let names = cells.count { Self.mayBeNames($0.block) }
        return cells.isEmpty ? .continuation : names * 2 >= cells.count ? .matrix : .unread(.describesRoles)
    }

    /// The kind of a table whose header names no role, and whose rows are none.
    private func kindWithoutRoles(_ shape: TableShape, _ cells: Cells) -> TableKind {
        guard !cells.isEmpty else { return isBlank(shape) ? .continuation : .prose }
        let letters = cells.filter { reader.isLetter($0.block) }
        guard letters.count * 2 >= cells.count else { return namesRole(shape) && !letters.isEmpty ? .matrix : .prose }
        if isLegend(shape, cells) { return .prose }
        let columns = Set(letters.map(\.column)).count
        return columns > 1 || reader.words.isTasks(shape.taskHeading) ? .matrix : .unread(.namesNoRole)
    }

    /// Whether a table explains the letters: one column has each of them once, or they head it and their words are below.
    private func isLegend(_ shape: TableShape, _ cells: Cells) -> Bool {
        let (words, scheme) = (reader.words, reader.scheme)
        if reader.isByLetter(shape) {
            let isLetter = words.letter(shape.taskHeading, in: scheme) != nil
            return isLetter || cells.contains { words.letter($0.block.plainText, in: scheme) != nil }
        }
        let letters = cells.filter { reader.isLetter($0.block) }
        let texts = letters.map { NameIndex.key($0.block.plainText) }
        guard Set(letters.map(\.column)).count == 1, Set(texts).count == texts.count, texts.allSatisfy({ $0.count == 1 }) else {
            return false
        }
        return (texts.count > 2 && !words.isTasks(shape.taskHeading))
            || shape.rows.contains { words.letter($0.taskName, in: scheme) != nil }
    }

    // MARK: - Cells

    /// The cells behind the tasks that are not blank, without columns that are headed as prose or totals.
    private func filled(_ shape: TableShape) -> Cells {
        let columns = shape.headers.indices.filter { index in
            let heading = shape.headers[index].value
            return reader.isRole(heading) || (!reader.words.isNotes(heading) && reader.words.totals(heading, in: reader.scheme) == nil)
        }
        return shape.rows.filter { reader.words.totals($0.taskName, in: reader.scheme) == nil }.flatMap { row in
            columns.compactMap { index in
                guard row.cells.indices.contains(index), !CellReader.isBlank(row.cells[index].block.plainText) else { return nil }
                return (index, row.cells[index].block)
            }
        }
    }

    /// Whether no row has anything beside its task.
    private func isBlank(_ shape: TableShape) -> Bool {
        shape.rows.allSatisfy { row in row.cells.allSatisfy { CellReader.isBlank($0.block.plainText) } }
    }

    /// Whether at least half of cells are letters.
    private func areLetters(_ cells: Cells) -> Bool { cells.count { reader.isLetter($0.block) } * 2 >= cells.count }

    /// Whether at least half of cells are letters, or are meant as such: capitals, letters of another scheme, and in a table of tasks any
    /// sign. A table of days by role may have numbers and crosses.
    private func mayBeLetters(_ cells: Cells, of shape: TableShape) -> Bool {
        let isOfTasks = reader.words.isTasks(shape.taskHeading)
        let letters = cells.count { cell in
            let text = CellText(cell.block).text.trimmingWhitespace
            return reader.isLetter(cell.block) || (text.count < 3 && (isOfTasks || text.allSatisfy(\.isUppercase)))
                || Scheme.allCases.contains { CellReader(scheme: $0).read(text)?.mayBeProse == false }
        }
        return letters * 2 >= cells.count
    }

    /// Whether a heading is a role, or nearly one.
    private func namesRole(_ shape: TableShape) -> Bool {
        shape.headers.contains { reader.isRole($0.value) || reader.resolver.isNearRole($0.value) }
    }

    /// Whether a cell is a sentence rather than names: four words without a sign between them, or a full stop at its end.
    private static func isSentence(_ block: Block) -> Bool {
        let text = block.plainText
        return text.hasSuffix(".") || text.hasSuffix("。")
            || NameSplitter.names(in: text).contains { CellScanner.words(CellScanner.withoutBrackets($0)).count > 3 }
    }

    /// Whether a cell may hold names: short entries that begin with a capital, or in a script without any.
    private static func mayBeNames(_ block: Block) -> Bool {
        !isSentence(block) && NameSplitter.names(in: block.plainText).allSatisfy { $0.first { $0.isLetter }?.isLowercase != true }
    }
}
