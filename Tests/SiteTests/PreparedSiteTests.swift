import Formats
import Foundation
import Handbook
import TestSupport
import Testing

@testable import Site

/// A site whose files are made one by one is the site whose files are made at once.
@Suite struct PreparedSiteTests {
    @Test func eachFileIsThatOfTheWholeSite() async throws {
        for built in [try await BuiltSite.defaultHandbook(), try await BuiltSite.station()] {
            let site = PreparedSite(built.plan)
            #expect(site.pageCount == built.result.pageCount)
            for file in built.result.files {
                let made = await site.file(at: file.path)
                #expect(made == file, "\(file.path)")
            }
            #expect(site.renderedCount == site.pageCount)
        }
    }

    @Test(arguments: [
        "", "none.html", "roles/none/index.html", "roles", "index.html/", "assets/share/role-none-0.png", "assets/share/-.png",
    ])
    func whatTheSiteDoesNotHaveIsNotMade(path: String) async throws {
        let site = PreparedSite(try await BuiltSite.defaultHandbook().plan)
        #expect(await site.file(at: path) == nil)
    }

    @Test func onlyWhatIsAskedForIsRendered() async {
        let site = await Self.prepared(Self.project).site
        #expect(site.renderedCount == 0)
        _ = await site.file(at: "roles/cook/index.html")
        _ = await site.file(at: "roles/cook/index.html")
        _ = await site.file(at: "roles/cook/index.md")
        _ = await site.file(at: "roles/cook/index.json")
        _ = await site.file(at: "assets/none")
        #expect(site.renderedCount == 1)
    }

    /// What an edit costs while a page is open: how many pages are read, and how many are rendered to show it again.
    struct Edit: Sendable, CustomTestStringConvertible {
        let name: String
        let read: Int
        let make: @Sendable (inout [String: String]) -> Void
        /// What the open page then has.
        let shown: String
        var testDescription: String { name }

        init(_ name: String, read: Int, shown: String, _ make: @escaping @Sendable (inout [String: String]) -> Void) {
            (self.name, self.read, self.shown, self.make) = (name, read, shown, make)
        }
    }

    @Test(arguments: [
        Edit("a word of prose", read: 1, shown: "Bakes rolls") { files in
            files["content/roles/cook.md"] = files["content/roles/cook.md"]?.replacing("Bakes bread", with: "Bakes rolls")
        },
        Edit("a new alias", read: 1, shown: "Chef") { files in
            files["content/roles/cook.md"] = files["content/roles/cook.md"]?.replacing("group: g", with: "group: g\naliases: [Chef]")
        },
        Edit("a changed letter", read: 1, shown: "Menu") { files in
            files["content/raci/all.md"] = files["content/raci/all.md"]?.replacing("| A | R |", with: "| R | A |")
        },
        Edit("a renamed role", read: 1, shown: "Head Waiter") { files in
            files["content/roles/waiter.md"] = files["content/roles/waiter.md"]?.replacing("title: Waiter", with: "title: Head Waiter")
        },
        Edit("a new page", read: 1, shown: "Washer") { files in
            files["content/roles/washer.md"] = "---\ntitle: Washer\ngroup: g\nsummary: Washes.\n---\n"
        },
        // Every page is read by the settings.
        Edit("a changed group title", read: 0, shown: "Kitchen and hall") { files in
            files["handbook.yml"] = files["handbook.yml"]?.replacing("title: G}", with: "title: Kitchen and hall}")
        },
        Edit("a changed template", read: 0, shown: "Cook: a page of ours") { files in
            files["templates/role.mustache"] = "<p>{{title}}: a page of ours</p>\n"
        },
        Edit("a deleted source", read: 0, shown: "Cook") { files in files["content/sources/book.md"] = nil },
    ])
    func anEditRendersTheOpenPageAlone(edit: Edit) async throws {
        let before = await Self.prepared(Self.project)
        var files = Self.project
        edit.make(&files)
        #expect(files != Self.project)
        let after = await Self.prepared(files, after: before)
        let site = after.site
        #expect(after.project.read.readCount == edit.read)
        let open = try #require(await site.file(at: "roles/cook/index.html"))
        #expect(site.renderedCount == 1)
        #expect(Self.text(open).contains(edit.shown))
        let cold = await Self.prepared(files).site.files()
        #expect(cold.files.first { $0.path == "roles/cook/index.html" } == open)
    }

    private static func text(_ file: OutputFile) -> String {
        guard case .bytes(let bytes) = file.contents else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: - Many edits

    /// How many edits follow one another: 100 in all, or 500 with `HANDBOOK_EDITS=100`, which takes minutes.
    private static let edits = ProcessInfo.processInfo.environment["HANDBOOK_EDITS"].flatMap(Int.init) ?? 20

    /// Seeded edits, one after another: after each of them the site that takes over what is the same is a cold build's.
    @Test(arguments: 1...5) func randomEditsGiveTheSitesOfColdBuilds(seed: UInt64) async {
        var edits = RandomEdits(seed: seed, Self.project)
        var last: State?
        for step in 1...Self.edits {
            let made = edits.next()
            let warm = await Self.prepared(edits.files, after: last)
            last = warm
            let fresh = await Self.prepared(edits.files)
            let (site, cold) = (warm.site, fresh.site)
            #expect(warm.project.findings.sorted == fresh.project.findings.sorted, "seed \(seed), edit \(step): \(made)")
            // Some files each time; all of them, in which nothing new can be wrong, from time to time.
            let paths = edits.pages
            for path in [edits.pick(paths), edits.pick(paths), "handbook.json"] {
                let (one, other) = (await site.file(at: path), await cold.file(at: path))
                #expect(one == other, "seed \(seed), edit \(step): \(made), \(path)")
            }
            guard step.isMultiple(of: 10) else { continue }
            let (all, others) = (await site.files().files, await cold.files().files)
            #expect(all == others, "seed \(seed), edit \(step): \(made)")
        }
    }

    /// A state of a project, and its site.
    struct State: Sendable {
        let project: CheckedProject
        let plan: SitePlan
        let site: PreparedSite
    }

    static func prepared(_ texts: [String: String], after earlier: State? = nil) async -> State {
        let files = ProjectFiles(texts: texts.mapValues { Array($0.utf8) })
        let read = await HandbookReader.pages(of: files, reusing: earlier?.project.read)
        let project = await HandbookReader.check(
            HandbookReader.analyse(HandbookReader.resolve(read, reusing: earlier?.project), reusing: earlier?.project)
        )
        let overrides = texts.filter { $0.key.hasPrefix("templates/") }.map { (String($0.key.dropFirst(10)), $0.value) }
        let plan = SitePlan(project, overrides: Dictionary(uniqueKeysWithValues: overrides), reusing: earlier?.plan)
        return State(project: project, plan: plan, site: PreparedSite(plan))
    }

    static let project = [
        "handbook.yml": "title: All\ngroups:\n  - {id: g, title: G}\n",
        "content/index.md": "---\ntitle: All\n---\nThe Cook and the Waiter work here.\n",
        "content/roles/cook.md": """
        ---
        title: Cook
        group: g
        summary: Cooks.
        ---
        ## Responsibilities

        - **Bake**: Bakes bread, and asks the Waiter. [@book]
        - **Buy**: Buys what the Baker needs.

        ## Skills

        - Knives

        """,
        "content/roles/waiter.md":
            "---\ntitle: Waiter\ngroup: g\nsummary: Serves what the Cook made.\n---\n## Skills\n\n- Knives\n- Trays\n",
        "content/roles/baker.md": "---\ntitle: Baker\ngroup: g\nsummary: Bakes.\n---\nA Cook who bakes, at night.\n",
        "content/relations/cook-waiter.md":
            "---\nbetween: [cook, waiter]\nsummary: The pass.\n---\n## Overlap\n\n- **Plating**: both plate.\n",
        "content/raci/all.md":
            "---\ntitle: Everything\n---\n| Task | Cook | Waiter |\n|---|---|---|\n| Menu | A | R |\n| Wine | C | A, R |\n",
        "content/sources/book.md": "---\ntitle: The Book\n---\n",
        "content/notes/day.md": "---\ntitle: A day\n---\nSee [the cook](../roles/cook.md) and [[Waiter]].\n",
    ]
}
