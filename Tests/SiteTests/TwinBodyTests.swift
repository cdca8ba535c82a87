import Diagnostics
import Handbook
import Markdown
import TestSupport
import Testing

@testable import Formats
@testable import Site

/// The body of a twin is the page's document again, with other links.
@Suite struct TwinBodyTests {
    /// Everything that can stand in a page, as raw HTML is written with and without `html: true`.
    private static let page = """
        # Page
        See [the maker](../roles/maker.md#skills "a title"), [[Maker|him]], [this][way] and ![a *b*](b.png). [@book, p. 3] H<b>T</b>ML<br>too

        1. one
           - two *three* __four__ ~~five~~
           - [ ] six

             seven
        2. eight[^note]

        > [!TIP]
        > nine `ten | eleven`

        | a \\| b | c |
        |:--|--:|
        | [[Maker]] | [@book; @book] |

        <div>
        twelve <!-- no --> thirteen
        </div>

        ## Own {#own}

        ```swift x
        [kept](roles/maker.md)
        ```

        ***

        setext
        ------

        [^note]: fourteen [gone](nowhere.md)

            fifteen

        [way]: /roles/maker/
        """

    private static func plan(_ files: ProjectFiles) async -> SitePlan {
        SitePlan(await HandbookReader.read(files), history: .none, upkeep: .none, overrides: [:])
    }

    private static func plans() async throws -> [SitePlan] {
        var plans: [SitePlan] = [try await BuiltSite.defaultHandbook().plan, try await BuiltSite.station().plan]
        for isOn in [false, true] {
            let project = """
                -- handbook.yml --
                title: Team
                markdown: {html: \(isOn)}
                -- content/sources/book.md --
                # Book
                -- content/roles/maker.md --
                # Maker
                -- content/guides/page.md --

                """
            plans.append(await plan(ProjectText(project + page + "\n").files))
        }
        for name in [NothingLostTests.Case.roles, .others, .lists] { plans.append(await plan(name.blocks.files)) }
        return plans
    }

    @Test func itParsesToTheDocumentOfItsSource() async throws {
        var count = 0
        for plan in try await Self.plans() {
            let twins = try #require(Twins(plan.pages.map(\.entry), plan.site))
            for page in plan.site.handbook.everyText {
                let resolver = TwinResolver(page: page, address: page.address, twins: twins)
                let text = TwinBody(resolver: resolver).lines(of: nil).first ?? ""
                let expected = DocumentDescription.of(Self.resolved(page.blocks, resolver), targets: false)
                let found = DocumentDescription.of(Self.document(text).blocks, targets: false)
                #expect(found == expected, "\(page.path)\n\(text)")
                count += 1
            }
        }
        #expect(count > 300)
    }

    private static func document(_ text: String) -> Document {
        var findings = Findings()
        let source = SourceText(path: "twin.md", text: text + "\n")
        return DocumentReader.read(SplitPage(source, into: &findings), in: source, into: &findings)
    }

    /// The blocks with what the resolver puts in the place of names, comments and tags.
    private static func resolved(_ blocks: [Block], _ resolver: TwinResolver) -> [Block] {
        blocks.flatMap { block -> [Block] in
            if case .html = block.kind { return resolver.block(ofHTML: block) }
            let inlines = MarkdownWriter.resolved(block.inlines, resolver: resolver)
            if block.kind == .paragraph, inlines.isEmpty { return [] }
            return [
                Block(id: block.id, kind: block.kind, lines: block.lines, inlines: inlines, children: resolved(block.children, resolver))
            ]
        }
    }

    @Test func footnotesOfAMatrixAreMarkedInTheTwinsOfAllPagesThatShowItsRows() async throws {
        let site = await BuiltSite(
            """
            -- content/roles/cook.md --
            # Cook
            -- content/roles/baker.md --
            # Baker
            -- content/raci/day.md --
            # Day

            | Task[^t] | Cook[^c] | Baker |
            |---|---|---|
            | Soup[^s] | A[^a] | R |

            [^t]: Of all.
            [^c]: The head.
            [^s]: Hot.
            [^a]: Signs.

            """
        )
        let matrix = try #require(site.text("raci/day/index.md"))
        #expect(matrix.contains("| Task[^1] | [Cook](../../roles/cook/index.md)[^2] | [Baker](../../roles/baker/index.md) |"), "\(matrix)")
        #expect(matrix.contains("| Soup[^3] | A[^4] | R |"), "\(matrix)")
        for (number, words) in [(1, "Of all."), (2, "The head."), (3, "Hot."), (4, "Signs.")] {
            #expect(matrix.contains("[^\(number)]: \(words)"), "\(matrix)")
        }
        let role = try #require(site.text("roles/cook/index.md"))
        #expect(role.contains("Soup[\\[^3\\]](../../raci/day/index.md)") || role.contains("Soup[[^3]](../../raci/day/index.md)"), "\(role)")
    }

    /// Also where the page has a heading of its own for the author's section.
    @Test func footnotesOfHeadingsAreMarked() async throws {
        let site = await BuiltSite(
            """
            -- handbook.yml --
            title: Team
            eras: [{id: old, title: Old}]
            -- content/sources/src.md --
            # Src
            -- content/roles/baker.md --
            # Baker
            -- content/relations/pair.md --
            ---
            between: [cook, baker]
            ---
            ## Overlap[^o]

            1. **Bread**: both.

            [^o]: Six.
            -- content/roles/cook.md --
            # Cook

            ## Responsibilities[^r]

            - **Bake**: bakes.

            ## Eras[^e]

            ### Old[^f]

            - **Bake**: baked.

            ## What the sources say[^s]

            - Bakes. [@src]

            ## Where sources differ[^d]

            - On bread.
              - One. [@src]

            [^r]: One.
            [^e]: Two.
            [^f]: Three.
            [^s]: Four.
            [^d]: Five.

            """
        )
        let role = try #require(site.text("roles/cook/index.html"))
        for number in 1...5 {
            #expect(
                role.matches(of: try Regex("<h[23] [^>]*>[^<]*<sup[^>]*><a [^>]*>\(number)</a></sup>\\s*</h[23]>")).count == 1,
                "\(number)"
            )
        }
        let pair = try #require(site.text("compare/baker/cook/index.html") ?? site.text("compare/cook/baker/index.html"))
        #expect(pair.contains(/<h2 [^>]*>\s*Overlap<sup/))
    }
}
