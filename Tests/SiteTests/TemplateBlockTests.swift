import Foundation
import Publish
import TestSupport
import Testing
import Theme

@testable import Site

/// Blocks of the theme's templates that a project can fill, as docs/theme.md lists them.
@Suite struct TemplateBlockTests {
    /// Block and template, from the table.
    private static let documented: [(block: String, template: String)] = {
        let text = (try? String(contentsOf: Repository.root.appending(path: "docs/theme.md"), encoding: .utf8)) ?? ""
        return text.matches(of: #/(?m)^\| `([a-z-]+)` \| ([a-z]+) \|/#).map { (String($0.output.1), String($0.output.2)) }
    }()

    /// The blocks of a template of the theme.
    private static func blocks(_ name: String) -> Set<String> {
        Set((Theme.files["\(name).mustache"] ?? "").matches(of: #/\{\{\$([a-z-]+)\}\}/#).map { String($0.output.1) })
    }

    @Test func everyBlockOfTheThemeIsDocumented() {
        for name in ["layout", "role", "home", "map", "tree"] {
            // What a template fills of the layout is documented there.
            let own = Self.blocks(name)
            let listed = Self.documented.filter { $0.template == name }.map(\.block)
            #expect(own.subtracting(listed).subtracting(name == "layout" ? ["head"] : ["main", "head"]) == [], "\(name)")
            #expect(Set(listed).subtracting(own) == [], "\(name)")
        }
        #expect(Self.documented.count > 30)
    }

    /// Fills every documented block of a handbook that has all there is; a block around another one is filled apart.
    @Test(arguments: [true, false])
    func everyDocumentedBlockCanBeFilled(outermost: Bool) async throws {
        let root = Repository.root.appending(path: "Tests/Fixtures/station").path
        var (files, _) = try ProjectFolder.read(root, output: root + "/public")
        let around: Set<String> = ["header", "main"]
        let chosen = Self.documented.filter { around.contains($0.block) == outermost }
        for (template, blocks) in Dictionary(grouping: chosen, by: \.template) {
            let filled = blocks.map { "{{$\($0.block)}}\n<!-- \($0.block) -->\n{{/\($0.block)}}\n" }.joined()
            files.texts["templates/\(template).mustache"] = Array("{{<theme.\(template)}}\n\(filled){{/theme.\(template)}}\n".utf8)
        }
        let site = await BuiltSite(files)
        #expect(!site.findings.hasErrors, "\(site.report)")
        for (block, template) in chosen where block != "home-pages" {
            let addresses = ["home": "", "map": "map/", "tree": "tree/"]
            let page = site.page(addresses[template] ?? "roles/pflegefachperson/")
            // On a page with a template of its own, what that fills stands.
            #expect(page.contains("<!-- \(block) -->") != (block == "main"), "\(block)")
        }
    }

    @Test func whatIsNotFilledIsTheThemes() async {
        let project = "-- content/index.md --\n# Home\n-- content/roles/cook.md --\n---\ntitle: Cook\nsummary: Cooks.\n---\n"
        let plain = await BuiltSite(project)
        let filled = await BuiltSite(
            project + "-- templates/role.mustache --\n{{<theme.role}}{{$content-end}}<p>Own {{title}}</p>{{/content-end}}{{/theme.role}}"
        )
        #expect(
            filled.page("roles/cook/").text.split(separator: "\n")
                == plain.page("roles/cook/").text
                .replacing("<footer class=\"page-footer\"", with: "<p>Own Cook</p><footer class=\"page-footer\"").split(separator: "\n")
        )
        #expect(filled.page("").text == plain.page("").text)
    }

    @Test func aBlockThatIsNotThereIsAnError() async {
        let site = await BuiltSite(
            "-- content/index.md --\n# Home\n-- templates/layout.mustache --\n{{<theme.layout}}\n  {{$foter}}x{{/foter}}\n{{/theme.layout}}\n"
        )
        #expect(
            site.report == """
                error[template-block]: template 'theme.layout' has no block 'foter'
                  --> templates/layout.mustache:2:6
                   = rule: a template fills blocks that its parent has
                   = help: did you mean 'footer'?

                1 error

                """
        )
    }

    @Test func aBlockOfATemplateFurtherUpCanBeFilled() async {
        let site = await BuiltSite(
            "-- content/index.md --\n# Home\n-- templates/home.mustache --\n{{<theme.home}}{{$footer}}<p>Mine</p>{{/footer}}{{/theme.home}}\n"
        )
        #expect(site.report == "no findings\n")
        #expect(site.page("").contains("<p>Mine</p>"))
    }

    @Test func aTemplateThatIncludesItselfIsAnErrorAndEnds() async {
        let one = await BuiltSite(
            "-- content/index.md --\n# Home\n-- templates/layout.mustache --\n\n{{<layout}}{{$main}}x{{/main}}{{/layout}}\n"
        )
        #expect(
            one.report.contains(
                """
                error[template-cycle]: template 'layout' includes itself
                  --> templates/layout.mustache:2:4
                   = rule: no template includes itself
                   = help: to fill blocks of the theme's own template, include 'theme.layout'
                """
            )
        )
        let two = await BuiltSite(
            "-- content/index.md --\n# Home\n-- templates/a.mustache --\n{{>b}}\n-- templates/b.mustache --\n{{>a}}\n-- templates/home.mustache --\n{{>a}}{{>a}}\n"
        )
        #expect(two.report.contains("error[template-cycle]: template 'b' includes itself, by way of 'a'\n  --> templates/b.mustache:1:4"))
    }

    @Test func theThemesTemplatesAreThereUnderTheirOwnNameOnlyWhereTheyAreReplaced() async {
        let site = await BuiltSite("-- content/index.md --\n# Home\n-- templates/home.mustache --\n{{>theme.card}}\n")
        #expect(site.report.contains("error[template-name]: unknown template 'theme.card'\n  --> templates/home.mustache:1:4"))
    }
}
