import Diagnostics
import Formats
import Handbook
import Markdown
import Templates

/// One role: its purpose, its work, the roles it works with, and what sources say about it.
struct RolePage: DescribedPage {
    let subject: Role
    var area: Area { .roles }
    static let templates = ["role"]
    static let sheets: Set<StyleSheet> = [.role]
    static let shape: ViewShape.Fields = .opening.adding([
        "short": .text, "call": .text, "color": .text, "group": .text, "group_href": .text, "side": .text, "aliases": .text,
        "involve": .html, "delivers": .list(.html), "kpis": .list(.html), "core_skills": .list(.html),
        "decides": .list(["title": .text, "href": .text, "cites": .html]), "missing": .list(.text), "facts_id": .text, "card_href": .text,
        "duties": .list(["id": .text, "title": .html, "html": .html]),
        "eras": .list(["id": .text, "title": .text, "notes": .html, "passages": .list(Table.Cell.passage)]), "eras_id": .text,
        "eras_opening": .html,
        "eras_shown": .flag, "eras_notes": .html, "accounts_notes": .html, "differences_notes": .html,
        "people": .list(person),
        "neighbours": RoleNeighbours.shape, "people_id": .text,
        "compared": .list(["title": .text, "href": .text, "color": .text]), "accounts": Differences.accountsShape,
        "accounts_table": Table.shape,
        "accounts_id": .text, "accounts_title": .text, "said": .flag, "disputes": .list(DisputeView.shape),
        "differences": Differences.shape, "differences_id": .text, "sections": .list(.section), "links": .list(.link), "links_id": .text,
    ]).adding(RoleWorkView.shape)
    private static let person: ViewShape = [
        "role": .role, "href": .text, "basis": .text, "is_stated": .flag, "basis_note": .text, "overlap": .text,
        "collaboration": .list(.html),
    ]
    var feed: String? { Feeds.path(of: subject) }
    var data: String { DataFiles.path(of: subject) }

    func values(_ context: PageContext) -> PageValues {
        let role = subject
        let page = role.page
        let group = context.handbook.settings.groups.first { $0.id == role.group }
        let side = context.handbook.settings.sides.first { $0.id == role.side }
        var values = PageValues(
            context,
            [
                "short": .text(role.short), "call": RoleCard.call(role), "color": .text(context.site.color(role)),
                "summary": context.html(page.summary),
                "group": View(group?.title), "group_href": .text(context.href("", group.map { Anchors.slug($0.id) })),
                "side": View(side?.title),
                "aliases": View(role.aliases.isEmpty ? nil : role.aliases.map(\.value).joined(separator: ", ")),
                "involve": context.html(role.involve), "delivers": context.html(role.deliverables), "kpis": context.html(role.kpis),
                "core_skills": context.html(role.coreSkills), "decides": decisions(context), "missing": missing(context),
                "facts_id": context.id(anchor("facts")), "card_href": .text(CardsPage.href(role, context)),
                "opening": context.html(role.body.opening, of: page),
                "duties": .each(duties) { duty($0, context) },
                "eras": eras(context), "eras_opening": erasOpening(context), "eras_shown": .flag(!isEmpty(.eras)),
                "eras_id": context.id(role.body.section(.eras)?.heading.anchor ?? anchor("eras")),
                "eras_notes": notes(.eras, context), "accounts_notes": notes(.accounts, context),
                "differences_notes": notes(.differences, context),
                "people": people(context), "neighbours": RoleNeighbours(role: role, context: context).view,
                "people_id": context.id(anchor("people")),
                "compared": compared(context), "accounts": accounts(context),
                "accounts_id": context.id(role.body.section(.accounts)?.heading.anchor ?? anchor("accounts")),
                "accounts_title": .text(context.handbook.settings.sections.heading(of: .accounts)),
                "said": .flag(!isEmpty(.accounts) || !context.analysis.work(of: role.slug).disputes.isEmpty),
                "disputes": .each(context.analysis.work(of: role.slug).disputes) { DisputeView.view($0, own: role.slug, context) },
                "differences": Differences.view(role.body.sections(.differences), of: page, context),
                "differences_id": context.id(role.body.section(.differences)?.heading.anchor ?? anchor("differences")),
                "sections": sections(role.body.others(than: Role.sections), context),
                "links": .each(context.analysis.backlinks.linking(to: page.id).compactMap { context.handbook.page($0) }) { other in
                    ["title": .text(other.title.value), "href": .text(context.href(other.address))]
                },
                "links_id": context.id(anchor("links")),
            ]
        )
        RoleWorkView(role: role, context: context).add(to: &values, anchor)
        values.show(accountsTable(context), as: "accounts_table")
        return values
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        let role = subject
        let names = context.handbook.settings.sections
        var entries: [OutlineEntry] = []
        func add(_ title: String, _ anchor: String, _ there: Bool) {
            if there { entries.append(OutlineEntry(title: title, anchor: anchor)) }
        }
        for section in duties { add(section.heading.text, section.heading.anchor, true) }
        if let section = role.body.section(.eras) { add(section.heading.text, section.heading.anchor, !isEmpty(.eras)) }
        add(context.strings["people"], anchor("people"), !RoleNeighbours(role: role, context: context).all.isEmpty)
        let work = RoleWorkView(role: role, context: context)
        add(context.strings["in_matrices"], anchor("matrices"), !work.rows.isEmpty)
        add(context.strings["in_activities"], anchor("activities"), !work.activities.isEmpty)
        add(context.strings["in_stages"], anchor("stages"), !work.stages.isEmpty)
        add(context.strings["in_teams"], anchor("teams"), !work.teams.isEmpty)
        add(
            names.heading(of: .accounts),
            role.body.section(.accounts)?.heading.anchor ?? anchor("accounts"),
            !isEmpty(.accounts) || !context.analysis.work(of: role.slug).disputes.isEmpty
        )
        if let section = role.body.section(.differences) {
            add(context.strings["sources_differ"], section.heading.anchor, !isEmpty(.differences))
        }
        return entries + outline(of: role.body.others(than: Role.sections))
    }

    /// What it has the last word on, by source.
    private func decisions(_ context: PageContext) -> View {
        let found = context.analysis.work(of: subject.slug).parts.filter { $0.part <= .decides }
        return .each(found) { entry in
            [
                "title": .text(entry.activity.title), "href": .text(context.href(entry.activity)),
                "cites": context.cites(entry.sources),
            ]
        }
    }

    /// Whether it has the last word on something, in an activity or in a matrix.
    private func decides(_ context: PageContext) -> Bool {
        let work = context.analysis.work(of: subject.slug)
        return work.parts.contains { $0.part <= .decides } || work.claims.contains { $0.part <= .decides }
            || work.cells.contains(where: \.isAccountable)
    }

    /// The names of the facts that nobody has stated, so that a page can say so in one line.
    private func missing(_ context: PageContext) -> View {
        let facts = [
            ("involve", subject.involve == nil), ("delivers", subject.deliverables.isEmpty), ("kpis", subject.kpis.isEmpty),
            ("core_skills", subject.coreSkills.isEmpty),
            ("decides_on", !decides(context)),
        ]
        return .each(facts.filter(\.1)) { key, _ in .text(context.strings[key]) }
    }

    /// What it does, knows and can do: every section that says so and is not empty.
    private var duties: [Section] {
        [SectionName.responsibilities, .knowledge, .skills].flatMap { subject.body.sections($0) }.filter { !$0.isEmpty }
    }

    private func duty(_ section: Section, _ context: PageContext) -> View {
        [
            "id": context.id(section.heading.anchor), "title": .html(HTML(context.inner(section.headingBlock, of: subject.page))),
            "html": context.html(section.blocks, of: subject.page),
        ]
    }

    /// Whether nothing is under any heading of a meaning.
    private func isEmpty(_ name: SectionName) -> Bool { subject.body.sections(name).allSatisfy(\.isEmpty) }

    /// The marks of footnotes in the author's heading of a section for which the page has a heading of its own.
    private func notes(_ name: SectionName, _ context: PageContext) -> View {
        notes(subject.body.section(name)?.headingBlock.inlines.footnoteReferences ?? [], context)
    }

    private func notes(_ references: [FootnoteReference], _ context: PageContext) -> View {
        references.isEmpty ? .none : .html(context.marks(references, of: subject.page))
    }

    /// What the page says of all eras, before the first of them.
    private func erasOpening(_ context: PageContext) -> View {
        let sections = subject.body.sections(.eras)
        let later = sections.dropFirst().flatMap { $0.opening.isEmpty ? [] : [$0.headingBlock] + $0.opening }
        return context.html((sections.first?.opening ?? []) + later, of: subject.page)
    }

    private func eras(_ context: PageContext) -> View {
        let history = EraHistory(of: subject, eras: context.handbook.settings.eras, likenesses: context.analysis.likenesses)
        return .each(history.parts) { part in
            [
                "id": context.id(part.anchor), "title": .text(part.era.title), "notes": notes(part.footnotes, context),
                "passages": .each(EraView.passages(part, of: subject, context)) { $0.view(context) },
            ]
        }
    }

    /// The roles it has a relation with, stated ones first.
    private func people(_ context: PageContext) -> View {
        let relations = context.handbook.relations(of: subject.slug)
        let sorted = relations.filter { $0.basis == .stated } + relations.filter { $0.basis != .stated }
        return .each(sorted) { relation in
            [
                "role": context.role(relation.partner(of: subject.slug) ?? ""), "href": .text(context.href(relation)),
                "basis": .text(context.strings[relation.basis.rawValue]), "is_stated": .flag(relation.basis == .stated),
                "basis_note": .text(context.strings["\(relation.basis.rawValue)_note"]),
                "overlap": View(relation.overlap.isEmpty ? nil : relation.overlap.compactMap(\.lead).joined(separator: ", ")),
                "collaboration": .each(relation.collaboration) { .html(HTML(context.inner($0.block, of: relation.page))) },
            ]
        }
    }

    /// Roles that computation compares it with: the role's title, and the address of the comparison.
    private func compared(_ context: PageContext) -> View {
        .each(context.site.pairs.pairs(of: subject.slug)) { pair in
            let partner = context.handbook.role(pair.partner(of: subject.slug))
            return [
                "title": View(partner?.title), "color": .text(partner.map(context.site.color) ?? ""),
                "href": .text(context.href(Addresses.comparison(of: pair.slugs))),
            ]
        }
    }

    private func accounts(_ context: PageContext) -> View {
        Differences.accounts(subject.body.sections(.accounts), of: subject.page, context)
    }

    /// The same for a spreadsheet.
    private func accountsTable(_ context: PageContext) -> Table {
        Table(
            "accounts",
            context.handbook.settings.sections.heading(of: .accounts),
            columns: [.text(context.strings["source"]), .text(context.strings["says"])],
            rows: subject.accounts.map { item in
                let sources = item.citations.map { context.handbook.source($0.key)?.title ?? $0.key }.uniqued()
                return [.list(sources.map(Phrase.text), none: ""), .phrase(.contents(item.block, of: subject.page))]
            }
        )
    }
}
