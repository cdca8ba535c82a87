import Handbook

/// The pages that are parts of the print page, and the ids that they and their anchors have there.
package struct PrintedPages: Sendable {
    /// The link to each page, by its address.
    private let pages: [String: String]
    /// The anchors of pages of which only the opening is printed, by address.
    private let openings: [String: Set<String>]

    /// Some pages of a site.
    ///
    /// - Parameters:
    ///   - pages: the addresses of all pages that have a place of their own.
    ///   - openings: the anchors of pages of which only the opening is printed, by address.
    package init(_ pages: some Sequence<String>, openings: [String: Set<String>] = [:]) {
        self.pages = Dictionary(pages.map { ($0, "#" + Addresses.escaped(Self.id($0))) }) { first, _ in first }
        self.openings = openings
    }

    /// The id of a page, or of an anchor in it. Addresses hold no colon, so no two are the same.
    package static func id(_ address: String, _ fragment: String? = nil) -> String {
        let page = address.hasSuffix("/") ? String(address.dropLast()) : address
        return fragment.map { "\(page):\($0)" } ?? (page.isEmpty ? ":" : page)
    }

    /// The link to a page, or to an anchor in it; `nil` if that is not on the print page.
    package func href(_ address: String, _ fragment: String?) -> String? {
        guard let fragment else { return pages[address] }
        let (anchor, directive) = TextDirective.split(fragment)
        guard directive.isEmpty else { return href(address, anchor.isEmpty ? nil : anchor).map { $0 + directive } }
        if let anchors = openings[address], !anchors.contains(fragment) { return nil }
        guard pages[address] != nil || openings[address] != nil else { return nil }
        return "#" + Addresses.escaped(Self.id(address, fragment))
    }
}
