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
        var tables: [Matrix.Table] = []
        var prose: [Block] = []
        var heading: String?
        for block in page.blocks {
            if case .heading = block.kind { heading = block.plainText }
            guard let shape = TableShape(block, on: page, words: words),
                tables.first.map({ NameIndex.key($0.taskHeading) == NameIndex.key(shape.taskHeading) }) ?? true
            else {
                prose.append(block)
                continue
            }
            tables.append(table(shape, heading, &findings))
        }
        if tables.isEmpty { findings.add(noTable()) }
        return Matrix(
            page: page,
            scheme: scheme,
            basis: page.record.text("basis").flatMap { Basis(rawValue: $0.value) } ?? .stated,
            tables: tables,
            prose: prose
        )
    }

    private func table(_ shape: TableShape, _ heading: String?, _ findings: inout Findings) -> Matrix.Table {
        shape.reportRagged(into: &findings)
        let (rest, totals) = TotalsReader(scheme: scheme, words: words, names: resolver.names).read(shape)
        if let transposed = TransposedTable(shape: rest, resolver: resolver, scheme: scheme, words: words) {
            return transposed.read(heading: heading, totals: totals, into: &findings)
        }
        return GridTable(shape: rest, resolver: resolver, scheme: scheme).read(heading: heading, totals: totals, into: &findings)
    }

    // MARK: - No table

    /// Says what stands in the place of a table: HTML, or lines that only look like one.
    private func noTable() -> Diagnostic {
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
