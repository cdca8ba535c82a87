import Diagnostics
import Handbook

/// A change for a program. Keys and kinds are stable; a key that says nothing about a change is left out.
struct ChangeRecord {
    private var members: [String: JSONValue?] = [:]

    /// The change as an object.
    var json: JSONValue { .object(sorting: members) }

    init(_ change: HandbookChange) {
        let page = change.subject.page
        members["subject"] = .object(sorting: [
            "kind": .string(page?.kind.rawValue ?? "settings"),
            "slug": page.map { .string($0.slug) },
            "title": .string(change.subject.title),
            "path": .string(change.subject.path),
        ])
        members["roles"] = .strings(change.roles)
        // The change in words.
        members["text"] = .string(ChangeText(change).line)
        switch change.event {
        case .added: kind("page-added")
        case .gone: kind("page-gone")
        case .renamed(let old):
            kind("page-renamed")
            became(old, change.subject.title)
        case .moved(let old):
            kind("page-moved")
            became(old, page?.slug)
        case .text: kind("text-changed")
        case .fact(let fact, let old, let new):
            kind("fact-changed")
            // The fact or the list it is about.
            string("field", fact.rawValue)
            became(old, new)
        case .item(let list, let item):
            string("field", list.id)
            // The era, for what a role does in one.
            if case .era(let title) = list { string("era", title) }
            add(item)
        case .part(let place, let part):
            switch place {
            // The row of a matrix.
            case .row(let task, _): string("task", task)
            // The source whose position it is.
            case .position(let source): string("source", source)
            case .stage: break
            }
            add(part, in: place)
        }
    }

    private mutating func add(_ change: ItemChange) {
        switch change {
        case .added(let name, let detail):
            kind("item-added")
            entry(name, detail)
        case .gone(let name, let detail):
            kind("item-gone")
            entry(name, detail)
        case .became(let old, let new):
            kind("item-renamed")
            became(old, new)
        case .changed(let name, let old, let new):
            kind("item-changed")
            string("name", name)
            became(old, new)
        case .sources(let name, let old, let new):
            kind("item-sources-changed")
            string("name", name)
            members["fromSources"] = .strings(old)
            members["toSources"] = .strings(new)
        }
    }

    /// The entry of a list, and what it says, or said.
    private mutating func entry(_ name: String, _ detail: String) {
        string("name", name)
        if !detail.isEmpty { string("detail", detail) }
    }

    private mutating func add(_ change: PartChange, in place: PartPlace) {
        let what = if case .row = place { "letter" } else { "part" }
        switch change {
        case .moved(let part, let from, let to, let after, let before):
            kind("\(what)-moved")
            // The letter, or the part in words.
            string("part", part)
            string("fromRole", from.slug)
            string("toRole", to.slug)
            // What the role that lost a part has instead, and what the one that got it had.
            if !after.isEmpty { members["after"] = .strings(after) }
            if !before.isEmpty { members["before"] = .strings(before) }
        case .became(let holder, let old, let new):
            kind("\(what)-changed")
            string("role", holder.slug)
            became(old, new)
        case .added(let part, let holder):
            kind("\(what)-added")
            string("part", part)
            string("role", holder.slug)
        case .gone(let part, let holder):
            kind("\(what)-gone")
            string("part", part)
            string("role", holder.slug)
        }
    }

    private mutating func kind(_ kind: String) { string("kind", kind) }

    private mutating func became(_ old: String?, _ new: String?) {
        string("from", old)
        string("to", new)
    }

    private mutating func string(_ key: String, _ value: String?) { members[key] = value.map(JSONValue.string) }
}
