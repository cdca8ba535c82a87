import Markdown

/// The tasks of all matrices, by the roles that have a part in them and by name.
public struct TaskIndex: Sendable {
    /// A task, and where it stands.
    public struct Task: Sendable {
        /// The matrix, the table in it, and the row.
        public let matrix: Matrix, table: Matrix.Table, row: Matrix.Row
        /// The significant words of its names.
        let words: Set<String>
    }

    /// In the order of the matrices.
    public let tasks: [Task]
    /// Slugs of the activities that have a row in some matrix.
    public let activities: Set<String>
    /// By the role's slug, places in `tasks`.
    private(set) var byRole: [String: Set<Int>] = [:]
    private var byName: [String: [Int]] = [:]

    init(_ handbook: Handbook) {
        tasks = handbook.matrices.flatMap { matrix in
            matrix.tasks.map { table, row in
                let names = [row.task] + (row.activity.flatMap { handbook.activity($0) }.map { [$0.title] } ?? [])
                return Task(matrix: matrix, table: table, row: row, words: Set(names.flatMap(Words.significant)))
            }
        }
        activities = Set(tasks.compactMap(\.row.activity))
        for (index, task) in tasks.enumerated() {
            for (column, cell) in zip(task.table.columns, task.row.cells) where !cell.letters.isEmpty {
                if let role = column.role { byRole[role, default: []].insert(index) }
            }
            for key in Set([task.row.task, task.row.activity].compactMap(\.self).map(NameIndex.key)) {
                byName[key, default: []].append(index)
            }
        }
    }

    /// The tasks that a role has a part in, in the order of the matrices.
    func tasks(of role: String) -> [Task] { (byRole[role] ?? []).sorted().map { tasks[$0] } }

    /// A task in which both roles have a part.
    func shared(_ first: String, _ second: String) -> Task? {
        let (a, b) = (byRole[first] ?? [], byRole[second] ?? [])
        return (a.count < b.count ? a.filter(b.contains) : b.filter(a.contains)).min().map { tasks[$0] }
    }

    /// The tasks of a name, or of the activity of that name.
    func tasks(named name: String, _ names: NameIndex) -> [Task] {
        var found = byName[NameIndex.key(name)] ?? []
        if case .found(let activity) = names.resolve(name, among: [.activity]) { found += byName[NameIndex.key(activity.slug)] ?? [] }
        return Set(found).sorted().map { tasks[$0] }
    }
}
