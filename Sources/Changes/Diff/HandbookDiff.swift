import Handbook

/// Compares two states of a handbook by what they mean: not by the text of their files.
///
/// A renamed role is still the same role in every matrix, relation and team. The order of pages, columns, rows and list
/// entries means nothing, nor does how prose is broken into lines.
public enum HandbookDiff {
    /// What has changed, in the order: settings, roles, relations, matrices, activities, stages, teams, sources, plain
    /// pages; within a kind as the new handbook has its pages, those that are gone last.
    public static func changes(from old: Handbook, to new: Handbook) -> [HandbookChange] { comparison(from: old, to: new).changes }

    /// What has changed, and which page is which.
    struct Comparison {
        let changes: [HandbookChange]
        /// Pages whose slug is another: the new name by the old one.
        let moved: [PageID: PageID]
        let added: Set<PageID>
        let gone: Set<PageID>
    }

    static func comparison(from old: Handbook, to new: Handbook) -> Comparison {
        let correspondence = Correspondence(from: old, to: new)
        let changes = changes(correspondence)
        func pages(_ event: HandbookChange.Event) -> Set<PageID> {
            Set(changes.filter { $0.event == event }.compactMap(\.subject.page))
        }
        return Comparison(changes: changes, moved: correspondence.moved, added: pages(.added), gone: pages(.gone))
    }

    private static func changes(_ correspondence: Correspondence) -> [HandbookChange] {
        let (old, new) = (correspondence.old, correspondence.new)
        var changes = settings(from: old.settings, to: new.settings)
        changes += pages(old.roles, new.roles, correspondence, compareRoles)
        changes += pages(old.relations, new.relations, correspondence, compareRelations)
        changes += pages(old.matrices, new.matrices, correspondence, compareMatrices)
        changes += pages(old.activities, new.activities, correspondence, compareActivities)
        changes += pages(old.stages, new.stages, correspondence, compareStages)
        changes += pages(old.teams, new.teams, correspondence, compareTeams)
        changes += pages(old.sources, new.sources, correspondence, compareSources)
        changes += pages(old.pages, new.pages, correspondence, comparePlainPages)
        return changes
    }

    /// The pages of a kind: those added and gone, and what `compare` finds in those that both handbooks have.
    private static func pages<D: Described>(
        _ old: [D],
        _ new: [D],
        _ correspondence: Correspondence,
        _ compare: (D, D, inout PageChanges) -> Void
    ) -> [HandbookChange] {
        correspondence.pairs(old, new).flatMap { pair -> [HandbookChange] in
            switch (pair.old, pair.new) {
            case (let before?, let after?):
                if correspondence.isSteady, before.page.isSame(as: after.page) { return [] }
                var changes = PageChanges(of: after.page, correspondence, roles: roles(after))
                changes.compareNames(of: before.page, and: after.page)
                compare(before, after, &changes)
                changes.compareExemptions(of: before.page, and: after.page)
                return changes.all
            case (nil, let after?):
                return [HandbookChange(subject: .init(after.page), event: .added, roles: roles(after))]
            case (let before?, nil):
                return [HandbookChange(subject: .init(before.page), event: .gone, roles: roles(before))]
            case (nil, nil): return []
            }
        }
    }

    /// The roles that a page is about as a whole.
    private static func roles(_ page: some Described) -> [String] {
        if page.id.kind == .role { return [page.slug] }
        return (page as? Relation)?.between ?? []
    }
}

extension HandbookChange.Subject {
    init(_ page: Page) { self.init(page: page.id, title: page.title.value, path: page.path) }
}
