import Handbook
import Markdown

/// A matrix as far as it is compared: its rows by task, its cells by role.
struct MatrixState {
    struct Row {
        let task: String
        let activity: String?
        let cells: [String: PartDiff.Parts]
    }

    /// Every column of its tables, in order.
    private(set) var holders: [(key: String, holder: PartHolder)] = []
    /// The columns that its author has written: those of a table with roles in its cells are made from the cells.
    private(set) var declared: Set<String> = []
    private(set) var rows: [Row] = []
    private var keys: Set<String> = []
    private let scheme: Scheme

    init(_ matrix: Matrix, role: (String) -> String, activity: (String) -> String, _ both: Correspondence) {
        scheme = matrix.scheme
        for table in matrix.tables {
            let isTransposed = table.columns.allSatisfy { $0.location == table.location }
            let columns = table.columns.map { column in column.role.map(role) ?? "\n\(NameIndex.key(column.header))" }
            for (key, column) in zip(columns, table.columns) {
                if keys.insert(key).inserted {
                    holders.append((key, column.role == nil ? PartHolder(slug: nil, title: column.header) : both.holder(key)))
                }
                if !isTransposed { declared.insert(key) }
            }
            for row in table.rows where !row.isHeading {
                var cells: [String: PartDiff.Parts] = [:]
                for (key, cell) in zip(columns, row.cells) where !cell.letters.isEmpty {
                    let others = cells[key]?.names ?? []
                    let names = others + cell.letters.map(String.init).filter { !others.contains($0) }
                    cells[key] = PartDiff.Parts(names: names, shown: others.isEmpty ? cell.text : names.joined(separator: "/"))
                }
                rows.append(Row(task: row.task, activity: row.activity.map(activity), cells: cells))
            }
        }
    }

    func has(_ key: String) -> Bool { keys.contains(key) }

    /// The roles that have a letter in a row.
    func roles(in row: Row) -> [String] { holders.filter { row.cells[$0.key] != nil }.compactMap(\.holder.slug) }

    /// "A: Data Engineer; R: Domain Expert, Data Analyst".
    func summary(of row: Row) -> String {
        var titles: [String: [String]] = [:]
        for (key, holder) in holders {
            for letter in row.cells[key]?.names ?? [] { titles[letter, default: []].append(holder.title) }
        }
        return scheme.letters.map(String.init).compactMap { letter in titles[letter].map { "\(letter): \($0.joined(separator: ", "))" } }
            .joined(separator: "; ")
    }

    /// "A: Model training; C: Monitoring".
    func summary(ofColumn key: String) -> String {
        rows.compactMap { row in row.cells[key].map { "\($0.shown): \(row.task)" } }.joined(separator: "; ")
    }

    /// Places in the old rows by places in the new ones: the same task, the same activity, and last similar words.
    static func match(_ old: [Row], _ new: [Row]) -> [Int: Int] {
        var matches: [Int: Int] = [:]
        var free = Array(old.indices)
        func take(_ isSame: (Row, Row) -> Bool) {
            for (place, row) in new.enumerated() where matches[place] == nil {
                guard let index = free.firstIndex(where: { isSame(old[$0], row) }) else { continue }
                matches[place] = free.remove(at: index)
            }
        }
        take { $0.task == $1.task && $0.cells == $1.cells }
        take { NameIndex.key($0.task) == NameIndex.key($1.task) }
        take { $0.activity != nil && $0.activity == $1.activity }
        take { Similarity(words: $0.task).shared(with: Similarity(words: $1.task)) >= ListDiff.similarity }
        return matches
    }
}
