import Diagnostics
import Handbook
import TestSupport
import Testing

/// Addresses of other sites: which are asked, and what their answers mean.
@Suite("Links to other sites")
struct ExternalLinkTests {
    @Test("Links, pictures, sources, header and footer are asked; the rest, and what is private or ignored, is not")
    func asked() async {
        let project = """
            -- handbook.yml --
            base_url: https://own.example.org/
            links: {ignore: ["https://intranet.example.org/*"]}
            theme:
              links: [{title: T, address: "https://head.example.org/a"}]
              footer: "See [it](https://foot.example.org)."
            -- content/index.md --
            # Home
            [a](https://a.example.org/x#part), <HTTP://B.example.org>, www.c.example.org ![p](//d.example.org/p.png)
            [r][r], [m](mailto:a@example.org), [f](ftp://example.org/f), [l](index.md), `https://code.example.org`
            [i](https://intranet.example.org/wiki) [u](<https://u.example.org/ö "x>)

            [r]: https://r.example.org/a?b=c&d=[e]
            -- content/sources/guide.md --
            ---
            title: Guide
            url: https://guide.example.org/
            ---
            -- content/private/secret.md --
            [s](https://secret.example.org/)
            """
        let links = await read(project).handbook.externalLinks
        #expect(
            Set(links.map(\.asked)) == [
                "https://head.example.org/a", "https://foot.example.org", "https://a.example.org/x", "http://B.example.org",
                "http://www.c.example.org", "https://d.example.org/p.png", "https://r.example.org/a?b=c&d=[e]",
                "https://u.example.org/%C3%B6%20%22x", "https://guide.example.org/",
            ]
        )
        #expect(
            links.first { $0.asked == "https://guide.example.org/" }?.location
                == Location("content/sources/guide.md", line: 3, columns: [6..<32])
        )
    }

    @Test(
        "A pattern's star stands for any letters",
        arguments: [
            ("https://a/*", "https://a/", true), ("https://a/*", "https://a", false), ("*", "", true), ("", "x", false), ("a", "a", true),
            ("*/wiki/*", "https://a/wiki/b", true), ("*/wiki/*", "https://a/wikis/b", false), ("a*a", "a", false), ("a*a", "aa", true),
            ("*ab*ab", "xabab", true), ("*ab*ab", "xab", false), ("a?c", "abc", false), ("**b", "b", true),
        ]
    )
    func patterns(pattern: String, address: String, matches: Bool) {
        #expect(AddressPattern(pattern).matches(address) == matches)
    }

    private static let page =
        "-- content/index.md --\n# Home\n\nSee [it](https://a.example.org/old#part) and <https://a.example.org/old>.\n"

    private func found(_ answer: LinkAnswer, in page: String = page) async -> [String] {
        let links = await read(page).handbook.externalLinks
        let answers = Dictionary(links.map { ($0.asked, answer) }) { first, _ in first }
        return ExternalLinkCheck.findings(links, answers).sorted.map(line)
    }

    @Test(
        "What is not there is told",
        arguments: [
            (.answered(status: 404), "answers 404 -> mend the link, or take it out"),
            (
                .answered(status: 403),
                "answers 403 -> open it in a browser; if it is there, list it in handbook.yml: 'links: {ignore: […]}'"
            ),
            (.answered(status: 503), "answers 503 -> try again later; if it stays so, mend the link"),
            (.noHost, "is at no host: there is no 'a.example.org' -> mend the link, or take it out"),
            (.refused, "refuses the connection -> mend the link, or take it out"),
            (.late(seconds: 10), "took longer than 10 s -> try again, or give it more time with --link-timeout"),
            (.endless, "leads on more than 10 times -> link to where it ends"),
            (
                .untrusted(reason: "certificate has expired"),
                "has a certificate that cannot be trusted: certificate has expired -> open it in a browser; if it is right, list it in handbook.yml: 'links: {ignore: […]}'"
            ),
        ] as [(LinkAnswer, String)]
    )
    func dead(answer: LinkAnswer, told: String) async {
        let lines = await found(answer)
        #expect(lines.count == 2)
        #expect(lines.first == "content/index.md:3:10 dead-external-link: 'https://a.example.org/old#part' \(told)")
    }

    @Test("What is there is not told")
    func alive() async {
        #expect(await found(.answered(status: 200)).isEmpty)
        #expect(await found(.answered(status: 204)).isEmpty)
    }

    @Test("What has moved for good gets its new address, and keeps its anchor")
    func movedLinks() async {
        let lines = await found(.answered(status: 200, movedTo: "https://b.example.org/new"))
        #expect(
            lines.first
                == "content/index.md:3:10 moved-link: 'https://a.example.org/old#part' has moved to 'https://b.example.org/new#part' -> link to 'https://b.example.org/new#part'"
        )
    }
}
