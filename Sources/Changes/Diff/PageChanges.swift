import Diagnostics
import Handbook
import Markdown

/// Collects what has changed on one page.
struct PageChanges {
    let subject: HandbookChange.Subject
    let correspondence: Correspondence
    /// The roles that the page is about as a whole.
    let roles: [String]
    private(set) var all: [HandbookChange] = []

    init(of page: Page, _ correspondence: Correspondence, roles: [String]) {
        subject = .init(page)
        self.correspondence = correspondence
        self.roles = roles
    }

    mutating func add(_ event: HandbookChange.Event, roles others: [String] = []) {
        all.append(HandbookChange(subject: subject, event: event, roles: roles + others.filter { !roles.contains($0) }))
    }

    /// Title, slug, summary and sources. A relation's title is made of its roles, and a file that is renamed together with
    /// its title is told once.
    mutating func compareNames(of old: Page, and new: Page) {
        if old.title.value != new.title.value, new.id.kind != .relation {
            add(.renamed(from: old.title.value))
        } else if old.slug != new.slug, new.id.kind != .relation {
            add(.moved(from: old.slug))
        }
        compare(.summary, old.summary, new.summary)
        let before = old.sources.map { key in
            let id = correspondence.key(PageID(.source, key.value))
            return ListEntry(name: correspondence.title(id, .source) ?? key.value)
        }
        compare(.sources, before, new.sources.map { ListEntry(name: correspondence.title($0.value, .source) ?? $0.value) })
    }

    mutating func compareExemptions(of old: Page, and new: Page) {
        func entries(_ page: Page) -> [ListEntry] {
            page.exemptions.map { exemption in
                let about = exemption.about.map { " of \($0.value)" } ?? ""
                return ListEntry(name: exemption.rule.value + about, detail: exemption.reason)
            }
        }
        compare(.exemptions, entries(old), entries(new))
    }

    mutating func compare(_ fact: ChangedFact, _ old: String?, _ new: String?) {
        if old != new { add(.fact(fact, from: old, to: new)) }
    }

    /// A fact that may cite: the words, and the sources only when the words are the same.
    mutating func compare(_ fact: ChangedFact, _ old: CitedText?, _ new: CitedText?) {
        let words = (old.map { Prose.spaced($0.text) }, new.map { Prose.spaced($0.text) })
        guard words.0 == words.1 else { return compare(fact, words.0, words.1) }
        let before = (old?.citations ?? []).map { correspondence.citation(old: $0) }
        let after = (new?.citations ?? []).map { correspondence.citation(new: $0) }
        if before != after { add(.item(.sources, .sources(fact.rawValue, from: before, to: after))) }
    }

    mutating func compare(_ list: ChangedList, _ old: [ListEntry], _ new: [ListEntry], roles: (ItemChange) -> [String] = { _ in [] }) {
        let isNames = [.aliases, .sources, .members, .people, .follows, .exemptions].contains(list)
        for change in ListDiff.changes(from: old, to: new, byNameAlone: isNames) { add(.item(list, change), roles: roles(change)) }
    }

    /// Other names. That a renamed page keeps its old title as one, or had its new title as one, goes with the renaming.
    mutating func compareAliases(of old: some Described, _ before: [Located<String>], and new: some Described, _ after: [Located<String>]) {
        func entries(_ names: [Located<String>], without title: String) -> [ListEntry] {
            names.map(\.value).filter { old.title == new.title || $0 != title }.map { ListEntry(name: $0) }
        }
        compare(.aliases, entries(before, without: new.title), entries(after, without: old.title))
    }

    mutating func compare(_ list: ChangedList, _ old: [CitedText], _ new: [CitedText]) {
        compare(
            list,
            old.map { ListEntry($0) { correspondence.citation(old: $0) } },
            new.map { ListEntry($0) { correspondence.citation(new: $0) } }
        )
    }

    mutating func compare(_ list: ChangedList, _ old: [Item], _ new: [Item]) {
        compare(
            list,
            old.map { ListEntry($0) { correspondence.citation(old: $0) } },
            new.map { ListEntry($0) { correspondence.citation(new: $0) } }
        )
    }

    mutating func compare(_ place: PartPlace, _ changes: [PartChange]) {
        for change in changes { add(.part(place, change), roles: change.holders.compactMap(\.slug)) }
    }

    /// The prose: all of two bodies but lists in sections that are compared item by item.
    mutating func compareProse(_ old: Page, _ oldBody: Body, _ new: Page, _ newBody: Body, without known: Set<SectionName> = []) {
        let before = Prose(old: old, correspondence).lines(of: oldBody, without: known)
        if before != Prose(new: new, correspondence).lines(of: newBody, without: known) { add(.text) }
    }
}

extension PartChange {
    /// The roles it concerns.
    public var holders: [PartHolder] {
        switch self {
        case .moved(_, let from, let to, _, _): [from, to]
        case .became(let holder, _, _), .added(_, let holder), .gone(_, let holder): [holder]
        }
    }
}
