import Diagnostics
import Handbook
import TestSupport
import Testing

@testable import Authoring

/// Matrices with more than tasks and letters, from CSV files and from folders: all of it comes along, and the project has no errors.
@Suite struct ImportedMatrixTests {
    private static func plan(csv: String) -> ImportPlan { TableImport.plan(Array(csv.utf8), name: "t.csv", title: "our-team") }

    private static func plan(_ texts: [String: String]) -> ImportPlan {
        FolderImport.plan(ImportedFiles(name: "wiki", title: "wiki", texts: texts.mapValues { Array($0.utf8) }, others: []), .init())
    }

    private static func roles(_ plan: ImportPlan) -> [String] {
        plan.files.map(\.path).filter { $0.hasPrefix("content/roles/") }.map { String($0.dropFirst(14).dropLast(3)) }
    }

    private static func expectNoErrors(_ plan: ImportPlan, at location: SourceLocation = #_sourceLocation) async {
        let read = await HandbookReader.read(plan.project)
        #expect(!plan.findings.hasErrors && !read.findings.hasErrors, "\(plan.findings.all) \(read.findings.all)", sourceLocation: location)
    }

    // MARK: - CSV

    @Test(
        arguments: [
            ("task,Dev,QA,Notes\nBuild,A,R,\"Ask first, please\"\nShip,R,A,\n", ["dev", "qa"], ["Build", "Ship"]),
            ("task;Dev;Tool;QA\nBuild;A-R;Xcode;C\nShip;R;A script;A\n", ["dev", "qa"], ["Build", "Ship"]),
            ("sep=\t\ntask\tDev\tQA\tStage gate\tTotal\nBuild\tA\tR\tthe end\t2\nTotal\t1\t1\t\t2\n", ["dev", "qa"], ["Build"]),
            (
                "Task,Responsible,Accountable,Comments\nBuild,\"Dev, QA (if loud, or late)\",Lead,\"one, two\"\n", ["dev", "lead", "qa"],
                ["Build"]
            ),
        ]
    )
    func aColumnOfProseComesAlong(csv: String, names: [String], tasks: [String]) async {
        let plan = Self.plan(csv: csv)
        #expect(Self.roles(plan) == names)
        await Self.expectNoErrors(plan)
        let matrix = await HandbookReader.read(plan.project).handbook.matrices.first
        #expect(matrix?.tasks.map(\.row.task) == tasks)
        #expect(matrix?.tables.first?.asides.count == 1)
    }

    @Test func aColumnThatMayBeARoleIsTold() {
        let plan = Self.plan(csv: "task,Dev,QA,Gate\nBuild,A,R,the end\n")
        #expect(plan.report.text.contains("t.csv:1: what 'Gate' is: it is kept beside the rows as prose\n"), "\(plan.report.text)")
    }

    @Test func twoColumnsOfLabelsTellRowsApart() async {
        let plan = Self.plan(csv: "Level,Activity,Dev,QA\nJunior,Build,R,A\nSenior,Build,A/R,C\n,Ship,R,A\n")
        #expect(Self.roles(plan) == ["dev", "qa"])
        await Self.expectNoErrors(plan)
        let tasks = await HandbookReader.read(plan.project).handbook.matrices.first?.tasks.map(\.row.task)
        #expect(tasks == ["Junior · Build", "Senior · Build", "Senior · Ship"])
        #expect(
            Self.plan(csv: "Level,Activity,Dev,QA\nJunior,Build,R,A\nJunior,build,A,R\n").findings.all.map(\.message) == [
                "'Junior · build' is there twice"
            ]
        )
    }

    @Test(arguments: ["Person,Hiring,Payroll\nKim,A,R\nLee,R,A\n", "Role;Hiring;Payroll;Notes\nKim;A;R;part-time\nLee;R;A;\n"])
    func rolesDownTheSideGetPages(csv: String) async {
        let plan = Self.plan(csv: csv)
        #expect(Self.roles(plan) == ["kim", "lee"])
        await Self.expectNoErrors(plan)
        #expect(await HandbookReader.read(plan.project).handbook.matrices.first?.tasks.map(\.row.task) == ["Hiring", "Payroll"])
    }

    @Test func namesWithGradesAreRoles() {
        #expect(Self.plan(csv: "Name,Grade\nKim,A\nLee,R\n").report.entries.map(\.kind) == [.role, .role])
    }

    // MARK: - File names

    @Test(
        arguments: [
            ("title\nC\nC++\nC#\n", ["c", "c-2", "c-3"]), ("title\n🎉\n🚀\n", ["page", "page-2"]),
            ("title\nR&D\nR/D\nR D\n", ["r-d", "r-d-2", "r-d-3"]),
            ("task,C,C++,C#\nBuild,A,R,C\n", ["c", "c-2", "c-3"]),
        ]
    )
    func differentNamesHaveDifferentFiles(csv: String, names: [String]) async {
        let plan = Self.plan(csv: csv)
        #expect(Self.roles(plan).sorted() == names, "\(plan.findings.all)")
        await Self.expectNoErrors(plan)
    }

    @Test(
        arguments: [
            String(repeating: "a", count: 400), String(repeating: "word ", count: 80) + "end", String(repeating: "質", count: 400),
            String(repeating: "é ", count: 200) + "x",
        ]
    )
    func aLongTitleFitsAFilesName(title: String) async {
        let plan = Self.plan(csv: "title\n\(title)\n\(title) two\n")
        let names = plan.files.map(\.path).filter { $0.hasPrefix("content/roles/") }.map { $0.dropFirst(14) }
        #expect(names.count == 2 && names.allSatisfy { $0.utf8.count <= 110 }, "\(names)")
        await Self.expectNoErrors(plan)
        #expect(
            await HandbookReader.read(plan.project).handbook.roles.map(\.title).contains(title.split(separator: " ").joined(separator: " "))
        )
    }

    // MARK: - Folders

    @Test func rolesOfLaterTablesGetPagesToo() async {
        let page =
            "# Work\n\n| Letter | Meaning |\n|---|---|\n| R | does it |\n\n## Kitchen\n\n| Task | Cook | Baker |\n|---|---|---|\n| Bake | A | R |\n\n"
            + "## Hall\n\n| Task | Waiter | Cook | Notes |\n|---|---|---|---|\n| Serve | A/R | C | all day |\n"
        let plan = Self.plan(["raci/work.md": page])
        #expect(Self.roles(plan) == ["baker", "cook", "waiter"])
        await Self.expectNoErrors(plan)
    }

    @Test func aMatrixBehindALegendIsOne() {
        let page =
            "| Letter | Meaning |\n|---|---|\n| R | does it |\n| A | answers |\n\n| Task | Cook | Baker |\n|---|---|---|\n| Bake | A | R |\n| Clean | R | A |\n"
        #expect(Self.plan(["work.md": page]).report.entries.first { $0.from == "work.md" }?.kind == .matrix)
    }

    @Test(
        arguments: [
            "| Role | Responsible | Accountable |\n|---|---|---|\n| Cook | Bakes bread. | The oven |\n",
            "| Team member | Accountable | Responsible | Consulted |\n|---|---|---|---|\n| Kim | the budget | plans | on hiring |\n",
        ]
    )
    func rolesWithProseAreAPlainPageWithANote(table: String) async {
        let plan = Self.plan(["guide.md": "# Who\n\n" + table])
        #expect(plan.report.entries.first { $0.from == "guide.md" }?.kind == .page)
        #expect(plan.report.text.contains("wiki/guide.md:3: who does what in the table of roles"), "\(plan.report.text)")
        #expect(Self.roles(plan).isEmpty)
        await Self.expectNoErrors(plan)
        let told = Self.plan(["raci/guide.md": "# Who\n\n" + table])
        #expect(
            told.report.text.contains("the table in line 3 is no matrix: a plain page") && Self.roles(told).isEmpty,
            "\(told.report.text)"
        )
    }
}
