import Diagnostics
import Markdown

/// Makes the domain's values of pages, with every name resolved.
struct HandbookBuilder {
    private let pages: [Page]
    private let files: ProjectFiles
    private let settings: Settings
    private let resolver: Resolver

    init(pages: [Page], files: ProjectFiles, settings: Settings) {
        self.pages = pages
        self.files = files
        self.settings = settings
        resolver = Resolver(
            names: NameIndex(pages.flatMap(Self.names)), settings: settings,
            sourceKeys: Set(pages.filter { $0.id.kind == .source }.map(\.slug)),
            paths: Dictionary(pages.map { ($0.id, $0.path) }) { first, _ in first },
            headers: Dictionary(
                pages.filter { $0.id.kind == .role }.map { ($0.slug, $0.record.text("short")?.value ?? $0.title.value) }
            ) { first, _ in first })
    }

    /// The names that lead to a page.
    private static func names(of page: Page) -> [NameIndex.Entry] {
        guard page.id.kind != .relation else { return [] }
        let declared = [page.title, page.record.text("short")].compactMap(\.self) + page.record.texts("aliases") + page.record.texts("also")
        let slug = NameIndex.Entry(name: page.slug, page: page.id, location: page.source.location())
        return declared.map { NameIndex.Entry(name: $0.value, page: page.id, location: $0.location) } + [slug]
    }

    func build(into findings: inout Findings) -> Handbook {
        for page in pages {
            for key in page.sources { _ = resolver.source(key, into: &findings) }
        }
        let roles = sorted(.role).map { role($0, &findings) }.stableSorted { a, b in
            (rank(a.group, settings.groups), a.page.order ?? .max) < (rank(b.group, settings.groups), b.page.order ?? .max)
        }
        let stages = sorted(.stage).map { stage($0, &findings) }
        let sources = sorted(.source).enumerated().map { source($1, number: $0 + 1) }
        let activities = sorted(.activity).map { activity($0, &findings) }.stableSorted { a, b in
            rank(a.stage, stages.map(\.slug)) < rank(b.stage, stages.map(\.slug))
        }
        return Handbook(
            settings: settings, roles: roles, relations: relations(roles, &findings), matrices: matrices(&findings),
            activities: activities, stages: stages, teams: sorted(.team).map { team($0, &findings) }, sources: sources,
            pages: sorted(.page).map { PlainPage(page: $0, body: Body($0, names: settings.sections)) }, files: files,
            names: resolver.names)
    }

    /// The pages of a kind by order, then title, then slug.
    private func sorted(_ kind: Kind) -> [Page] {
        pages.filter { $0.id.kind == kind }.sorted { a, b in
            (a.order ?? .max, a.title.value, a.slug) < (b.order ?? .max, b.title.value, b.slug)
        }
    }

    private func rank(_ id: String?, _ categories: [Category]) -> Int { rank(id, categories.map(\.id)) }

    private func rank(_ id: String?, _ ids: [String]) -> Int { id.flatMap { ids.firstIndex(of: $0) } ?? ids.count }

    // MARK: - Roles and relations

    private func role(_ page: Page, _ findings: inout Findings) -> Role {
        let record = page.record
        let body = Body(page, names: settings.sections)
        func items(_ name: SectionName) -> [Item] { body.section(name)?.items(in: page.source) ?? [] }
        return Role(
            page: page, short: record.text("short")?.value ?? page.title.value, aliases: record.texts("aliases"),
            group: resolver.category(record.text("group"), among: settings.groups, called: "group", into: &findings),
            side: resolver.category(record.text("side"), among: settings.sides, called: "side", into: &findings),
            involve: record.text("involve").map { CitedText($0.value) }, kpis: cited(record.texts("kpis")),
            deliverables: cited(record.texts("deliverables")), coreSkills: cited(record.texts("core_skills")), body: body,
            responsibilities: items(.responsibilities), knowledge: items(.knowledge), skills: items(.skills),
            eras: eras(body, page, &findings), accounts: items(.accounts), differences: items(.differences))
    }

    private func cited(_ texts: [Located<String>]) -> [CitedText] { texts.map { CitedText($0.value) } }

    private func eras(_ body: Body, _ page: Page, _ findings: inout Findings) -> [EraPart] {
        guard let section = body.section(.eras) else { return [] }
        var parts: [EraPart] = []
        for part in section.parts {
            let heading = page.document.headings.first { $0.anchor == part.anchor }
            let name = Located(part.heading, at: heading?.location ?? page.source.location())
            guard let era = resolver.category(name, among: settings.eras, called: "era", into: &findings) else { continue }
            let items = part.blocks.flatMap { Item.items(of: $0, in: page.source) }
            parts.append(EraPart(era: era, anchor: part.anchor, items: items, blocks: part.blocks))
        }
        return parts
    }

    private func relations(_ roles: [Role], _ findings: inout Findings) -> [Relation] {
        let order = Dictionary(roles.enumerated().map { ($1.slug, $0) }) { first, _ in first }
        var first: [Set<String>: Page] = [:]
        var relations: [Relation] = []
        for page in sorted(.relation) {
            guard let pair = RelationPair.read(page, resolver, into: &findings) else { continue }
            if let other = first[Set(pair)] {
                findings.add(RelationPair.repeated(page, other))
                continue
            }
            first[Set(pair)] = page
            relations.append(relation(page, pair, roles))
        }
        return relations.stableSorted { a, b in
            let left = (a.page.order ?? .max, a.between.compactMap { order[$0] })
            let right = (b.page.order ?? .max, b.between.compactMap { order[$0] })
            return left.0 != right.0 ? left.0 < right.0 : left.1.lexicographicallyPrecedes(right.1)
        }
    }

    private func relation(_ page: Page, _ pair: [String], _ roles: [Role]) -> Relation {
        var page = page
        page.address = "compare/\(pair[0])/\(pair[1])/"
        if page.record.text("title") == nil {
            let titles = pair.compactMap { slug in roles.first { $0.slug == slug }?.title }
            page.title = Located(titles.joined(separator: " · "), at: page.source.location())
        }
        let body = Body(page, names: settings.sections)
        return Relation(
            page: page, between: pair, basis: page.record.text("basis").flatMap { Basis(rawValue: $0.value) } ?? .stated, body: body,
            overlap: body.section(.overlap)?.items(in: page.source) ?? [],
            collaboration: body.section(.collaboration)?.items(in: page.source) ?? [])
    }

    // MARK: - Work

    private func matrices(_ findings: inout Findings) -> [Matrix] {
        sorted(.matrix).map { page in MatrixReader(page: page, resolver: resolver).read(into: &findings) }
    }

    private func activity(_ page: Page, _ findings: inout Findings) -> Activity {
        let stage = page.record.text("stage").flatMap { resolver.page($0, kind: .stage, into: &findings) }
        var positions: [Position] = []
        for record in page.record.records("positions") {
            var parts: [Part: [String]] = [:]
            for part in Part.allCases {
                let slugs = resolver.roles(record.texts(part.rawValue), into: &findings)
                if !slugs.isEmpty { parts[part] = slugs }
            }
            guard let key = record.text("source"), let source = resolver.source(key, into: &findings) else { continue }
            positions.append(
                Position(
                    source: source, matrix: nil, parts: parts, says: record.text("says").map { CitedText($0.value) },
                    location: key.location))
        }
        return Activity(
            page: page, also: page.record.texts("also"), stage: stage, positions: positions, body: Body(page, names: settings.sections))
    }

    private func stage(_ page: Page, _ findings: inout Findings) -> Stage {
        Stage(
            page: page, drives: resolver.roles(page.record.texts("drives"), into: &findings),
            takesPart: resolver.roles(page.record.texts("takes_part"), into: &findings),
            key: resolver.roles(page.record.texts("key"), into: &findings), outputs: cited(page.record.texts("outputs")),
            body: Body(page, names: settings.sections))
    }

    private func team(_ page: Page, _ findings: inout Findings) -> Team {
        var cast: [Team.Member] = []
        for record in page.record.records("cast") {
            guard let name = record.text("role"), let role = resolver.role(name, into: &findings) else { continue }
            cast.append(
                Team.Member(
                    role: role, note: record.text("note").map { CitedText($0.value) }, isOptional: record.boolean("optional")?.value ?? false))
        }
        return Team(
            page: page, era: resolver.category(page.record.text("era"), among: settings.eras, called: "era", into: &findings), cast: cast,
            body: Body(page, names: settings.sections))
    }

    private func source(_ page: Page, number: Int) -> Source {
        let record = page.record
        return Source(
            page: page, number: number, short: record.text("short")?.value ?? page.title.value, author: record.text("author")?.value,
            type: record.text("type")?.value, url: record.text("url")?.value,
            published: record.text("published").flatMap { CalendarDate($0.value) },
            retrieved: record.text("retrieved").flatMap { CalendarDate($0.value) }, body: Body(page, names: settings.sections))
    }
}

extension Array {
    /// Sorted, with equal elements left in their order.
    func stableSorted(by areInOrder: (Element, Element) -> Bool) -> [Element] {
        enumerated().sorted { a, b in
            areInOrder(a.element, b.element) || (!areInOrder(b.element, a.element) && a.offset < b.offset)
        }.map(\.element)
    }
}
