import Handbook
import TestSupport
import Testing

/// What a handbook is asked, and what it is not.
@Suite struct StudyTests {
    private static let kitchen = """
        -- handbook.yml --
        groups:
          - {id: stove, title: Stove}
          - {id: floor, title: Floor}
        -- content/roles/baker.md --
        ---
        title: Baker
        group: stove
        summary: Makes bread from flour.
        kpis: [Loaves sold, Complaints about crust]
        involve: Early, before the ovens are lit.
        ---
        -- content/roles/chef.md --
        ---
        title: Chef
        group: stove
        summary: Says what is cooked.
        kpis: [Guests who come again]
        involve: Always.
        ---
        -- content/roles/cook.md --
        ---
        title: Cook
        group: stove
        aliases: [Commis]
        summary: The commis does what the day asks for.
        kpis: [loaves  sold]
        involve: Early in the week.
        ---
        -- content/roles/host.md --
        ---
        title: Host
        group: floor
        summary: Greets those who come.
        kpis: [Minutes at the door]
        ---
        -- content/roles/waiter.md --
        ---
        title: Waiter
        group: floor
        summary: Carries plates.
        kpis: [Minutes at the table]
        ---
        -- content/sources/book.md --
        # Book
        -- content/sources/paper.md --
        # Paper

        """

    private static func questions(_ more: String = "") async -> [Question] {
        let handbook = await read(kitchen + more).handbook
        return Questions.all(handbook, Analysis(handbook))
    }

    private static func question(_ id: String, _ more: String = "") async throws -> Question {
        let all = await questions(more)
        return try #require(all.first { $0.id == id }, "\(id) is not among \(all.map(\.id))")
    }

    @Test func aFactThatTwoRolesShareIsNeverAWrongChoiceForEither() async throws {
        let baker = try await Self.question("kpis-baker")
        #expect(baker.right == [.facts(["Loaves sold", "Complaints about crust"])])
        #expect(baker.wrong == [.facts(["Guests who come again"]), .facts(["Minutes at the door"]), .facts(["Minutes at the table"])])
        #expect(!(try await Self.question("kpis-cook").wrong.contains(.facts(["Loaves sold", "Complaints about crust"]))))
    }

    @Test func aFactThatOpensLikeTheRightOneIsNoWrongChoice() async throws {
        #expect(try await Self.question("involve-baker").wrong == [.facts(["Always."])])
    }

    @Test func wrongChoicesDifferFromOneAnother() async throws {
        let host = try await Self.question("kpis-host")
        #expect(
            host.wrong == [
                .facts(["Minutes at the table"]), .facts(["Loaves sold", "Complaints about crust"]), .facts(["Guests who come again"]),
            ]
        )
    }

    @Test func aSummaryAsksForTheRoleWithItsOwnGroupAroundIt() async throws {
        let baker = try await Self.question("purpose-baker")
        #expect(baker.subject == .purpose("Makes bread from flour."))
        #expect(baker.wrong == [.role("chef"), .role("cook"), .role("host")])
    }

    @Test func aSummaryThatNamesItsRoleIsNotAsked() async {
        #expect(!(await Self.questions().map(\.id).contains("purpose-cook")))
    }

    @Test func whatIsNotSaidIsNotAsked() async {
        let ids = await Self.questions().map(\.id)
        #expect(!ids.contains { $0.hasPrefix("delivers") || $0.hasPrefix("core_skills") || $0 == "involve-host" })
    }

    private static let matrix = """
        -- content/raci/menu.md --
        ---
        title: Menu
        sources: [book]
        ---
        | Task | Chef | Baker | Host | Waiter |
        |---|---|---|---|---|
        | Plan | A | R | R | I |
        | Serve | I |  |  | A/R |
        | Sweep | A |  |  | R |
        | Sweep | R |  |  | A |

        """

    @Test func aRowAsksForEachPartWithThoseOfTheRowNearAtHand() async throws {
        let plan = try await Self.question("accountable-menu-plan", Self.matrix)
        #expect(plan.subject == .task("Plan", matrix: "menu", letter: "A"))
        #expect(plan.right == [.role("chef")])
        #expect(plan.wrong == [.role("baker"), .role("host"), .role("waiter")])
        #expect(plan.page == PageID(.matrix, "menu"))
        #expect(plan.place == .row(0))
        let doers = try await Self.question("responsible-menu-plan", Self.matrix)
        #expect(doers.right == [.role("baker"), .role("host")])
        #expect(doers.wrong == [.role("chef"), .role("waiter"), .role("cook")])
    }

    @Test func twoRowsOfOneNameAreNotAsked() async {
        #expect(!(await Self.questions(Self.matrix).contains { $0.id.contains("sweep") }))
    }

    @Test func otherSchemesAskForTheirOwnLetters() async throws {
        let daci = Self.matrix.replacing("title: Menu", with: "title: Menu\nscheme: daci").replacing("R", with: "D")
        let subject = try await Self.question("responsible-menu-plan", daci).subject
        #expect(subject == .task("Plan", matrix: "menu", letter: "D"))
    }

    private static func activity(_ positions: String) -> String {
        matrix + "-- content/activities/serve.md --\n---\ntitle: Serve\npositions:\n\(positions)---\n"
    }

    @Test func whatAllAgreeOnIsAskedOnceAndOfNobodyInParticular() async throws {
        let agreed = Self.activity("  - {source: paper, responsible: [waiter], accountable: [host]}\n")
        let serve = try await Self.question("responsible-serve-", agreed)
        #expect(serve.subject == .activity("serve", source: nil))
        #expect(serve.right == [.role("waiter")])
        let ids = await Self.questions(agreed).map(\.id)
        #expect(!ids.contains("responsible-menu-serve"))
    }

    @Test func whereTheyDifferEachIsAskedByNameAndNobodyElsesAnswerIsOffered() async throws {
        let differing = Self.activity("  - {source: paper, accountable: [host]}\n")
        let book = try await Self.question("accountable-menu-serve", differing)
        #expect(book.right == [.role("waiter")])
        #expect(book.wrong == [.role("chef"), .role("baker"), .role("cook")])
        let paper = try await Self.question("accountable-serve-paper", differing)
        #expect(paper.subject == .activity("serve", source: "paper"))
        #expect(paper.right == [.role("host")])
        #expect(!paper.wrong.contains(.role("waiter")))
    }

    @Test func whoDecidesInOneSourceIsNotWrongAboutWhoAnswersInAnother() async throws {
        let deciding = Self.activity("  - {source: paper, decides: [host]}\n")
        let serve = try await Self.question("accountable-menu-serve", deciding)
        #expect(!serve.wrong.contains(.role("host")))
        #expect(!(await Self.questions(deciding).contains { $0.id == "accountable-serve-paper" }))
    }

    @Test func aStageAsksWhoDrivesItAndItsKeyRolesAreNotWrong() async throws {
        let stage = "-- content/lifecycle/evening.md --\n---\ntitle: Evening\ndrives: [chef]\nkey: [baker]\ntakes_part: [waiter]\n---\n"
        let evening = try await Self.question("drives-evening", stage)
        #expect(evening.right == [.role("chef")])
        #expect(evening.wrong == [.role("waiter"), .role("cook"), .role("host")])
    }

    @Test func thereAreAsManyAsTheHandbookIsLargeAndEachHasAnIdOfItsOwn() async {
        func count(_ roles: Int) async -> Int {
            let pages = (0..<roles).map { "-- content/roles/r\($0).md --\n---\ntitle: Role \($0)\nsummary: Same.\nkpis: [Same]\n---\n" }
            let handbook = await read(pages.joined()).handbook
            let all = Questions.all(handbook, Analysis(handbook))
            #expect(Set(all.map(\.id)).count == all.count)
            #expect(all.allSatisfy { $0.wrong.isEmpty })
            return all.count
        }
        #expect(await count(20) == 40)
        #expect(await count(60) == 120)
    }
}
