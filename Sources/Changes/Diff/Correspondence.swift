import Diagnostics
import Handbook
import Markdown

/// Which page of an old handbook is which of the new one.
struct Correspondence: Sendable {
    let old: Handbook
    let new: Handbook
    /// Slugs in the new handbook by kind and slug in the old one.
    private var slugs: [PageID: String] = [:]
    /// Whether every name leads to the same page in both: then a page whose file is the same says the same.
    let isSteady: Bool
    /// How many matrices of the new handbook have a row of a name.
    private let tasks: [String: Int]

    init(from old: Handbook, to new: Handbook) {
        self.old = old
        self.new = new
        let names = new.matrices.flatMap { matrix in Set(matrix.tasks.map { NameIndex.key($0.row.task) }) }
        isSteady = old.names(leadAsIn: new)
        tasks = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        match(old.roles, new.roles)
        match(old.matrices, new.matrices)
        match(old.activities, new.activities)
        match(old.stages, new.stages)
        match(old.teams, new.teams)
        match(old.sources, new.sources)
        match(old.pages, new.pages)
        matchRelations()
    }

    private mutating func match<D: Described>(_ before: [D], _ after: [D]) {
        let matches = PageMatcher(old: before.map(\.page), new: after.map(\.page)).matches
        for (place, other) in matches { slugs[before[place].id] = after[other].slug }
    }

    /// A relation is the same if it is between the same two roles.
    private mutating func matchRelations() {
        let places = Dictionary(new.relations.map { (Set($0.between), $0.slug) }) { first, _ in first }
        for relation in old.relations {
            if let slug = places[Set(relation.between.map(role))] { slugs[relation.id] = slug }
        }
    }

    /// Pages whose slug is another in the new handbook, by the old one.
    var moved: [PageID: PageID] {
        Dictionary(uniqueKeysWithValues: slugs.filter { $0.key.slug != $0.value }.map { ($0.key, PageID($0.key.kind, $0.value)) })
    }

    /// A page of the old handbook and one of the new, of which one may be missing.
    struct Pair<D: Described> {
        let old: D?
        let new: D?
    }

    /// The pages of a kind in the order of the new handbook; those that are gone come last.
    func pairs<D: Described>(_ before: [D], _ after: [D]) -> [Pair<D>] {
        var places: [String: D] = [:]
        for page in before {
            if let slug = slugs[page.id] { places[slug] = page }
        }
        return after.map { Pair(old: places[$0.slug], new: $0) } + before.filter { slugs[$0.id] == nil }.map { Pair(old: $0, new: nil) }
    }

    // MARK: - Keys: one name for what is the same in both

    /// What sets the key of a page that is gone apart from the slug of a new one.
    private static let gone: Character = "\u{0}"

    /// The key of a page of the old handbook: its slug in the new one.
    func key(_ id: PageID) -> String { slugs[id] ?? "\(id.slug)\(Self.gone)" }

    /// The key of a role of the old handbook.
    func role(_ slug: String) -> String { key(PageID(.role, slug)) }

    /// The role that a key stands for.
    func holder(_ key: String) -> PartHolder {
        let slug = self.slug(key)
        let role = key.last == Self.gone ? old.role(slug) : new.role(slug)
        return PartHolder(slug: slug, title: role?.title ?? slug)
    }

    /// The slug that a key stands for, whether it is gone or not.
    func slug(_ key: String) -> String { key.last == Self.gone ? String(key.dropLast()) : key }

    /// The title of a page that a key stands for; the key's slug if there is no such page.
    func title(_ key: String?, _ kind: Kind) -> String? {
        guard let key else { return nil }
        let id = PageID(kind, slug(key))
        return (key.last == Self.gone ? old.page(id) : new.page(id))?.title.value ?? id.slug
    }

    /// Whether several matrices of the new handbook have a row of this name.
    func isShared(_ task: String) -> Bool { tasks[NameIndex.key(task), default: 0] > 1 }

    // MARK: - Words with their sources

    /// Where a citation of the old handbook leads.
    func citation(old citation: Citation) -> String { cited(key(PageID(.source, citation.key)), citation.locator) }

    /// Where a citation of the new handbook leads.
    func citation(new citation: Citation) -> String { cited(citation.key, citation.locator) }

    private func cited(_ key: String, _ locator: String?) -> String {
        [title(key, .source), locator].compactMap(\.self).joined(separator: ", ")
    }
}
