import Handbook

/// Comma-separated values as RFC 4180 has them: lines end with CR LF; a field with a comma, a quote or a line end is
/// quoted, and quotes in it are doubled.
enum CSV {
    static func text(_ rows: [[String]]) -> String {
        rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    /// A field. One that a spreadsheet would take for a formula gets a leading apostrophe.
    private static func field(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
        let text = isFormula ? "'" + text : text
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// A file for each matrix, beside its page; and one of all roles.
    static func files(_ handbook: Handbook, _ strings: Strings) -> [OutputFile] {
        var files = handbook.matrices.map { OutputFile(path: path(of: $0), text: text(rows(of: $0))) }
        if !handbook.roles.isEmpty { files.append(OutputFile(path: rolesPath, text: text(rows(of: handbook.roles, handbook, strings)))) }
        return files
    }

    static let rolesPath = "roles/roles.csv"

    static func path(of matrix: Matrix) -> String { "\(matrix.page.address)\(matrix.slug).csv" }

    private static func rows(of matrix: Matrix) -> [[String]] {
        matrix.tables.flatMap { table in
            [[table.taskHeading] + table.columns.map(\.header)]
                + table.rows.map { row in [row.task] + (row.isHeading ? table.columns.map { _ in "" } : row.cells.map(cell)) }
        }
    }

    private static func cell(_ cell: Matrix.Cell) -> String {
        let letters = cell.letters.map(String.init).joined(separator: "/")
        let whole = cell.isWeak ? "(\(letters))" : letters
        return cell.note.map { "\(whole) (\($0))" } ?? whole
    }

    private static func rows(of roles: [Role], _ handbook: Handbook, _ strings: Strings) -> [[String]] {
        let header = ["role", "group", "core_skills", "delivers", "involve", "kpis"].map { strings[$0] }
        return [header]
            + roles.map { role in
                [
                    role.title, handbook.settings.groups.first { $0.id == role.group }?.title ?? "",
                    role.coreSkills.map(\.text).joined(separator: "; "), role.deliverables.map(\.text).joined(separator: "; "),
                    role.involve?.text ?? "", role.kpis.map(\.text).joined(separator: "; "),
                ]
            }
    }
}
