import Diagnostics
import Markdown

/// A table of a matrix's page: which column names the tasks, and where each cell stands.
package struct TableShape {
    let page: Page
    /// The place of the header row.
    let location: Location
    /// The heading of the column that names the tasks; those of several columns of labels, joined.
    private(set) var taskHeading: String
    /// Footnotes that this heading refers to.
    private(set) var taskFootnotes: [FootnoteReference]
    /// The headings behind it.
    private(set) var headers: [Located<String>]
    /// Footnotes that each of these refers to.
    private(set) var headerFootnotes: [[FootnoteReference]]
    /// The headings' cells.
    private(set) var headerBlocks: [Block]
    /// Columns of prose, which are none of the above.
    private(set) var asides: [Matrix.Aside] = []
    /// The rows, blank ones left out.
    private(set) var rows: [Row]
    /// The heading of a column in front of the tasks whose cells are more than running numbers: `ID` over `T1`.
    private(set) var numberHeading: String?
    let table: Block
    let width: Int

    /// A row, cut at the column that names the tasks.
    struct Row {
        /// The first cell, for its HTML, and its words; with those of further columns of labels.
        fileprivate(set) var task: Block
        fileprivate(set) var taskName: String
        /// The words of each label by itself, the nearest to the letters first.
        fileprivate(set) var names: [String]
        /// What stands in a column of numbers before it.
        let number: String
        /// That cell, where it is shown beside the task.
        fileprivate(set) var shownNumber: Block?
        /// The cells behind it, with their places.
        var cells: [(block: Block, location: Location)]
        /// What stands in the columns of prose.
        fileprivate(set) var asides: [Block] = []
        /// The row's line, with the task underlined.
        let location: Location
        /// Whether it is a label over the rows below it.
        fileprivate(set) var isHeading: Bool
        /// Whether it has no more cells than the header.
        let isWhole: Bool
    }

    /// `nil` when the block is no table. A first column that only numbers the rows is left out.
    init?(_ block: Block, on page: Page, words: MatrixWords) {
        guard block.isTable, let header = block.children.first else { return nil }
        self.page = page
        table = block
        width = header.children.count
        location = page.source.location(line: header.lines.lowerBound)
        let names = Self.located(header, page)
        let isNumbered = names.count > 2 && words.isNumbers(names[0].block.plainText)
        let task = isNumbered ? 1 : 0
        taskHeading = names.indices.contains(task) ? names[task].block.plainText : ""
        taskFootnotes = names.prefix(task + 1).flatMap(\.block.inlines.footnoteReferences)
        headers = names.dropFirst(task + 1).map { Located($0.block.plainText, at: $0.location) }
        headerFootnotes = names.dropFirst(task + 1).map(\.block.inlines.footnoteReferences)
        headerBlocks = names.dropFirst(task + 1).map(\.block)
        let width = width
        rows = block.children.dropFirst().compactMap { Self.row($0, task: task, width: width, page) }
        if isNumbered { showNumbers(names[0].block) }
    }

    /// Running numbers are the author's count of the rows; anything else in their column names the task.
    private mutating func showNumbers(_ heading: Block) {
        let shown = RowNumbers(rows.map { ($0.number, $0.isHeading, $0.taskName) })
        for index in rows.indices where !shown.isShown[index] { rows[index].shownNumber = nil }
        if rows.contains(where: { $0.shownNumber != nil && !$0.isHeading }) { numberHeading = heading.plainText }
    }

    /// The heading of the tasks, with that of the numbers that are shown beside them.
    var shownHeading: String {
        [numberHeading ?? "", taskHeading].filter { !$0.isEmpty }.joined(separator: Self.joint)
    }

    /// `1 cell`, `2 cells`.
    package static func count(_ cells: Int) -> String { "\(cells) cell\(cells == 1 ? "" : "s")" }

    private static func row(_ block: Block, task: Int, width: Int, _ page: Page) -> Row? {
        let cells = located(block, page)
        guard let first = cells.first, !cells.allSatisfy({ $0.block.plainText.isEmpty }) else { return nil }
        // A label over the rows below may stand in the column of numbers.
        var label = cells.indices.contains(task) ? cells[task] : first
        let others = cells.dropFirst(task + 1)
        let isHeading = others.allSatisfy { $0.block.plainText.isEmpty }
        if label.block.plainText.isEmpty, isHeading { label = first }
        let line = page.split.line(block.lines.lowerBound, of: page.source)
        return Row(
            task: label.block,
            taskName: label.block.plainText,
            names: [label.block.plainText],
            number: task > 0 ? first.block.plainText : "",
            shownNumber: task > 0 ? first.block : nil,
            cells: Array(others),
            location: label.location,
            isHeading: isHeading,
            isWhole: line.map { TableLine($0).cells.count <= width } ?? true
        )
    }

    /// The table without some of its columns behind the tasks, and without some of its rows, by their places.
    func without(columns: Set<Int>, rows left: Set<Int>) -> TableShape {
        func kept<Element>(_ elements: [Element]) -> [Element] {
            elements.enumerated().filter { !columns.contains($0.offset) }.map(\.element)
        }
        var shape = self
        shape.headers = kept(headers)
        shape.headerFootnotes = kept(headerFootnotes)
        shape.headerBlocks = kept(headerBlocks)
        shape.rows = rows.enumerated().filter { !left.contains($0.offset) }.map { _, row in
            var row = row
            row.cells = kept(row.cells)
            return row
        }
        return shape
    }

    /// The table with some of its columns taken as more labels of the rows, and some as prose beside them.
    ///
    /// - Parameter isTotals: whether a label is that of totals, which belong to no label above them.
    func taking(labels: Int, prose: [Int], isTotals: (String) -> Bool) -> TableShape {
        var shape = without(columns: Set(0..<labels).union(prose), rows: [])
        shape.asides = prose.map {
            Matrix.Aside(heading: headers[$0].value, location: headers[$0].location, footnotes: headerFootnotes[$0])
        }
        if labels > 0 {
            let headings = [taskHeading] + headers[..<labels].map(\.value)
            shape.taskHeading = headings.filter { !$0.isEmpty }.joined(separator: Self.joint)
            shape.taskFootnotes = taskFootnotes + headerFootnotes[..<labels].joined()
        }
        var above: [Block] = []
        // A label with a note and no letters is a heading if emphasis distinguishes it from tasks.
        let hasPlainTasks = rows.contains { !$0.isHeading && !Self.isEmphasized($0.task) }
        func isMarked(_ row: Row) -> Bool { hasPlainTasks && Self.isEmphasized(row.task) }
        for index in rows.indices {
            let row = rows[index]
            func cell(_ column: Int) -> Block { row.cells.indices.contains(column) ? row.cells[column].block : Self.empty(row.task) }
            shape.rows[index].asides = prose.map(cell)
            let hasLetters = shape.rows[index].cells.contains { !$0.block.plainText.isEmpty }
            let hasProse = shape.rows[index].asides.contains { !$0.plainText.isEmpty }
            guard labels > 0 else {
                if !hasLetters, hasProse, isMarked(row) { shape.rows[index].isHeading = true }
                continue
            }
            let own = [row.task] + (0..<labels).map(cell)
            let isLabelled = own.contains { !$0.plainText.isEmpty }
            // Merged cells: what stands in the first row holds for those below it.
            var all = own
            if isLabelled, let last = own.last, !last.plainText.isEmpty, !isTotals(last.plainText) {
                for (place, block) in own.enumerated() where block.plainText.isEmpty && above.indices.contains(place) {
                    all[place] = above[place]
                }
            }
            let filled = all.filter { !$0.plainText.isEmpty }
            let isLabel = own.count(where: { !$0.plainText.isEmpty }) == 1
            shape.rows[index].isHeading = isLabel && !hasLetters && (!hasProse || own.contains(where: Self.isEmphasized) && hasPlainTasks)
            let labelling = shape.rows[index].isHeading ? own.filter { !$0.plainText.isEmpty } : filled
            shape.rows[index].task = Self.joined(labelling, as: row.task)
            shape.rows[index].taskName = shape.rows[index].task.plainText
            shape.rows[index].names = [shape.rows[index].taskName] + labelling.reversed().map(\.plainText)
            // Notes and links of a label that is repeated stand where its author wrote them.
            above =
                shape.rows[index].isHeading
                ? [] : all.map { Block(id: $0.id, kind: $0.kind, lines: $0.lines, inlines: [.text($0.plainText)]) }
        }
        return shape
    }

    /// Whether all words of a cell are emphasized.
    private static func isEmphasized(_ cell: Block) -> Bool {
        !cell.plainText.isEmpty
            && cell.inlines.allSatisfy { inline in
                switch inline {
                case .strong, .emphasis, .html: true
                case .text(let text): text.allSatisfy(\.isWhitespace)
                default: false
                }
            }
    }

    /// A row's labels as one cell, with the number in front of them that is shown.
    static func label(of row: Row) -> Block { joined([row.shownNumber, row.task].compactMap(\.self), as: row.task) }

    /// What stands between two labels of a row.
    private static let joint = " · "

    private static func empty(_ block: Block) -> Block { Block(id: block.id, kind: .cell, lines: block.lines) }

    private static func joined(_ labels: [Block], as block: Block) -> Block {
        Block(
            id: block.id,
            kind: block.kind,
            lines: block.lines,
            inlines: Array(labels.map(\.inlines).joined(separator: [.text(joint)]))
        )
    }

    /// The cells of a row with their places.
    private static func located(_ row: Block, _ page: Page) -> [(block: Block, location: Location)] {
        let number = row.lines.lowerBound
        let columns = page.split.line(number, of: page.source).map { TableLine($0).columns } ?? []
        return row.children.enumerated().map { index, cell in
            (cell, page.source.location(line: number, columns: columns.indices.contains(index) ? [columns[index]] : []))
        }
    }
}
