import Handbook
import TestSupport
import Testing

/// Numbers in front of tasks: running ones are a count of the rows, others are shown beside the task.
@Suite struct RowNumberTests {
    private static func table(_ heading: String, _ rows: String) async -> Matrix.Table? {
        await read(matrix("| \(heading) | Task | PM | UX |\n|---|---|---|---|\n\(rows)")).handbook.matrices.first?.tables.first
    }

    @Test(
        arguments: [
            ("ID", ["T1", "T2"]), ("#", ["1.1", "1.2"]), ("No.", ["101", "102"]), ("ID", ["2", "4"]), ("Nr.", ["1", "3"]),
            ("#", ["A", "B"]),
        ]
    )
    func namesOfTasksAreShown(heading: String, numbers: [String]) async {
        let table = await Self.table(heading, "| \(numbers[0]) | Wash | A | R |\n| \(numbers[1]) | Dry | A | R |")
        #expect(table?.rows.map(\.task) == ["Wash", "Dry"])
        #expect(table?.rows.map(\.block.plainText) == ["\(numbers[0]) · Wash", "\(numbers[1]) · Dry"])
        #expect(table?.taskHeading == "\(heading) · Task")
    }

    @Test(
        arguments: [
            "| 1 | Wash | A | R |\n| 2 | Dry | A | R |", "| 1. | Wash | A | R |\n| 2. | Dry | A | R |",
            "| 01 | Wash | A | R |\n| | Dry | A | R |",
            "| 0 | Wash | A | R |\n| 1 | Dry | A | R |", "| 1 | Wash | A | R |\n| | **Then** | | |\n| 1 | Dry | A | R |",
            "| 1 | **First** | | |\n| 2 | Wash | A | R |\n| 3 | Dry | A | R |",
        ]
    )
    func runningNumbersAreNot(rows: String) async {
        let table = await Self.table("#", rows)
        #expect(table?.rows.filter { !$0.isHeading }.map(\.block.plainText) == ["Wash", "Dry"])
        #expect(table?.taskHeading == "Task")
    }

    @Test func theLetterOfASectionIsShownBesideIt() async {
        let table = await Self.table("#", "| A | **First** | | |\n| 1 | Wash | A | R |\n| B | **Second** | | |\n| 2 | Dry | A | R |")
        #expect(table?.rows.map(\.block.plainText) == ["A · First", "Wash", "B · Second", "Dry"])
        #expect(table?.rows.map(\.task) == ["First", "Wash", "Second", "Dry"])
    }

    @Test func aRoleDownTheSideKeepsItsNumber() async {
        let project = matrix("| ID | Role | Hiring | Payroll |\n|---|---|---|---|\n| R7 | PM | A | R |\n| R9 | UX | R | A |")
        #expect(await read(project).handbook.matrices.first?.tables.first?.columns.map(\.note) == ["ID: R7", "ID: R9"])
    }
}
