import Formats
import Handbook
import Templates

/// Paths of what the search needs.
public enum SearchPlaces {
    /// The folder of the full-text index. The script that reads it finds the site's root by this name.
    public static let index = "pagefind"
}

/// What pages are given for the search dialog. Every page has the dialog; its data is in one script for all.
struct SearchView: Sendable {
    /// The names.
    let script: OutputFile
    private let hasFullText: Bool

    /// `nil` for a site without a page of names, which is too small to be searched.
    init?(_ pages: [any SitePage], _ strings: Strings, hasFullText: Bool) {
        guard let page = pages.lazy.compactMap({ $0 as? NamesPage }).first else { return nil }
        script = NamesScript.file(page.names, strings)
        self.hasFullText = hasFullText
    }

    static let shape: ViewShape = [
        "href": .text, "names": .text, "root": .text, "text": .text, "kind": .text, "weight": .text,
    ]

    func view(_ page: any SitePage, _ context: PageContext) -> View {
        let kind = SearchKind(page)
        return [
            "href": .text(context.href(Area.names.address)), "names": .text(context.addresses.file(script.path)),
            // The way up to the site's root: what addresses in the script count from.
            "root": .text(context.addresses.file("")), "text": hasFullText ? .text("\(SearchPlaces.index)/pagefind.js") : .none,
            "kind": Self.isFound(page) ? .text(kind.rawValue) : .none, "weight": View(Self.weight(page, kind)),
        ]
    }

    /// Whether a page is found by its text. What computation finds in two roles is on the page of each.
    private static func isFound(_ page: any SitePage) -> Bool { (page as? PairPage).map { $0.relation != nil } ?? true }

    /// How much words on a page count, where they say again what other pages say: lists of pages, roles side by side.
    private static func weight(_ page: any SitePage, _ kind: SearchKind) -> String? {
        if page is any ListPage { return "0.1" }
        return kind == .comparison ? "0.5" : nil
    }
}
