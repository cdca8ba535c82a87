import Diagnostics
import Markdown

extension Rule {
    /// A matrix page without a table.
    public static let noMatrix = Rule("no-matrix", .error, "a matrix is a table in its page")
    /// A cell with something that is no letter.
    public static let unknownLetter = Rule("unknown-letter", .error, "a cell holds letters of the matrix's scheme, perhaps with a note, or nothing")
    /// A row with more or fewer cells than its header.
    public static let raggedRow = Rule("ragged-row", .error, "a row has as many cells as the header")
    /// Two columns for one role.
    public static let duplicateColumn = Rule("duplicate-column", .error, "a role has one column")
}

/// Reads a matrix from the tables of its page.
struct MatrixReader {
    let page: Page
    let resolver: Resolver

    private var scheme: Scheme { page.record.text("scheme").flatMap { Scheme(rawValue: $0.value) } ?? .raci }

    func read(into findings: inout Findings) -> Matrix {
        var tables: [Matrix.Table] = []
        var prose: [Block] = []
        var heading: String?
        for block in page.blocks {
            if case .heading = block.kind { heading = block.plainText }
            let head = block.children.first?.children.first?.plainText
            let isFirst = tables.isEmpty
            guard block.kind == .table, isFirst || NameIndex.key(head ?? "") == NameIndex.key(tables[0].taskHeading) else {
                prose.append(block)
                continue
            }
            if let table = table(block, heading, &findings) { tables.append(table) }
        }
        if tables.isEmpty {
            findings.add(
                Rule.noMatrix(
                    "'\(page.title.value)' has no table", at: page.source.location(),
                    help: "add a table: the first column the task, every other column a role"))
        }
        return Matrix(
            page: page, scheme: scheme, basis: page.record.text("basis").flatMap { Basis(rawValue: $0.value) } ?? .stated,
            tables: tables, prose: prose, exemptions: exemptions())
    }

    private func exemptions() -> [Matrix.Exemption] {
        page.record.records("exempt").compactMap { record in
            guard let rule = record.text("rule"), let row = record.text("row") else { return nil }
            return Matrix.Exemption(rule: rule, row: row, reason: record.text("reason")?.value ?? "")
        }
    }

    // MARK: - Tables

    private func table(_ block: Block, _ heading: String?, _ findings: inout Findings) -> Matrix.Table? {
        guard let header = block.children.first else { return nil }
        let number = header.lines.lowerBound
        let place = page.source.location(line: number)
        let taskHeading = header.children.first?.plainText ?? ""
        reportRagged(block, cells: header.children.count, &findings)
        let names = zip(header.children, cellPlaces(header)).dropFirst().map { Located($0.plainText, at: $1) }
        if let transposed = TransposedTable(page: page, resolver: resolver, scheme: scheme, headers: names) {
            return transposed.table(block, taskHeading: taskHeading, heading: heading, at: place, into: &findings)
        }
        var columns: [Matrix.Column] = []
        for name in names { columns.append(column(name, columns, &findings)) }
        let rows = block.children.dropFirst().map { row($0, columns: columns.count, &findings) }
        return Matrix.Table(heading: heading, taskHeading: taskHeading, columns: columns, rows: rows, location: place)
    }

    /// A header: a role's name, perhaps with a note in brackets.
    private func column(_ name: Located<String>, _ before: [Matrix.Column], _ findings: inout Findings) -> Matrix.Column {
        var header = name
        var note: String?
        if let open = name.value.firstIndex(of: "("), name.value.hasSuffix(")"), resolver.names.resolve(name.value, among: [.role]) == .unknown {
            note = String(name.value[name.value.index(after: open)...].dropLast())
            header.value = String(name.value[..<open]).trimmingWhitespace
        }
        let role = resolver.role(header, into: &findings)
        if let role, let first = before.first(where: { $0.role == role }) {
            findings.add(
                Rule.duplicateColumn(
                    "'\(header.value)' is a second column for the role '\(first.header)'", at: name.location, help: "join the two columns"))
        }
        return Matrix.Column(role: role, header: header.value, note: note, location: name.location)
    }

    private func row(_ block: Block, columns: Int, _ findings: inout Findings) -> Matrix.Row {
        let reader = CellReader(scheme: scheme)
        let places = cellPlaces(block)
        var cells: [Matrix.Cell] = []
        for (cell, place) in zip(block.children, places).dropFirst() {
            let reading = reader.read(cell.plainText)
            if reading == nil {
                findings.add(
                    Rule.unknownLetter(
                        "'\(cell.plainText)' is no letter of \(scheme.rawValue.uppercased())", at: place,
                        help: "write \(scheme.letters.map(String.init).joined(separator: ", ")), a letter with a note like 'R (drafts)', or nothing"))
            }
            cells.append(
                Matrix.Cell(letters: reading?.letters ?? [], note: reading?.note, isWeak: reading?.isWeak ?? false, location: place))
        }
        while cells.count < columns {
            cells.append(Matrix.Cell(letters: [], note: nil, isWeak: false, location: places.last ?? page.source.location()))
        }
        let first = block.children.first ?? block
        let task = first.plainText
        let isHeading = !task.isEmpty && block.children.dropFirst().allSatisfy { $0.plainText.isEmpty }
        return Matrix.Row(
            task: task, activity: activity(task), cells: cells, isHeading: isHeading,
            location: page.source.location(line: block.lines.lowerBound), block: first)
    }

    private func activity(_ task: String) -> String? {
        if case .found(let id) = resolver.names.resolve(task, among: [.activity]) { id.slug } else { nil }
    }

    // MARK: - Places

    /// The place of each cell of a row.
    private func cellPlaces(_ row: Block) -> [Location] {
        let number = row.lines.lowerBound
        let columns = page.source.line(number).map { TableLine($0).columns } ?? []
        return row.children.indices.map { index in
            page.source.location(line: number, columns: columns.indices.contains(index) ? [columns[index]] : [])
        }
    }

    /// GFM drops or adds cells silently: the lines themselves are counted.
    private func reportRagged(_ table: Block, cells: Int, _ findings: inout Findings) {
        for row in table.children.dropFirst() {
            let number = row.lines.lowerBound
            guard let line = page.source.line(number) else { continue }
            let found = TableLine(line)
            guard found.cells.count != cells else { continue }
            let task = row.children.first?.plainText ?? ""
            // A row that is a label alone is a heading.
            if found.cells.count == 1, !task.isEmpty { continue }
            findings.add(
                Rule.raggedRow(
                    "'\(task)' has \(found.cells.count) cells, the header has \(cells)", at: page.source.location(line: number),
                    help: found.cells.count < cells ? "add the missing cells; leave them empty where a role has no part" : "remove the surplus cells, or add headers for them"))
        }
    }
}
