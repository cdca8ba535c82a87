import Formats
import Handbook
import Markdown
import Templates

/// Two roles side by side: what a relation declares, and apart from it what computation finds.
struct PairPage: SitePage {
    let roles: [Role]
    /// The page that describes the two, if there is one.
    let relation: Relation?
    var area: Area { .comparisons }
    static let templates = ["comparison"]
    static let sheets: Set<StyleSheet> = [.comparison]
    static let shape: ViewShape.Fields = [
        "heading": .text, "pair": .list(.card), "summary": .html, "basis": .text, "is_stated": .flag, "basis_note": .text, "cites": .html,
        "overlap": .list(part), "collaboration": .list(part), "opening": .html, "sections": .list(.section), "facts": Table.shape,
        "facts_id": .text,
        "rows": Table.shape, "rows_id": .text,
        "hand_offs": .list(["accountable": .role, "responsible": .role, "task": .html, "matrix": .link]), "hand_offs_id": .text,
        "activities": .list(["title": .text, "href": .text, "differs": .flag]), "activities_id": .text, "stages": .list(.link),
        "stages_id": .text, "teams": .list(.link), "teams_id": .text,
    ]
    private static let part: ViewShape = ["id": .text, "title": .html, "html": .html]
    /// What computation found is on the pages of the two roles; what somebody wrote is on none but this.
    var isPrinted: Bool { relation != nil }
    var isInFullText: Bool { relation != nil }

    var address: String { Addresses.comparison(of: roles.map(\.slug)) }
    var title: String { relation?.title ?? roles.map(\.title).joined(separator: " · ") }
    var origin: Page? { relation?.page }

    var description: String? {
        if let summary = relation?.page.summary?.text { return summary }
        let names = relation?.overlap.compactMap(\.lead) ?? []
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    func values(_ context: PageContext) -> PageValues {
        let overlap = overlap(context)
        let basis = relation?.basis.rawValue ?? "computed"
        var values = PageValues(
            context,
            [
                // The sign between the names does not begin a line.
                "heading": .text(title.replacing(" · ", with: "\u{A0}· ")), "pair": .each(roles) { RoleCard.view($0, context) },
                "summary": context.html(relation?.page.summary), "basis": .text(context.strings[basis]),
                "is_stated": .flag(relation?.basis == .stated), "basis_note": .text(context.strings["\(basis)_note"]),
                "cites": context.cites(relation?.page.sources.map(\.value) ?? []), "overlap": parts(.overlap, context),
                "collaboration": parts(.collaboration, context), "opening": .none, "sections": [],
                "facts_id": context.id(anchor("side-by-side")), "rows_id": context.id(anchor("matrices")),
                "hand_offs": .each(overlap.handOffs) { handOff in
                    [
                        "accountable": context.role(handOff.accountable), "responsible": context.role(handOff.responsible),
                        "task": .html(HTML(context.inner(handOff.row.block, of: handOff.matrix.page))),
                        "matrix": context.link(handOff.matrix),
                    ]
                },
                "hand_offs_id": context.id(anchor("hand-offs")),
                "activities": .each(overlap.activities) { activity in
                    [
                        "title": .text(activity.title), "href": .text(context.href(activity)),
                        "differs": .flag(context.analysis.tally(of: activity).verdict == .differ),
                    ]
                },
                "activities_id": context.id(anchor("activities")), "stages": .each(overlap.stages) { context.link($0) },
                "stages_id": context.id(anchor("stages")), "teams": .each(overlap.teams) { context.link($0) },
                "teams_id": context.id(anchor("teams")),
            ]
        )
        values.show(PairFacts(roles: roles, context: context).table, as: "facts")
        values.show(rows(context), as: "rows")
        if let relation {
            values["opening"] = context.html(relation.body.opening, of: relation.page)
            values["sections"] = .each(otherSections) { section in
                [
                    "id": context.id(section.heading.anchor), "title": .html(HTML(context.inner(section.headingBlock, of: relation.page))),
                    "html": context.html(section.blocks, of: relation.page),
                ]
            }
        }
        return values
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        let declared = declared(.overlap) + declared(.collaboration)
        var entries = declared.map { OutlineEntry(title: $0.heading.text, anchor: $0.heading.anchor) }
        entries.append(OutlineEntry(title: context.strings["side_by_side"], anchor: anchor("side-by-side")))
        if !Overlap.handOffs(roles[0].slug, roles[1].slug, context.analysis).isEmpty {
            entries.append(OutlineEntry(title: context.strings["hand_offs"], anchor: anchor("hand-offs")))
        }
        if !sharedRows(context).isEmpty {
            entries.append(OutlineEntry(title: context.strings["shared_rows"], anchor: anchor("matrices")))
        }
        return entries + otherSections.map { OutlineEntry(title: $0.heading.text, anchor: $0.heading.anchor) }
    }

    private var otherSections: [Section] { relation?.body.others(than: Relation.sections) ?? [] }

    func overlap(_ context: PageContext) -> Overlap { Overlap(roles[0], roles[1], context.analysis) }

    /// Rows of matrices in which both have a letter, with the cell of each.
    private func sharedRows(_ context: PageContext) -> [(first: RoleWork.Cell, second: RoleWork.Cell)] {
        context.analysis.work(of: roles[0].slug).rows(with: context.analysis.work(of: roles[1].slug))
    }

    /// An anchor for a section that the theme adds, beside those of the author's headings.
    private func anchor(_ name: String) -> String {
        relation?.page.anchor(name) ?? name
    }

    /// The sections of a meaning that say something.
    private func declared(_ name: SectionName) -> [Section] { relation?.body.sections(name).filter { !$0.isEmpty } ?? [] }

    private func parts(_ name: SectionName, _ context: PageContext) -> View {
        guard let relation else { return [] }
        return .each(declared(name)) { section in
            [
                "id": context.id(section.heading.anchor), "title": .html(HTML(context.inner(section.headingBlock, of: relation.page))),
                "html": context.html(section.blocks, of: relation.page),
            ]
        }
    }

    /// Rows of matrices in which both have a letter.
    private func rows(_ context: PageContext) -> Table {
        Table(
            "rows",
            context.strings["shared_rows"],
            style: "rows shared-rows",
            columns: [.text(context.strings["task"])] + roles.map { .role($0.slug, context.site) } + [.text(context.strings["matrix"])],
            rows: sharedRows(context).map { first, second in
                [.phrase(.contents(first.row.block, of: first.matrix.page))]
                    + [first.cell, second.cell].map { .letters($0, in: first.matrix, context.site) } + [.link(first.matrix)]
            }
        )
    }
}

/// The facts of two roles, a row a fact, with what is the same, similar or only here marked.
struct PairFacts {
    let roles: [Role]
    let context: PageContext

    /// An entry of a list: the words that are compared, and what is shown.
    private struct Entry {
        let name: String
        let phrase: Phrase
    }

    /// A row for each fact that one of the two has.
    var table: Table {
        let strings = context.strings
        let names = context.handbook.settings.sections
        func items(_ items: [Item]) -> [Entry] { items.map { Entry(name: $0.name, phrase: .text($0.name)) } }
        func texts(_ texts: [CitedText]) -> [Entry] { texts.map { Entry(name: $0.text, phrase: .cited($0)) } }
        let groups = context.handbook.settings.groups
        let rows: [(String, (Role) -> [Entry])] = [
            (
                strings["group"],
                { role in groups.filter { $0.id == role.group }.map { Entry(name: $0.title, phrase: .text($0.title)) } }
            ),
            (strings["involve"], { texts([$0.involve].compactMap(\.self)) }), (strings["delivers"], { texts($0.deliverables) }),
            (strings["kpis"], { texts($0.kpis) }), (strings["core_skills"], { texts($0.coreSkills) }),
            (names.heading(of: .responsibilities), { items($0.responsibilities) }),
            (names.heading(of: .knowledge), { items($0.knowledge) }),
            (names.heading(of: .skills), { items($0.skills) }),
        ]
        let filled = rows.map { ($0.0, $0.1(roles[0]), $0.1(roles[1])) }.filter { !$0.1.isEmpty || !$0.2.isEmpty }
        return Table(
            "facts",
            strings["side_by_side"],
            style: "versus-table",
            columns: [.text(strings["fact"])] + roles.map(column),
            groups: [
                Table.Group(
                    rows: filled.map { label, first, second in
                        let matches = context.analysis.likenesses.matches(first.map(\.name), second.map(\.name))
                        let state = state(first, second, matches.count)
                        let heading = Phrase([.text(label + " "), .span([.text(state.text)], style: "state", isAside: true)])
                        return Table.Row(
                            [
                                .phrase(heading), cell(first, matches.map { ($0.first, second[$0.second].name, $0.how) }, roles[0]),
                                cell(second, matches.map { ($0.second, first[$0.first].name, $0.how) }, roles[1]),
                            ],
                            style: "is-\(state.kind)"
                        )
                    }
                )
            ]
        )
    }

    private func column(_ role: Role) -> Table.Column {
        Table.Column(title: role.title, address: role.page.address, mark: context.site.color(role))
    }

    /// One role's list: what both have first, each entry with how it was found to be in both.
    private func cell(_ entries: [Entry], _ matches: [(index: Int, other: String, how: Likeness)], _ role: Role) -> Table.Cell {
        let met = Dictionary(matches.map { ($0.index, $0) }) { first, _ in first }
        let order = entries.indices.filter { met[$0] != nil } + entries.indices.filter { met[$0] == nil }
        var cell = Table.Cell.list(order.map { item(entries[$0], met[$0]) }, none: .blank(context.strings["not_given"]))
        cell.mark = context.site.color(role)
        return cell
    }

    private func item(_ entry: Entry, _ match: (index: Int, other: String, how: Likeness)?) -> Table.Cell.Item {
        guard let match else { return Table.Cell.Item(entry.phrase) }
        if match.how == .same {
            let words = "(\(context.strings["in_both"]))"
            return Table.Cell.Item(entry.phrase + aside(words, style: "sr"), style: "is-both")
        }
        let note = context.strings.text("like_\(match.how.rawValue)", ["name": match.other])
        return Table.Cell.Item(entry.phrase + aside(note, style: "letter-note"), style: "is-similar")
    }

    private func aside(_ words: String, style: String) -> Phrase {
        Phrase([.text(" "), .span([.text(words)], style: style, isAside: true)])
    }

    /// How two lists stand to each other, in a word for the eye and in words.
    private func state(_ first: [Entry], _ second: [Entry], _ shared: Int) -> (kind: String, text: String) {
        let strings = context.strings
        if first.isEmpty || second.isEmpty { return ("only", strings.text("only_role", ["role": roles[first.isEmpty ? 1 : 0].short])) }
        if shared == 0 { return ("differ", strings["different"]) }
        if shared == first.count, shared == second.count { return ("same", strings["same"]) }
        return ("mixed", strings.text("in_both_count", ["count": String(shared)]))
    }
}
