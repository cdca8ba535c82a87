import Diagnostics
import Handbook
import Markdown

/// A table of tasks and roles, made into the page of a matrix, and a page for each of its roles.
struct MatrixTable {
    let table: CSVTable
    let source: SourceText

    private static let words = MatrixWords.standard

    /// The pages and settings of the project.
    func fill(_ plan: inout ImportPlan, title: String, _ options: FolderImport.Options) {
        let header = table.header.cells.map(\.text)
        let rows = table.rows.map { $0.cells.map(\.text) }
        let first = Self.words.isNumbers(header[0]) && header.count > 2 ? 1 : 0
        let isNamed = header[first].isEmpty || Self.words.isTasks(header[first]) || Self.words.isNotes(header[first])
        guard header.count > first + 1, let grid = MatrixGrid(header: header, rows: rows, isTold: isNamed) else {
            return plan.findings.add(nothing(header))
        }
        check(grid, &plan.findings)
        guard !plan.findings.hasErrors else { return }
        let title = ImportedPlace.words(title)
        let slug = PageAddress.fileSlug(title)
        var entries = [PlainValue.Entry("title", .text(title))]
        if grid.scheme != .raci { entries.append(PlainValue.Entry("scheme", .text(grid.scheme.rawValue))) }
        let yaml = YAMLText.text(entries, fields: PageFields.fields(of: .matrix))
        plan.files.append(("content/raci/\(slug).md", "---\n\(yaml)---\n\n\(markdown)"))
        plan.report.entries.append(
            ImportReport.Entry(
                from: "all rows",
                to: "raci/\(slug).md",
                reasons: ["matrix '\(title)'", "scheme \(grid.scheme.rawValue): its letters"],
                kind: .matrix
            )
        )
        var roles = ColumnRoles()
        let names = CellNames(table.rows.flatMap { row in grid.letterColumns.map { row.cells[$0].text } })
        for column in grid.roleColumns { roles.add(MatrixGrid.name(header[column]), from: "column \(column + 1)") }
        for row in table.rows {
            if grid.hasRolesDown, Self.words.totals(row.cells[grid.task].text, in: grid.scheme) == nil {
                roles.add(MatrixGrid.name(row.cells[grid.task].text), from: "line \(row.line)")
            }
            for column in grid.letterColumns {
                for name in names.names(row.cells[column].text) { roles.add(name, from: "line \(row.cells[column].line)") }
            }
        }
        for role in roles.roles() {
            plan.files.append((role.path, role.text))
            plan.report.entries.append(
                ImportReport.Entry(from: role.from, to: String(role.path.dropFirst(8)), reasons: ["role '\(role.title)'"], kind: .role)
            )
        }
        for column in grid.unsure {
            plan.report.untold.append(
                (source.location(line: table.header.line), "what '\(header[column])' is: it is kept beside the rows as prose")
            )
        }
        let name = options.title ?? title
        plan.files.append((Settings.file, ImportPlan.settings(name, options.language, [])))
        plan.report.heading = "\(source.path): a matrix, \(table.rows.count) \(table.rows.count == 1 ? "row" : "rows")"
        plan.report.settings.append("title '\(name)': \(options.title == nil ? "the file's name" : "as given")")
    }

    private func nothing(_ header: [String]) -> Diagnostic {
        let names = header.filter { !$0.isEmpty }
        let near = names.first { NearMiss.best(for: $0, among: ["title", "role", "name"]) != nil }
        return Rule.csvColumns(
            "'\(source.path)' has no column of titles, and is no matrix",
            at: source.location(line: table.header.line),
            help: near.map { "'\($0)' may be it: call it 'title'" }
                ?? "call one column 'title', or 'task' and let the others hold letters such as R and A"
        )
    }

    /// Cells that are not letters, and tasks that the table has twice.
    private func check(_ grid: MatrixGrid, _ findings: inout Findings) {
        let reader = CellReader(scheme: grid.scheme)
        var seen: [String: CSVTable.Row] = [:]
        for row in table.rows {
            let task = row.cells[grid.task].text
            let place = source.location(line: row.line)
            guard Self.words.totals(task, in: grid.scheme) == nil else { continue }
            let name = ([task] + grid.labels.map { row.cells[$0].text }).filter { !$0.isEmpty }.joined(separator: " · ")
            if name.isEmpty {
                let what = grid.hasRolesDown ? "role" : "task"
                findings.add(Rule.csvRow("row without a \(what)", at: place, help: "write the \(what) in column \(grid.task + 1)"))
            } else if !task.isEmpty, let first = seen[NameIndex.key(name)] {
                findings.add(
                    Rule.csvRow(
                        "'\(name)' is there twice",
                        at: place,
                        help: "join the two rows, or give one of them another name",
                        related: [Related("the first", at: source.location(line: first.line))]
                    )
                )
            }
            seen[NameIndex.key(name)] = row
            for column in grid.cellColumns where grid.letterColumns.isEmpty && reader.read(row.cells[column].text) == nil {
                findings.add(
                    Rule.unknownLetter(
                        "'\(row.cells[column].text)' is no letter of \(grid.scheme.rawValue.uppercased())",
                        at: source.location(line: row.cells[column].line),
                        help: "write \(grid.scheme.letters.map(String.init).joined(separator: ", ")), or nothing"
                    )
                )
            }
        }
    }

    /// The table as Markdown.
    private var markdown: String {
        let rows = [table.header] + table.rows
        var lines = rows.map { row in
            "| "
                + row.cells.enumerated().map { index, cell in
                    // A line break in a cell of names stands between two of them.
                    index == 0 && row.line == table.header.line && cell.text.isEmpty
                        ? "Task" : MarkdownText.escaped(cell.text.replacing("\n", with: ", "))
                }.joined(separator: " | ") + " |"
        }
        lines.insert("|" + table.header.cells.map { _ in "---|" }.joined(), at: 1)
        return lines.map { $0 + "\n" }.joined()
    }
}
