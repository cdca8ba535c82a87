/// Which cells of a column of numbers are shown beside the tasks.
///
/// `1`, `2`, `3` down a table are its author's count of the rows, and nothing is lost without them. `T1`, `1.2` or `101` are names that
/// other texts may use.
struct RowNumbers {
    /// For each row, whether its number is shown.
    let isShown: [Bool]

    init(_ rows: [(number: String, isHeading: Bool, task: String)]) {
        // A row of totals has its word in this column, a heading its label.
        let tasks = rows.filter { !$0.isHeading && !$0.task.isEmpty && !$0.number.isEmpty }
        let labelled = rows.filter { !$0.task.isEmpty && $0.task != $0.number && !$0.number.isEmpty }
        let areShown = !Self.run(tasks.map(\.number)) && !Self.run(labelled.map(\.number))
        isShown = rows.map { row in
            guard !row.number.isEmpty, !row.task.isEmpty, row.number != row.task else { return false }
            return areShown || (row.isHeading && Self.integer(row.number) == nil)
        }
    }

    /// Whether numbers count from 0 or 1, perhaps starting again in each section.
    private static func run(_ texts: [String]) -> Bool {
        var last: Int?
        for text in texts {
            guard let number = integer(text), number == 1 || number == (last ?? -1) + 1 else { return false }
            last = number
        }
        return true
    }

    /// `1`, `2.`, `03`, `#4`, `(5)`.
    private static func integer(_ text: String) -> Int? { Int(text.filter { !"#().".contains($0) }) }
}
