import Handbook
import TestSupport
import Testing

@testable import struct Handbook.TableLine

@Suite("Matrices with a column for each role")
struct MatrixTests {
    @Test("Every notation is read in place, in the page's own Markdown")
    func grid() async {
        let project = matrix(
            """
            | Task | Data Eng | [ML Eng](../roles/ml-engineer.md) | PM (owner) | `UX` |
            |:---|:-:|:-:|--:|---|
            | **Phase one** | | | | |
            | Build the `pipe\\|line` | **A**/R | *c* | – | R (drafts) |
            | [Train](../roles/ml-engineer.md) | i | R/A Reviewer | (C) | N/A |
            | Phase two |
            | Ship & watch | · | a+r | _I_ | - |
            """
        )
        #expect(
            await rows(of: project) == [
                "# Phase one", "Build the pipe|line: data-engineer A/R, ml-engineer C, ux-designer R (drafts)",
                "Train: data-engineer I, ml-engineer R/A (Reviewer), product-manager weak C", "# Phase two",
                "Ship & watch: ml-engineer A/R, product-manager I",
            ]
        )
        #expect(await findings(in: project) == [])
        let table = await read(project).handbook.matrices.first?.tables.first
        #expect(table?.columns.map(\.header) == ["Data Eng", "ML Eng", "PM", "UX"])
        #expect(table?.columns.map(\.note) == [nil, nil, "owner", nil])
        #expect(table?.columns.map(\.location.column) == [10, 21, 57, 70])
        #expect(table?.rows.last?.cells.map(\.location.column) == [18, 22, 28, 34])
    }

    @Test("A column that only numbers the rows is passed over", arguments: ["#", "No.", "nr", "ID", "№"])
    func numbered(heading: String) async {
        let project = matrix(
            """
            | \(heading) | Task | PM | UX |
            |---|---|---|---|
            | A | Design | | |
            | 1 | Sketch | A | R |
            | Phase two | | | |
            | 2 | Test | C | A/R |
            """
        )
        #expect(
            await rows(of: project) == [
                "# Design", "Sketch: product-manager A, ux-designer R", "# Phase two", "Test: product-manager C, ux-designer A/R",
            ]
        )
        #expect(await findings(in: project) == [])
        #expect(await read(project).handbook.matrices.first?.tables.first?.taskHeading == "Task")
    }

    @Test("A later table with the same first heading is more of the matrix; another one is prose")
    func severalTables() async {
        let handbook = await read(
            matrix(
                "| Task | PM |\n|-|-|\n| One | A/R |\n\n## More\n\n| task | UX |\n|-|-|\n| Two | A/R |\n\n| Letter | Meaning |\n|-|-|\n| A | answers |\n"
            )
        ).handbook
        let found = handbook.matrices.first
        #expect(found?.tables.map(\.heading) == [nil, "More"])
        #expect(found?.tasks.map(\.row.task) == ["One", "Two"])
        #expect(found?.prose.map(\.plainText).first == "More")
        #expect(found?.prose.count == 2)
    }

    @Test(
        "What is wrong with a table is told at its cells",
        arguments: [
            (
                "| Build | A/R | X |",
                ["6:17 unknown-letter: 'X' is no letter of RACI -> write R, A, C, I, a letter with a note like 'R (drafts)', or nothing"]
            ),
            (
                "| Build | A/R | S |",
                ["6:17 unknown-letter: 'S' is no letter of RACI -> write R, A, C, I or nothing, or set 'scheme: rasci' in the front matter"]
            ),
            (
                "| Build | X | R |",
                ["6:11 unknown-letter: 'X' is no letter of RACI -> write R, A, C, I, a letter with a note like 'R (drafts)', or nothing"]
            ),
            (
                "| Build | A/R |",
                [
                    "6:16 ragged-row: 'Build' has 2 cells, the header has 3 -> add the missing cells; leave them empty where a role has no part"
                ]
            ),
            (
                "| Build | R | C | A | I |",
                ["6:19 ragged-row: 'Build' has 5 cells, the header has 3 -> remove the surplus cells, or add headers for them"]
            ),
            ("| | A | R |", ["6:2 missing-task: row without a task -> write the task under 'Task'"]),
            ("| | | |", []), ("| Build \\| test | A/R | |", []), ("Build | A/R | C", []), ("Label alone", []),
        ]
    )
    func rowFaults(row: String, found: [String]) async {
        let all = await findings(in: matrix("| Task | PM | UX |\n|---|---|---|\n\(row)"))
        #expect(all == found.map { "content/raci/delivery.md:" + $0 })
    }

    @Test(
        "A column leads to one role, and a role has one column",
        arguments: [
            (
                "| Task | PM | Pilott |",
                ["4:15 unknown-role: 'Pilott' is no role -> known roles: data-engineer, ml-engineer, product-manager, ux-designer"]
            ),
            (
                "| Task | PM | Product Manger (owner) |",
                ["4:15 unknown-role: 'Product Manger' is no role -> did you mean 'Product Manager'?"]
            ),
            (
                "| Task | PM | Product Manager |",
                ["4:15 duplicate-column: 'Product Manager' is a second column for the role 'PM' -> join the two columns"]
            ),
            (
                "| Task | PM | |",
                ["4:14 unknown-role: column 2 of the roles names none -> write a role's name above it, or remove the column"]
            ),
            ("|Task|ML Eng|ux-designer|", []),
        ]
    )
    func columnFaults(header: String, found: [String]) async {
        let all = await findings(in: matrix("\(header)\n|---|---|---|\n| Build | A/R | C |"))
        #expect(all == found.map { "content/raci/delivery.md:" + $0 })
    }

    @Test("A header that several roles claim names them all")
    func ambiguousColumn() async {
        let twins = roles([("Lead", "Data Lead", "a"), ("Lead", "ML Lead", "b")])
        let found = await findings(in: twins + "-- content/raci/m.md --\n# M\n| Task | Lead |\n|-|-|\n| Build | A/R |\n")
        #expect(
            found.first
                == "content/raci/m.md:2:10 ambiguous-role: 'Lead' may mean content/roles/a.md or content/roles/b.md -> name one by its slug: a, b"
        )
    }

    @Test(
        "A page without a matrix says why none was read",
        arguments: [
            ("Prose alone.", "2:8 no-matrix: 'Delivery' has no table -> add a table: the first column the task, every other column a role"),
            (
                "<table>\n<tr><td>A</td></tr>\n</table>",
                "4:0 no-matrix: '<table>' is not read as a matrix -> "
                    + "write it as a Markdown table: a line of cells between |, and under the header a line like |---|---|"
            ),
            (
                "| Task | PM | UX |\n|---|---|\n| Build | A | R |",
                "5:0 no-matrix: header of 3 cells, but 2 under it -> write one |---| for each cell of the header"
            ),
        ]
    )
    func noMatrix(body: String, finding: String) async {
        let found = await findings(in: matrix(body)).filter { $0.contains("no-matrix") }
        #expect(found == ["content/raci/delivery.md:" + finding])
    }

    @Test(
        "A line is cut at the pipes that cmark-gfm cuts it at",
        arguments: [
            ("| a | b |", ["a", "b"]), ("a|b", ["a", "b"]), ("| a \\| b | c |", ["a \\| b", "c"]), ("|  | x |", ["", "x"]),
            ("| a | b", ["a", "b"]),
            ("|a||b|", ["a", "", "b"]), ("| `x \\| y` | é |", ["`x \\| y`", "é"]), ("| a \\\\| b | c |", ["a \\\\| b", "c"]),
            ("| a | b\\", ["a", "b\\"]),
            ("| a\\ | b |", ["a\\", "b"]), ("| `a|b` | c |", ["`a", "b`", "c"]), ("| a |\tb\t|  ", ["a", "b"]),
            ("  | a | b |", ["a", "b"]),
        ]
    )
    func tableLines(line: String, cells: [String]) async {
        #expect(TableLine(line[...]).cells == cells)
        let page = await read("-- content/a.md --\n| h | i | j | k |\n|-|-|-|-|\n\(line)\n").handbook.everyPage.first
        let row = page?.document.blocks.first?.children.last?.children.map { !$0.plainText.isEmpty } ?? []
        #expect(row == (cells.map { !$0.isEmpty } + Array(repeating: false, count: 4 - cells.count)))
    }

    @Test(
        "A line without cells has none, and one without pipes is one cell",
        arguments: [("alone", ["alone"]), ("|", []), ("", []), ("|||", ["", ""]), ("   ", [])]
    )
    func oddLines(line: String, cells: [String]) {
        #expect(TableLine(line[...]).cells == cells)
    }
}
