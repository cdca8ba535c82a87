import Handbook
import TestSupport
import Testing

@Suite("Matrices with a column for each letter")
struct TransposedTests {
    @Test("Roles in the cells give the same matrix as roles in the header")
    func transposed() async {
        let project = matrix(
            """
            | Task | Accountable | Responsible | Consulted | Informed |
            |---|---|---|---|---|
            | **Start** | | | | |
            | Build | PM | Data Eng, ML Eng | UX (drafts) | - |
            | Ship | ml-engineer | ML Eng; PM | N/A | UX & Data Engineer |
            """,
            frontMatter: "title: Delivery\ncolumns: [UX, PM, Data Eng, ML Eng]"
        )
        #expect(await findings(in: project) == [])
        #expect(
            await rows(of: project) == [
                "# Start", "Build: ux-designer C (drafts), product-manager A, data-engineer R, ml-engineer R",
                "Ship: ux-designer I, product-manager R, data-engineer I, ml-engineer A/R",
            ]
        )
        #expect(await read(project).handbook.matrices.first?.tables.first?.columns.map(\.header) == ["UX", "PM", "Data Eng", "ML Eng"])
    }

    @Test(
        "The headers may be words, letters or both, in any order, of the scheme's own letters",
        arguments: [
            ("raci", "| Task | R | A |", "| Build | UX | PM |"),
            ("raci", "| Task | Accountable (A) | R (Responsible) |", "| Build | PM | UX |"),
            ("rasci", "| Task | Accountable | Responsible | Support |", "| Build | PM | UX | |"),
            ("daci", "| Task | Approver | Driver |", "| Build | PM | UX |"),
            ("rapid", "| Task | Decide | Perform |", "| Build | PM | UX |"),
            ("raci", "| # | Task | A | R |", "| 1 | Build | PM | UX |"),
        ]
    )
    func headers(scheme: String, header: String, row: String) async {
        let dashes = String(repeating: "|---", count: header.count { $0 == "|" } - 1) + "|"
        let project = matrix("\(header)\n\(dashes)\n\(row)", frontMatter: "title: Delivery\nscheme: \(scheme)")
        let found = await read(project)
        #expect(faults(found.findings).isEmpty)
        let task = found.handbook.matrices.first?.tasks.first
        let letter = found.handbook.matrices.first?.scheme.accountable ?? "?"
        #expect(task.map { $0.row.holders(of: letter, in: $0.table).compactMap(\.column.role) } == ["product-manager"])
    }

    @Test(
        "The headers may be the handbook's own words for the letters",
        arguments: [
            ("strings: {accountable: Verantwortlich, responsible: Ausführend}", "raci", "| Task | Ausführend | verantwortlich |", true),
            ("strings: {accountable: Verantwortlich}", "raci", "| Task | Responsible | Verantwortlich |", true),
            ("matrices: {accountable: [Steht ein, Haftet], responsible: [Macht]}", "raci", "| Task | Macht | Haftet |", true),
            ("strings: {approves: Genehmigt, drives_letter: Treibt}", "daci", "| Task | Treibt | Genehmigt |", true),
            ("", "daci", "| Task | Driver | Accountable |", true),
            // Words of another scheme, and one word for two letters.
            ("strings: {approves: Genehmigt}", "raci", "| Task | R | Genehmigt |", false),
            ("", "rapid", "| Task | Responsible | Decide |", false),
            ("strings: {accountable: Zuständig, responsible: Zuständig}", "raci", "| Task | Zuständig | A |", false),
        ]
    )
    func ownWords(settings: String, scheme: String, header: String, isRead: Bool) async {
        let table = matrix("\(header)\n|---|---|---|\n| Build | UX | PM |", frontMatter: "title: Delivery\nscheme: \(scheme)")
        let found = await read(table + "-- handbook.yml --\n\(settings)\n")
        #expect(faults(found.findings).isEmpty == isRead)
        let task = found.handbook.matrices.first?.tasks.first
        let letter = found.handbook.matrices.first?.scheme.accountable ?? "?"
        #expect(
            task?.row.holders(of: letter, in: task?.table ?? found.handbook.matrices[0].tables[0]).compactMap(\.column.role)
                == (isRead ? ["product-manager"] : [])
        )
    }

    @Test("Without 'columns:' the roles stand in the order of their mention")
    func order() async {
        let table = await read(matrix("| Task | A | R |\n|-|-|-|\n| One | PM | UX |\n| Two | ML Eng | PM |")).handbook.matrices.first?
            .tables.first
        #expect(table?.columns.map(\.role) == ["product-manager", "ux-designer", "ml-engineer"])
    }

    @Test("Line breaks part names; a role whose name holds a comma is one")
    func names() async {
        let project =
            roles([("Head, Data", "HD", "head"), ("R&D Lead", "RL", "lead"), ("Tester", "T", "tester")]) + """
                -- handbook.yml --
                markdown: {html: true}
                -- content/raci/m.md --
                # M
                | Task | A | R |
                |---|---|---|
                | Build | Head, Data | R&D Lead<br>Tester |
                | Test | Tester | R&D Lead, Tester |
                """
        #expect(await findings(in: project) == [])
        #expect(await rows(of: project) == ["Build: head A, lead R, tester R", "Test: lead R, tester A/R"])
    }

    @Test("A name that leads nowhere is underlined, and the row's letters are not counted")
    func unknownNames() async {
        await expectReport(
            of: matrix("| Task | Responsible | Accountable |\n|---|---|---|\n| Build | UX, Data Enginer | Boss |"),
            is: """
                error[unknown-role]: 'Data Enginer' is no role
                  --> content/raci/delivery.md:6:15
                   |
                 6 | | Build | UX, Data Enginer | Boss |
                   |               ^^^^^^^^^^^^
                   = rule: a role is named by its title, short form, alias or slug
                   = help: did you mean 'Data Engineer'?

                error[unknown-role]: 'Boss' is no role
                  --> content/raci/delivery.md:6:30
                   |
                 6 | | Build | UX, Data Enginer | Boss |
                   |                              ^^^^
                   = rule: a role is named by its title, short form, alias or slug
                   = help: known roles: data-engineer, ml-engineer, product-manager, ux-designer

                2 errors

                """
        )
    }

    @Test("Two accountable roles of a cell are underlined")
    func twoAccountable() async {
        #expect(
            await findings(in: matrix("| Task | Responsible | Accountable |\n|---|---|---|\n| Build | UX | PM, ML Eng |")) == [
                "content/raci/delivery.md:6:16 two-accountable: 'Build' has two accountable roles -> keep one A, make the other R or C"
            ]
        )
    }

    @Test("Roles that are called like letters head columns of their own")
    func rolesNamedByLetters() async {
        let project =
            roles([("Anna", "A", "anna"), ("Rolf", "R", "rolf")])
            + "-- content/raci/m.md --\n# M\n| Task | A | R |\n|-|-|-|\n| Build | A | R |\n"
        #expect(await rows(of: project) == ["Build: anna A, rolf R"])
    }
}
