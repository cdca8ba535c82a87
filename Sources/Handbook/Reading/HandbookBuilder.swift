import Diagnostics
import Markdown

/// Makes the domain's values of pages, with every name resolved.
struct HandbookBuilder {
    private let pages: [Kind: [Page]]
    private let frame: Page?
    private let files: ProjectFiles
    private let privacy: Privacy
    let settings: Settings
    let resolver: Resolver
    private let wikiNames: WikiNames
    private let titles: WikiTitles

    private let marked: MarkedPages

    /// - Parameter earlier: an earlier state of the handbook, for what is the same in it.
    init(
        pages: [Page],
        frame: Page? = nil,
        files: ProjectFiles,
        settings: Settings,
        privacy: Privacy,
        marksMentions: Bool = true,
        reusing earlier: Handbook? = nil
    ) {
        let names = NameIndex(pages.flatMap(Self.names), language: settings.language)
        let wikiNames = WikiNames(names: names, pages: pages, assets: files.assets, contentPrefix: files.contentPrefix)
        let titles = WikiTitles(wikiNames, pages)
        marked = MarkedPages(pages.map(titles.filled), isMarking: marksMentions && settings.linksMentions, reusing: earlier?.marked)
        let pages = marked.pages
        // By order, then title, then slug.
        let byKind = Dictionary(grouping: pages, by: \.id.kind).mapValues { pages in
            pages.sorted { a, b in
                (a.order ?? .max, a.title.value.sortKey, a.title.value, a.slug) < (
                    b.order ?? .max, b.title.value.sortKey, b.title.value, b.slug
                )
            }
        }
        self.pages = byKind
        self.frame = frame
        self.files = files
        self.privacy = privacy
        self.settings = settings
        let ordered = Kind.allCases.flatMap { byKind[$0] ?? [] }
        (self.wikiNames, self.titles) = (wikiNames, titles)
        resolver = Resolver(names: names, pages: ordered, drafts: privacy.drafts)
    }

    /// The names that lead to a page.
    static func names(of page: Page) -> [NameIndex.Entry] {
        guard page.id.kind != .relation else { return [] }
        let declared =
            [page.title, page.record.words("short")].compactMap(\.self) + page.record.texts("aliases") + page.record.texts("also")
        let slug = NameIndex.Entry(name: page.slug, page: page.id, location: page.place)
        return declared.map { NameIndex.Entry(name: $0.value, page: page.id, location: $0.location) } + [slug]
    }

    func build(into findings: inout Findings) -> Handbook {
        for page in pages.values.joined() {
            for key in page.sources { _ = resolver.source(key, into: &findings) }
        }
        let groups = ranks(settings.groups.map(\.id))
        let roles = pages(.role).map { role($0, &findings) }.stablySorted { role in
            [role.group.flatMap { groups[$0] } ?? .max, role.page.order ?? .max]
        }
        let stages = pages(.stage).map { stage($0, &findings) }
        let stageRanks = ranks(stages.map(\.slug))
        let activities = pages(.activity).map { activity($0, &findings) }.stablySorted { activity in
            [activity.stage.flatMap { stageRanks[$0] } ?? .max]
        }
        return Handbook(
            settings: settings,
            roles: roles,
            relations: relations(roles, &findings),
            matrices: pages(.matrix).map { MatrixReader(page: $0, resolver: resolver, words: settings.matrixWords).read(into: &findings) },
            activities: activities,
            stages: stages,
            teams: pages(.team).map { team($0, &findings) },
            sources: pages(.source).enumerated().map { source($1, number: $0 + 1) },
            pages: pages(.page).map { PlainPage(page: $0, body: Body($0, names: settings.sections)) },
            frame: frame,
            files: files,
            privacy: privacy,
            names: resolver.names,
            marked: marked,
            wikiNames: wikiNames
        )
    }

    private func pages(_ kind: Kind) -> [Page] { pages[kind] ?? [] }

    private func ranks(_ ids: [String]) -> [String: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    // MARK: - Roles

    private func role(_ page: Page, _ findings: inout Findings) -> Role {
        let record = page.record
        let body = Body(page, names: settings.sections)
        func items(_ name: SectionName) -> [Item] { body.items(name, in: page.source) }
        return Role(
            page: page,
            short: record.words("short")?.value ?? page.title.value,
            aliases: record.texts("aliases"),
            group: resolver.category(record.text("group"), among: settings.groups, called: "group", into: &findings),
            side: resolver.category(record.text("side"), among: settings.sides, called: "side", into: &findings),
            involve: record.words("involve").map(cited),
            kpis: cited(record.texts("kpis")),
            deliverables: cited(record.texts("deliverables")),
            coreSkills: cited(record.texts("core_skills")),
            isNeverAccountable: record.boolean("never_accountable")?.value ?? false,
            body: body,
            responsibilities: items(.responsibilities),
            knowledge: items(.knowledge),
            skills: items(.skills),
            eras: eras(body, page, &findings),
            accounts: items(.accounts),
            differences: items(.differences)
        )
    }

    func cited(_ texts: [Located<String>]) -> [CitedText] { texts.map(cited) }

    /// A text of front matter, with the titles of the pages that wiki links in it name.
    func cited(_ text: Located<String>) -> CitedText {
        CitedText(text.value) { titles.title(of: $0, from: text.location.path) }
    }

    private func eras(_ body: Body, _ page: Page, _ findings: inout Findings) -> [EraPart] {
        var parts: [EraPart] = []
        for part in body.sections(.eras).flatMap(\.parts) {
            let line = page.document.headings.first { $0.anchor == part.anchor }?.location.line ?? 1
            let words = part.heading.plainText
            let name = Located(words, at: page.source.locate(words, in: line...line))
            guard let era = resolver.category(name, among: settings.eras, called: "era", into: &findings) else { continue }
            let passages = Passage.passages(of: part.blocks, in: page.source)
            let footnotes = part.heading.inlines.footnoteReferences
            parts.append(EraPart(era: era, anchor: part.anchor, footnotes: footnotes, passages: passages))
        }
        return parts
    }

    // MARK: - Relations

    private func relations(_ roles: [Role], _ findings: inout Findings) -> [Relation] {
        let order = ranks(roles.map(\.slug))
        let titles = Dictionary(roles.map { ($0.slug, $0.title) }) { first, _ in first }
        var first: [Set<String>: Page] = [:]
        var relations: [Relation] = []
        for page in pages(.relation) {
            guard let pair = RelationPair.read(page, resolver, into: &findings) else { continue }
            if let other = first[Set(pair)] {
                findings.add(RelationPair.repeated(page, other))
                continue
            }
            first[Set(pair)] = page
            relations.append(relation(page, pair, titles))
        }
        return relations.stablySorted { relation in
            [relation.page.order ?? .max] + relation.between.map { order[$0] ?? .max }
        }
    }

    private func relation(_ page: Page, _ pair: [String], _ titles: [String: String]) -> Relation {
        var page = page
        page.address = "compare/\(pair[0])/\(pair[1])/"
        if page.record.words("title") == nil {
            page.title = Located(pair.map { titles[$0] ?? $0 }.joined(separator: " · "), at: page.source.location(line: 1))
        }
        let body = Body(page, names: settings.sections)
        return Relation(
            page: page,
            between: pair,
            basis: page.record.text("basis").flatMap { Basis(rawValue: $0.value) } ?? .stated,
            body: body,
            overlap: body.items(.overlap, in: page.source),
            collaboration: body.items(.collaboration, in: page.source)
        )
    }
}

extension Array {
    /// Sorted by keys of numbers; elements with equal keys stay in their order.
    fileprivate func stablySorted(by key: (Element) -> [Int]) -> [Element] {
        enumerated().map { (key: key($1) + [$0], element: $1) }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.element)
    }
}
