import Authoring
import Handbook
import TestSupport
import Testing

/// Links to other sites whose answers say where they have moved.
@Suite("Links that have moved")
struct ExternalLinkFixTests {
    private func moved(_ page: String, to new: String) async -> String {
        let files = ProjectText(page).files
        let links = await read(page).handbook.externalLinks
        let answers = Dictionary(links.map { ($0.asked, LinkAnswer.answered(status: 200, movedTo: new)) }) { first, _ in first }
        let round = FixRound(ExternalLinkCheck.findings(links, answers), on: files)
        return String(decoding: round.files.texts["content/index.md"] ?? [], as: UTF8.self)
    }

    @Test("What has moved for good gets its new address, and keeps its anchor")
    func movedLinks() async {
        let page = "-- content/index.md --\n# Home\n\nSee [it](https://a.example.org/old#part) and <https://a.example.org/old>.\n"
        #expect(
            await moved(page, to: "https://b.example.org/new")
                == "# Home\n\nSee [it](https://b.example.org/new#part) and <https://b.example.org/new>.\n"
        )
    }

    @Test(
        "What is not certain stays",
        arguments: [
            // A site's first page in the place of a deep one; signs that would end the link; text that is the address too.
            ("[it](https://a.example.org/old)", "https://a.example.org/"),
            ("[it](https://a.example.org/old)", "https://a.example.org/new)("),
            ("[https://a.example.org/old](https://a.example.org/old)", "https://a.example.org/new"),
        ]
    )
    func uncertain(text: String, new: String) async {
        let page = "-- content/index.md --\n\(text)\n"
        #expect(await moved(page, to: new) == "\(text)\n")
    }
}
