import Markdown

/// What a wiki link leads to.
public enum ResolvedWikiLink: Sendable, Equatable {
    /// A page, and the anchor of a heading in it.
    case page(PageID, fragment: String?)
    /// A file that is copied as it is, by its path in the project.
    case file(String, fragment: String?)
    /// A page that has no such heading.
    case noHeading(PageID, fragment: String)
    case ambiguous([PageID])
    case ambiguousFiles([String])
    case unknown
}

extension LinkResolver {
    /// What a wiki link, written in a page, leads to. A name that has a `#` in it comes before a heading of a page.
    public func resolve(_ link: WikiLink, in page: Page) -> ResolvedWikiLink { reading(of: link, in: page).result }

    /// What a wiki link leads to, and the part of it that is the name.
    package func reading(of link: WikiLink, in page: Page) -> (name: String, result: ResolvedWikiLink) {
        var otherwise: (name: String, result: ResolvedWikiLink) = (link.target, .unknown)
        for (name, fragment) in link.readings {
            switch handbook.wikiNames.find(name, from: page.path) {
            case .page(let id):
                guard let fragment, !fragment.isEmpty else { return (name, .page(id, fragment: nil)) }
                if let anchor = handbook.anchor(of: fragment, in: id) { return (name, .page(id, fragment: anchor)) }
                if otherwise.result == .unknown { otherwise = (name, .noHeading(id, fragment: fragment)) }
            case .file(let path): return (name, .file(path, fragment: fragment))
            case .ambiguous(let ids): if otherwise.result == .unknown { otherwise = (name, .ambiguous(ids)) }
            case .ambiguousFiles(let paths): if otherwise.result == .unknown { otherwise = (name, .ambiguousFiles(paths)) }
            case nil: continue
            }
        }
        return otherwise
    }
}

extension Handbook {
    /// The anchor of a heading that a wiki link names by its text or its anchor; of `Skills#Tools` the last part.
    func anchor(of heading: String, in id: PageID) -> String? {
        guard let page = page(id) else { return nil }
        if page.hasAnchor(heading, allowsHTML: settings.allowsHTML) { return heading }
        let headings = page.document.headings
        let (key, slug) = (NameIndex.key(heading), Anchors.slug(heading))
        if let found = headings.first(where: { NameIndex.key($0.text) == key }) ?? headings.first(where: { $0.anchor == slug }) {
            return found.anchor
        }
        guard let sign = heading.utf8.lastIndex(of: UInt8(ascii: "#")) else { return nil }
        return anchor(of: String(heading[heading.utf8.index(after: sign)...]).trimmingWhitespace, in: id)
    }
}

extension Page {
    /// Whether a fragment leads to a place on the page: a heading's anchor, to the letter, or the top. Browsers compare code
    /// points, not characters.
    package func hasAnchor(_ fragment: String, allowsHTML: Bool) -> Bool {
        let anchor = TextDirective.split(fragment).anchor
        if anchor.isEmpty || anchor.lowercased() == "top" { return true }
        if document.headings.contains(where: { $0.anchor.utf8.elementsEqual(anchor.utf8) }) { return true }
        return allowsHTML && document.hasElement(anchor)
    }
}

extension Document {
    /// Whether raw HTML in the page gives an element this id.
    fileprivate func hasElement(_ id: String) -> Bool {
        references.contains { reference in
            guard case .html(let text) = reference.target else { return false }
            return ["id", "name"].contains { text.contains("\($0)=\"\(id)\"") || text.contains("\($0)='\(id)'") }
        }
    }
}
