import Diagnostics
import Foundation
import TestSupport
import Testing
import Theme

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
        let site = await BuiltSite(Self.project + "-- templates/page.mustache --\nx\n-- templates/home.mustache --\n<h1>{{titel}}</h1>\n")
        #expect(
            site.report.contains(
                """
                error[template-name]: 'titel' is nothing that the page / provides
                  --> templates/home.mustache
                   = rule: a template uses names that its page provides
                   = help: did you mean 'title'?
                """
            )
        )
    }

    @Test func aTemplateThatCannotBeReadIsAnErrorWithItsLine() async {
        let site = await BuiltSite(Self.project + "-- templates/home.mustache --\n<h1>\n{{#a}}x{{/b}}\n")
        #expect(site.report.contains("error[template-syntax]: template 'home.mustache' cannot be read: sectionCloseNameIncorrect"))
        #expect(site.report.contains("--> templates/home.mustache:2:"))
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
        let folder = Repository.root.appending(path: "Sources/Site")
        for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) ?? .init()
        where file.pathExtension == "swift" && !file.path().contains("/Words/") {
            used += try String(contentsOf: file, encoding: .utf8)
        }
        // Keys made of a stem and a word of the handbook's: `alert_note`.
        let stems = [
            "alert_", "question_", "weight_", "era_", "kind_", "like_", "accountable", "responsible", "consulted", "informed", "stated",
            "inferred",
            "derived", "computed",
        ]
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
            Self.project + "-- templates/styles/20-base.css --\n/* base */\n-- templates/styles/99-own.css --\n.own { color: red; }\n"
        )
        let path = site.result.files.map(\.path).first { $0.hasPrefix("assets/handbook-") } ?? ""
        let style = site.text(path) ?? ""
        #expect(style.hasPrefix("@layer tokens, base"))
        #expect(style.contains("/* base */"))
        #expect(style.contains(".own { color: red; }"))
        #expect(!style.contains("box-sizing"))
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
