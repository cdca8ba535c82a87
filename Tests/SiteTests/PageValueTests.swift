import Changes
import Handbook
import Templates
import TestSupport
import Testing

@testable import Formats
@testable import Site

/// What pages give their templates, what they declare, and in which order they show their tables.
@Suite struct PageValueTests {
    /// A project with what neither handbook has.
    private static let rare = """
        -- handbook.yml --
        title: Crew
        language: en-GB
        base_url: https://example.org/crew/
        edit_url: https://example.org/edit/{path}
        groups:
          - id: kitchen
            title: Kitchen
            summary: Where it is hot.
        theme:
          logo: static/logo.svg
          footer: "By the **crew**."
          links:
            - title: Code
              url: https://example.org/code
        -- static/logo.svg --
        <svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>
        -- content/index.md --
        # Crew
        -- content/about.md --
        ---
        title: About
        draft: true
        redirect_from: [/old/]
        ---
        Words.
        -- content/roles/cook.md --
        ---
        title: Cook
        group: kitchen
        review_by: 2030-01-01
        updated: 2025-01-01
        owners: [crew@example.org]
        ---
        -- content/roles/baker.md --
        # Baker
        -- content/raci/daily.md --
        # Daily

        | Task | Cook | Baker |
        |---|---|---|
        | Bake | R | A |
        | Sweep | R | |
        | Fry | C | |

        """

    private static func made() async throws -> [MadePages] {
        let first = rare.replacing("| Bake | R | A |", with: "| Bake | A | R |")
        let history = await TestHistory.of([.init("Begin", first, at: 1_769_774_400), .init("Move it", rare, at: 1_769_860_800)])
        return try await [.defaultHandbook(), .station(), MadePages(ProjectText(rare).files, history: history)]
    }

    /// Parts that several pages show: a name of one need not have a value on each of them.
    private static let parts: [(String, ViewShape)] = [
        ("table", Table.shape), ("matrix table", MatrixTable.shape), ("card", .card), ("role", .role), ("link", .link),
        ("summarized link", .summarizedLink), ("section", .section), ("claim", .claim), ("legend", .legend), ("stage", .stage),
        ("deck", .deck), ("map key", .mapKey), ("map figures", .mapFigures),
    ]

    /// Declared names that have no value in any of the sites, with the reason.
    private static let neverGiven: [String: String] = {
        let reasons: [(reason: String, names: [String])] = [
            (
                "the page shares the shape of the print page, and has none of its chapters",
                [
                    "print-off.cards_href", "print-off.chapters", "print-off.chapters[]", "print-off.chapters[].href",
                    "print-off.chapters[].id", "print-off.chapters[].opening", "print-off.chapters[].opening.href",
                    "print-off.chapters[].opening.html", "print-off.chapters[].opening.id",
                    "print-off.chapters[].opening.template", "print-off.chapters[].opening.title", "print-off.chapters[].parts",
                    "print-off.chapters[].parts[]", "print-off.chapters[].parts[].href", "print-off.chapters[].parts[].html",
                    "print-off.chapters[].parts[].id", "print-off.chapters[].parts[].template",
                    "print-off.chapters[].parts[].title", "print-off.chapters[].title", "print-off.contents_id",
                    "print-off.cover_lead", "print-off.cover_title", "print-off.opening", "print-off.preface", "print-off.summary",
                ]
            ),
            (
                "nobody wrote an opening for this list",
                [
                    "cards.opening", "cards.summary", "changes.opening", "gaps.opening", "gaps.summary", "map-group.opening",
                    "map-group.summary", "map.opening", "map.summary", "names.opening", "names.summary", "print.opening",
                    "print.summary", "skills.opening", "skills.summary", "study.opening", "tree.opening", "tree.summary",
                ]
            ),
            (
                "only a handbook with many roles has decks",
                [
                    "cards.decks", "deck.color", "deck.count", "deck.href", "deck.title", "study.decks",
                ]
            ),
            (
                "the history of the tests is short",
                [
                    "changes.days[].entries[].groups[].others", "changes.days[].entries[].groups[].pages",
                    "changes.days[].entries[].more", "changes.days[].entries[].rest", "changes.days[].entries[].rest[]",
                    "changes.days[].entries[].rest[].line", "changes.days[].entries[].rest[].lines",
                    "changes.days[].entries[].rest[].lines[]", "changes.days[].entries[].rest[].others",
                    "changes.days[].entries[].rest[].pages", "changes.days[].entries[].rest[].sign",
                ]
            ),
            (
                "`NothingLostTests` and `TwinBodyTests` have blocks and footnotes there",
                [
                    "role.accounts[].prose", "role.accounts_notes", "role.differences_notes", "role.eras[].notes", "role.eras_notes",
                    "role.differences[].prose", "role.eras[].passages[].prose", "role.eras_opening",
                    "table.columns[].footnotes",
                    "table.groups[].rows[].cells[].footnotes", "table.groups[].rows[].cells[].passages[].prose",
                ]
            ),
            (
                "a case that neither handbook has",
                [
                    "claim.sources[].locator", "comparison.sections", "home.pages", "map figures.left_out", "map-group.color",
                    "map.groups", "matrices.legends[].scheme", "team.doubled[].lost[].others",
                    "team.separations[].reviews[].others",
                ]
            ),
        ]
        return Dictionary(uniqueKeysWithValues: reasons.flatMap { entry in entry.names.map { ($0, entry.reason) } })
    }()

    @Test func pagesGiveWhatTheyDeclareAndNothingElse() async throws {
        var names = DeclaredNames(parts: Self.parts)
        let frame = names.node(.record(PageShell.shape), "page")
        let notFound = names.node(.record(NotFound.shape), NotFound.template)
        let redirect = names.node(.record(Redirects.shape), Redirects.template)
        var pages: [String: DeclaredNames.Node] = [:]
        for type in SitePages.types {
            for template in type.templates where pages[template] == nil { pages[template] = names.node(.record(type.shape), template) }
        }
        var problems: Set<String> = []
        for made in try await Self.made() {
            for entry in made.pages {
                let template = entry.page.template
                let page = try #require(pages[template])
                for name in page.fields.keys.sorted() + frame.fields.keys.sorted() where entry.values.views[name] == nil {
                    problems.insert("\(template) does not give \(name)")
                }
                for (name, view) in entry.values.views {
                    if let node = page.fields[name] ?? frame.fields[name] {
                        node.note(view, &problems)
                    } else {
                        problems.insert("\(template).\(name) is not declared")
                    }
                }
            }
            for old in made.plan.redirects {
                let values = Redirects.values(old, made.site, made.presentation)
                redirect.note(.record(View.Record(values.map { ($0.key, $0.value) })), &problems)
            }
            let wrongAddress = NotFound.values(made.site, made.presentation.policy, made.plan.theme)
            notFound.note(.record(View.Record(wrongAddress.map { ($0.key, $0.value) })), &problems)
        }
        #expect(problems.sorted() == [])
        #expect(names.neverGiven.sorted() == Self.neverGiven.keys.sorted())
    }

    @Test func tablesAreInTheOrderOfTheLinksToTheirFiles() async throws {
        let sites = try await [(BuiltSite.defaultHandbook(), MadePages.defaultHandbook()), (BuiltSite.station(), MadePages.station())]
        var compared = 0
        for (site, made) in sites {
            for entry in made.pages {
                var links: [String] = []
                for href in site.page(entry.page.address).attribute("href") where href.hasSuffix(".csv") && !links.contains(href) {
                    links.append(href)
                }
                let tables = entry.values.tables.map { entry.context.addresses.file($0.path(from: entry.page.address)) }
                if entry.page is PrintPage { continue }
                #expect(tables == links, "\(entry.page.address)")
                compared += tables.count > 1 ? 1 : 0
            }
        }
        #expect(compared > 40)
    }
}
