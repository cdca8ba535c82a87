import Diagnostics
import Handbook
import TestSupport
import Testing

@testable import Site

/// The plan of a site, which is all of a site that `check` makes.
@Suite struct PlanTests {
    /// Files that the plan cannot name: those of tables, and those whose names change with their bytes.
    private static func isUnplanned(_ path: String) -> Bool {
        path.hasSuffix(".csv") || path.hasPrefix("assets/share/") || path.hasPrefix("assets/touch-icon-")
            || path.contains(#/^assets/(names|compare-data)-[0-9a-z]{8}\.js$/#)
    }

    private static func expectPlanned(_ site: BuiltSite) {
        let made = site.result.files.map(\.path)
        #expect(site.plan.files.map(\.path) == made.filter { !isUnplanned($0) })
        #expect(site.plan.pageCount == site.result.pageCount)
        // What is copied is known to be.
        let copied = site.result.files.compactMap { file in if case .copy(let source) = file.contents { source } else { nil } }
        #expect(site.plan.files.compactMap(\.source) == copied)
    }

    @Test func everyFileIsPlanned() async throws {
        Self.expectPlanned(try await .defaultHandbook())
        Self.expectPlanned(try await .station())
    }

    @Test(arguments: ["twins: off", "base_url: https://example.org/"])
    func everyFileIsPlannedWhateverTheSettings(settings: String) async {
        let project = """
            -- handbook.yml --
            \(settings)
            -- content/index.md --
            # Home
            -- content/roles/cook.md --
            ---
            title: Cook
            redirect_from: [/roles/chef/]
            ---
            -- static/robots.txt --
            -- content/roles/plan.png --
            """
        Self.expectPlanned(await BuiltSite(project))
        Self.expectPlanned(await BuiltSite("-- content/index.md --\n# Home\n"))
    }

    private static func plan(_ project: String, overrides: [String: String] = [:]) async -> [String] {
        let plan = SitePlan(await HandbookReader.read(ProjectText(project).files), overrides: overrides)
        return plan.findings.sorted.map { "\($0.rule.id): \($0.message)" }
    }

    private static let cook = """
        -- content/index.md --
        # Home
        -- content/roles/cook.md --
        ---
        title: Cook
        redirect_from: [%]
        ---
        -- content/raci/day.md --
        # Day

        | Task | Cook |
        |---|---|
        | Soup | A/R |

        """

    @Test(
        "The plan finds every fault of addresses, strings and templates",
        arguments: [
            ("-- content/a.md --\n# A\n\n[There](/nowhere/)\n", [:], "dead-link: '/nowhere/' is no address of the site"),
            ("-- content/a.md --\n# A\n\n[There](/v1.2/)\n", [:], "dead-link: '/v1.2/' is no address of the site"),
            ("-- content/a.md --\n# A\n\n[There](/img/x.png#a)\n", [:], "dead-link: '/img/x.png#a' is no file of the site"),
            ("-- content/a.md --\n# A\n\n[Changes](/changes/)\n", [:], "dead-link: '/changes/' is no address of the site"),
            (
                cook.replacing("%", with: "/roles/chef/") + "-- content/a.md --\n[C](/roles/chef/)\n", [:],
                "dead-link: '/roles/chef/' is an old address"
            ),
            (cook.replacing("%", with: "/raci/day/"), [:], "redirect-clash: '/raci/day/' is the address of another page"),
            (cook.replacing("%", with: "/llms.txt/"), [:], "redirect-clash: '/llms.txt/' is where the file 'llms.txt' stands"),
            (cook.replacing("%", with: "/map/map.svg/"), [:], "redirect-clash: '/map/map.svg/' is where the file 'map/map.svg' stands"),
            (
                cook.replacing("%", with: "/raci/load.csv/"), [:],
                "redirect-clash: '/raci/load.csv/' is where the file 'raci/load.csv' stands"
            ),
            (
                cook.replacing("%", with: "/plan.pdf/x/") + "-- static/plan.pdf --\n", [:],
                "redirect-clash: '/plan.pdf/x/' is where the file 'plan.pdf' stands"
            ),
            (cook.replacing("%", with: "mailto:cook"), [:], "invalid-redirect: 'mailto:cook' is an address of another site"),
            (
                "-- handbook.yml --\nstrings: {rols: Roles}\n-- content/index.md --\n# Home\n", [:],
                "unknown-string: 'rols' is no string of the theme"
            ),
            ("-- content/index.md --\n# Home\n", ["home.mustache": "{{#a}}"], "template-syntax: "),
            ("-- content/index.md --\n# Home\n", ["home.mustache": "{{t.hom}}"], "template-name: unknown name 't.hom'"),
            ("-- content/index.md --\n# Home\n", ["home.mustache": "{{>hom}}"], "template-name: unknown template 'hom'"),
            ("-- content/index.md --\n# Home\n", ["home.mustache": "{{>home}}"], "template-cycle: template 'home' includes itself"),
        ] as [(String, [String: String], String)]
    )
    func faults(project: String, overrides: [String: String], message: String) async {
        let found = await Self.plan(project, overrides: overrides)
        #expect(found.contains { $0.hasPrefix(message) }, "\(found)")
    }

    @Test func aTableWithoutRowsIsInTheWayOfNothing() async {
        let found = await Self.plan(Self.cook.replacing("%", with: "/raci/contradictions.csv/"))
        #expect(found.isEmpty, "\(found)")
    }
}
