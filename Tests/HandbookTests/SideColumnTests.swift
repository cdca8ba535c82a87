import Handbook
import TestSupport
import Testing

/// Tables with more than tasks and roles: legends, prose, several labels, roles down the side.
@Suite struct SideColumnTests {
    private static func table(_ text: String) async -> Matrix.Table? { await read(matrix(text)).handbook.matrices.first?.tables.first }

    private static func notes(_ project: String) async -> [String] {
        await read(project).findings.sorted.filter { $0.rule.id == "prose-column" }.map(line)
    }

    // MARK: - Legends

    @Test(
        arguments: [
            "| Letter | Meaning |\n|---|---|\n| R | does it |\n| A | answers |",
            "| | Meaning | Example |\n|---|---|---|\n| A | accountable | one |",
            "| Date | Author |\n|---|---|\n| 2026-01-01 | Kim |",
            "| R | A | C | I |\n|---|---|---|---|\n| Responsible | Accountable | Consulted | Informed |",
        ]
    )
    func theFirstTableWithRolesIsTheMatrix(legend: String) async {
        let project = matrix("\(legend)\n\n## Who\n\n| Task | PM | UX |\n|---|---|---|\n| Build | A | R |")
        #expect(await findings(in: project) == [])
        #expect(await rows(of: project) == ["Build: product-manager A, ux-designer R"])
        let found = await read(project).handbook.matrices.first
        #expect(found?.tables.map(\.heading) == ["Who"])
        #expect(found?.prose.contains(where: \.isTable) == true)
    }

    // MARK: - Prose

    @Test(
        arguments: [
            "Notes", "Comments", "Tool", "Frequency", "notes / links", "Comment (optional)", "Tools & frequency", "Bemerkungen",
            "Remarques:", "How often",
        ]
    )
    func proseIsKnownByItsHeading(heading: String) async {
        let project =
            matrix(
                "| Task | PM | \(heading) | UX |\n|---|---|---|---|\n| Build | A | A lot of work | R |\n| Ship | R | [Guide](../index.md) | A |\n| Test | A/R | | |\n"
            )
            + "-- content/index.md --\n# Home\n"
        #expect(await findings(in: project) == [])
        #expect(await Self.notes(project) == [])
        #expect(
            await rows(of: project) == [
                "Build: product-manager A, ux-designer R", "Ship: product-manager R, ux-designer A", "Test: product-manager A/R",
            ]
        )
        let table = await read(project).handbook.matrices.first?.tables.first
        #expect(table?.asides.map(\.heading) == [heading])
        #expect(table?.rows.map { $0.asides.map(\.plainText) } == [["A lot of work"], ["Guide"], [""]])
    }

    @Test func proseIsKnownBecauseNoCellIsALetter() async {
        let project = matrix(
            "| Task | PM | UX | Stage gate |\n|---|---|---|---|\n| Build | A | R | I think after the review |\n| Ship | A/R | | at the end |"
        )
        #expect(await findings(in: project).map { $0.split(separator: ":")[2] } == ["20 prose-column"])
        #expect(
            await Self.notes(project) == [
                "content/raci/delivery.md:4:20 prose-column: 'Stage gate' is read as prose: it is no role, and no cell is a letter -> "
                    + "add 'Stage gate' to 'matrices: {notes: […]}' in handbook.yml, or name a role"
            ]
        )
        let own = project + "-- handbook.yml --\nmatrices: {notes: [stage gate]}\n"
        #expect(await Self.notes(own) == [])
        #expect(await read(own).handbook.matrices.first?.tables.first?.asides.map(\.heading) == ["Stage gate"])
    }

    @Test func aSlipInARolesNameIsNoProse() async {
        let project = matrix("| Task | PM | UX Desiner |\n|---|---|---|\n| Build | A/R | yes |")
        #expect(await findings(in: project).map { $0.contains("unknown-role") || $0.contains("unknown-letter") } == [true, true])
    }

    @Test func aRoleThatIsCalledLikeProseIsARole() async {
        let project =
            roles([("Tool", "Tool", "tool"), ("Cook", "Cook", "cook")])
            + "-- content/raci/m.md --\n# M\n| Task | Cook | Tool | Notes |\n|---|---|---|---|\n| Build | A | R | x |\n"
        #expect(await rows(of: project) == ["Build: cook A, tool R"])
    }

    @Test(arguments: ["Notes", "NOTES:", "Note(s)", "Comments", "Risk", "Status"])
    func wordsForProseAreProseOverLettersToo(heading: String) async {
        let project = matrix("| Task | PM | UX | \(heading) |\n|---|---|---|---|\n| Build | A | R | C |")
        #expect(await findings(in: project) == [])
        #expect(await Self.notes(project) == [])
        #expect(await rows(of: project) == ["Build: product-manager A, ux-designer R"])
        #expect(await read(project).handbook.matrices.first?.tables.first?.rows.first?.asides.map(\.plainText) == ["C"])
    }

    @Test func lettersUnderAnUnknownRoleAreNotCountedTwice() async {
        let found = await findings(in: matrix("| Task | Hazard | PM | UX |\n|---|---|---|---|\n| Build | A | A | R |"))
        #expect(found.map { $0.contains("unknown-role: 'Hazard'") } == [true], "\(found)")
        // A slip in a role's name is a role all the same.
        let slip = await findings(in: matrix("| Task | UX Desiner | PM | ML Eng |\n|---|---|---|---|\n| Build | A | A | R |"))
        #expect(slip.map { $0.contains("unknown-role") || $0.contains("two-accountable") } == [true, true], "\(slip)")
    }

    @Test func aTaskDownTheTopMayBeCalledLikeProse() async {
        let project = matrix("| Role | Schedule | Hiring |\n|---|---|---|\n| PM | A | R |\n| UX | R | A |")
        #expect(
            await rows(of: project) == ["Schedule: product-manager A, ux-designer R", "Hiring: product-manager R, ux-designer A"]
        )
    }

    @Test(arguments: ["**Prep**", "__Prep__", "*Prep*"])
    func aHeadingMayHaveANote(label: String) async {
        let project = matrix("| Task | PM | UX | Notes |\n|---|---|---|---|\n| \(label) | | | all before noon |\n| Wash | A | R | x |")
        #expect(await findings(in: project) == [])
        #expect(await rows(of: project) == ["# Prep", "Wash: product-manager A, ux-designer R"])
        #expect(await read(project).handbook.matrices.first?.tables.first?.rows.first?.asides.map(\.plainText) == ["all before noon"])
    }

    @Test(
        arguments: [
            "| Prep | | | all before noon |\n| Wash | A | R | x |", "| **Prep** | | | all before noon |\n| **Wash** | A | R | x |",
        ]
    )
    func aTaskWithANoteAndNobodyIsNoHeading(rows: String) async {
        let found = await findings(in: matrix("| Task | PM | UX | Notes |\n|---|---|---|---|\n\(rows)"))
        #expect(found.map { $0.contains("nobody-acts: 'Prep'") } == [true], "\(found)")
    }

    @Test func proseStandsBesideLettersInTheHeader() async {
        let project = matrix("| Task | Responsible | Accountable | Notes |\n|---|---|---|---|\n| Build | UX | PM | Kim, and others |")
        #expect(await findings(in: project) == [])
        #expect(await rows(of: project) == ["Build: ux-designer R, product-manager A"])
        #expect(await read(project).handbook.matrices.first?.tables.first?.rows.first?.asides.map(\.plainText) == ["Kim, and others"])
    }

    @Test func totalsAreCountedBesideProse() async {
        let project = matrix(
            "| Task | Notes | PM | UX | Total |\n|---|---|---|---|---|\n| Build | x | A | R | 2 |\n| Ship | y | A/R | C | 1 |\n| Total | | 2A | 1R | |"
        )
        let found = await read(project).findings.sorted.filter { $0.rule.id == "wrong-totals" }.map(\.message)
        #expect(found == ["'Ship' has 2 parts, not 1"])
    }

    // MARK: - Several labels

    @Test(
        arguments: [
            ("| Level | Activity | PM | UX |", "| One | Bake | A/R | |\n| Two | Bake | C | A/R |", ["One · Bake", "Two · Bake"]),
            (
                "| Level | Activity | PM | UX |", "| One | Bake | A/R | |\n| | Clean | C | A/R |\n| Two | Bake | A/R | |",
                ["One · Bake", "One · Clean", "Two · Bake"]
            ),
            (
                "| # | Area | Work | PM | UX |", "| 1 | Shop | Open | A/R | |\n| 2 | Shop | Close | C | A/R |",
                ["Shop · Open", "Shop · Close"]
            ),
            ("| Phase | Step | Detail step | PM | UX |", "| P | S | x1 | A/R | |\n| P | S | x2 | C | A/R |", ["P · S · x1", "P · S · x2"]),
        ]
    )
    func severalColumnsLabelTheRow(header: String, rows: String, tasks: [String]) async {
        let dashes = String(repeating: "|---", count: header.count { $0 == "|" } - 1) + "|"
        let project = matrix("\(header)\n\(dashes)\n\(rows)")
        let result = await read(project)
        #expect(result.handbook.matrices.first?.tasks.map(\.row.task) == tasks)
        #expect(
            !result.findings.all.contains { ["duplicate-task", "unknown-role", "prose-column", "missing-task"].contains($0.rule.id) },
            "\(result.findings.all.map(line))"
        )
    }

    @Test func oneLabelOverRowsIsAHeading() async {
        let table = await Self.table(
            "| Level | Activity | PM | UX |\n|---|---|---|---|\n| **First** | | | |\n| One | Bake | A | R |\n| | Clean | A | R |"
        )
        #expect(table?.rows.map(\.isHeading) == [true, false, false])
        #expect(table?.rows.map(\.task) == ["First", "One · Bake", "One · Clean"])
        #expect(table?.taskHeading == "Level · Activity")
    }

    @Test func theSameTaskUnderTheSameLevelIsADuplicate() async {
        let project = matrix(
            "| Level | Activity | PM | UX |\n|---|---|---|---|\n| One | Bake | A | R |\n| One | bake | A | R |\n| Two | Bake | A | R |"
        )
        #expect(await read(project).findings.all.filter { $0.rule.id == "duplicate-task" }.map(\.location?.line) == [7])
    }

    @Test func anActivityIsFoundUnderItsLevel() async {
        let project =
            matrix("| Level | Activity | PM | UX |\n|---|---|---|---|\n| One | Bake | A | R |\n| Two | Bake | A | R |")
            + "-- content/activities/bake.md --\n# Bake\n"
        #expect(await read(project).handbook.matrices.first?.tasks.map(\.row.activity) == ["bake", "bake"])
    }

    @Test func aColumnBehindDistinctTasksIsProse() async {
        let table = await Self.table("| Task | Place | PM | UX |\n|---|---|---|---|\n| Bake | oven | A | R |\n| Clean | table | A | R |")
        #expect(table?.rows.map(\.task) == ["Bake", "Clean"])
        #expect(table?.asides.map(\.heading) == ["Place"])
    }

    // MARK: - Roles down the side

    @Test(
        arguments: [
            ("| Person | Hiring | Payroll |", "| PM | A | I |\n| UX | R | A/R |"),
            ("| | Hiring | Payroll |", "| Product Manager | A | I |\n| ux-designer | R | A/R |"),
            ("| # | Role | Hiring | Payroll |", "| 1 | PM | A | I |\n| 2 | UX | R | A/R |"),
            ("| Who | Hiring | Payroll |", "| **Office** | | |\n| PM | A | I |\n| UX | R | A/R |"),
        ]
    )
    func rolesMayBeDownTheSide(header: String, rows text: String) async {
        let dashes = String(repeating: "|---", count: header.count { $0 == "|" } - 1) + "|"
        let project = matrix("\(header)\n\(dashes)\n\(text)")
        #expect(await findings(in: project) == [])
        #expect(await rows(of: project) == ["Hiring: product-manager A, ux-designer R", "Payroll: product-manager I, ux-designer A/R"])
    }

    @Test func whatIsSaidOfAPersonBesideTheLettersStays() async {
        let project = matrix(
            "| Person | Hiring | Payroll | Notes |\n|---|---|---|---|\n| **Office** | | | |\n| PM | A | I | part-time |\n| UX | R | A/R | |"
        )
        #expect(await findings(in: project) == [])
        #expect(await read(project).handbook.matrices.first?.tables.first?.columns.map(\.note) == ["Office; Notes: part-time", "Office"])
    }

    @Test func whatIsSaidOfAGroupDownTheSideStays() async {
        let project = matrix(
            "| Person | Hiring | Payroll | Notes |\n|---|---|---|---|\n| **Office** | | | mornings |\n| PM | A | I | |\n| UX | R | A/R | |"
        )
        #expect(await findings(in: project) == [])
        #expect(await read(project).handbook.matrices.first?.tables.first?.columns.map(\.note) == ["Office: mornings", "Office: mornings"])
    }

    @Test func whoIsNoRoleDownTheSideIsNamed() async {
        let found = await findings(in: matrix("| Person | Hiring | Payroll |\n|---|---|---|\n| PM | A | X |\n| Kim | R | A/R |"))
        #expect(found.map { $0.prefix { $0 != ">" } }.count == 2)
        #expect(
            found[0].hasPrefix("content/raci/delivery.md:6:12 unknown-letter: 'X'")
                && found[1].hasPrefix("content/raci/delivery.md:7:3 unknown-role: 'Kim'"),
            "\(found)"
        )
    }

    @Test func totalsDownTheSideAreCounted() async {
        let project = matrix(
            "| Person | Hiring | Payroll | Total |\n|---|---|---|---|\n| PM | A | I | 2 |\n| UX | R | A/R | 3 |\n| Total | 2 | 1 | |"
        )
        let found = await read(project).findings.sorted.filter { $0.rule.id == "wrong-totals" }.map(\.message)
        #expect(found == ["'Payroll' has 2 parts, not 1"], "\(found)")
    }

    // MARK: - Roles with prose

    @Test(
        arguments: [
            "| Role | Responsible | Accountable |\n|---|---|---|\n| PM | Keeps the plan up to date. | The budget |\n| UX | Sketches, tests | Nothing |",
            "| | Responsible | Accountable | Consulted |\n|---|---|---|---|\n| Product Manager | plans the work | money | on hiring |",
            "| Person | R | A |\n|---|---|---|\n| Kim | ships | deadlines |",
        ]
    )
    func rolesWithProseAreNoMatrix(table: String) async {
        let result = await read(matrix(table))
        let found = result.findings.all.filter { $0.rule.id == "no-matrix" }
        #expect(found.map(\.severity) == [.note] && found.first?.location?.line == 4, "\(found)")
        #expect(faults(result.findings).all.count == 1, "\(result.findings.all.map(line))")
        #expect(result.handbook.matrices.first?.tables.isEmpty == true && result.handbook.matrices.first?.prose.count == 1)
    }

    // MARK: - Roles in cells

    @Test(
        arguments: [
            ("UX (if loud, or late)", ["ux-designer R (if loud, or late)"]), ("UX and ML Eng", ["ml-engineer R", "ux-designer R"]),
            ("UX und ML Eng (drafts)", ["ml-engineer R (drafts)", "ux-designer R"]),
            ("UX, ML Eng and Data Eng", ["data-engineer R", "ml-engineer R", "ux-designer R"]),
            ("UX, ML Eng, and Data Eng", ["data-engineer R", "ml-engineer R", "ux-designer R"]),
            ("UX, und ML Eng (drafts)", ["ml-engineer R (drafts)", "ux-designer R"]), ("UX; & ML Eng", ["ml-engineer R", "ux-designer R"]),
            ("UX / ML Eng (a / b)", ["ml-engineer R (a / b)", "ux-designer R"]), ("UX、ML Eng", ["ml-engineer R", "ux-designer R"]),
        ]
    )
    func namesInCellsArePartedOutsideOfBrackets(cell: String, parts: [String]) async {
        let project = matrix("| Task | Responsible | Accountable |\n|---|---|---|\n| Build | \(cell) | PM |")
        #expect(await findings(in: project) == [])
        let row = await rows(of: project).first ?? ""
        #expect(row.dropFirst(7).components().sorted() == (parts + ["product-manager A"]).sorted(), "\(row)")
    }

    @Test func aWordOfTheHandbooksOwnJoinsNames() async {
        let project =
            matrix("| Task | Responsible | Accountable |\n|---|---|---|\n| Build | UX, samt ML Eng | PM |")
            + "-- handbook.yml --\nmatrices: {and: [samt]}\n"
        #expect(await findings(in: project) == [])
    }

    @Test func aNameThatBeginsLikeAWordForAndIsItself() async {
        let project =
            roles([("Y Combinator", "YC", "yc"), ("Cook", "Cook", "cook"), ("Baker", "Baker", "baker")])
            + "-- content/raci/m.md --\n# M\n| Task | R | A |\n|---|---|---|\n| Bake | Cook, Y Combinator | Baker |\n"
        #expect(await rows(of: project) == ["Bake: cook R, yc R, baker A"])
        let unknown = await findings(in: matrix("| Task | R | A |\n|---|---|---|\n| Build | UX, and Boss | PM |"))
        #expect(unknown.map { $0.contains("'Boss' is no role") } == [true], "\(unknown)")
    }

    @Test func aJoinedNameThatIsUnknownIsNamedByItself() async {
        let found = await findings(in: matrix("| Task | R | A |\n|---|---|---|\n| Build | UX and Boss | PM |"))
        #expect(found.map { $0.contains("'Boss' is no role") } == [true], "\(found)")
    }

    @Test(arguments: [("All", ""), ("everyone", ""), ("Alle (weekly)", ""), ("Jeder", "matrices: {all: [Jeder]}\n")])
    func allIsEveryRoleThatHasNoOtherPart(word: String, settings: String) async {
        let project =
            matrix("| Task | Responsible | Accountable | Informed |\n|---|---|---|---|\n| Build | UX | PM | \(word) |")
            + "-- handbook.yml --\ntitle: H\n\(settings)"
        #expect(await findings(in: project) == [])
        let row = await rows(of: project).first?.replacing(" (weekly)", with: "") ?? ""
        #expect(
            row.dropFirst(7).components().sorted() == ["data-engineer I", "ml-engineer I", "product-manager A", "ux-designer R"],
            "\(row)"
        )
    }

    @Test func aRoleThatIsCalledAllIsThatRole() async {
        let project =
            roles([("All", "All", "all"), ("Cook", "Cook", "cook")])
            + "-- content/raci/m.md --\n# M\n| Task | A | R |\n|---|---|---|\n| Build | Cook | All |\n"
        #expect(await rows(of: project) == ["Build: cook A, all R"])
    }
}

extension Substring {
    /// The cells of a row, between commas outside of brackets.
    fileprivate func components() -> [String] {
        var depth = 0
        return split { character in
            depth += character == "(" ? 1 : character == ")" ? -1 : 0
            return character == "," && depth == 0
        }.map { $0.split(separator: " ").joined(separator: " ") }
    }
}
