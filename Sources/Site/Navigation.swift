import Handbook
import Markdown
import Templates

/// The contents of the handbook: its areas and their pages, in order.
struct Navigation: Sendable {
    struct Entry: Sendable {
        let title: String
        let address: String
        let color: String
    }

    struct Group: Sendable {
        let area: Area
        let title: String
        /// The area's first page; `nil` when it has none.
        let address: String?
        let entries: [Entry]
    }

    let groups: [Group]
    private let order: [String: Int]
    private let sequence: [Entry]

    /// More pages than this in an area are not all listed beside each page: the contents would outgrow the site.
    static let window = 60

    init(_ pages: [any SitePage], _ site: Site) {
        var areas: [Area] = []
        for page in pages where page.area != .home && !areas.contains(page.area) { areas.append(page.area) }
        groups = areas.map { area in
            let members = pages.filter { $0.area == area }
            let first = members.first { $0.address == area.address && !area.address.isEmpty }
            let entries = members.filter { $0.address != first?.address }
            return Group(
                area: area,
                title: Self.title(of: area, first, site),
                address: first?.address,
                entries: Self.inOrder(entries, area).map { Entry(title: $0.title, address: $0.address, color: Self.color($0, site)) }
            )
        }
        sequence = groups.flatMap { group in
            (group.address.map { [Entry(title: group.title, address: $0, color: "")] } ?? []) + group.entries
        }
        order = Dictionary(sequence.enumerated().map { ($1.address, $0) }) { first, _ in first }
    }

    /// Plain pages by their order, then title; other pages as they come.
    private static func inOrder(_ pages: [any SitePage], _ area: Area) -> [any SitePage] {
        guard case .folder = area else { return pages }
        return pages.sorted { a, b in
            (a.origin?.order ?? .max, a.title.sortKey, a.address) < (b.origin?.order ?? .max, b.title.sortKey, b.address)
        }
    }

    private static func title(of area: Area, _ first: (any SitePage)?, _ site: Site) -> String {
        if case .folder(let name) = area {
            if let first { return first.title }
            return name.isEmpty ? site.strings["more"] : name.prefix(1).uppercased() + name.dropFirst()
        }
        return site.strings[area.stringKey]
    }

    private static func color(_ page: any SitePage, _ site: Site) -> String {
        guard let role = (page as? RolePage)?.subject else { return "" }
        return PageContext(site, at: "").color(role)
    }

    /// The pages before and after a page, in the order of the contents.
    func neighbours(of address: String) -> (previous: Entry?, next: Entry?) {
        guard let index = order[address] else { return (nil, nil) }
        return (index > 0 ? sequence[index - 1] : nil, index + 1 < sequence.count ? sequence[index + 1] : nil)
    }

    static let shape: ViewShape = .list([
        "title": .text, "href": .text, "is_open": .flag, "is_current": .flag,
        "entries": .list(["title": .text, "href": .text, "color": .text, "is_current": .flag]),
    ])

    /// The contents as a page shows them.
    func view(_ page: any SitePage, _ context: PageContext) -> View {
        .each(groups) { group in
            let isHere = group.area == page.area
            let shown = isHere ? window(group, around: page.address) : group.entries[..<min(group.entries.count, Self.window)]
            return [
                "title": .text(group.title), "href": group.address.map { .text(context.href($0)) } ?? .none,
                // An area without a page of its own has no other way to its pages.
                "is_open": .flag(isHere || group.address == nil),
                "is_current": .flag(group.address == page.address && isHere),
                "entries": .each(isHere || group.entries.count <= Self.window ? Array(shown) : []) { entry in
                    [
                        "title": .text(entry.title), "href": .text(context.href(entry.address)),
                        "color": entry.color.isEmpty ? .none : .text(entry.color),
                        "is_current": .flag(entry.address == page.address),
                    ]
                },
            ]
        }
    }

    private func window(_ group: Group, around address: String) -> ArraySlice<Entry> {
        let (entries, window) = (group.entries, Self.window)
        guard entries.count > window, let first = entries.first, let offset = order[first.address] else { return entries[...] }
        let here = (order[address] ?? offset) - offset
        let start = max(0, min(here - window / 2, entries.count - window))
        return entries[start..<start + window]
    }
}
