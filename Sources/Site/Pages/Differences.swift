import Diagnostics
import Formats
import Handbook
import Markdown
import Templates

/// What sources say: the "Sources differ" panel, the same everywhere, and the accounts of single sources. Both show what
/// the author wrote around the claims where the author wrote it.
enum Differences {
    static let shape: ViewShape = .list([
        "prose": .html, "items": .list(["passages": .list(["html": .html, "claims": .list(.claim)])]),
    ])
    static let accountsShape: ViewShape = .list(["prose": .html, "claims": .list(.claim)])

    /// Differences: a line that says what the difference is, and each source's claim.
    static func view(_ sections: [Section], of page: Page, _ context: PageContext) -> View {
        .each(passages(sections, of: page)) { passage in
            switch passage {
            case .prose(let blocks): ["prose": context.html(blocks, of: page), "items": []]
            case .items(let items): ["prose": .none, "items": .each(items) { difference($0, of: page, context) }]
            }
        }
    }

    /// What each source says.
    static func accounts(_ sections: [Section], of page: Page, _ context: PageContext) -> View {
        .each(passages(sections, of: page)) { passage in
            switch passage {
            case .prose(let blocks): ["prose": context.html(blocks, of: page), "claims": []]
            case .items(let items): ["prose": .none, "claims": .each(items) { claim($0, of: page, context) }]
            }
        }
    }

    /// The passages of sections of one meaning. The page has one heading for all; those of later sections are shown in place.
    private static func passages(_ sections: [Section], of page: Page) -> [Passage] {
        sections.enumerated().flatMap { index, section in
            (index > 0 && !section.isEmpty ? [.prose([section.headingBlock])] : []) + section.passages(in: page.source)
        }
    }

    private static func difference(_ item: Item, of page: Page, _ context: PageContext) -> View {
        [
            "passages": .each(item.passages) { passage in
                switch passage {
                case .prose(let blocks):
                    [
                        "html": blocks.map(\.kind) == [.paragraph]
                            ? .html(HTML(context.inner(blocks[0], of: page))) : context.html(blocks, of: page),
                        "claims": [],
                    ]
                case .items(let items): ["html": .none, "claims": .each(items) { claim($0, of: page, context) }]
                }
            }
        ]
    }

    /// What a source says.
    static func claim(_ item: Item, of page: Page, _ context: PageContext) -> View {
        [
            "sources": .each(item.citations.uniqued()) { citation in
                guard let source = context.handbook.source(citation.key) else {
                    return ["number": .none, "title": .text(citation.key), "href": "", "locator": .none]
                }
                return [
                    "number": View(source.number), "title": .text(source.title), "href": .text(context.href(source)),
                    "locator": View(citation.locator),
                ]
            },
            "html": .html(context.whole(item.block, of: page)),
        ]
    }
}
