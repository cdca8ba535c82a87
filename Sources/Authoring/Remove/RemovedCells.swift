import Diagnostics
import Handbook
import Markdown

extension RoleRemoval {
    /// Removes the columns that the role heads, and its name from lists in cells.
    mutating func removeColumns() {
        for block in page.blocks where block.isTable {
            guard let header = source.line(block.lines.lowerBound), let first = block.children.first else { continue }
            let cells = TableLine(header).cells
            let names = first.children.map(\.plainText)
            let columns = cells.indices.dropFirst().filter { column in
                isRoleHeading(Self.words(cells[column])) || (names.indices.contains(column) && isRoleHeading(names[column]))
            }
            guard !columns.isEmpty else {
                removeFromCells(block)
                continue
            }
            guard cells.count > columns.count + 1 else {
                leave(role.title, source.location(line: block.lines.lowerBound))
                continue
            }
            for number in block.lines { removeCells(columns, line: number) }
        }
    }

    /// A name, perhaps with a note in brackets behind it.
    private func isRoleHeading(_ heading: String) -> Bool { isRole(heading) || isRole(MatrixGrid.name(heading)) }

    private mutating func removeCells(_ columns: [Int], line number: Int) {
        guard let line = source.line(number) else { return }
        let cells = TableLine(line)
        for column in columns where cells.columns.indices.contains(column) {
            // From the pipe before the cell to the one behind it.
            guard let inside = edits.range(line: number, columns: cells.columns[column]),
                let start = line[..<inside.lowerBound].lastIndex(of: "|")
            else { continue }
            let end = line[inside.upperBound...].firstIndex(of: "|") ?? line.endIndex
            edits.replace(start..<end, with: "")
        }
    }

    /// Removes the role from lists of names. A cell that would be empty is left to the author: somebody has to do the work.
    private mutating func removeFromCells(_ block: Block) {
        let reader = CellReader(scheme: page.record.text("scheme").flatMap { Scheme(rawValue: $0.value) } ?? .raci)
        for number in block.lines {
            guard let line = source.line(number).map({ TableLine($0) }) else { continue }
            for (cell, columns) in zip(line.cells, line.columns) {
                if isRole(Self.words(cell)) {
                    leave(Self.words(cell), source.location(line: number, columns: [columns]))
                    continue
                }
                if number > block.lines.lowerBound, reader.read(cell) != nil { continue }
                let parts = Self.parts(cell)
                let others = parts.filter { !isRole(Self.words($0)) }
                if others.count < parts.count, !others.isEmpty, let range = edits.range(line: number, columns: columns) {
                    edits.replace(range, with: others.joined(separator: ", "))
                }
                for part in others.flatMap(names) where isRoleHeading(part) {
                    leave(part, source.location(line: number, columns: [columns]))
                }
            }
        }
    }

    /// The names in a part of a cell, as matrices read them.
    private func names(_ part: String) -> [String] {
        NameSplitter.names(in: Self.words(part), joining: MatrixWords.joiningDefaults) { name in
            handbook.names.resolve(name, among: [.role]) != .unknown
        }
    }

    /// What is between commas and semicolons outside of brackets.
    private static func parts(_ cell: String) -> [String] {
        var depth = 0
        let parts = cell.split { character in
            if "([".contains(character) { depth += 1 }
            if ")]".contains(character) { depth -= 1 }
            return depth == 0 && ",;".contains(character)
        }
        return parts.map { String($0).trimmingWhitespace }.filter { !$0.isEmpty }
    }

    /// The words of a cell or a part of it, without signs, and without the brackets of one link.
    private static func words(_ cell: String) -> String {
        let text = cell.filter { !"*_`".contains($0) }.trimmingWhitespace
        if text.hasPrefix("[["), text.hasSuffix("]]") {
            return String(text.dropFirst(2).dropLast(2).prefix { $0 != "|" && $0 != "\\" }).trimmingWhitespace
        }
        if text.hasPrefix("["), text.hasSuffix(")"), let close = text.range(of: "](", from: text.startIndex) {
            return String(text[text.index(after: text.startIndex)..<close.lowerBound])
        }
        return text
    }
}
