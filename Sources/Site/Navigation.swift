import Formats
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
    /// What is the same on all pages of a depth; empty until the site is rendered.
    private var shared: [Int: [Shared]] = [:]

    /// A group as pages of one depth show it.
    private struct Shared: Sendable {
        /// Its entries, none of them the page itself; those of a long list are not all shown.
        let entries: [View]
        /// The whole of it, on pages of other areas.
        let closed: View
    }

    /// More pages than this in an area are not all listed beside each page: the contents would outgrow the site.
    static let window = 60

    init(_ pages: [any SitePage], _ site: SiteContent) {
        groups = pages.map { (area: $0.area, page: $0) }.grouped(by: \.area).filter { $0.key != .home }.map { area, members in
            let members = members.map(\.page)
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
        let keyed = pages.map { (order: $0.origin?.order ?? .max, title: $0.title.sortKey, page: $0) }
        return keyed.sorted { a, b in
            (a.order, a.title, a.page.address) < (b.order, b.title, b.page.address)
        }.map(\.page)
    }

    private static func title(of area: Area, _ first: (any SitePage)?, _ site: SiteContent) -> String {
        if case .folder(let name) = area {
            if let first { return first.title }
            return name.isEmpty ? site.strings["more"] : name.prefix(1).uppercased() + name.dropFirst()
        }
        return site.strings[area.stringKey]
    }

    private static func color(_ page: any SitePage, _ site: SiteContent) -> String {
        guard let role = (page as? RolePage)?.subject else { return "" }
        return site.color(role)
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

    /// The contents with what all pages of a depth have in common.
    func prepared(for pages: [any SitePage]) -> Navigation {
        var prepared = self
        for depth in Set(pages.map { Addresses.depth(of: $0.address) }) {
            let up = Addresses.up(from: depth)
            prepared.shared[depth] = groups.map { shared($0, up) }
        }
        return prepared
    }

    private func shared(_ group: Group, _ up: String) -> Shared {
        let entries = group.entries.map { view($0, up, isCurrent: false) }
        // An area without a page of its own has no other way to its pages.
        let closed = view(group, up, entries: entries.count <= Self.window ? entries : [], isOpen: group.address == nil)
        return Shared(entries: entries, closed: closed)
    }

    /// The contents as a page shows them.
    func view(_ page: any SitePage, _ context: PageContext) -> View {
        let (area, address, up) = (page.area, page.address, context.addresses.up)
        let shared = shared[Addresses.depth(of: address)]
        return .list(
            groups.indices.map { index in
                let group = groups[index]
                let shared = shared?[index] ?? self.shared(group, up)
                guard group.area == area else { return shared.closed }
                let window = window(group, around: address)
                var entries = Array(shared.entries[window])
                if let here = place(of: address, in: group), window.contains(here) {
                    entries[here - window.lowerBound] = view(group.entries[here], up, isCurrent: true)
                }
                return view(group, up, entries: entries, isOpen: true, isCurrent: group.address == address)
            }
        )
    }

    private func view(_ group: Group, _ up: String, entries: [View], isOpen: Bool, isCurrent: Bool = false) -> View {
        [
            "title": .text(group.title), "href": group.address.map { .text(Addresses.page($0, up: up)) } ?? .none,
            "is_open": .flag(isOpen), "is_current": .flag(isCurrent), "entries": .list(entries),
        ]
    }

    private func view(_ entry: Entry, _ up: String, isCurrent: Bool) -> View {
        [
            "title": .text(entry.title), "href": .text(Addresses.page(entry.address, up: up)),
            "color": entry.color.isEmpty ? .none : .text(entry.color), "is_current": .flag(isCurrent),
        ]
    }

    /// A page's place among the entries of its group.
    private func place(of address: String, in group: Group) -> Int? {
        guard let first = group.entries.first, let offset = order[first.address], let place = order[address] else { return nil }
        return group.entries.indices.contains(place - offset) ? place - offset : nil
    }

    /// The entries that are shown beside a page.
    private func window(_ group: Group, around address: String) -> Range<Int> {
        let (count, window) = (group.entries.count, Self.window)
        guard count > window else { return group.entries.indices }
        let start = max(0, min((place(of: address, in: group) ?? 0) - window / 2, count - window))
        return start..<start + window
    }
}
