import Formats
import Handbook
import Markdown
import Templates

/// A page of the site. A new page is one file here and one line in `SitePages`.
protocol SitePage: Sendable {
    /// Its address: `roles/data-engineer/`, empty for the home page.
    var address: String { get }
    /// The templates that can show a page of this type, by name.
    static var templates: [String] { get }
    /// The style sheets that they use, beside those that every page has and that of tables, which is linked where a table is.
    static var sheets: Set<StyleSheet> { get }
    /// What these are given, beside what every page gives.
    static var shape: ViewShape.Fields { get }
    /// The one of them that shows this page.
    var template: String { get }
    /// The style sheets that this page uses, as `Self.sheets` lists them.
    var sheets: Set<StyleSheet> { get }
    /// Its title: the page's h1.
    var title: String { get }
    /// One sentence, without markup.
    var description: String? { get }
    /// The file that an author would edit to change it, if it is one.
    var origin: Page? { get }
    /// The path of the feed of what it shows, if it has one of its own.
    var feed: String? { get }
    /// The path of the file that has the same facts for programs.
    var data: String { get }
    /// The part of the handbook it belongs to.
    var area: Area { get }
    /// Whether search engines may list it.
    var isIndexed: Bool { get }
    /// Whether it is part of the handbook on one page.
    var isPrinted: Bool { get }
    /// What its template is given, beside what every page gives.
    func values(_ context: PageContext) -> PageValues
    /// Its sections, for the contents of the page.
    func outline(_ context: PageContext) -> [OutlineEntry]
    /// Whether its twin is part of the text of the whole handbook: it describes something, and repeats no other page.
    var isInFullText: Bool { get }
    /// What its twin in Markdown says below its title and summary.
    func twin(_ writer: TwinWriter, _ context: PageContext) -> [String]
    /// The paths of the files beside it, except those of its tables and its twin.
    var filePaths: [String] { get }
    /// Other files in its folder, except those of its tables and its twin.
    func files(_ context: PageContext) -> [OutputFile]
}

extension SitePage {
    var template: String { Self.templates.first ?? "" }
    var sheets: Set<StyleSheet> { Self.sheets }
    var feed: String? { nil }
    var data: String { DataFiles.path }
    var isIndexed: Bool { origin?.isDraft != true }
    var isPrinted: Bool { true }
    func outline(_ context: PageContext) -> [OutlineEntry] { [] }
    var isInFullText: Bool { false }
    func twin(_ writer: TwinWriter, _ context: PageContext) -> [String] { writer.opening + writer.allTables + writer.entries }
    var filePaths: [String] { [] }
    func files(_ context: PageContext) -> [OutputFile] { [] }
}

extension SitePage {
    /// The tables among its values.
    func tables(_ context: PageContext) -> [Table] { values(context).tables }

    /// The page as lists and formats know it.
    var entry: PageEntry {
        PageEntry(
            address: address,
            title: title,
            description: description,
            area: area,
            kind: origin?.id.kind.rawValue ?? template,
            origin: origin,
            data: data,
            isInFullText: isInFullText
        )
    }
}

/// A section of a page.
struct OutlineEntry: Sendable {
    let title: String
    let anchor: String
    var isDeep = false
}

/// A page that lists those of an area, opened by the plain page at its address, if there is one.
protocol ListPage: SitePage {
    var site: SiteContent { get }
}

extension ListPage {
    var address: String { area.address }
    var opening: PlainPage? { site.handbook.opening(of: address) }
    var title: String { opening?.title ?? site.strings[area.stringKey] }
    var description: String? { opening?.page.summary?.text }
    var origin: Page? { opening?.page }

    /// The opening's summary and prose.
    func openingValues(_ context: PageContext) -> PageValues {
        guard let page = opening?.page else { return PageValues(context, ["summary": .none, "opening": .none]) }
        return PageValues(context, ["summary": context.html(page.summary), "opening": context.html(page.blocks, of: page)])
    }
}

/// A page that shows one thing that a file describes.
protocol DescribedPage: SitePage {
    associatedtype Subject: Described
    var subject: Subject { get }
}

extension DescribedPage {
    var address: String { subject.page.address }
    var title: String { subject.title }
    var description: String? { subject.page.summary?.text }
    var origin: Page? { subject.page }
    var isInFullText: Bool { true }

    /// Sections of the body that the page shows as they are.
    func sections(_ sections: [Section], _ context: PageContext) -> View {
        .each(sections) { section in
            [
                "id": context.id(section.heading.anchor), "title": .html(HTML(context.inner(section.headingBlock, of: subject.page))),
                "html": context.html(section.blocks, of: subject.page),
            ]
        }
    }

    func outline(of sections: [Section]) -> [OutlineEntry] {
        sections.map { OutlineEntry(title: $0.heading.text, anchor: $0.heading.anchor) }
    }

    /// An anchor for a section that the theme adds, beside those of the author's headings.
    func anchor(_ name: String) -> String { subject.page.anchor(name) }
}

extension Page {
    /// An anchor for a section that the theme adds to the page, beside those of the author's headings.
    func anchor(_ name: String) -> String {
        document.headings.contains { $0.anchor == name } ? "section-\(name)" : name
    }
}
