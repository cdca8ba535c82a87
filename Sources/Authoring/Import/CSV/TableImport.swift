import Diagnostics
import Handbook
import Markdown

extension Rule {
    /// A table of which nobody can tell what it is of.
    public static let csvColumns = Rule(
        "csv-columns",
        .error,
        "a CSV file has a column of titles, a role in each row, or tasks with a column for each role"
    )
    /// A row that is nobody's, or somebody's a second time.
    public static let csvRow = Rule("csv-row", .error, "each row of a CSV file has a role or a task of its own")
}

/// Makes a project of a CSV file: of roles, one in each row, or of a matrix.
public enum TableImport {
    /// The project, and an account of it. With an error among its findings, it has no files.
    ///
    /// - Parameters:
    ///   - name: how messages call the file.
    ///   - title: the file's name without its ending.
    public static func plan(_ bytes: [UInt8], name: String, title: String, _ options: FolderImport.Options = FolderImport.Options())
        -> ImportPlan
    {
        var plan = ImportPlan(report: ImportReport(heading: name))
        let source = SourceText.decode(bytes, path: name, into: &plan.findings)
        plan.sources[name] = source
        guard !plan.findings.hasErrors, let table = CSVReader.read(source, into: &plan.findings) else { return plan }
        checkHeader(table, source, into: &plan.findings)
        guard !plan.findings.hasErrors else { return plan }
        if let columns = RoleColumns(table.header), !isMatrix(table) {
            RoleTable(table: table, columns: columns, source: source).fill(&plan, title: title, options)
        } else {
            MatrixTable(table: table, source: source).fill(&plan, title: title, options)
        }
        plan.files.sort { $0.path < $1.path }
        if options.language == nil, !plan.findings.hasErrors {
            plan.report.settings.append("language 'en': nothing says otherwise; --language does")
        }
        return plan
    }

    private static func isMatrix(_ table: CSVTable) -> Bool {
        MatrixGrid(header: table.header.cells.map(\.text), rows: table.rows.map { $0.cells.map(\.text) }) != nil
    }

    private static func checkHeader(_ table: CSVTable, _ source: SourceText, into findings: inout Findings) {
        var seen: Set<String> = []
        for (index, cell) in table.header.cells.enumerated() {
            let place = source.location(line: cell.line)
            // The corner over the tasks may be empty.
            if cell.text.isEmpty, index > 0 {
                findings.add(Rule.csvColumns("column \(index + 1) has no name", at: place, help: "name it in the first line"))
            } else if !seen.insert(NameIndex.key(cell.text)).inserted {
                findings.add(Rule.csvColumns("'\(cell.text)' heads two columns", at: place, help: "give one of the two another name"))
            }
        }
        if table.rows.isEmpty {
            findings.add(
                Rule.csvColumns("'\(source.path)' has no rows", at: source.location(), help: "write a row for each role, or for each task")
            )
        }
    }
}
