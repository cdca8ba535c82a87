import Handbook
import Markdown

extension HandbookDiff {
    /// What the settings say that readers see.
    static func settings(from old: Settings, to new: Settings) -> [HandbookChange] {
        let subject = HandbookChange.Subject(page: nil, title: new.title, path: Settings.file)
        var events: [HandbookChange.Event] = []
        func compare(_ fact: ChangedFact, _ before: String?, _ after: String?) {
            if before != after { events.append(.fact(fact, from: before, to: after)) }
        }
        compare(.title, old.title, new.title)
        compare(.description, old.description, new.description)
        compare(.language, old.language, new.language)
        for (list, before, after) in [
            (ChangedList.groups, old.groups, new.groups), (.sides, old.sides, new.sides), (.eras, old.eras, new.eras),
        ] {
            events += changes(from: before, to: after).map { .item(list, $0) }
        }
        return events.map { HandbookChange(subject: subject, event: $0, roles: []) }
    }

    /// Groups, sides and eras are the same if their id or their title is.
    private static func changes(from old: [Category], to new: [Category]) -> [ItemChange] {
        var changes: [ItemChange] = []
        var left = old
        for category in new {
            guard let place = left.firstIndex(where: { $0.id == category.id }) ?? left.firstIndex(where: { $0.title == category.title })
            else {
                changes.append(.added(category.title, detail: category.summary ?? ""))
                continue
            }
            let before = left.remove(at: place)
            if before.title != category.title { changes.append(.became(from: before.title, to: category.title)) }
            if before.summary != category.summary {
                changes.append(.changed(category.title, from: before.summary ?? "", to: category.summary ?? ""))
            }
        }
        return changes + left.map { .gone($0.title, detail: $0.summary ?? "") }
    }
}

extension Correspondence {
    /// The title of a group, side or era of the old handbook: the new one's if it is still there.
    func category(_ id: String?, of list: KeyPath<Settings, [Category]>) -> String? {
        guard let id else { return nil }
        let before = old.settings[keyPath: list].first { $0.id == id }
        return new.settings[keyPath: list].first { $0.id == id }?.title ?? before?.title ?? id
    }

    /// The title of a group, side or era of the new handbook.
    func title(_ id: String?, of list: KeyPath<Settings, [Category]>) -> String? {
        guard let id else { return nil }
        return new.settings[keyPath: list].first { $0.id == id }?.title ?? id
    }
}
