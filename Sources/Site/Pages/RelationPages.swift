import Handbook
import Markdown

/// All comparisons: stated relations, then inferred ones.
struct ComparisonsPage: ListPage {
    let site: Site
    var area: Area { .comparisons }
    let template = "comparisons"

    func values(_ context: PageContext) -> [String: View] {
        var values = openingValues(context)
        values["kinds"] = .each([Basis.stated, .inferred]) { basis in
            let relations = context.handbook.relations.filter { $0.basis == basis }
            return [
                "title": .text(context.strings[basis.rawValue]), "note": .text(context.strings["\(basis.rawValue)_note"]),
                "id": .text(basis.rawValue), "is_stated": .flag(basis == .stated), "any": .flag(!relations.isEmpty),
                "relations": .each(relations) { relation in
                    [
                        "first": context.role(relation.between[0]), "second": context.role(relation.between[1]),
                        "href": .text(context.href(relation)),
                        "overlap": View(relation.overlap.isEmpty ? nil : relation.overlap.compactMap(\.lead).joined(separator: ", ")),
                    ]
                },
            ]
        }
        return values
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        [Basis.stated, .inferred].filter { basis in context.handbook.relations.contains { $0.basis == basis } }
            .map { OutlineEntry(title: context.strings[$0.rawValue], anchor: $0.rawValue) }
    }
}

/// Two roles side by side: overlap and collaboration, facts, rows, stages and teams they meet in.
struct RelationPage: DescribedPage {
    let subject: Relation
    var area: Area { .comparisons }
    let template = "comparison"

    var description: String? {
        subject.page.summary?.text ?? (subject.overlap.isEmpty ? nil : subject.overlap.compactMap(\.lead).joined(separator: ", "))
    }

    func values(_ context: PageContext) -> [String: View] {
        let page = subject.page
        let pair = subject.between.compactMap { context.handbook.role($0) }
        return [
            // The sign between the names does not begin a line.
            "heading": .text(title.replacing(" · ", with: "\u{A0}· ")),
            "pair": .each(pair) { RoleCard.view($0, context) }, "summary": context.html(page.summary),
            "basis": .text(context.strings[subject.basis.rawValue]), "is_stated": .flag(subject.basis == .stated),
            "basis_note": .text(context.strings["\(subject.basis.rawValue)_note"]),
            "cites": context.cites(page.sources.map(\.value)),
            "opening": context.html(subject.body.opening, of: page), "overlap": part(.overlap, context),
            "collaboration": part(.collaboration, context), "sections": sections(subject.body.others(than: Relation.sections), context),
            "facts": facts(pair, context), "facts_id": .text(anchor("side-by-side")), "rows": rows(context),
            "rows_id": .text(anchor("matrices")), "stages": stages(context), "stages_id": .text(anchor("stages")), "teams": teams(context),
            "teams_id": .text(anchor("teams")),
        ]
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        var entries = [subject.body.section(.overlap), subject.body.section(.collaboration)].compactMap(\.self).filter { !$0.isEmpty }
            .map { OutlineEntry(title: $0.heading.text, anchor: $0.heading.anchor) }
        entries.append(OutlineEntry(title: context.strings["side_by_side"], anchor: anchor("side-by-side")))
        if case .list(let rows) = rows(context), !rows.isEmpty {
            entries.append(OutlineEntry(title: context.strings["shared_rows"], anchor: anchor("matrices")))
        }
        return entries + outline(of: subject.body.others(than: Relation.sections))
    }

    private func part(_ name: SectionName, _ context: PageContext) -> View {
        guard let section = subject.body.section(name), !section.isEmpty else { return .none }
        return [
            "id": .text(section.heading.anchor), "title": .text(section.heading.text), "html": context.html(section.blocks, of: subject.page),
        ]
    }

    /// The facts of both roles, a row a fact; a fact that neither has is left out.
    private func facts(_ pair: [Role], _ context: PageContext) -> View {
        guard pair.count == 2 else { return [] }
        let names = context.handbook.settings.sections
        let strings = context.strings
        func lead(_ items: [Item]) -> [String] {
            items.map { item in (item.lead ?? item.text) }.map(RichText.escape)
        }
        let rows: [(String, (Role) -> [String])] = [
            (strings["group"], { role in context.handbook.settings.groups.filter { $0.id == role.group }.map { RichText.escape($0.title) } }),
            (strings["involve"], { role in role.involve.map { [context.html($0)] } ?? [] }),
            (strings["delivers"], { $0.deliverables.map(context.html) }), (strings["kpis"], { $0.kpis.map(context.html) }),
            (strings["core_skills"], { $0.coreSkills.map(context.html) }),
            (names.heading(of: .responsibilities), { lead($0.responsibilities) }), (names.heading(of: .knowledge), { lead($0.knowledge) }),
            (names.heading(of: .skills), { lead($0.skills) }),
        ]
        let filled = rows.map { ($0.0, $0.1(pair[0]), $0.1(pair[1])) }.filter { !$0.1.isEmpty || !$0.2.isEmpty }
        return .each(filled) { label, first, second in
            let state = state(first, second, pair, strings)
            return [
                "label": .text(label), "state": .text(state.text), "kind": .text(state.kind),
                "cells": .each([(first, second, pair[0]), (second, first, pair[1])]) { own, other, role in
                    let sorted = own.filter(other.has) + own.filter { !other.has($0) }
                    return [
                        "items": .each(sorted) { ["html": .text($0), "both": .flag(other.has($0))] }, "empty": .flag(own.isEmpty),
                        "color": .text(context.color(role)),
                    ]
                },
            ]
        }
    }

    /// How two lists stand to each other, in a word for the eye and in words.
    private func state(_ first: [String], _ second: [String], _ pair: [Role], _ strings: Strings) -> (kind: String, text: String) {
        let shared = first.filter(second.has).count
        if first.isEmpty || second.isEmpty {
            return ("only", strings.text("only_role", ["role": pair[first.isEmpty ? 1 : 0].short]))
        }
        if shared == 0 { return ("differ", strings["different"]) }
        if shared == first.count, shared == second.count { return ("same", strings["same"]) }
        return ("mixed", strings.text("in_both_count", ["count": String(shared)]))
    }

    /// Rows of matrices in which both have a letter.
    private func rows(_ context: PageContext) -> View {
        var views: [View] = []
        for matrix in context.handbook.matrices {
            for (table, row) in matrix.tasks {
                let cells = subject.between.map { slug in
                    zip(table.columns, row.cells).first { $0.0.role == slug && !$0.1.letters.isEmpty }?.1
                }
                guard cells.allSatisfy({ $0 != nil }) else { continue }
                views.append([
                    "task": .text(context.inner(row.block, of: matrix.page)), "matrix": context.link(matrix),
                    "cells": .each(cells.compactMap(\.self)) { MatrixView.cell($0, matrix.scheme, context) },
                ])
            }
        }
        return .list(views)
    }

    private func stages(_ context: PageContext) -> View {
        let shared = context.handbook.stages.filter { stage in
            subject.between.allSatisfy { (stage.drives + stage.takesPart + stage.key).contains($0) }
        }
        return .each(shared) { context.link($0) }
    }

    private func teams(_ context: PageContext) -> View {
        let shared = context.handbook.teams.filter { team in subject.between.allSatisfy { slug in team.cast.contains { $0.role == slug } } }
        return .each(shared) { context.link($0) }
    }
}

extension [String] {
    /// Whether a text is in the list, without regard to case and to the citations after it.
    fileprivate func has(_ text: String) -> Bool {
        func words(_ html: String) -> String { html.split(separator: "<span", maxSplits: 1).first?.lowercased() ?? "" }
        return contains { words($0) == words(text) }
    }
}
