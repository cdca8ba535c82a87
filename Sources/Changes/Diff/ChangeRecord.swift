import Handbook

/// A change as a program reads it. Keys and kinds are stable; a key that says nothing about a change is left out.
struct ChangeRecord: Encodable {
    struct Subject: Encodable {
        let kind: String
        let slug: String?
        let title: String
        let path: String
    }

    let kind: String
    let subject: Subject
    let roles: [String]
    /// The change in words.
    let text: String
    /// The fact or the list it is about.
    var field: String?
    /// The era, for what a role does in one.
    var era: String?
    /// The entry of the list.
    var name: String?
    /// What the entry says, or said.
    var detail: String?
    var from: String?
    var to: String?
    var fromSources: [String]?
    var toSources: [String]?
    /// The row of a matrix.
    var task: String?
    /// The source whose position it is.
    var source: String?
    /// The letter, or the part in words.
    var part: String?
    /// Slugs.
    var role: String?
    var fromRole: String?
    var toRole: String?
    /// What the role that lost a part has instead, and what the one that got it had.
    var after: [String]?
    var before: [String]?

    init(_ change: HandbookChange) {
        let page = change.subject.page
        subject = Subject(
            kind: page?.kind.rawValue ?? "settings",
            slug: page?.slug,
            title: change.subject.title,
            path: change.subject.path
        )
        roles = change.roles
        text = ChangeText(change).line
        switch change.event {
        case .added: kind = "page-added"
        case .gone: kind = "page-gone"
        case .renamed(let old):
            kind = "page-renamed"
            (from, to) = (old, change.subject.title)
        case .moved(let old):
            kind = "page-moved"
            (from, to) = (old, page?.slug)
        case .text: kind = "text-changed"
        case .fact(let fact, let old, let new):
            kind = "fact-changed"
            field = fact.rawValue
            (from, to) = (old, new)
        case .item(let list, let item):
            kind = Self.kind(item)
            field = list.id
            if case .era(let title) = list { era = title }
            take(item)
        case .part(let place, let part):
            kind = Self.kind(part, in: place)
            switch place {
            case .row(let task, _): self.task = task
            case .position(let source): self.source = source
            case .stage: break
            }
            take(part)
        }
    }

    private static func kind(_ change: ItemChange) -> String {
        switch change {
        case .added: "item-added"
        case .gone: "item-gone"
        case .became: "item-renamed"
        case .changed: "item-changed"
        case .sources: "item-sources-changed"
        }
    }

    private static func kind(_ change: PartChange, in place: PartPlace) -> String {
        let what = if case .row = place { "letter" } else { "part" }
        return switch change {
        case .moved: "\(what)-moved"
        case .became: "\(what)-changed"
        case .added: "\(what)-added"
        case .gone: "\(what)-gone"
        }
    }

    private mutating func take(_ change: ItemChange) {
        switch change {
        case .added(let name, let detail), .gone(let name, let detail):
            self.name = name
            self.detail = detail.isEmpty ? nil : detail
        case .became(let old, let new): (from, to) = (old, new)
        case .changed(let name, let old, let new):
            self.name = name
            (from, to) = (old, new)
        case .sources(let name, let old, let new):
            self.name = name
            (fromSources, toSources) = (old, new)
        }
    }

    private mutating func take(_ change: PartChange) {
        switch change {
        case .moved(let part, let from, let to, let after, let before):
            self.part = part
            (fromRole, toRole) = (from.slug, to.slug)
            self.after = after.isEmpty ? nil : after
            self.before = before.isEmpty ? nil : before
        case .became(let holder, let old, let new):
            role = holder.slug
            (from, to) = (old, new)
        case .added(let part, let holder), .gone(let part, let holder):
            self.part = part
            role = holder.slug
        }
    }
}
