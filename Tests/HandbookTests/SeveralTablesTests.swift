import Handbook
import TestSupport
import Testing

/// Every table of a matrix's page that reads as a matrix is one; of others that look like one, a finding says why not.
@Suite struct SeveralTablesTests {
    private static func table(_ rows: String...) -> String {
        let dashes = String(repeating: "|---", count: rows[0].count { $0 == "|" } - 1) + "|"
        return ([rows[0], dashes] + rows.dropFirst()).joined(separator: "\n")
    }

    private static func page(_ tables: String...) -> String { matrix(tables.joined(separator: "\n\n")) }

    private static let side = table("| Role | Hiring | Payroll |", "| PM | A | R |", "| UX | R | A |")
    private static let grid = table("| Task | PM | UX |", "| Wash | A | R |")
    private static let byLetter = table("| Work | R | A |", "| Cook | UX | PM |")

    private static func tasks(_ project: String) async -> [String] {
        await read(project).handbook.matrices.first?.tasks.map(\.row.task) ?? []
    }

    @Test func tablesOfEveryFormAreReadInAnyOrder() async {
        #expect(await Self.tasks(Self.page(Self.side, Self.grid, Self.byLetter)) == ["Hiring", "Payroll", "Wash", "Cook"])
        #expect(await Self.tasks(Self.page(Self.byLetter, Self.grid, Self.side)) == ["Cook", "Wash", "Hiring", "Payroll"])
        #expect(await findings(in: Self.page(Self.side, Self.grid, Self.byLetter)) == [])
    }

    @Test func lettersUnderUnknownRolesAreAMatrix() async {
        let unknown = Self.table("| Task | Sous | Chef |", "| Wash | A | R |")
        let known = Self.table("| Task | PM | UX |", "| Soup | A | R |")
        for project in [Self.page(unknown, known), Self.page(known, unknown)] {
            #expect(await Self.tasks(project).sorted() == ["Soup", "Wash"])
            let found = await findings(in: project)
            #expect(found.count == 2 && found.allSatisfy { $0.contains("unknown-role") }, "\(found)")
        }
    }

    @Test func unknownNamesUnderLettersAreAMatrix() async {
        let unknown = Self.table("| Work | Responsible | Accountable |", "| Wash | Sous | Chef |")
        let found = await findings(in: Self.page(Self.grid, unknown))
        #expect(found.map { $0.contains("unknown-role") } == [true, true], "\(found)")
    }

    @Test func lettersInOneColumnWithoutARoleAreNamed() async {
        let project = Self.page(Self.grid, Self.table("| Danger | Grade |", "| Fire | A |", "| Water | A |"))
        let found = await read(project).findings.all.filter { $0.rule.id == "no-matrix" }
        #expect(found.map { "\($0.severity) \($0.location?.line ?? 0)" } == ["warning 8"], "\(found)")
        #expect(await Self.tasks(project) == ["Wash"])
    }

    @Test func aTableOfRolesWithFewLettersIsNamed() async {
        let project = Self.page(Self.grid, Self.table("| Shift | PM | UX |", "| Early | from six | A |", "| Late | from two | until ten |"))
        let found = await read(project).findings.all.filter { $0.rule.id == "no-matrix" }
        #expect(found.map { "\($0.severity) \($0.location?.line ?? 0)" } == ["note 8"], "\(found)")
    }

    @Test(
        arguments: [
            table("| Letter | Meaning |", "| A | answers |", "| R | does it |"),
            table("| Meaning | Letter |", "| answers | A |", "| does it | R |", "| is asked | C |"),
            table("| Word | Sign |", "| Responsible | R |", "| Accountable | A |"),
            table("| R | A | C |", "| Responsible | Accountable | Consulted |"),
            table("| Task | Due |", "| Wash | Monday |"), table("| Shift | PM | UX |", "| Early | from six | at noon |"),
            table("| Name | Phone |", "| Kim | 123 |"),
            table("| Day | PM | UX |", "| Monday | 8 | x |", "| Tuesday | ✓ | 7 |"),
        ]
    )
    func otherTablesAreShownWithoutAFinding(other: String) async {
        for project in [Self.page(Self.grid, other), Self.page(other, Self.grid)] {
            #expect(await findings(in: project) == [])
            #expect(await Self.tasks(project) == ["Wash"])
        }
    }

    @Test func anUnevenHeaderBesideAMatrixIsFound() async {
        let project = Self.page(Self.grid, "| Work | PM | UX |\n|---|---|\n| Sow | A | R |")
        let found = await findings(in: project)
        #expect(
            found == [
                "content/raci/delivery.md:9:0 no-matrix: header of 3 cells, but 2 under it -> write one |---| for each cell of the header"
            ]
        )
    }

    @Test func signsInATableOfTasksAreFoundToBeNoLetters() async {
        let found = await findings(in: Self.page(Self.grid, Self.table("| Activity | PM | UX |", "| Sow | x | D |")))
        #expect(found.map { $0.contains("unknown-letter") } == [true, true], "\(found)")
    }

    // MARK: - Prose

    @Test(
        arguments: [
            table(
                "| Role | Responsible for | Accountable for |",
                "| PM | the plan and its upkeep | the budget |",
                "| UX | sketches | nothing |"
            ),
            table("| Task | Responsible | Accountable |", "| Wash | Whoever comes in first does it. | The owner of the shop answers. |"),
            table("| Who | Does | Decides |", "| PM | plans | prices |"),
        ]
    )
    func proseAboutRolesIsNoMatrix(text: String) async {
        let result = await read(matrix(text))
        let found = faults(result.findings).all
        #expect(found.map { "\($0.rule.id) \($0.severity) \($0.location?.line ?? 0)" } == ["no-matrix note 4"], "\(found.map(line))")
        #expect(result.handbook.matrices.first?.prose.count == 1)
    }

    @Test func proseAboutRolesBesideAMatrixIsNamed() async {
        let project = Self.page(Self.grid, Self.table("| Role | Responsible | Accountable |", "| PM | plans the work | money |"))
        let found = await read(project).findings.all.filter { $0.rule.id == "no-matrix" }
        #expect(found.map { "\($0.severity) \($0.location?.line ?? 0)" } == ["note 8"])
        #expect(await Self.tasks(project) == ["Wash"])
    }

    // MARK: - Sections

    @Test func aTaskIsKnownByItsSectionAndItsName() async {
        let header = "| Task | PM | UX |\n|---|---|---|\n"
        let apart = matrix(header + "| **Strategic** | | |\n| Plan | A | R |\n| **Operational** | | |\n| Plan | R | A |")
        #expect(!(await read(apart).findings.all.contains { $0.rule.id == "duplicate-task" }))
        let twice = matrix(header + "| **Strategic** | | |\n| Plan | A | R |\n| **Operational** | | |\n| Plan | R | A |\n| plan | R | A |")
        #expect(await read(twice).findings.all.filter { $0.rule.id == "duplicate-task" }.map(\.location?.line) == [10])
    }
}
