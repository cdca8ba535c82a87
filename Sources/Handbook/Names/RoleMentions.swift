import Diagnostics
import Markdown

extension Handbook {
    /// The names by which running text speaks of roles: titles and aliases. Short forms are too short to be distinguished from
    /// other words.
    public var mentionedNames: [(name: String, key: String)] {
        roles.flatMap { role in ([role.title] + role.aliases.map(\.value)).map { ($0, role.slug) } }
    }
}

/// Which roles the cards of roles name: by a link, or by a plain mention.
///
/// The next state of a handbook takes over what the pages name that are the same, as long as roles have the same names, and
/// links the same targets.
struct RoleMentions: Sendable {
    private struct Entry {
        let page: Page
        /// The roles that the card itself has to do with, and where it first names each. What it quotes of sources does not
        /// count.
        let own: [String: Location]
        /// The roles that a link or a plain mention anywhere on the page names.
        let anywhere: Set<String>
    }

    /// What a page can name, and where its links can lead.
    private struct Targets: Equatable {
        let names: [String]
        let pages: [String]
    }

    private let targets: Targets
    private let words: [String: RoleWords]
    /// By slug.
    private let entries: [String: Entry]

    /// - Parameter earlier: what an earlier state of the handbook had.
    init(_ handbook: Handbook, reusing earlier: RoleMentions? = nil) {
        let names = handbook.mentionedNames
        let pages = handbook.everyPage.map { "\($0.path) \($0.id.kind.rawValue) \($0.slug) \($0.title.value)" }
        let targets = Targets(names: names.map { "\($0.key) \($0.name)" }, pages: pages)
        let known = earlier?.targets == targets ? earlier : nil
        words = known?.words ?? Dictionary(handbook.roles.map { ($0.slug, RoleWords($0)) }) { first, _ in first }
        let mentions = OnDemand { Mentions(names) }
        let links = LinkResolver(handbook)
        var entries: [String: Entry] = [:]
        for role in handbook.roles {
            if let same = known?.entries[role.slug], same.page.isIdentical(to: role.page) {
                entries[role.slug] = same
            } else {
                entries[role.slug] = Self.entry(role, mentions.value, links)
            }
        }
        (self.targets, self.entries) = (targets, entries)
    }

    private static func entry(_ role: Role, _ mentions: Mentions, _ links: LinkResolver) -> Entry {
        let linked = Self.links(on: role.page, links)
        let quoting = role.body.sections.filter { [.accounts, .differences].contains($0.known) }.flatMap(\.blocks)
        let quoted = Set(quoting.map(\.id))
        var own: [String: Location] = [:]
        var all: Set<String> = []
        for block in role.page.blocks {
            for (slug, line) in Self.names(in: block, mentions, linked) where slug != role.slug {
                all.insert(slug)
                if !quoted.contains(block.id), own[slug] == nil { own[slug] = role.page.source.location(line: line) }
            }
        }
        for text in role.page.record.everyText { all.formUnion(mentions.found(in: CitedText(text.value).text)) }
        return Entry(page: role.page, own: own, anywhere: all)
    }

    /// The roles that a card itself has to do with, and where it first names each.
    func named(by role: Role) -> [String: Location] { entries[role.slug]?.own ?? [:] }

    /// The words of a role's names.
    func words(of role: Role) -> RoleWords { words[role.slug] ?? RoleWords(role) }

    /// Whether a role's page names another anywhere: by a link, by a name of it, or by a form of one.
    func names(_ role: Role, _ other: Role) -> Bool {
        if entries[role.slug]?.anywhere.contains(other.slug) == true { return true }
        return role.page.wordSets { Self.wordSets(of: role) }.contains(where: words(of: other).areIn)
    }

    private static func wordSets(of role: Role) -> [WordSet] {
        (role.page.blocks.flatMap(\.texts) + role.page.record.everyText.map(\.value)).map { WordSet(Words.all($0)) }
    }

    /// Roles that a page links to, by line.
    private static func links(on page: Page, _ resolver: LinkResolver) -> [Int: [String]] {
        var linked: [Int: [String]] = [:]
        for reference in page.document.references {
            guard let line = reference.location.line else { continue }
            for id in resolver.pages(reference, in: page) where id.kind == .role { linked[line, default: []].append(id.slug) }
        }
        return linked
    }

    /// The roles that a block names, with the line of the paragraph that does.
    private static func names(in block: Block, _ mentions: Mentions, _ linked: [Int: [String]]) -> [(slug: String, line: Int)] {
        guard !block.inlines.isEmpty else { return block.children.flatMap { names(in: $0, mentions, linked) } }
        return mentions.found(in: block.plainText).map { ($0, block.lines.lowerBound) }
            + block.lines.flatMap { line in (linked[line] ?? []).map { ($0, line) } }
    }
}

extension Block {
    /// The text of each heading, paragraph and cell in a block.
    fileprivate var texts: [String] { inlines.isEmpty ? children.flatMap(\.texts) : [inlines.plainText] }
}
