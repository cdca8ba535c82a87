import Formats
import Handbook
import Markdown
import Templates

/// What the handbook cites.
struct SourcesPage: ListPage {
    let site: SiteContent
    var area: Area { .sources }
    static let templates = ["sources"]
    static let sheets: Set<StyleSheet> = [.sources]
    static let shape: ViewShape.Fields = .opening.adding([
        "sources": .list([
            "number": .text, "title": .text, "href": .text, "summary": .html, "type": .text, "author": .text, "count": .text,
        ])
    ])

    func values(_ context: PageContext) -> PageValues {
        var values = openingValues(context)
        values["sources"] = .each(context.handbook.sources) { source in
            [
                "number": View(source.number), "title": .text(source.title), "href": .text(context.href(source)),
                "summary": context.html(source.page.summary), "type": View(source.type), "author": View(source.author),
                "count": View(context.analysis.backlinks.resting(on: source.slug).count),
            ]
        }
        return values
    }
}

/// One source, and all that rests on it.
struct SourcePage: DescribedPage {
    let subject: Source
    var area: Area { .sources }
    static let templates = ["source"]
    static let sheets: Set<StyleSheet> = [.accounts, .sources]
    static let shape: ViewShape.Fields = .opening.adding([
        "number": .text, "author": .text, "type": .text, "url": .text, "published": .text, "retrieved": .text,
        "sections": .list(.section), "contradicted": .list(.summarizedLink), "contradicted_id": .text, "resting_id": .text,
        "resting": .list(["title": .text, "pages": .list(.link)]),
    ])

    private static let order: [(Kind, Area)] = [
        (.role, .roles), (.relation, .comparisons), (.matrix, .matrices), (.activity, .activities), (.stage, .lifecycle), (.team, .teams),
        (.page, .folder("")),
    ]

    func values(_ context: PageContext) -> PageValues {
        let resting = context.analysis.backlinks.resting(on: subject.slug).compactMap { context.handbook.page($0) }
        let url = subject.url.flatMap { text -> String? in
            let lower = text.lowercased()
            return lower.hasPrefix("https://") || lower.hasPrefix("http://") ? text : nil
        }
        return PageValues(
            context,
            [
                "number": View(subject.number), "summary": context.html(subject.page.summary), "author": View(subject.author),
                "type": View(subject.type), "url": View(url),
                "published": View(subject.page.record.text("published")?.value),
                "retrieved": View(subject.page.record.text("retrieved")?.value),
                "opening": context.html(subject.body.opening, of: subject.page), "sections": sections(subject.body.sections, context),
                "contradicted": .each(contradicted(context)) { activity in
                    ["title": .text(activity.title), "href": .text(context.href(activity)), "summary": context.html(activity.page.summary)]
                },
                "contradicted_id": context.id(anchor("where-others-differ")), "resting_id": context.id(anchor("what-rests-on-it")),
                "resting": .each(
                    Self.order.filter { kind, _ in resting.contains { $0.id.kind == kind } }
                ) { kind, area in
                    [
                        "title": .text(context.strings[kind == .page ? "guides" : area.stringKey]),
                        "pages": .each(resting.filter { $0.id.kind == kind }) { page in
                            ["title": .text(page.title.value), "href": .text(context.href(page.address))]
                        },
                    ]
                },
            ]
        )
    }

    /// Activities on which it takes a position that another source contradicts.
    private func contradicted(_ context: PageContext) -> [Activity] {
        context.analysis.disputed(withSource: subject.slug)
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        outline(of: subject.body.sections)
            + (contradicted(context).isEmpty
                ? [] : [OutlineEntry(title: context.strings["others_differ"], anchor: anchor("where-others-differ"))]) + [
                OutlineEntry(title: context.strings["rests_on"], anchor: anchor("what-rests-on-it"))
            ]
    }
}
