/// Comma-separated values as RFC 4180 has them: lines end with CR LF; a field with a comma, a quote or a line end is
/// quoted, and quotes in it are doubled.
package enum CSV {
    /// The file of a table that is shown on the page at an address.
    package static func file(_ table: Table, shownAt address: String, _ site: SiteContent) -> OutputFile {
        OutputFile(path: table.path(from: address), text: text(table.fields(site)))
    }

    package static func text(_ rows: [[String]]) -> String {
        rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    /// A field. One that a spreadsheet would take for a formula gets a leading apostrophe.
    private static func field(_ text: String) -> String {
        let isFormula = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
        let text = isFormula ? "'" + text : text
        guard text.utf8.contains(where: isSpecial) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// Whether a byte is a comma, a quote, or a part of a line end.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || (0x0A...0x0D).contains(byte)
    }
}
