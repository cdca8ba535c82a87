import Markdown
import TestSupport
import Testing

@testable import Handbook

/// Schemas say by regular expressions what is read by code: here both are held against each other.
@Suite("Forms of texts") struct TextFormTests {
    @Test(
        "A slug is what is left as it is",
        arguments: [
            "a", "data-engineer", "data_engineer", "v1.2", "2026", ".a", "a.", "_", "ärztin", "роль", "A", "Data", "a b", "a--b", "-a",
            "a-", "-",
            ".", "..", "a/b", "a,b", "a:b", "a@b", "a[b", "a^b", "a`b", "a{b", "a~b", "a!b", "a&b", "a'b", "a+b", "a\tb",
        ]
    )
    func slugs(text: String) { #expect(TextForm.slug.fits(text) == (PageAddress.slug(text) == text)) }

    @Test(
        "An old address is what can be read as one",
        arguments: [
            "/roles/old-name/", "roles/old-name", "old.html", "/a/index.html", "a:b", "wer/änna/", "a b/", "2026", "a..b", ".a/", "a.mdx",
            "/", "//", "", "index.html", "/index.html", "/index.html/", "//a/b/", "https://example.org/a/", "mailto:a", "a://b", "a\\b",
            "a#b",
            "a?b", "/a/../b/", "../a/", "./a", "a/.", "a/..", "a.md", "/roles/a.md/", "a.md/index.html", "/a//b/",
        ]
    )
    func oldAddresses(text: String) { #expect(TextForm.oldAddress.fits(text) == ((try? OldAddress(text)) != nil)) }

    @Test(
        "A path in the project stays in its folder",
        arguments: [
            ("known.json", true), ("a/b.json", true), (".a/..b", true), ("../a", false), ("a/../b", false), ("a/..", false), ("./a", false),
            ("/a", false), ("c:/a", false), ("a\\b", false), ("", false),
        ]
    )
    func projectFiles(text: String, isOne: Bool) { #expect(TextForm.projectFile.fits(text) == isOne) }

    @Test(
        "A web address has a scheme and a host",
        arguments: [
            ("https://a.org", true, true), ("http://a.org/b", true, true), ("HTTPS://A.org", true, true), ("https://a.org?b", true, false),
            ("https://a.org/#b", true, false), ("https://a", true, true), ("a.org", false, false), ("ftp://a.org", false, false),
            ("https://", false, false), ("https:///a", false, false), ("https://?a", false, false), ("https://:80", false, false),
            ("https://a b", false, false), ("https:/a", false, false), ("", false, false),
        ]
    )
    func webAddresses(text: String, isOne: Bool, isOfSite: Bool) {
        #expect(TextForm.webAddress.fits(text) == isOne)
        #expect(TextForm.siteAddress.fits(text) == isOfSite)
        #expect(!TextForm.editAddress.fits(text))
        #expect(TextForm.editAddress.fits(text + "/{path}") == isOne)
    }

    @Test(
        "An accent is a hue or a colour",
        arguments: [
            ("0", true), ("9", true), ("150", true), ("359.5", true), ("360", true), ("360.0", true), ("007", true), ("#fc0", true),
            ("#0b6E4f", true), ("361", false), ("360.5", false), ("999", false), ("1000", false), ("-1", false), ("1e2", false),
            ("1.2.3", false),
            (".", false), ("#fc", false), ("#fc00", false), ("#fc00gg", false), ("fc0", false), ("green", false), ("", false),
        ]
    )
    func accents(text: String, isOne: Bool) async {
        #expect(TextForm.accent.fits(text) == isOne)
        let result = await read("-- handbook.yml --\ntheme: {accent: '\(text)'}\n")
        #expect((result.handbook.settings.theme.accent != nil) == isOne)
    }

    @Test(
        "Languages are tags",
        arguments: [("en", true), ("de-AT", true), ("zh-Hans-CN", true), ("e", false), ("en_US", false), ("e1", false)]
    )
    func languages(text: String, isOne: Bool) { #expect(TextForm.language.fits(text) == isOne) }

    @Test("Words are anything but blank", arguments: [("a", true), ("a\nb", true), ("7", true), ("", false)])
    func words(text: String, isOne: Bool) { #expect(TextForm.words.fits(text) == isOne) }

    @Test("The days of the calendar are those of the expression")
    func days() throws {
        let expression = try Regex(CalendarDate.pattern)
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        for year in ["0000", "0004", "0100", "1900", "1904", "2000", "2023", "2024", "2096", "2100", "2200", "2400"] {
            for month in 0...13 {
                for day in [0, 1, 9, 10, 19, 20, 28, 29, 30, 31, 32] {
                    let text = "\(year)-\(two(month))-\(two(day))"
                    #expect((try expression.wholeMatch(in: text) != nil) == (CalendarDate(text) != nil), "\(text)")
                }
            }
        }
        for text in ["", "2026-1-31", "2026-01-31 ", "26-01-01", "2026/01/31", "-026-01-01"] {
            #expect(try expression.wholeMatch(in: text) == nil, "\(text)")
        }
    }
}
