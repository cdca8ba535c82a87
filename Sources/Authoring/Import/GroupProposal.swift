import Handbook
import Markdown

/// The groups of roles: the folders below the one of the roles, or the categories of other tools.
struct GroupProposal {
    struct Group {
        let id, title: String
        let summary: String?
        let order: Int
    }

    /// In the order of the settings.
    private(set) var groups: [Group] = []
    private var seen: Set<String> = []
    /// Tags that several roles have: one that a single role has is no group.
    private let tags: Set<String>

    init(_ pages: [ImportedPage]) {
        var counts: [String: Int] = [:]
        for page in pages where page.kind == .role {
            for tag in Set(page.value("tags")?.value.texts ?? []) { counts[PageAddress.slug(tag), default: 0] += 1 }
        }
        tags = Set(counts.filter { $0.value > 1 }.keys)
    }

    /// Gives a role its group.
    mutating func apply(to page: inout ImportedPage, isBundle: Bool, labels: FolderLabels) {
        guard page.kind == .role else { return }
        if let (index, value) = page.value("group"), let words = value.words {
            return set(words, "group '\(words)'", on: &page, taking: index)
        }
        if let folder = page.place.groupFolder, !(isBundle && folder == page.place.folder) {
            let name = ImportedPlace.bare(String(folder.split(separator: "/").last ?? ""))
            let label = labels.labels[folder]
            let group = Group(id: PageAddress.slug(name), title: labels.title(folder), summary: label?.summary, order: label?.order ?? .max)
            add(group)
            return page.set("group", .text(group.id), "group '\(group.id)': the folder")
        }
        for key in ["category", "categories", "department"] {
            guard let (index, value) = page.value(key), let words = value.texts else { continue }
            let left = words.filter { KindWords.kind($0) == nil }
            if left.count == 1 { return set(left[0], "group '\(left[0])': \(key)", on: &page, taking: words.count == 1 ? index : nil) }
            if left.count > 1 { page.cannotTell("which group it is in: '\(key)' has \(left.count)", line: page.line(index)) }
        }
        if let (index, value) = page.value("tags"), let words = value.texts {
            let left = words.filter { KindWords.kind($0) == nil && tags.contains(PageAddress.slug($0)) }
            if left.count == 1 { set(left[0], "group '\(left[0])': tags", on: &page, taking: words.count == 1 ? index : nil) }
        }
    }

    private mutating func set(_ words: String, _ reason: String, on page: inout ImportedPage, taking index: Int?) {
        let id = PageAddress.slug(words)
        // `data-science` is nobody's title.
        add(Group(id: id, title: words == id ? ImportedPlace.words(words) : words, summary: nil, order: .max))
        page.set("group", .text(id), reason, taking: index)
    }

    private mutating func add(_ group: Group) {
        guard seen.insert(group.id).inserted else { return }
        let place = groups.firstIndex { $0.order > group.order } ?? groups.endIndex
        groups.insert(group, at: place)
    }
}
