import Formats
import Handbook
import Markdown
import Templates

/// Every task of every matrix in one table, a row a task: matrices that have the same task share a row.
struct MergedMatrices {
    /// Those with a column in some matrix.
    let roles: [Role]
    let context: PageContext

    private struct Task {
        /// The first row that has it, and that row's matrix.
        let row: Matrix.Row
        let matrix: Matrix
        /// Letters by the role's slug, each once, with the matrix it is from.
        var letters: [String: [(letter: Character, scheme: Scheme, from: String?)]] = [:]
    }

    var table: Table {
        Table(
            "merged",
            context.strings["merged"],
            style: "matrix",
            columns: [.text(context.strings["task"])] + roles.map { .role($0.slug, context.site) },
            rows: tasks.map { task in
                [.phrase(.contents(task.row.block, of: task.matrix.page))] + roles.map { cell(task.letters[$0.slug] ?? []) }
            }
        )
    }

    private var tasks: [Task] {
        var order: [String] = []
        var tasks: [String: Task] = [:]
        for matrix in context.handbook.matrices {
            for (table, row) in matrix.tasks {
                let key = row.activity ?? row.task.lowercased()
                if tasks[key] == nil {
                    order.append(key)
                    tasks[key] = Task(row: row, matrix: matrix)
                }
                for (column, cell) in zip(table.columns, row.cells) {
                    guard let role = column.role else { continue }
                    for letter in cell.letters where tasks[key]?.letters[role]?.contains(where: { $0.letter == letter }) != true {
                        tasks[key]?.letters[role, default: []].append((letter, matrix.scheme, matrix.title))
                    }
                }
            }
        }
        return order.compactMap { tasks[$0] }
    }

    private func cell(_ letters: [(letter: Character, scheme: Scheme, from: String?)]) -> Table.Cell {
        .letters(MatrixLetters(letters.map { MatrixLetters.Letter($0.letter, $0.scheme, from: $0.from, context.strings) }))
    }
}
