import Markdown

/// Pages with first mentions of roles marked in their text, where the settings and the page ask for links on them.
///
/// To mark them is most of the work of resolving a handbook, so the next state of it takes over the pages that are the same, as
/// long as roles have the same names.
struct MarkedPages: Sendable {
    /// A name that running text uses for a role.
    private struct Name: Equatable {
        let name: String
        let slug: String
    }

    private let names: [Name]
    /// By path.
    private let known: [String: (read: Page, marked: Page)]
    /// The pages, in the order in which they were given.
    let pages: [Page]

    init(_ pages: [Page], isMarking: Bool, reusing earlier: MarkedPages? = nil) {
        guard isMarking else {
            (names, known, self.pages) = ([], [:], pages)
            return
        }
        let names = pages.filter { $0.id.kind == .role }.flatMap(Self.names)
        let earlier = earlier?.names == names ? earlier : nil
        let mentions = Mentions(names.map { ($0.name, $0.slug) })
        var known: [String: (read: Page, marked: Page)] = [:]
        self.pages = pages.map { page in
            guard page.mentions else { return page }
            var marked = page
            if let same = earlier?.known[page.path], same.read.isIdentical(to: page) {
                marked = same.marked
            } else {
                marked.document = page.document.marking(mentions, ownKey: page.id.kind == .role ? page.slug : nil)
            }
            known[page.path] = (page, marked)
            return marked
        }
        (self.names, self.known) = (names, known)
    }

    /// The names that running text uses for a role: its title and its aliases. Short forms are too short to be distinguished
    /// from other words.
    private static func names(of role: Page) -> [Name] {
        ([role.title] + role.record.texts("aliases")).map { Name(name: $0.value, slug: role.slug) }
    }
}
