import Foundation
import TestSupport
import Testing

/// The theme's ids are in a space of their own, so that no heading of an author takes one.
@Suite struct ThemeIDTests {
    private static let headings = [
        "Search", "Content", "Contents", "Search words", "Search results", "Map table", "Tree list", "Load", "Contradictions", "Left out",
        "Merged", "Shared", "Own", "Exemptions", "Sources differ", "By side", "Desk title", "Round place", "Flash question", "Kitchen",
        "Unsorted",
    ]

    private static var prose: String { headings.map { "## \($0)\n\nWords.\n" }.joined(separator: "\n") }

    @Test(arguments: ["a", "index", "raci/index", "map", "skills", "gaps", "roles/index", "roles/cook", "raci/day", "study"])
    func aHeadingTakesNoIDOfTheTheme(path: String) async throws {
        var project = """
            -- handbook.yml --
            title: Home
            groups: [{id: kitchen, title: Kitchen}]
            sides: [{id: front, title: Front}]
            -- content/roles/cook.md --
            ---
            title: Cook
            group: kitchen
            side: front
            kpis: [Speed]
            core_skills: [Soup]
            ---
            ## Skills
            - **Soup**: cooks it.
            \(path == "roles/cook" ? Self.prose : "")
            -- content/roles/baker.md --
            ---
            title: Baker
            summary: Bakes.
            core_skills: [Soup]
            ---
            -- content/raci/day.md --
            # Day

            | Task | Cook | Baker |
            |---|---|---|
            | Bake | R | A |
            \(path == "raci/day" ? Self.prose : "")
            """
        if !["roles/cook", "raci/day"].contains(path) { project += "\n-- content/\(path).md --\n# Own\n\n\(Self.prose)" }
        let site = await BuiltSite(project)
        #expect(!site.findings.hasErrors, "\(site.report)")
        for (page, html) in site.pages {
            let ids = html.text.matches(of: /\sid="([^"]*)"/).map { match in String(match.output.1) }
            let twice = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
            #expect(twice.isEmpty, "\(page): \(twice)")
            for name in html.text.matches(of: /(?:aria-labelledby|aria-controls)="([^"]*)"/).map({ String($0.output.1) }) {
                #expect(name.split(separator: " ").allSatisfy { ids.contains(String($0)) }, "\(page): \(name)")
            }
        }
        let address = ["index": "", "roles/index": "roles/", "raci/index": "raci/"][path] ?? path + "/"
        let text = site.text(address + "index.html") ?? ""
        for anchor in ["search", "content", "contents", "load"] { #expect(text.contains(#"<h2 id="\#(anchor)">"#), "\(anchor)") }
        #expect(text.contains(#"<main class="content" id="_content""#) && text.contains(##"href="#_content""##))
        #expect(text.contains(#"id="_search""#) && text.contains(##"href="#_contents""##))
    }
}
