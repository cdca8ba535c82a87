import Formats
import Handbook
import Templates

/// What has changed in what the handbook says, revision by revision.
struct ChangesPage: ListPage {
    let site: SiteContent
    var area: Area { .changes }
    static let templates = ["changes"]
    static let sheets: Set<StyleSheet> = [.changes]
    static let shape: ViewShape.Fields = .opening.adding([
        "days": .list([
            "day": .text, "id": .text,
            "entries": .list([
                "title": .text, "id": .text, "revision": .text, "is_first": .flag, "is_partly_read": .flag,
                "groups": .list(group), "rest": .list(group), "rest_title": .text, "more": .text,
            ]),
        ])
    ])
    private static let group: ViewShape = [
        "sign": .text, "subject": .link, "line": .text, "lines": .list(.text), "pages": .list(.link), "others": .text,
    ]
    var isPrinted: Bool { false }
    var description: String? { opening?.page.summary?.text ?? site.strings["changes_note"] }

    /// So many groups of a revision's changes are seen at once; the others are folded away.
    private static let seen = 12

    func values(_ context: PageContext) -> PageValues {
        var values = openingValues(context)
        if opening?.page.summary == nil { values["summary"] = .text(context.strings["changes_note"]) }
        values["feed_href"] = .text(context.addresses.file(Feeds.path))
        values["days"] = .each(days) { day, entries in
            ["day": .text(day), "id": .text(Self.anchor(day)), "entries": .each(entries) { view($0, context) }]
        }
        return values
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        days.map { OutlineEntry(title: $0.day, anchor: Self.anchor($0.day)) }
    }

    private static func anchor(_ day: String) -> String { "d-\(day)" }

    /// Revisions by their day, the newest first.
    private var days: [(day: String, entries: [ChangeLog.Entry])] {
        var days: [(day: String, entries: [ChangeLog.Entry])] = []
        for entry in site.changes.entries {
            let day = entry.revision.commit.date.day
            if days.last?.day != day { days.append((day, [])) }
            days[days.count - 1].entries.append(entry)
        }
        return days
    }

    private func view(_ entry: ChangeLog.Entry, _ context: PageContext) -> View {
        let rest = entry.groups.dropFirst(Self.seen)
        return [
            "title": .text(entry.title), "id": .text(entry.anchor), "revision": .text(String(entry.revision.commit.id.prefix(7))),
            "is_first": .flag(entry.revision.isFirst),
            "is_partly_read": .flag(entry.revision.isPartlyRead),
            "groups": .each(entry.groups.prefix(Self.seen)) { view($0, context) },
            "rest": .each(rest) { view($0, context) },
            "rest_title": .text(context.strings.text("changes_rest", ["count": String(rest.count)])),
            "more": entry.more == 0 ? .none : .text(context.strings.text("changes_more", ["count": String(entry.more)])),
        ]
    }

    private func view(_ group: ChangeGroup, _ context: PageContext) -> View {
        [
            "sign": .text(group.sign.rawValue), "subject": group.subject.map { view($0, context) } ?? .none,
            "line": group.lines.count == 1 ? View(group.lines.first) : .none,
            "lines": group.lines.count == 1 ? [] : .each(group.lines) { .text($0) },
            "pages": .each(group.pages) { view($0, context) },
            "others": group.morePages == 0 ? .none : .text(context.strings.text("changes_others", ["count": String(group.morePages)])),
        ]
    }

    private func view(_ subject: ChangeGroup.Subject, _ context: PageContext) -> View {
        ["title": .text(subject.title), "href": subject.address.map { .text(context.href($0)) } ?? .none]
    }
}
