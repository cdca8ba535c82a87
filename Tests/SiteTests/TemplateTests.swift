import Diagnostics
import Foundation
import Handbook
import TestSupport
import Testing
import Theme

@testable import Formats
@testable import Site

/// Templates, strings and what the project may replace.
@Suite struct TemplateTests {
    private static let project = """
        -- content/index.md --
        # Crew
        -- content/roles/cook.md --
        ---
        title: Cook
        summary: Cooks.
        ---

        """

    @Test func aNameThatNoPageProvidesIsAnErrorThatNamesTemplateAndPage() async {
        let site = await BuiltSite(Self.project + "-- templates/home.mustache --\n<h1>\n  {{titel}}</h1>\n")
        #expect(
            site.report == """
                error[template-name]: unknown name 'titel'
                  --> templates/home.mustache:2:5
                   = rule: a template uses names that its page provides
                   = help: did you mean 'title'?

                1 error

                """
        )
    }

    @Test func theTemplateIsTheOneThatAsksAndManyPagesAreOneFinding() async {
        let roles = (1...5).map { "-- content/roles/r\($0).md --\n---\ntitle: Role \($0)\nsummary: S.\n---\n" }.joined()
        let site = await BuiltSite(
            "-- content/index.md --\n# Home\n" + roles + "-- templates/heading.mustache --\n<h1>{{title}}</h1>\n"
                + "-- templates/role.mustache --\n<h1>{{title}}</h1>{{>mine}}\n"
                // The first tag is given a name by the list around it; the second is not.
                + "-- templates/mine.mustache --\n{{#aliases}}x{{/aliases}}\n{{#breadcrumbs}}{{href}}{{/breadcrumbs}}\n{{href}}\n"
        )
        #expect(
            site.report.hasPrefix(
                """
                error[template-name]: unknown name 'href'
                  --> templates/mine.mustache:3:3
                   = rule: a template uses names that its page provides
                   = help: known names: accounts, accounts_id,
                """
            )
        )
    }

    @Test func aWordOfTheThemeOrAFileThatIsNotThereIsAnError() async {
        let site = await BuiltSite(Self.project + "-- templates/home.mustache --\n<h1>{{t.skipp}}</h1>\n<img src='{{assets.icon_svgg}}'>\n")
        #expect(site.report.contains("error[template-name]: unknown name 't.skipp'\n  --> templates/home.mustache:1:7"))
        #expect(site.report.contains("help: did you mean 't.skip'?"))
        #expect(site.report.contains("unknown name 'assets.icon_svgg'\n  --> templates/home.mustache:2:13"))
        #expect(site.report.contains("help: did you mean 'assets.icon_svg'?"))
    }

    @Test func aTemplateThatIsNotThereIsAnErrorWithItsLine() async {
        let site = await BuiltSite(Self.project + "-- templates/home.mustache --\n<h1>x</h1>\n{{> crad }}\n")
        #expect(
            site.report == """
                error[template-name]: unknown template 'crad'
                  --> templates/home.mustache:2:5
                   = rule: a template uses names that its page provides
                   = help: did you mean 'card'?

                1 error

                """
        )
    }

    @Test(arguments: [
        ("{{#a}}x{{/b}}", "2:11", "expected '{{/a}}', found '{{/b}}'"), ("{{#a}}x", "2:4", "'{{#a}}' is not closed"),
        ("{{a", "2:1", "the tag is not closed"), ("{{! a", "2:1", "the tag is not closed"),
    ])
    func aTemplateThatCannotBeParsedIsOneErrorAtItsTag(line: String, place: String, fault: String) async {
        let site = await BuiltSite(Self.project + "-- templates/home.mustache --\n<h1>\n\(line)\n")
        #expect(
            site.report.contains("error[template-syntax]: cannot parse template 'home': \(fault)\n  --> templates/home.mustache:\(place)\n")
        )
        #expect(site.report.hasSuffix("\n1 error\n"))
    }

    /// A fault in a file of the project is one finding there, however many pages and templates of the theme it breaks.
    @Test(arguments: [
        ("card", "<h3>{{titel}}</h3>", "templates/card.mustache:1:7: error[template-name]: unknown name 'titel'"),
        (
            "layout", "<main>{{$mein}}{{/mein}}</main>",
            "templates/layout.mustache: error[template-block]: template 'layout' lacks blocks that other templates fill: 'head', 'main'"
        ),
        (
            "layout", "{{>heading",
            "templates/layout.mustache:1:1: error[template-syntax]: cannot parse template 'layout': the tag is not closed"
        ),
        (
            "heading", "<h1>{{title}}</h1>\n{{>card}}",
            "templates/heading.mustache:2:4: error[template-name]: template 'card' uses names that are unknown here: 'call', 'color', 'delivers', 'href', 'involve', 'side', 'stages', 'words'"
        ),
        (
            "heading", "{{>sources}}",
            "templates/heading.mustache:1:4: error[template-cycle]: template 'heading' includes itself, by way of 'sources'"
        ),
        (
            "team", "{{<theme.team}}{{$main}}{{castt}}{{/main}}{{/theme.team}}",
            "templates/team.mustache:1:27: error[template-name]: unknown name 'castt'"
        ),
    ])
    func oneFaultIsOneFindingInTheProjectsFile(name: String, text: String, expected: String) async {
        let site = await BuiltSite(Self.project + "-- templates/\(name).mustache --\n\(text)\n")
        #expect(ShortReport.text(of: site.plan.findings) == expected + "\n")
    }

    @Test func theThemesOwnTemplatesHaveNoFindings() async {
        // Any template of a project makes all of them be checked.
        let site = await BuiltSite(Self.project + "-- templates/spare.mustache --\n{{t.skip}}\n")
        #expect(site.plan.findings.isEmpty)
        #expect(ThemeTemplates.files([:]).count > 60)
    }

    @Test func aTemplateOfTheProjectReplacesTheThemes() async {
        let site = await BuiltSite(Self.project + "-- templates/home.mustache --\n<h1>{{title}} rules</h1>\n")
        #expect(site.text("index.html") == "<h1>Crew rules</h1>\n")
    }

    @Test func everyStringOfTheThemeCanBeReplaced() async {
        let site = await BuiltSite(Self.project + "-- handbook.yml --\nlanguage: de\nstrings:\n  skip: Zum Inhalt\n  delivers: Liefert\n")
        #expect(site.page("").contains(">Zum Inhalt</a>"))
        #expect(site.page("").contains(#"<html lang="de">"#))
        #expect(site.page("roles/cook/").contains("Liefert"))
    }

    @Test func everyStringOfTheThemeIsUsed() throws {
        var used = Theme.files.values.joined()
        for folder in ["Sources/Site", "Sources/Formats"].map({ Repository.root.appending(path: $0) }) {
            for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) ?? .init()
            where file.pathExtension == "swift" && !file.path().contains("/Words/") {
                used += try String(contentsOf: file, encoding: .utf8)
            }
        }
        // Keys made of a stem and a word of the handbook's: `alert_note`.
        let stems =
            [
                "alert_", "question_", "study_ask_", "place_", "hand_off_", "weight_", "era_", "kind_", "like_", "stated", "inferred",
                "derived", "computed", "change_", "changes_",
            ] + LetterName.allCases.map(\.rawValue)
        for key in Strings.keys where !stems.contains(where: key.hasPrefix) {
            #expect(used.contains("t.\(key)}}") || used.contains("\"\(key)\""), "\(key) is used nowhere")
        }
    }

    @Test func everyStyleSheetClosesWhatItOpens() {
        for (path, text) in Theme.files where path.hasSuffix(".css") {
            #expect(text.count { $0 == "{" } == text.count { $0 == "}" }, "\(path)")
        }
    }

    @Test func noTwoPartsOfTheThemeHaveTheSameKey() {
        #expect(Words.all.map(\.count).reduce(0, +) == Strings.keys.count)
    }

    @Test func aProjectReplacesOneStyleSheetOrAddsOne() async {
        let site = await BuiltSite(
            Self.project + "-- templates/styles/20-base.css --\n.base { color: red; }\n"
                + "-- templates/styles/99-own.css --\n.own { color: red; }\n"
        )
        let base = site.style(.base)
        #expect(base.hasPrefix("@layer tokens,base"))
        #expect(base.contains(".base{color:red}"))
        #expect(site.style(.own) == ".own{color:red}")
        #expect(!base.contains("box-sizing"))
    }

    @Test func aStringThatTheThemeDoesNotHaveIsAnError() async {
        let site = await BuiltSite(Self.project + "-- handbook.yml --\nstrings:\n  skipp: Zum Inhalt\n")
        #expect(
            site.report == """
                error[unknown-string]: 'skipp' is no string of the theme
                  --> handbook.yml:2:3
                   = rule: the keys of strings in handbook.yml are the theme's
                   = help: did you mean 'skip'?

                1 error

                """
        )
    }

    @Test func textIsEscapedWhereverItComesFrom() async {
        let site = await BuiltSite(
            """
            -- handbook.yml --
            title: "A <b> & \\"c\\""
            -- content/index.md --
            # Home
            -- content/roles/x.md --
            ---
            title: "<script>alert(1)</script>"
            short: "<i>"
            summary: "<img src=x onerror=y>"
            kpis: ["<u>k</u>"]
            ---
            ## <em>Responsibilities</em>

            """
        )
        for (path, html) in site.pages {
            for tag in ["<script>", "<b>", "<i>", "<img", "<u>", "<em>"] { #expect(!html.contains(tag), "\(path) has \(tag)") }
        }
    }
}
