import Testing

@testable import Site

/// The pages of maps.
@Suite struct MapPageTests {
    /// A handbook with so many roles in so many groups, each with a relation to the next, and one across.
    private static func project(roles: Int, groups: Int, relations: Bool = true) -> String {
        var text = "-- handbook.yml --\ntitle: Book\n"
        if groups > 0 { text += "groups:\n" + (0..<groups).map { "  - {id: g\($0), title: Group \($0)}\n" }.joined() }
        for role in 0..<roles {
            text += "-- content/roles/r\(role).md --\n---\ntitle: Role \(role)\n"
            if groups > 0 { text += "group: g\(role * groups / roles)\n" }
            text += "core_skills: [Skill \(role)]\n---\n"
        }
        guard relations else { return text }
        for role in 0..<max(0, roles - 1) {
            text += "-- content/relations/r\(role)-r\(role + 1).md --\n---\nbetween: [r\(role), r\(role + 1)]\n"
            text += "basis: \(role % 2 == 0 ? "stated" : "inferred")\n---\n## Overlap\n1. **Work**: both do it.\n"
        }
        return text
    }

    @Test func showEveryRoleAndRelationTwiceForWideAndNarrowPages() async throws {
        let page = try await BuiltSite.defaultHandbook().page("map/")
        let pictures = page.elements("svg", "class=\"map ")
        #expect(pictures.count == 2)
        for picture in pictures {
            #expect(picture.elements("a", "map-role").count == 22)
            let lines = picture.text.components(separatedBy: "<path class=\"map-line ").dropFirst()
            #expect(lines.count == 20)
            #expect(lines.count { $0.hasPrefix("is-stated") } == 5)
            #expect(!picture.contains("style"))
            // No line is there for the ear, and regions are named groups.
            #expect(picture.elements("g", "aria-hidden=\"true\"").first?.contains("<path") == true)
            #expect(picture.attribute("aria-label").contains("Platform and operations"))
        }
        #expect(page.attribute("id").contains("role-data-engineer"))
        #expect(
            page.elements("ul", "map-key").map(\.plainText) == [
                "Stated: A source says so. Inferred: Concluded from what the sources say of each role."
            ]
        )
    }

    @Test func theTableHasEveryRoleWithItsRelationsByKind() async throws {
        let site = try await BuiltSite.defaultHandbook()
        let rows = try #require(CSVText(site.text("map/map.csv") ?? "").rows)
        #expect(rows[0] == ["Role", "Group", "Stated", "Inferred", "Computed"])
        #expect(rows.count == 23)
        #expect(rows.contains { $0[0] == "ML Researcher" && $0[1] == "Modelling" && $0[2] == "ML Engineer" && $0[3].isEmpty })
        #expect(site.page("map/").attribute("href").contains("../compare/ml-researcher/ml-engineer/index.html"))
    }

    @Test func aRolesLinesAndNeighboursCarryItsNumber() async {
        let site = await BuiltSite(Self.project(roles: 3, groups: 0))
        let picture = site.page("map/").elements("svg", "map-wide").first
        let labels = picture?.text.components(separatedBy: "<a class=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) } ?? []
        #expect(Set(labels) == ["map-role m1 n1 n2", "map-role m2 n2 n1 n3", "map-role m3 n3 n2"])
        #expect(picture?.contains("is-stated n1 n2\"") == true)
        let sheet = site.style(.map)
        #expect(sheet.contains(".map-figures:has(.m3:is(:hover,:focus-visible)) .n3{--near:1}"))
        #expect(!sheet.contains(".m4:"))
    }

    @Test func aRolesPageShowsItsNeighbourhoodAndLeadsToItsPlaceOnTheMap() async throws {
        let page = try await BuiltSite.defaultHandbook().page("roles/ml-researcher/")
        let pictures = page.elements("svg", "class=\"map ")
        #expect(pictures.count == 2)
        #expect(pictures.first?.elements("a").map(\.plainText) == ["ML Engineer", "Data Scientist"])
        #expect(pictures.first?.contains("is-stated") == true && pictures.first?.contains("is-computed") == true)
        #expect(page.attribute("href").contains("../../map/index.html#role-ml-researcher"))
    }

    @Test func aRoleWithoutNeighboursHasNoPicture() async throws {
        let page = try await BuiltSite.defaultHandbook().page("roles/executive-sponsor/")
        #expect(!page.contains("neighbours-figure"))
        #expect(!page.contains("Whom it works with"))
    }

    @Test func ofManyNeighboursSomeAreDrawnAndTheOthersCounted() async {
        var text = "-- content/roles/hub.md --\n# Hub\n"
        for role in 0..<20 {
            text += "-- content/roles/r\(role).md --\n# Role \(role)\n"
            text += "-- content/relations/hub-r\(role).md --\n---\nbetween: [hub, r\(role)]\n---\n## Overlap\n1. Work\n"
        }
        let page = await BuiltSite(text).page("roles/hub/")
        #expect(page.elements("svg", "class=\"map ").first?.elements("a").count == RoleNeighbours.most)
        #expect(page.plainText.contains("8 more are listed below."))
        #expect(page.elements("li", "person").count == 20)
    }

    @Test(arguments: [0, 1, 2])
    func ofFewRolesThereIsAPictureOfThose(count: Int) async {
        let site = await BuiltSite(Self.project(roles: count, groups: 0) + "-- content/index.md --\n# Home\n")
        #expect(!site.findings.hasErrors, "\(site.report)")
        #expect(site.page("map/").elements("svg", "map-wide").first?.elements("a").count ?? 0 == count)
        #expect((site.text("map/index.html") == nil) == (count == 0))
    }

    @Test func withoutDeclaredRelationsTheMapShowsWhatIsComputed() async {
        let text =
            "-- content/roles/a.md --\n---\ntitle: A\ncore_skills: [SQL]\n---\n-- content/roles/b.md --\n---\ntitle: B\ncore_skills: [SQL]\n---\n"
        let page = await BuiltSite(text).page("map/")
        #expect(page.text.components(separatedBy: "map-line is-computed n1 n2").count == 3)
        #expect(page.plainText.contains("No page declares a relation"))
    }

    @Test func manyRolesHaveAMapForEachGroupToo() async {
        let site = await BuiltSite(Self.project(roles: 48, groups: 4))
        #expect(site.page("map/").elements("svg", "map-wide").first?.elements("a").count == 48)
        let group = site.page("map/groups/g1/").elements("svg", "map-wide").first
        // The twelve of the group, and the two they have to do with outside it.
        #expect(group?.elements("a").count == 14)
        #expect(group?.text.components(separatedBy: "<path").count == 14)
        #expect(site.page("map/").attribute("href").contains("../map/groups/g1/index.html"))
    }

    @Test func ofVeryManyRolesTheMapShowsTheGroups() async {
        let site = await BuiltSite(Self.project(roles: 100, groups: 5))
        #expect(!site.findings.hasErrors, "\(site.report)")
        let page = site.page("map/")
        let picture = page.elements("svg", "map-wide").first
        #expect(picture?.elements("a").map(\.plainText) == Array(repeating: "20 roles", count: 5))
        #expect(picture?.attribute("href").contains("../map/groups/g3/index.html") == true)
        #expect(picture?.text.components(separatedBy: "<path").count == 5)
        #expect(page.rows.count { $0.first?.hasPrefix("Role ") == true } == 100)
        // A role's page leads to the map that shows it.
        #expect(site.page("roles/r50/").attribute("href").contains("../../map/groups/g2/index.html#role-r50"))
        #expect(site.page("map/groups/g2/").attribute("id").contains("role-r50"))
        let list = site.page("tree/").text.components(separatedBy: "<ul class=\"tree\">").last ?? ""
        #expect(HTML(list).attribute("href").count { $0.hasPrefix("../roles/r") } == 100)
    }

    @Test func veryManyRolesWithoutGroupsHaveTheTableAlone() async {
        let site = await BuiltSite(Self.project(roles: 90, groups: 0))
        #expect(!site.findings.hasErrors, "\(site.report)")
        #expect(site.page("map/").elements("svg", "map-wide").isEmpty)
        #expect(site.page("map/").rows.count >= 90)
        #expect(site.text("map/map.svg") == nil)
        #expect(!site.page("roles/r5/").contains("map/index.html#role-r5"))
    }

    @Test func groupsWhoseNamesAreAlikeHaveAddressesOfTheirOwn() async {
        let text = Self.project(roles: 48, groups: 2).replacing("id: g0", with: "id: a b").replacing("id: g1", with: "id: a-b")
            .replacing("group: g0", with: "group: a b").replacing("group: g1", with: "group: a-b")
        let site = await BuiltSite(text)
        #expect(site.page("map/groups/a-b/").elements("h1").map(\.plainText) == ["Group 0"])
        #expect(site.page("map/groups/a-b-2/").elements("h1").map(\.plainText) == ["Group 1"])
    }

    @Test func theTreeHasGroupsRolesAndSkillsAndSoHasTheList() async throws {
        let site = try await BuiltSite.defaultHandbook()
        let page = site.page("tree/")
        #expect(page.elements("svg", "map-tree").first?.elements("a").count == 22)
        #expect(page.elements("svg", "map-tree").first?.plainText.contains("ETL · SQL · Pipelines") == true)
        let list = page.text.components(separatedBy: "<ul class=\"tree\">").last ?? ""
        #expect(list.components(separatedBy: "tree-group").count == 6)
        #expect(HTML(list).plainText.contains("Data Engineer ETL SQL Pipelines"))
    }

    @Test func picturesForSlidesCarryTheirColoursAndLoadNothing() async throws {
        let site = try await BuiltSite.defaultHandbook()
        for path in ["map/map.svg", "tree/tree.svg"] {
            let svg = try #require(site.text(path))
            #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
            for part in ["class=", "style=", "<style", "href=", "var(", "aria-"] { #expect(!svg.contains(part), "\(path): \(part)") }
            #expect(svg.contains("fill=\"#"))
            #expect(svg.contains("Data Engineer"))
        }
        #expect(site.text("map/map.svg")?.contains("Stated: A source says so.") == true)
        #expect(site.page("map/").attribute("href").contains("../map/map.svg"))
    }

    @Test func theHomePageAndTheContentsLeadToTheMap() async throws {
        let site = try await BuiltSite.defaultHandbook()
        #expect(site.page("").elements("nav", "questions").first?.attribute("href").contains("map/index.html") == true)
        #expect(site.page("gaps/").elements("nav", "contents").first?.plainText.contains("Map") == true)
    }

    @Test func aPageOfTheProjectOpensTheMapAndTheTree() async {
        let text =
            Self.project(roles: 2, groups: 0)
            + "-- content/map/index.md --\n---\ntitle: Who meets whom\n---\nOpening.\n-- content/tree/index.md --\n# Our tree\nMore.\n"
        let site = await BuiltSite(text)
        #expect(!site.findings.hasErrors, "\(site.report)")
        #expect(site.page("map/").elements("h1").map(\.plainText) == ["Who meets whom"])
        #expect(site.page("map/").plainText.contains("Opening."))
        #expect(site.page("tree/").elements("h1").map(\.plainText) == ["Our tree"])
    }
}
