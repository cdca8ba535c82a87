import Diagnostics
import Handbook
import Testing

@testable import Authoring

/// What a CSV file becomes.
@Suite struct TableImportTests {
    private static func plan(_ text: String, title: String = "our-team") -> ImportPlan {
        TableImport.plan(Array(text.utf8), name: "t.csv", title: title)
    }

    private static func text(_ plan: ImportPlan, _ path: String) -> String? { plan.files.first { $0.path == path }?.text }

    // MARK: - The format

    @Test(arguments: [",", ";", "\t"])
    func separatorsAreTold(sign: String) {
        let plan = Self.plan("title\(sign)group\nTester\(sign)\"a, b; c\"\n")
        #expect(Self.text(plan, "content/roles/tester.md") == "---\ntitle: Tester\ngroup: a-b-c\n---\n", "\(plan.findings.all)")
    }

    @Test func quotesLineBreaksAndMarksAreRead() {
        let plan = Self.plan("\u{FEFF}sep=;\r\ntitle;duties;group\r\n\"The \"\"T\"\"\";\"one\r\ntwo\";\r\n\r\nB;;x;\r\n;;\r\n")
        #expect(!plan.findings.hasErrors, "\(plan.findings.all)")
        #expect(Self.text(plan, "content/roles/the-t.md") == "---\ntitle: \"The \\\"T\\\"\"\n---\n\n## Responsibilities\n\n- one\n- two\n")
        #expect(plan.report.entries.map(\.from) == ["line 3", "line 6"])
    }

    @Test(
        arguments: [
            ("title,group\nA,b,c\n", "row of 3 cells, the first has 2", 2), ("title,group\nA\n", "row of 1 cell, the first has 2", 2),
            ("title,group\nX,y\n\"A,b\nc,d\n", "quote that is never closed", 3),
            ("title\nA\"b\n", "quote inside of a cell that has none around it", 2),
            ("title\n\"A\"b\n", "text behind the closing quote of a cell", 2),
            ("title\n\"A\nB\"c\n", "text behind the closing quote of a cell", 3),
            ("", "'t.csv' is empty", nil), ("\n,,\n", "'t.csv' is empty", nil), ("title\n", "'t.csv' has no rows", nil),
            ("titel,gruppe\nA,b\n", "'t.csv' has no column of titles, and is no matrix", 1),
            ("title,title\nA,b\n", "'title' heads two columns", 1),
            ("title,,group\nA,b,c\n", "column 2 has no name", 1), ("title,group\n,b\n", "row without a title", 2),
            ("title,x\nA,\"1\n2\"\nB,\nb,\n", "'b' is a second role of that name", 5),
            ("title\nA b\nA-b\n", "'A-b' is a second role of that name", 3),
            ("task,Dev,QA\nBuild,A,X\nShip,R,A\n", "'X' is no letter of RACI", 2),
            ("task,Dev,QA\nBuild,A,R\nbuild,R,A\n", "'build' is there twice", 3),
            ("task,Dev,QA\nBuild,A,R\n,R,A\n", "row without a task", 3),
        ] as [(String, String, Int?)]
    )
    func faultsHaveTheirLineAndARemedy(text: String, message: String, line: Int?) {
        let plan = Self.plan(text)
        #expect(plan.findings.all.first?.message == message && plan.findings.all.first?.location?.line == line, "\(plan.findings.all)")
        #expect(plan.findings.all.first?.help != nil && plan.files.isEmpty)
    }

    @Test func aSlipInTheNameOfTheColumnIsTold() {
        #expect(Self.plan("titel,group\nA,b\n").findings.all.first?.help == "'titel' may be it: call it 'title'")
    }

    // MARK: - Roles

    @Test func columnsBecomeKeysAndSections() {
        let plan = Self.plan(
            """
            Role,Short,Also known as,Department,Purpose,Duties,Must know,Skills,KPIs,Core skills,Order,Salary
            Data Engineer,DE,Big Data Dev; ETL Dev,Data work,Moves data.,"- builds
            - runs *it*",SQL,1. Care,freshness;latency,ETL,2,high
            """
        )
        #expect(
            Self.text(plan, "content/roles/data-engineer.md")
                == """
                ---
                title: Data Engineer
                summary: Moves data.
                order: 2
                short: DE
                aliases: [Big Data Dev, ETL Dev]
                group: data-work
                kpis: [freshness, latency]
                core_skills: [ETL]
                # from t.csv:
                #   Salary: high
                ---

                ## Responsibilities

                - builds
                - runs \\*it\\*

                ## Knowledge

                - SQL

                ## Skills

                - Care

                """.replacing("summary: Moves data.", with: "summary: Moves data.")
        )
        #expect(Self.text(plan, "handbook.yml") == "title: Our team\nlanguage: en\ngroups:\n  - id: data-work\n    title: Data work\n")
        #expect(plan.report.text.contains("t.csv:1: what 'Salary' is: it stands in comments\n"))
    }

    @Test func aValueThatDoesNotFitIsToldAndKept() {
        let plan = Self.plan("title,order\nA,first\n")
        #expect(Self.text(plan, "content/roles/a.md") == "---\ntitle: A\n# from t.csv:\n#   order: first\n---\n")
        #expect(plan.report.text.contains("t.csv:2: 'first' is no value of 'order': it stands in a comment\n"))
    }

    // MARK: - Matrices

    @Test func lettersAreAMatrix() {
        let plan = Self.plan("What,Dev|Ops,QA (shared),Total\nBuild it,A/R,C,2\n\"Ship\nit\",R,A,2\n", title: "delivery")
        #expect(
            Self.text(plan, "content/raci/delivery.md") == """
                ---
                title: Delivery
                ---

                | What | Dev\\|Ops | QA (shared) | Total |
                |---|---|---|---|
                | Build it | A/R | C | 2 |
                | Ship, it | R | A | 2 |

                """
        )
        #expect(plan.files.map(\.path) == ["content/raci/delivery.md", "content/roles/dev-ops.md", "content/roles/qa.md", "handbook.yml"])
    }

    @Test func otherSchemesAndRolesInCellsAreReadToo() {
        #expect(Self.text(Self.plan("task,Dev,QA\nBuild,D,A\n"), "content/raci/our-team.md")?.contains("scheme: daci\n") == true)
        let plan = Self.plan("Task,Responsible,Accountable\nBuild,\"Dev, QA\",Lead\n")
        #expect(plan.files.map(\.path).filter { $0.contains("/roles/") } == ["dev", "lead", "qa"].map { "content/roles/\($0).md" })
    }

    @Test(arguments: [
        "Task,Dev,QA,Notes\nBuild,A/R,C,\"weekly, early\"\nShip,R,A,\n",
        "sep=;\nTask;Dev;QA;Comments\nBuild;A/R;C;weekly, early\nShip;R;A;\n",
        "Task\tDev\tQA\tTotal\tWhere\nBuild\tA/R\tC\t2\tweekly, early\nShip\tR\tA\t2\tin town\n",
        "Task;When it is;Dev;QA\nBuild;weekly, early;A/R;C\nShip;;R;A\n",
    ])
    func aColumnOfProseIsNoRole(text: String) {
        let plan = Self.plan(text)
        #expect(
            plan.files.map(\.path) == ["content/raci/our-team.md", "content/roles/dev.md", "content/roles/qa.md", "handbook.yml"],
            "\(plan.findings.all)"
        )
        #expect(Self.text(plan, "content/raci/our-team.md")?.contains("weekly, early") == true)
    }

    @Test func aTableOfRolesWithShortCellsIsNoMatrix() {
        #expect(Self.plan("title,grade\nA,R\nB,C\n").report.entries.map(\.kind) == [.role, .role])
    }

    @Test(arguments: ["title,group\nA,b\n", "task,Dev,QA\nBuild,A,R\n"])
    func theProjectHasNoErrors(text: String) async {
        let read = await HandbookReader.read(Self.plan(text).project)
        #expect(!read.findings.hasErrors, "\(read.findings.all)")
    }
}
