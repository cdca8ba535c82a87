import Handbook
import TestSupport
import Testing

@Suite("Names")
struct NameTests {
    private static let people = """
        -- content/roles/data-engineer.md --
        ---
        title: Data Engineer
        short: Data Eng
        aliases: [Big Data Developer]
        summary: S.
        ---
        -- content/roles/ml-engineer.md --
        ---
        title: ML Engineer
        aliases: [big  data developer, Modeller]
        summary: S.
        ---
        -- content/activities/release.md --
        ---
        title: Deployment
        also: [Ship it]
        ---
        -- content/lifecycle/deployment.md --
        ---
        title: Deployment
        ---

        """

    @Test(
        "A name is a slug, title, short form or alias, without regard to case and white space",
        arguments: [
            ("data-engineer", NameIndex.Resolution.found(PageID(.role, "data-engineer"))),
            ("Data Engineer", .found(PageID(.role, "data-engineer"))), ("DATA ENG", .found(PageID(.role, "data-engineer"))),
            ("  data   engineer ", .found(PageID(.role, "data-engineer"))), ("modeller", .found(PageID(.role, "ml-engineer"))),
            ("Big Data Developer", .ambiguous([PageID(.role, "data-engineer"), PageID(.role, "ml-engineer")])),
            ("ship it", .found(PageID(.activity, "release"))),
            ("Deployment", .ambiguous([PageID(.activity, "release"), PageID(.stage, "deployment")])),
            ("stage:Deployment", .found(PageID(.stage, "deployment"))), ("Activity: deployment", .found(PageID(.activity, "release"))),
            ("role:Deployment", .unknown), ("sort:Deployment", .unknown), ("Data", .unknown), ("", .unknown),
        ]
    )
    func resolution(name: String, resolution: NameIndex.Resolution) async {
        #expect(await read(Self.people).handbook.names.resolve(name) == resolution)
    }

    @Test("A name among pages of one kind is not confused with another kind's")
    func amongKinds() async {
        let names = await read(Self.people).handbook.names
        #expect(names.resolve("deployment", among: [.stage]) == .found(PageID(.stage, "deployment")))
        #expect(names.resolve("deployment", among: [.role]) == .unknown)
    }

    @Test("A name that two pages of a kind share is an error at the second, with the place of the first")
    func sharedNames() async {
        await expectReport(
            of: Self.people,
            is: """
                error[shared-name]: 'big  data developer' is a name of content/roles/data-engineer.md already
                  --> content/roles/ml-engineer.md:3:11
                   |
                 3 | aliases: [big  data developer, Modeller]
                   |           ^^^^^^^^^^^^^^^^^^^
                   = rule: a title, short form, alias or slug belongs to one page of its kind
                   = help: choose another name, or drop it from one of the two pages
                   = the other: content/roles/data-engineer.md:4:11

                1 error

                """
        )
    }

    @Test(
        "A name that leads nowhere or to several places is an error that says what to write",
        arguments: [
            (
                "Data Enginer",
                "content/lifecycle/a.md:3:10 unknown-role: 'Data Enginer' is no role -> did you mean 'Data Engineer'?"
            ),
            ("Astronaut", "content/lifecycle/a.md:3:10 unknown-role: 'Astronaut' is no role -> known roles: data-engineer, ml-engineer"),
            (
                "Big Data Developer",
                "content/lifecycle/a.md:3:10 ambiguous-role: 'Big Data Developer' may mean content/roles/data-engineer.md or "
                    + "content/roles/ml-engineer.md -> name one by its slug: data-engineer, ml-engineer"
            ),
        ]
    )
    func unresolved(name: String, finding: String) async {
        let found = await findings(in: Self.people + "-- content/lifecycle/a.md --\n---\ntitle: A\ndrives: [\(name)]\n---\n")
        #expect(found.filter { !$0.contains("shared-name") } == [finding])
    }

    @Test("Without any page of a kind the help says where to add one")
    func noRoles() async {
        #expect(
            await findings(in: "-- content/teams/a.md --\n---\ntitle: A\ncast: [Pilot]\n---\n") == [
                "content/teams/a.md:3:8 unknown-role: 'Pilot' is no role -> add a page to the folder 'roles'"
            ]
        )
    }
}
