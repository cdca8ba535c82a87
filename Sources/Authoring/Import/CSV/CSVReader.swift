import Diagnostics
import Handbook
import Markdown

extension Rule {
    /// A file that is no CSV.
    public static let csvSyntax = Rule(
        "csv-syntax",
        .error,
        "a CSV file is one as RFC 4180 has it, with as many cells in each row as in the first"
    )
}

/// A table of texts that know their lines.
struct CSVTable {
    struct Row {
        /// The line on which it begins.
        let line: Int
        let cells: [Cell]

        var isBlank: Bool { cells.allSatisfy { $0.text.isEmpty } }
    }

    struct Cell {
        /// Without white space around it.
        let text: String
        let line: Int
    }

    let header: Row
    let rows: [Row]
}

/// Reads CSV as RFC 4180 has it, with `,`, `;` or a tab between cells; line breaks and doubled quotes inside of quotes.
///
/// A reader of its own: SwiftCSV 0.10 takes a quote that is never closed for a last cell, fills rows that are too short, drops
/// an empty cell at the end of the file, and knows no line for what it refuses. Each of these would be a role read wrong, in
/// silence.
struct CSVReader {
    private let source: SourceText
    private let scalars: [Unicode.Scalar]
    private let separator: Unicode.Scalar
    private var index = 0
    private var line = 1

    private static let separators: [Unicode.Scalar] = [",", ";", "\t"]

    /// The table; `nil`, with findings, when the file is none.
    static func read(_ source: SourceText, into findings: inout Findings) -> CSVTable? {
        var reader = CSVReader(source)
        do throws(Diagnostic) {
            return try reader.table()
        } catch {
            findings.add(error)
            return nil
        }
    }

    private init(_ source: SourceText) {
        self.source = source
        scalars = Array(source.text.unicodeScalars)
        // Excel says its separator in a line of its own: sep=;
        let first = source.lines.first ?? ""
        if first.hasPrefix("sep="), first.unicodeScalars.count == 5, let given = first.unicodeScalars.last {
            separator = given
            index = min(6, scalars.count)
            line = 2
        } else {
            separator = Self.separator(scalars)
        }
    }

    /// The sign of which the first row has most, outside of quotes.
    private static func separator(_ scalars: [Unicode.Scalar]) -> Unicode.Scalar {
        var counts: [Unicode.Scalar: Int] = [:]
        var isQuoted = false
        for scalar in scalars {
            if scalar == "\"" { isQuoted.toggle() }
            if scalar == "\n", !isQuoted, !counts.isEmpty { break }
            if !isQuoted, separators.contains(scalar) { counts[scalar, default: 0] += 1 }
        }
        return separators.max { counts[$0, default: 0] < counts[$1, default: 0] }.flatMap { best in
            separators.first { counts[$0, default: 0] == counts[best, default: 0] }
        } ?? ","
    }

    private mutating func table() throws(Diagnostic) -> CSVTable {
        var rows: [CSVTable.Row] = []
        while index < scalars.count {
            let row = try row()
            if !row.isBlank { rows.append(row) }
        }
        guard let header = rows.first else {
            throw Rule.csvSyntax(
                "'\(source.path)' is empty",
                at: source.location(),
                help: "write the names of the columns in the first line"
            )
        }
        // Spreadsheets write columns that nobody has filled.
        let width = (header.cells.lastIndex { !$0.text.isEmpty } ?? 0) + 1
        for row in rows {
            let last = (row.cells.lastIndex { !$0.text.isEmpty } ?? 0) + 1
            guard row.cells.count >= width, last <= width else {
                let count = max(last, min(row.cells.count, width))
                throw Rule.csvSyntax(
                    "row of \(TableShape.count(count)), the first has \(width)",
                    at: source.location(line: row.line),
                    help: count > width
                        ? "put a cell that has '\(Self.shown(separator))' in it in quotes, or name the columns"
                        : "add the missing cells, with '\(Self.shown(separator))' between them"
                )
            }
        }
        let cut = rows.map { CSVTable.Row(line: $0.line, cells: Array($0.cells.prefix(width))) }
        return CSVTable(header: cut[0], rows: Array(cut.dropFirst()))
    }

    private static func shown(_ separator: Unicode.Scalar) -> String { separator == "\t" ? "a tab" : String(Character(separator)) }

    private mutating func row() throws(Diagnostic) -> CSVTable.Row {
        let start = line
        var cells: [CSVTable.Cell] = []
        while true {
            let place = line
            let text = index < scalars.count && scalars[index] == "\"" ? try quoted() : try bare()
            cells.append(CSVTable.Cell(text: text.trimmingWhitespace, line: place))
            guard index < scalars.count else { break }
            let sign = scalars[index]
            index += 1
            if sign == "\n" {
                line += 1
                break
            }
        }
        return CSVTable.Row(line: start, cells: cells)
    }

    private mutating func bare() throws(Diagnostic) -> String {
        var text = String.UnicodeScalarView()
        while index < scalars.count, scalars[index] != separator, scalars[index] != "\n" {
            guard scalars[index] != "\"" else {
                throw fault("quote inside of a cell that has none around it", "put the cell in quotes, and write \"\" for each quote in it")
            }
            text.append(scalars[index])
            index += 1
        }
        return String(text)
    }

    private mutating func quoted() throws(Diagnostic) -> String {
        let start = source.location(line: line)
        var text = String.UnicodeScalarView()
        index += 1
        while index < scalars.count {
            let sign = scalars[index]
            index += 1
            guard sign == "\"" else {
                if sign == "\n" { line += 1 }
                text.append(sign)
                continue
            }
            if index < scalars.count, scalars[index] == "\"" {
                text.append(sign)
                index += 1
                continue
            }
            guard index == scalars.count || scalars[index] == separator || scalars[index] == "\n" else {
                throw fault("text behind the closing quote of a cell", "write \"\" for a quote inside of the cell")
            }
            return String(text)
        }
        throw Rule.csvSyntax("quote that is never closed", at: start, help: "close it, or write \"\" for a quote inside of a cell")
    }

    private func fault(_ message: String, _ help: String) -> Diagnostic {
        Rule.csvSyntax(message, at: source.location(line: line), help: help)
    }
}
