import Formats
import Handbook
import Markdown
import Templates

/// A plain page; one that opens a folder lists the pages in it.
struct PlainSitePage: DescribedPage {
    let subject: PlainPage
    static let templates = ["page"]
    static let sheets: Set<StyleSheet> = []
    static let shape: ViewShape.Fields = .opening.adding([
        "inquiry": QuestionsView.shape, "closing": .html, "children": .list(.summarizedLink),
    ])

    var sheets: Set<StyleSheet> { subject.body.section(.questions) == nil ? Self.sheets : [.inquiry] }

    /// The first folder of its address; a page that opens a folder belongs to it.
    var area: Area {
        let parts = subject.page.address.split(separator: "/")
        let opensFolder = subject.page.path.lowercased().hasSuffix("/index.md")
        return .folder(parts.count > 1 || opensFolder ? parts.first.map(String.init) ?? "" : "")
    }

    func values(_ context: PageContext) -> PageValues {
        let page = subject.page
        let asked = QuestionnaireReader(context.handbook).questionnaire(of: subject)
        let children = context.handbook.pages(below: page.address)
        return PageValues(
            context,
            [
                "summary": context.html(page.summary), "opening": context.html(asked?.before ?? page.blocks, of: page),
                "inquiry": asked.map { QuestionsView(questionnaire: $0, page: page, context: context).view(anchor) } ?? .none,
                "closing": context.html(asked?.after ?? [], of: page),
                "children": .each(children) { child in
                    ["title": .text(child.title), "href": .text(context.href(child)), "summary": context.html(child.page.summary)]
                },
            ]
        )
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        subject.page.document.headings.filter { $0.anchor != subject.page.titleAnchor && $0.level <= 3 }
            .map { OutlineEntry(title: $0.text, anchor: $0.anchor, isDeep: $0.level > 2) }
    }
}
