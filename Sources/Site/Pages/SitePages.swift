import Handbook

/// Every page of a site, in the order of its contents.
enum SitePages {
    static func all(_ site: Site) -> [any SitePage] {
        let book = site.handbook
        var pages: [any SitePage] = [HomePage(site: site)]
        func add(_ list: any ListPage, _ items: [any SitePage], always: Bool = false) {
            guard always || !items.isEmpty || list.opening != nil else { return }
            pages.append(list)
            pages += items
        }
        add(RolesPage(site: site), book.roles.map { RolePage(subject: $0) })
        add(ComparisonsPage(site: site), book.relations.map { RelationPage(subject: $0) })
        add(MatricesPage(site: site), book.matrices.map { MatrixPage(subject: $0) })
        add(ActivitiesPage(site: site), book.activities.map { ActivityPage(subject: $0) })
        add(LifecyclePage(site: site), book.stages.map { StagePage(subject: $0) })
        add(TeamsPage(site: site), book.teams.map { TeamPage(subject: $0) })
        add(ErasPage(site: site), [], always: book.roles.contains { !$0.eras.isEmpty })
        add(SourcesPage(site: site), book.sources.map { SourcePage(subject: $0) })
        let taken = Set(pages.map(\.address))
        pages += book.pages.filter { !taken.contains($0.page.address) }.map { PlainSitePage(subject: $0) }
        return pages
    }
}
