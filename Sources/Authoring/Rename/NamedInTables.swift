import Diagnostics
import Handbook
import Markdown

extension TextEdits {
    /// Renames in the tables of a matrix: roles in headers and cells, pieces of work in the first columns.
    mutating func renameInTables(of page: Page, _ renaming: Renaming) {
        let scheme = page.record.text("scheme").flatMap { Scheme(rawValue: $0.value) } ?? .raci
        let reader = CellReader(scheme: scheme)
        for block in page.blocks where block.isTable {
            // Roles may be down the side, under a heading that says so or under none.
            let sides =
                block.children.first?.children.prefix(2).map { $0.plainText.isEmpty || MatrixWords.standard.isRoles($0.plainText) } ?? []
            for number in block.lines {
                guard let text = source.line(number) else { continue }
                let line = TableLine(text)
                for (index, columns) in line.columns.enumerated() {
                    let isLabel = index < 2
                    let mayBeRole = index > 0 || (sides.first == true && number > block.lines.lowerBound)
                    guard renaming.kind == .role ? mayBeRole : isLabel || sides.contains(true), !line.cells[index].isEmpty else { continue }
                    // Letters are no names, except in the header, where there are none.
                    if number > block.lines.lowerBound, reader.read(line.cells[index]) != nil { continue }
                    if let cell = range(line: number, columns: columns) {
                        rename(in: cell, renaming, signs: [[], [",", ";"], Self.joints])
                    }
                }
            }
        }
    }

    private static let joints: Set<Character> = [",", ";", "/", "&", "+", "·", "(", ")", "[", "]", "*", "_", "<", ">", "`"]

    /// The whole of a cell may be a name, else each part between commas, else each between any sign, or words such as "and".
    private mutating func rename(in cell: Range<String.Index>, _ renaming: Renaming, signs: [Set<Character>]) {
        guard let separators = signs.first else {
            for name in CellScanner.joined(source.text[cell], joining: MatrixWords.joiningDefaults) {
                if let new = renaming.name(for: String(name)) {
                    replace(name.startIndex..<name.endIndex, with: new.replacing("|", with: "\\|"))
                }
            }
            return
        }
        for part in source.text[cell].split(whereSeparator: separators.contains) {
            let start = part.firstIndex { !$0.isWhitespace } ?? part.endIndex
            guard start < part.endIndex, let last = part.lastIndex(where: { !$0.isWhitespace }) else { continue }
            let name = part[start...last]
            if let new = renaming.name(for: String(name)) {
                // A pipe in a title would end the cell.
                replace(name.startIndex..<name.endIndex, with: new.replacing("|", with: "\\|"))
            } else {
                rename(in: name.startIndex..<name.endIndex, renaming, signs: Array(signs.dropFirst()))
            }
        }
    }
}
