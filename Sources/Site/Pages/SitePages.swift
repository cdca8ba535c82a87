import Formats
import Handbook

/// Every page of a site, in the order of its contents.
enum SitePages {
    /// Every type of page.
    static let types: [any SitePage.Type] = [
        HomePage.self, RolesPage.self, RolePage.self, MapPage.self, TreePage.self, GroupMapPage.self, ComparisonsPage.self, PairPage.self,
        MatricesPage.self, MatrixPage.self, ActivitiesPage.self, ActivityPage.self, LifecyclePage.self, StagePage.self, TeamsPage.self,
        TeamPage.self, ErasPage.self, SkillsPage.self, SourcesPage.self, SourcePage.self, GapsPage.self, ChangesPage.self, StudyPage.self,
        StudyDeckPage.self, PrintPage.self, CardsPage.self, NamesPage.self, PlainSitePage.self,
    ]

    static func all(_ site: SiteContent, _ presentation: Presentation) -> [any SitePage] {
        let book = site.handbook
        let study = StudyPage.all(site, presentation.decks)
        var pages: [any SitePage] = [HomePage(site: site, study: study.first)]
        // What has nothing to list is no area: a page that an author wrote at its address is a plain one.
        func add(_ list: any ListPage, _ items: [any SitePage], always: Bool = false) {
            guard always || !items.isEmpty else { return }
            pages.append(list)
            pages += items
        }
        add(RolesPage(site: site), book.roles.map { RolePage(subject: $0) })
        add(MapPage(site: site, maps: presentation.maps), maps(site, presentation.maps), always: !book.roles.isEmpty)
        add(ComparisonsPage(site: site), comparisons(site))
        add(MatricesPage(site: site), book.matrices.map { MatrixPage(subject: $0) })
        add(ActivitiesPage(site: site), book.activities.map { ActivityPage(subject: $0) })
        add(LifecyclePage(site: site), book.stages.map { StagePage(subject: $0) })
        add(TeamsPage(site: site), book.teams.map { TeamPage(subject: $0) })
        add(ErasPage(site: site), [], always: book.roles.contains { !$0.eras.isEmpty })
        add(SkillsPage(site: site), [], always: book.roles.contains { !($0.skills + $0.knowledge).isEmpty || !$0.coreSkills.isEmpty })
        add(SourcesPage(site: site), book.sources.map { SourcePage(subject: $0) })
        add(GapsPage(site: site), [], always: !book.roles.isEmpty)
        if !site.changes.isEmpty { pages.append(ChangesPage(site: site)) }
        add(study.first, study.decks, always: !study.first.isEmpty)
        let print = PrintPage(site: site)
        let cards = CardsPage.all(site, presentation.decks)
        let names = Area.names.address
        var taken = Set(pages.map(\.address) + cards.map(\.address) + [names, print.address])
        // A single page needs no list of names.
        let hasNames = pages.count > 1 || book.pages.contains { !taken.contains($0.page.address) }
        if !hasNames { taken.remove(names) }
        let plain = book.pages.filter { !taken.contains($0.page.address) }.map { PlainSitePage(subject: $0) }
        if hasNames {
            pages.append(NamesPage(site: site, names: FoundName.gather(pages + plain, site)))
        }
        add(print, cards, always: book.everyPage.contains { !$0.address.isEmpty })
        return pages + plain
    }

    /// The handbook as a tree, and the maps of single groups.
    private static func maps(_ site: SiteContent, _ maps: Maps) -> [any SitePage] {
        guard !site.handbook.roles.isEmpty else { return [] }
        return [TreePage(site: site, maps: maps)] + maps.pages.map { GroupMapPage(site: site, maps: maps, map: $0) }
    }

    /// A page for each relation, then one for each pair that computation found.
    private static func comparisons(_ site: SiteContent) -> [any SitePage] {
        let book = site.handbook
        func page(_ pair: [String], _ relation: Relation?) -> PairPage? {
            let roles = pair.compactMap { book.role($0) }
            return roles.count == 2 ? PairPage(roles: roles, relation: relation) : nil
        }
        return book.relations.compactMap { page($0.between, $0) } + site.pairs.all.compactMap { page($0.slugs, nil) }
    }
}
