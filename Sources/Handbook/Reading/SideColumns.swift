import Markdown

/// Which columns of a matrix's table hold no letters and no roles: more labels of the rows, and prose.
///
/// A column of prose is known by its heading (see `MatrixWords.isNotes`), whatever is in it, or because its heading is not a role and no cell of it is
/// a letter. Columns right behind the first one label the rows with it where the first one by itself does not distinguish the rows,
/// or where one of them is headed by a word for tasks and the first one is not.
struct SideColumns {
    /// How many columns right behind the first one also label the rows.
    private(set) var labels = 0
    /// Columns of prose, by their places in `TableShape.headers`.
    private(set) var prose: [Int] = []
    /// Those of them whose headings are not words for prose.
    private(set) var unsure: [Int] = []

    private enum Column { case part, notes, other }

    init(_ shape: TableShape, form: TableReader.Form, reader: TableReader) {
        let rows = shape.rows.filter { !$0.isHeading && reader.words.totals($0.taskName, in: reader.scheme) == nil }
        let columns = shape.headers.indices.map { Self.column($0, shape.headers[$0].value, rows, form, reader) }
        guard columns.contains(where: { $0 == .part }) else { return }
        let leading = columns.prefix { $0 == .other }.count
        if form != .tasks { labels = Self.labels(upTo: leading, shape, rows, reader.words) }
        prose = columns.indices.filter { $0 >= labels && columns[$0] != .part }
        unsure = prose.filter { columns[$0] == .other }
    }

    private static func column(
        _ index: Int,
        _ heading: String,
        _ rows: [TableShape.Row],
        _ form: TableReader.Form,
        _ reader: TableReader
    ) -> Column {
        if reader.words.totals(heading, in: reader.scheme) != nil { return .part }
        if form == .letters {
            return reader.words.letter(heading, in: reader.scheme) != nil ? .part : reader.words.isNotes(heading) ? .notes : .other
        }
        if form == .roles, reader.isRole(heading) { return .part }
        if form == .roles, reader.words.isNotes(heading) { return .notes }
        let cells = rows.compactMap { $0.cells.indices.contains(index) ? $0.cells[index].block : nil }
            .filter { !CellReader.isBlank($0.plainText) }
        let letters = cells.count(where: reader.isLetter)
        // A task may be called "Schedule".
        if reader.words.isNotes(heading) { return !cells.isEmpty && letters == cells.count ? .part : .notes }
        if cells.isEmpty || letters > 0 { return .part }
        // A slip in a role's name is an error in the name, whatever is below it.
        return form == .roles && reader.resolver.isNearRole(heading) ? .part : .other
    }

    private static func labels(upTo leading: Int, _ shape: TableShape, _ rows: [TableShape.Row], _ words: MatrixWords) -> Int {
        guard leading > 0 else { return 0 }
        var count = 0
        if !words.isTasks(shape.taskHeading), let task = (0..<leading).last(where: { words.isTasks(shape.headers[$0].value) }) {
            count = task + 1
        }
        while count < leading, !areDistinct(rows, labels: count) { count += 1 }
        return count
    }

    private static func areDistinct(_ rows: [TableShape.Row], labels: Int) -> Bool {
        var seen: Set<[String]> = []
        return rows.allSatisfy { row in
            !row.taskName.isEmpty
                && seen.insert(([row.taskName] + row.cells.prefix(labels).map(\.block.plainText)).map(NameIndex.key)).inserted
        }
    }
}
