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
struct RoleMentions {
    /// By slug: the roles that a card itself has to do with, and where it first names each. What it quotes of sources
    /// does not count.
    private(set) var named: [String: [String: Location]] = [:]
    /// By slug: the roles that a link or a plain mention anywhere on the page names.
    private var anywhere: [String: Set<String>] = [:]

    private let words: [String: RoleWords]
    /// By slug: the words of each text of a role's page, as far as they have been asked for.
    private var texts: [String: [WordSet]] = [:]

    /// - Parameter words: the words of each role's names, by its slug.
    init(_ handbook: Handbook, _ words: [String: RoleWords]) {
        self.words = words
        let mentions = Mentions(handbook.mentionedNames)
        let links = LinkResolver(handbook)
        for role in handbook.roles {
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
            named[role.slug] = own
            anywhere[role.slug] = all
        }
    }

    /// Whether a role's page names another anywhere: by a link, by a name of it, or by a form of one.
    mutating func names(_ role: Role, _ other: Role) -> Bool {
        if anywhere[role.slug]?.contains(other.slug) == true { return true }
        let names = words[other.slug] ?? RoleWords(other)
        let texts = texts[role.slug] ?? Self.words(of: role)
        self.texts[role.slug] = texts
        return texts.contains(where: names.areIn)
    }

    private static func words(of role: Role) -> [WordSet] {
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
