import Handbook
import Markdown

/// What a page is called, and where that stands.
struct TitleProposal {
    enum Origin: Equatable {
        case key(Int)
        case heading
        case fileName
    }

    let text: String
    let origin: Origin

    /// The title in the front matter, else the heading that is one, else the file's name.
    init(_ page: ImportedPage) {
        if let (index, value) = page.value("title"), let words = value.words {
            (text, origin) = (words, .key(index))
        } else if let heading = Self.heading(page) {
            (text, origin) = (heading, .heading)
        } else {
            let name = page.place.opensFolder ? page.place.folders.last.map(ImportedPlace.bare) ?? "" : page.place.stem
            (text, origin) = (ImportedPlace.words(name), .fileName)
        }
    }

    /// A heading of the first level; or a first line that is a heading above all others.
    private static func heading(_ page: ImportedPage) -> String? {
        if let title = page.titleHeading { return title.plainText }
        let headings = page.document.headings.filter { !$0.text.isEmpty }
        if let first = headings.first(where: { $0.level == 1 }) { return first.text }
        guard let first = page.document.blocks.first(where: { !$0.isHTML }), case .heading(let level, _) = first.kind,
            headings.dropFirst().allSatisfy({ $0.level > level }), !KindProposal.isOfRole(first.plainText)
        else { return nil }
        return first.plainText.isEmpty ? nil : first.plainText
    }

    /// Writes the title where the page would have another without it: nothing is said twice.
    ///
    /// - Parameter sections: what headings mean, as the new settings have it.
    func apply(to page: inout ImportedPage, sections: SectionNames) {
        if case .key(let index) = origin { page.taken.insert(index) }
        let own = page.titleHeading?.plainText ?? otherHeading(page, sections)
        if let own, NameIndex.key(own) == NameIndex.key(text) { return }
        switch origin {
        case .key: page.set("title", .text(text), nil)
        case .heading: page.set("title", .text(text), "title: a heading")
        case .fileName where page.kind == .relation || text.isEmpty: break
        case .fileName:
            page.set("title", .text(text), "title: the file's name")
            page.cannotTell("the title '\(text)' is made from the file's name")
        }
    }

    /// The heading that a page without a title in front of it is called by.
    private func otherHeading(_ page: ImportedPage, _ sections: SectionNames) -> String? {
        guard page.kind != .relation, let first = page.document.headings.first(where: { !$0.text.isEmpty }),
            sections.meaning(of: first.text) == nil
        else { return nil }
        return first.text
    }
}
