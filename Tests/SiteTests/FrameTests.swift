import Foundation
import Handbook
import Publish
import TestSupport
import Testing

@testable import Site

/// What the settings put round every page, and the sizes of pictures.
@Suite struct FrameTests {
    private static let project = """
        -- handbook.yml --
        title: Crew
        theme:
          accent: "#0b6e4f"
          logo: static/logo.svg
          links:
            - {title: Guide, address: content/guides/a.md#more}
            - {title: Roles, address: /roles/}
            - {title: "A & B", address: "https://example.org/?a&b"}
          footer: "See [the guide](content/guides/a.md), **please**."
        -- content/index.md --
        # Home
        -- content/guides/a.md --
        # A
        ![one](one.png) ![two](two.png "Two") ![far](https://example.org/x.png)
        ## More
        -- content/roles/cook.md --
        ---
        title: Cook
        summary: Cooks.
        ---
        -- static/logo.svg --
        x
        -- content/guides/one.png --
        x
        -- content/guides/two.png --
        x

        """

    private static func site() async -> BuiltSite {
        var files = ProjectText(project).files
        files.imageSizes = [
            "static/logo.svg": ImageSize(width: 48, height: 40), "content/guides/one.png": ImageSize(width: 640, height: 260),
        ]
        .compactMapValues(\.self)
        return await BuiltSite(files)
    }

    @Test func everyPageHasLogoLinksAndFooter() async {
        let site = await Self.site()
        #expect(!site.findings.hasErrors, "\(site.report)")
        for (address, up) in [("", ""), ("guides/a/", "../../"), ("roles/cook/", "../../")] {
            let page = site.page(address)
            #expect(page.contains(#"<img class="site-logo" src="\#(up)logo.svg" width="48" height="40" alt="">"#), "\(address)")
            #expect(page.contains(#"<a href="\#(up)roles/index.html">Roles</a>"#), "\(address)")
            #expect(page.contains(#"<a class="external" href="https://example.org/?a&amp;b">A &amp; B</a>"#), "\(address)")
            #expect(page.contains(#"See <a href="\#(up)guides/a/index.html">the guide</a>, <strong>please</strong>."#), "\(address)")
        }
        #expect(site.page("roles/").contains(#"<a href="../roles/index.html" aria-current="page">Roles</a>"#))
    }

    @Test func withoutSettingsThereIsNothingOfIt() async {
        let page = await BuiltSite("-- content/index.md --\n# Home\n").page("")
        for part in ["site-logo", "site-links", "footer-text"] { #expect(!page.contains(part), "\(part)") }
    }

    @Test func aLinkOfTheHeaderToAnAddressThatTheSiteHasNotIsAnError() async {
        let site = await BuiltSite("-- handbook.yml --\ntheme: {links: [{title: X, address: /rols/}]}\n-- content/index.md --\n# Home\n")
        #expect(site.report.contains("error[dead-link]: '/rols/' is no address of the site\n  --> handbook.yml:1:"))
    }

    @Test func picturesHaveTheirSize() async {
        let page = await Self.site().page("guides/a/")
        #expect(page.contains(#"<img src="../../guides/one.png" width="640" height="260" loading="lazy" alt="one">"#))
        #expect(page.contains(#"<img src="../../guides/two.png" title="Two" alt="two">"#))
        #expect(page.contains(#"<img src="https://example.org/x.png" alt="far">"#))
    }

    @Test func theAccentIsDigitsInTheStyleSheet() async {
        let site = await Self.site()
        let style = site.style(.base)
        #expect(style.contains("@layer tokens{:root{--accent-hue:164.9;--accent-chroma:0.75;--accent:var(--accent-ink);--band:4px}}"))
        for (accent, css) in [
            (ThemeSettings.Accent.hue(7.25), "--accent-hue:7.3;--accent-chroma:1.00;"),
            (.hue(360), "--accent-hue:360.0;--accent-chroma:1.00;"),
            (.color(red: 128, green: 128, blue: 128), "--accent-hue:0.0;--accent-chroma:0.00;"),
            (.color(red: 255, green: 0, blue: 0), "--accent-hue:29.2;--accent-chroma:1.00;"),
        ] { #expect(Accent(accent).css.contains(css), "\(Accent(accent).css)") }
    }
}
