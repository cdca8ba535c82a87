import Formats
import Handbook
import Markdown

/// Something that is found by its name: a page, or a skill in the table of skills.
struct FoundName: Sendable {
    let kind: SearchKind
    let title: String
    /// The address of the page.
    let address: String
    /// Where on the page, for what has no page of its own.
    var anchor: String?
    /// Its label in tight places, when that is another than the title.
    var short: String?
    /// What else it is called.
    var aliases: [String] = []
    /// The class of the colour of a role's group.
    var color: String?
    /// One sentence.
    var summary: String?
    /// The slugs of the roles that have a skill.
    var holders: [String] = []

    /// Every page, by kind and then as the contents have them, and the skills that several roles have. Pages for pairs of
    /// roles that computation found are left out: there are many, and they are called what their roles are.
    static func gather(_ pages: [any SitePage], _ site: SiteContent) -> [FoundName] {
        var byKind: [SearchKind: [FoundName]] = [:]
        for page in pages {
            if let pair = page as? PairPage, pair.relation == nil { continue }
            let name = FoundName(page, site)
            byKind[name.kind, default: []].append(name)
        }
        byKind[.skill] = skills(site)
        return SearchKind.allCases.flatMap { byKind[$0] ?? [] }
    }

    private init(_ page: any SitePage, _ site: SiteContent) {
        self.init(kind: SearchKind(page), title: page.title, address: page.address)
        summary = page.description
        switch page {
        case let page as RolePage:
            short = page.subject.short
            aliases = page.subject.aliases.map(\.value)
            color = site.color(page.subject)
        case let page as ActivityPage: aliases = page.subject.also.map(\.value)
        case let page as SourcePage: short = page.subject.short
        default: break
        }
        // What differs in case or accents alone is found all the same.
        if short?.sortKey == title.sortKey { short = nil }
        aliases = aliases.filter { $0.sortKey != title.sortKey }
    }

    init(kind: SearchKind, title: String, address: String) {
        self.kind = kind
        self.title = title
        self.address = address
    }

    /// The skills that have a row of their own: those of several roles. What one role alone has is on its page.
    private static func skills(_ site: SiteContent) -> [FoundName] {
        SharedSkill.all(site).map { shared in
            var name = FoundName(kind: .skill, title: shared.skill.name, address: Area.skills.address)
            var holders: [String] = []
            for holder in shared.skill.holders where !holders.contains(holder.role) { holders.append(holder.role) }
            name.anchor = shared.anchor
            name.aliases = shared.otherNames
            name.holders = holders
            name.summary = holders.compactMap { site.handbook.role($0)?.title }.joined(separator: ", ")
            return name
        }
    }
}
