import Diagnostics
import Markdown

extension Rule {
    /// A matrix page without a table.
    public static let noMatrix = Rule("no-matrix", .error, "a matrix is a table in its page")
}

/// Reads a matrix from the tables of its page.
struct MatrixReader {
    let page: Page
    let resolver: Resolver
    let words: MatrixWords

    private var scheme: Scheme { page.record.text("scheme").flatMap { Scheme(rawValue: $0.value) } ?? .raci }

    func read(into findings: inout Findings) -> Matrix {
        let reader = TableReader(resolver: resolver, scheme: scheme, words: words)
        let shapes = page.blocks.map { TableShape($0, on: page, words: words) }
        let first = firstTable(shapes, reader)
        let heading = first.flatMap { shapes[$0] }.map { NameIndex.key($0.taskHeading) }
        var tables: [Matrix.Table] = []
        var prose: [Block] = []
        var above: String?
        for (index, block) in page.blocks.enumerated() {
            if case .heading = block.kind { above = block.plainText }
            if let first, index >= first, let shape = shapes[index], NameIndex.key(shape.taskHeading) == heading {
                tables.append(reader.read(shape, heading: above, into: &findings))
            } else {
                prose.append(block)
            }
        }
        if tables.isEmpty { findings.add(noTable(shapes.compactMap(\.self))) }
        return Matrix(
            page: page,
            scheme: scheme,
            basis: page.record.text("basis").flatMap { Basis(rawValue: $0.value) } ?? .stated,
            tables: tables,
            prose: prose
        )
    }

    /// The first table that names roles where a matrix has them; without one, the first that may be meant as a matrix. A legend of
    /// the letters may stand before it.
    private func firstTable(_ shapes: [TableShape?], _ reader: TableReader) -> Int? {
        shapes.firstIndex { $0.map(reader.namesRoles) == true }
            ?? shapes.firstIndex { shape in shape.map { !reader.describesRoles($0) } == true }
    }

    // MARK: - No table

    /// Says what is in the place of a table: roles with prose, HTML, or lines that only look like a table.
    private func noTable(_ shapes: [TableShape]) -> Diagnostic {
        if let shape = shapes.first {
            var finding = Rule.noMatrix(
                "the cells under '\(shape.headers.first?.value ?? "")' name no role, so the table is shown as it is",
                at: shape.location,
                help: "for a matrix, put tasks in the first column and names of roles in the cells; else move the page to another folder"
            )
            finding.severity = .note
            return finding
        }
        for reference in page.document.references {
            if case .html(let text) = reference.target, text.lowercased().contains("<table") {
                return Rule.noMatrix(
                    "'<table>' is not read as a matrix",
                    at: reference.location,
                    help: "write it as a Markdown table: a line of cells between |, and under the header a line like |---|---|"
                )
            }
        }
        let first = page.split.bodyLine
        for number in first..<max(first, page.source.lines.count) {
            guard let header = page.source.line(number), let rule = page.source.line(number + 1), header.contains("|"), rule.contains("-"),
                rule.contains("|"), rule.allSatisfy({ " \t|:-".contains($0) })
            else { continue }
            let (cells, dashes) = (TableLine(header).cells.count, TableLine(rule).cells.count)
            guard cells != dashes else { continue }
            return Rule.noMatrix(
                "header of \(TableShape.count(cells)), but \(dashes) under it",
                at: page.source.location(line: number + 1),
                help: "write one |---| for each cell of the header"
            )
        }
        return Rule.noMatrix(
            "'\(page.title.value)' has no table",
            at: page.place,
            help: "add a table: the first column the task, every other column a role"
        )
    }
}
