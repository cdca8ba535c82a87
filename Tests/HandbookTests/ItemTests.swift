import Handbook
import Markdown
import TestSupport
import Testing

/// Items of lists: what they are called, and what is in them.
@Suite struct ItemTests {
    private static func items(_ markdown: String) async -> [Item] {
        await ProjectText("-- content/roles/cook.md --\n---\ntitle: Cook\n---\n## Responsibilities\n\n\(markdown)\n").read()
            .result.handbook.roles.first?.responsibilities ?? []
    }

    @Test(
        "Without its lead, an item has neither the bold words nor the sign after them",
        arguments: [
            ("- **No**: hire", "hire"), ("- **No:** hire", "hire"), ("- **No** – hire", "hire"), ("- **No** hire", "hire"),
            ("- **No**: hire\n\n  More", "hire More"), ("- **No**", ""), ("- **No**:", ""), ("- plain", "plain"),
            ("- plain **No**: hire", "plain No: hire"),
        ]
    )
    func withoutLead(_ markdown: String, _ text: String) async throws {
        let item = try #require(await Self.items(markdown).first)
        #expect(item.blockWithoutLead.plainText == text)
    }

    @Test("Without its lead, an item keeps the lists and blocks in it")
    func withoutLeadKeepsTheRest() async throws {
        let item = try #require(await Self.items("- **No**:\n  - inner\n\n  ```\n  code\n  ```").first)
        let kinds = item.blockWithoutLead.children.map(\.kind)
        #expect(kinds.count == 2)
        #expect(item.blockWithoutLead.children.first?.isList == true)
        #expect(kinds.last == .code(info: "", text: "code\n"))
    }

    @Test("The passages of an item are its lists and the blocks around them, in order")
    func passages() async throws {
        let item = try #require(await Self.items("- First\n  - a\n  - b\n\n  Then\n\n  1. c\n\n  End").first)
        let shown = item.passages.map { passage in
            switch passage {
            case .items(let items): "[\(items.map(\.name).joined(separator: ","))]"
            case .prose(let blocks): blocks.map(\.plainText).joined(separator: ",")
            }
        }
        #expect(shown == ["First", "[a,b]", "Then", "[c]", "End"])
    }
}
