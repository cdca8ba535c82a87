import Handbook
import TestSupport
import Testing

@Suite("How every page looks")
struct ThemeSettingsTests {
    private static let home = "-- content/index.md --\n# Home\n-- content/guides/a.md --\n# A\n"

    private func settings(_ yaml: String) async -> (theme: ThemeSettings, report: String) {
        let (result, report) = await ProjectText("-- handbook.yml --\ntheme:\n\(yaml)\n" + Self.home + "-- static/logo.svg --\nx\n").read()
        return (result.handbook.settings.theme, report)
    }

    @Test(
        "An accent is a hue or a colour",
        arguments: [
            ("150", ThemeSettings.Accent.hue(150)), ("0", .hue(0)), ("359.5", .hue(359.5)), ("\"360\"", .hue(360)),
            ("\"#0b6E4f\"", .color(red: 0x0B, green: 0x6E, blue: 0x4F)), ("'#fc0'", .color(red: 0xFF, green: 0xCC, blue: 0)),
        ]
    )
    func accents(text: String, accent: ThemeSettings.Accent) async {
        let (theme, report) = await settings("  accent: \(text)")
        #expect(report == "no findings\n")
        #expect(theme.accent == accent)
    }

    @Test(
        "Nothing else is",
        arguments: [
            "361", "-1", "\"#12345\"", "\"#gggggg\"", "\"#0b6e4f;}\"", "green", "1e2", "nan", "\"#fff} body{display:none\"", "٣",
            "\"#１２３\"",
        ]
    )
    func noAccents(text: String) async {
        let (theme, report) = await settings("  accent: \(text)")
        #expect(theme.accent == nil)
        #expect(report.hasPrefix("error[invalid-accent]: '"))
        #expect(report.contains("help: write a hue, such as 150, or a colour of six hexadecimal digits, such as \"#0b6e4f\""))
    }

    @Test("A colour without quotes is a comment, and told of")
    func comment() async {
        let (_, report) = await settings("  accent: #0b6e4f")
        #expect(
            report == """
                error[invalid-accent]: 'accent' is empty
                  --> handbook.yml:2:3
                   |
                 2 |   accent: #0b6e4f
                   |   ^^^^^^
                   = rule: an accent is a hue from 0 to 360, or a colour like "#0b6e4f"
                   = help: put a colour in quotes: accent: "#0b6e4f"

                1 error

                """
        )
    }

    @Test("An unknown key is an error with a suggestion")
    func unknownKey() async {
        let (_, report) = await settings("  acent: 150")
        #expect(report.contains("error[unknown-key]: 'acent' is not a known key"))
        #expect(report.contains("help: did you mean 'accent'?"))
    }

    @Test("A logo is a picture of the project")
    func logo() async {
        #expect(await settings("  logo: static/logo.svg").report == "no findings\n")
        #expect(await settings("  logo: ./static/../static/logo.svg").report == "no findings\n")
        let elsewhere = await settings("  logo: logo.svg").report
        #expect(elsewhere.contains("error[missing-logo]: 'logo.svg' is no picture of the project\n  --> handbook.yml:2:9"))
        #expect(elsewhere.contains("help: there is static/logo.svg"))
        #expect(await settings("  logo: static/lgoo.svg").report.contains("help: did you mean static/logo.svg?"))
        #expect(await settings("  logo: ../../etc/passwd").report.contains("error[missing-logo]"))
        #expect(await settings("  logo: content/guides/a.md").report.contains("error[missing-logo]"))
    }

    @Test("Links of the header and of the footer lead somewhere")
    func links() async {
        let clean = await settings(
            """
              links:
                - {title: A, address: content/guides/a.md}
                - {title: B, address: "https://example.org/"}
              footer: "See [A](content/guides/a.md) and [[A]]."
            """
        )
        #expect(clean.report == "no findings\n")
        #expect(clean.theme.links.map(\.title) == ["A", "B"])
        let faulty = await settings(
            """
              links:
                - {title: A, address: content/guides/b.md}
                - {title: B, address: "javascript:alert(1)"}
                - {title: C}
              footer: "See [A](guides/a.md), [@nobody]."
            """
        )
        #expect(faulty.report.contains("error[dead-link]: 'content/guides/b.md' leads to no file\n  --> handbook.yml:3:27"))
        #expect(faulty.report.contains("error[unsafe-link]: 'javascript:' is no scheme for a link\n  --> handbook.yml:4:28"))
        #expect(faulty.report.contains("error[missing-key]: 'address' is missing"))
        #expect(faulty.report.contains("error[dead-link]: 'guides/a.md' leads to no file\n  --> handbook.yml:6:"))
        #expect(faulty.report.contains("help: there is content/guides/a.md"))
        #expect(faulty.report.contains("error[unknown-source]: 'nobody' is no source\n  --> handbook.yml:6:"))
    }

    @Test("The footer is running text")
    func footer() async {
        #expect(await settings("  footer: |\n    One.\n\n    Two *and* three.").report == "no findings\n")
        let (_, report) = await settings("  footer: \"# Imprint\"")
        #expect(report.contains("error[footer-text]: the footer has more than paragraphs\n  --> handbook.yml:2:12"))
    }
}
