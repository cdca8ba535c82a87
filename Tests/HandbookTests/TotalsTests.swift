import Diagnostics
import Handbook
import TestSupport
import Testing

@testable import struct Handbook.CountReader
@testable import struct Handbook.MatrixWords

@Suite("Totals written by hand")
struct TotalsTests {
    /// The roles and tasks of a project's matrix, and what is wrong with its totals.
    private func read(_ table: String, scheme: String = "raci", more: String = "") async -> (roles: [String], tasks: [String], [String]) {
        let project = matrix(table, frontMatter: "title: Delivery\nscheme: \(scheme)") + more
        let result = await TestSupport.read(project)
        let found = result.handbook.matrices.first?.tables.first
        let wrong = result.findings.sorted.filter { $0.rule.id == "wrong-totals" || $0.severity == .error }
        return (
            found?.columns.map { $0.role ?? $0.header } ?? [],
            found?.rows.filter { !$0.isHeading }.map(\.task) ?? [],
            wrong.map { line($0).replacing("content/raci/delivery.md:", with: "") }
        )
    }

    @Test("Rows and columns of totals are no tasks and no roles, and right ones are no finding")
    func recognized() async {
        let (roles, tasks, wrong) = await read(
            """
            | Task | PM | UX | # of A | Number of R's | Total |
            |---|---|---|---|---|---|
            | Build | A/R | C | 1 | 1 | 2 |
            | Test | R | A | 1 | 1 | 2 |
            | **Total** | 1A 2R | 1A, 1C | 2 | 2 | 4 |
            """
        )
        #expect(roles == ["product-manager", "ux-designer"])
        #expect(tasks == ["Build", "Test"])
        #expect(wrong == [])
    }

    @Test(
        "A figure that is wrong is told with both, its place and the right one",
        arguments: [
            (
                "| Build | A/R | C | |\n| Test | R | A | |\n| Total | 2A 2R | 1A 1C | |",
                ["9:11 wrong-totals: 'PM' has 1A 2R, not 2A 2R -> write 1A 2R, or leave it to the page, which counts for itself"]
            ),
            (
                "| Build | A/R | C | |\n| Test | R | A | |\n| Total | 3 | 3 | |",
                ["9:15 wrong-totals: 'UX' has 2 parts, not 3 -> write 2, or leave it to the page, which counts for itself"]
            ),
            (
                "| Build | A/R | C | |\n| Test | R | A | |\n| Total A | 2 | 1 | |",
                ["9:13 wrong-totals: 'PM' has 1 A, not 2 -> write 1, or leave it to the page, which counts for itself"]
            ),
            (
                "| Build | A/R | C | |\n| Test | R | A | |\n| Sum | A: 1; R: 1 | ? | |",
                [
                    "9:9 wrong-totals: 'PM' has A: 1; R: 2, not A: 1; R: 1 -> write A: 1; R: 2, or leave it to the page, which counts for itself",
                    "9:22 wrong-totals: '?' is no count: 'UX' has 1A 1C -> write 1A 1C, or leave it to the page, which counts for itself",
                ]
            ),
        ]
    )
    func rowsOfTotals(rows: String, found: [String]) async {
        #expect(await read("| Task | PM | UX | ML Eng |\n|---|---|---|---|\n\(rows)").2 == found)
    }

    @Test(
        "A column of totals is held against its row, and where it meets totals against all rows",
        arguments: [
            ("| Build | A/R | C | 2 |", []), ("| Build | A/R | C | 3 |", []), ("| Build | A/R | C | 1A 1R 1C |", []),
            ("| Build | A/R | C | 1A 1R |", []),
            (
                "| Build | A/R | C | 4 |",
                ["7:21 wrong-totals: 'Build' has 2 parts, not 4 -> write 2, or leave it to the page, which counts for itself"]
            ),
            (
                "| Build | A/R | C | 1A 1R 2C |",
                [
                    "7:21 wrong-totals: 'Build' has 1A 1R 1C, not 1A 1R 2C -> write 1A 1R 1C, or leave it to the page, which counts for itself"
                ]
            ),
            (
                "| Build | A/R | C | 2 |\n| Test | A/R | | 1 |\n| Total | 2 | 1 | 9 |",
                ["9:19 wrong-totals: the table has 3 parts, not 9 -> write 3, or leave it to the page, which counts for itself"]
            ),
        ]
    )
    func columnsOfTotals(rows: String, found: [String]) async {
        #expect(await read("| Task | PM | UX | Count |\n|---|---|---|---|\n\(rows)").2 == found)
    }

    @Test("Totals of a section count from its heading, or from the totals above; the last count all, or their section")
    func sections() async {
        func table(_ last: String) -> String {
            """
            | Task | PM | UX |
            |---|---|---|
            | **One** | | |
            | Build | A/R | C |
            | Test | R | A |
            | Subtotal | 2 | 2 |
            | **Two** | | |
            | Ship | A/R | |
            | Subtotal | 1 | 0 |
            \(last)
            """
        }
        #expect(await read(table("")).2 == [])
        #expect(await read(table("| Total | 3 | 2 |")).2 == [])
        #expect(
            await read(table("| Total | 3 | 3 |")).2 == [
                "14:15 wrong-totals: 'UX' has 2 parts, not 3 -> write 2, or leave it to the page, which counts for itself"
            ]
        )
        #expect(await read("| Task | PM |\n|---|---|\n| Total | 1 |\n| Build | A/R |").2 == [])
    }

    @Test("In a matrix by letters, totals count the roles of a letter")
    func transposed() async {
        let (roles, tasks, wrong) = await read(
            """
            | Task | Accountable | Responsible | Total |
            |---|---|---|---|
            | Build | PM | UX, ML Eng | 3 |
            | Test | PM | UX | 3 |
            | Total | 2 | 4 | 5 |
            """
        )
        #expect(roles == ["product-manager", "ux-designer", "ml-engineer"])
        #expect(tasks == ["Build", "Test"])
        #expect(
            wrong == [
                "8:20 wrong-totals: 'Test' has 2 parts, not 3 -> write 2, or leave it to the page, which counts for itself",
                "9:15 wrong-totals: the table has 3 R, not 4 -> write 3, or leave it to the page, which counts for itself",
            ]
        )
    }

    @Test(
        "What only looks like totals is a task or a role",
        arguments: [
            // A task called so, with letters.
            ("| Task | PM | UX |", "| Totals | A/R | C |", ["product-manager", "ux-designer"], ["Totals"], 0),
            ("| Task | PM | UX |", "| Total cost report | A/R | C |", ["product-manager", "ux-designer"], ["Total cost report"], 0),
            // A heading.
            ("| Task | PM | UX |", "| Total | | |", ["product-manager", "ux-designer"], [], 0),
            // Counts under a heading that says nothing of totals.
            ("| Task | PM | UX |", "| Budget | 3 | 4 |", ["product-manager", "ux-designer"], ["Budget"], 2),
            // Letters beside counts.
            ("| Task | PM | UX |", "| Total | A | 4 |", ["product-manager", "ux-designer"], ["Total"], 1),
            ("| Task | PM | Total |", "| Build | A | R |", ["product-manager", "Total"], ["Build"], 1),
            // A column without a letter is prose, with a note.
            ("| Task | PM | Days |", "| Build | A/R | 4 |", ["product-manager"], ["Build"], 0),
            ("| Task | PM | Total |", "| Build | A/R | |", ["product-manager", "Total"], ["Build"], 1),
            // All that there is.
            ("| Task | Total |", "| Build | 3 |", ["Total"], ["Build"], 2),
        ] as [(String, String, [String], [String], Int)]
    )
    func nearMisses(header: String, row: String, roles: [String], tasks: [String], errors: Int) async {
        let dashes = String(repeating: "|---", count: header.count { $0 == "|" } - 1) + "|"
        let found = await read("\(header)\n\(dashes)\n\(row)")
        #expect(found.roles == roles)
        #expect(found.tasks == tasks)
        #expect(found.2.count == errors, "\(found.2)")
        #expect(!found.2.contains { $0.contains("wrong-totals") })
    }

    @Test("A role or an activity of that name is one")
    func names() async {
        let role = "-- content/roles/total.md --\n---\ntitle: Total\nsummary: Sums up.\n---\n"
        #expect(await read("| Task | PM | Total |\n|---|---|---|\n| Build | A/R | 3 |", more: role).roles == ["product-manager", "total"])
        let activity = "-- content/activities/count.md --\n---\ntitle: Count\n---\n"
        #expect(await read("| Task | PM |\n|---|---|\n| Count | 3 |", more: activity).tasks == ["Count"])
    }

    @Test("The word may stand in a column of numbers, and be the handbook's own")
    func words() async {
        let numbered = await read("| # | Task | PM |\n|---|---|---|\n| 1 | Build | A/R |\n| Total | | 1 |")
        #expect(numbered.tasks == ["Build"])
        #expect(numbered.2 == [])
        let table = "| Task | PM |\n|---|---|\n| Build | A/R |\n"
        for (word, settings) in [
            ("Summe", ""), ("Alles", "strings: {totals: Alles}\n"), ("Insgesamt", "matrices: {totals: [Insgesamt, Am Ende]}\n"),
            ("am  ende", "matrices: {totals: [Insgesamt, Am Ende]}\n"), ("Insgesamt A:", "matrices: {totals: [Insgesamt]}\n"),
        ] {
            let found = await read(table + "| \(word) | 3 |", more: "-- handbook.yml --\n\(settings)")
            #expect(found.tasks == ["Build"], "\(word)")
            #expect(found.2.count == 1, "\(word)")
        }
    }

    @Test("Totals over a row that could not be read are not held against it")
    func incomplete() async {
        let found = await read("| Task | PM | UX |\n|---|---|---|\n| Build | A/R | X |\n| Total | 9 | 9 |")
        #expect(found.2.map { $0.split(separator: " ")[1] } == ["unknown-letter:"])
    }

    @Test(
        "Counts are numbers, with letters before or behind each, or with none",
        arguments: [
            ("4", "4"), ("0", "0"), ("3A 2R", "3A 2R"), ("3a2r", "3A 2R"), ("A3 R2", "3A 2R"), ("A: 3, R: 2", "3A 2R"),
            ("3×A / 2×R", "3A 2R"),
            ("A=3", "3A"), ("(3 A)", "3A"),
        ] as [(String, String)]
    )
    func counts(text: String, shown: String) {
        let counts = CountReader(scheme: .raci).read(text)
        #expect(counts?.map { "\($0.number)\($0.letter.map(String.init) ?? "")" }.joined(separator: " ") == shown)
    }

    @Test(
        "Anything else is no count",
        arguments: [
            "", "A", "A/R", "3X", "3A 2A", "3A R2", "3 4", "3.5", "40 %", "3 roles", "R (2 days)", "99999999999999999999", "A/R: 2", "-3",
        ]
    )
    func noCounts(text: String) {
        #expect(CountReader(scheme: .raci).read(text) == nil)
    }

    @Test(
        "Headings of totals, and the letter they name",
        arguments: [
            ("Total", "all"), ("TOTALS:", "all"), ("Grand  total", "all"), ("Sum", "all"), ("# of A", "A"), ("#A", "A"), ("# As", "A"),
            ("No. of R", "R"),
            ("Number of C's", "C"), ("Total Accountable", "A"), ("R total", "R"), ("Anzahl I", "I"), ("Σ", "all"), ("RACI total", "all"),
            ("Total cost", "none"), ("#", "none"), ("Number", "none"), ("Number of roles", "none"), ("A", "none"), ("Total S", "none"),
            ("Account", "none"),
            ("Country count", "none"), ("", "none"), ("Total A R", "none"),
        ]
    )
    func headings(text: String, meaning: String) {
        let found = MatrixWords().totals(text, in: .raci)
        #expect((found.map { $0.letter.map(String.init) ?? "all" } ?? "none") == meaning)
    }
}
