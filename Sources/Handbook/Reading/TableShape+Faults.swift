import Diagnostics
import Markdown

extension Rule {
    /// A row with more or fewer cells than its header.
    public static let raggedRow = Rule("ragged-row", .error, "a row has as many cells as the header")
    /// A row with letters and no task.
    public static let missingTask = Rule("missing-task", .error, "a row with letters names its task")
}

extension TableShape {
    /// GFM drops or adds cells silently: the lines themselves are counted.
    func reportRagged(into findings: inout Findings) {
        for row in table.children.dropFirst() {
            let number = row.lines.lowerBound
            guard let text = page.split.line(number, of: page.source) else { continue }
            let line = TableLine(text)
            // A row that is a label alone is a heading.
            guard line.cells.count != width, line.cells.count > 1 else { continue }
            let name = line.cells.first { !$0.isEmpty } ?? ""
            let isHidden = line.cells.count < width && page.source.line(number).map { TableLine($0).cells.count > line.cells.count } == true
            let end = text.unicodeScalars.count + 1
            let place = line.cells.count > width ? Array(line.columns[width...]) : [end..<end + 1]
            findings.add(
                Rule.raggedRow(
                    "'\(name)' has \(Self.count(line.cells.count)), the header has \(width)",
                    at: page.source.location(line: number, columns: place),
                    help: isHidden
                        ? "a comment between %% holds a '|': end the comment before it"
                        : line.cells.count < width
                            ? "add the missing cells; leave them empty where a role has no part"
                            : "remove the surplus cells, or add headers for them"
                )
            )
        }
    }

    /// Letters beside no task.
    func reportMissingTask(_ row: Row, into findings: inout Findings) {
        guard row.taskName.isEmpty else { return }
        let column = taskHeading.isEmpty ? "the first column" : "'\(taskHeading)'"
        findings.add(Rule.missingTask("row without a task", at: row.location, help: "write the task under \(column)"))
    }
}
