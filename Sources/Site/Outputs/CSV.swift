/// Comma-separated values as RFC 4180 has them: lines end with CR LF; a field with a comma, a quote or a line end is
/// quoted, and quotes in it are doubled.
enum CSV {
    /// The file of a table that stands on the page at an address.
    static func file(_ table: Table, shownAt address: String) -> OutputFile {
        OutputFile(path: table.path(from: address), text: text(table.fields))
    }

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
}
