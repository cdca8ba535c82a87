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
        let choice = TableChoice(shapes, TableJudge(reader: reader))
        var tables: [Matrix.Table] = []
        var prose: [Block] = []
        var above: String?
        for (index, block) in page.blocks.enumerated() {
            if case .heading = block.kind { above = block.plainText }
            if choice.matrices.contains(index), let shape = shapes[index] {
                tables.append(reader.read(shape, heading: above, into: &findings))
            } else {
                prose.append(block)
            }
        }
        if tables.isEmpty {
            findings.add(noTable(shapes.compactMap(\.self)))
        } else {
            for (index, reason) in choice.unread { if let shape = shapes[index] { findings.add(unread(shape, reason)) } }
            for block in prose where block.kind == .paragraph { if let fault = unevenHeader(in: block.lines) { findings.add(fault) } }
        }
        return Matrix(
            page: page,
            scheme: scheme,
            basis: page.record.text("basis").flatMap { Basis(rawValue: $0.value) } ?? .stated,
            tables: tables,
            prose: prose
        )
    }

    // MARK: - Other tables

    /// Why a table beside the matrix is not part of it.
    private func unread(_ shape: TableShape, _ reason: TableKind.Reason) -> Diagnostic {
        switch reason {
        case .describesRoles: describesRoles(shape)
        case .namesNoRole:
            Self.isNone(
                shape,
                .warning,
                "no heading beside '\(shape.taskHeading)' is a role, so the letters below are shown as they are",
                help: "name a role in the header, or write the table without letters of the matrix"
            )
        case .hasFewLetters:
            Self.isNone(
                shape,
                .note,
                "most cells beside '\(shape.taskHeading)' are not letters, so the table is shown as it is",
                help: "for a matrix, write letters in the cells; else move the table to another page"
            )
        }
    }

    private func describesRoles(_ shape: TableShape) -> Diagnostic {
        Self.isNone(
            shape,
            .note,
            "the cells under '\(shape.headers.first?.value ?? "")' name no role, so the table is shown as it is",
            help: "for a matrix, put tasks in the first column and names of roles in the cells; else move the page to another folder"
        )
    }

    /// A table that is not read as a matrix; how much that weighs depends on how much it looks like one.
    private static func isNone(_ shape: TableShape, _ severity: Severity, _ message: String, help: String) -> Diagnostic {
        var finding = Rule.noMatrix(message, at: shape.location, help: help)
        finding.severity = severity
        return finding
    }

    // MARK: - No table

    /// What is in the place of a table: roles with prose, HTML, or lines that only look like a table.
    private func noTable(_ shapes: [TableShape]) -> Diagnostic {
        if let shape = shapes.first { return describesRoles(shape) }
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
        if let fault = unevenHeader(in: first...max(first, page.source.lines.count)) { return fault }
        return Rule.noMatrix(
            "'\(page.title.value)' has no table",
            at: page.place,
            help: "add a table: the first column the task, every other column a role"
        )
    }

    /// The first header whose line of dashes has another number of cells: GFM takes it for text.
    private func unevenHeader(in lines: ClosedRange<Int>) -> Diagnostic? {
        for number in lines.dropLast() {
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
        return nil
    }
}
