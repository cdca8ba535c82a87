import Diagnostics
import Markdown

/// Gathers every statement on what a role has to do with a piece of work.
public struct Why: Sendable {
    /// The role.
    public let role: Role
    /// The piece of work.
    public let work: PieceOfWork
    /// The statements: matrices' cells, positions, the role's card, its relations.
    public let statements: [Statement]

    /// Gathers the statements.
    public init(_ role: Role, _ work: PieceOfWork, in handbook: Handbook) {
        self.role = role
        self.work = work
        let search = WhySearch(role: role, work: work, handbook: handbook)
        statements = search.cells + search.positions + search.card + search.relations
    }
}

/// Looks through the parts of a handbook where a role and a piece of work meet.
private struct WhySearch {
    let role: Role
    let work: PieceOfWork
    let handbook: Handbook
    let matcher: WordMatcher
    let links: LinkResolver

    init(role: Role, work: PieceOfWork, handbook: Handbook) {
        self.role = role
        self.work = work
        self.handbook = handbook
        matcher = WordMatcher(work)
        links = LinkResolver(handbook)
    }

    var cells: [Statement] {
        handbook.matrices.flatMap { matrix in
            matrix.tasks.filter { work.isTask(of: $0.row) }.flatMap { table, row in
                zip(table.columns, row.cells).filter { $0.0.role == role.slug }.map { _, cell in
                    Statement(
                        content: .cell(Statement.PageName(matrix), task: row.task, cell),
                        location: cell.location,
                        sources: matrix.page.sources.map { source($0.value) }
                    )
                }
            }
        }
    }

    var positions: [Statement] {
        guard let activity = work.activity else { return [] }
        return activity.page.record.records("positions").flatMap { record -> [Statement] in
            guard let key = record.text("source") else { return [] }
            return Part.allCases.flatMap { part in
                record.texts(part.rawValue).filter { leadsToRole($0.value) }.map { name in
                    Statement(
                        content: .position(part: part, says: record.text("says").map { CitedText($0.value).text }),
                        location: name.location,
                        sources: [source(key.value)]
                    )
                }
            }
        }
    }

    private func leadsToRole(_ name: String) -> Bool { handbook.names.resolve(name, among: [.role]) == .found(role.id) }

    var card: [Statement] {
        let page = role.page
        var found: [Statement] = []
        if let involve = page.record.text("involve") { found += facts("involve", [involve]) }
        for key in ["kpis", "deliverables", "core_skills"] { found += facts(key, page.record.texts(key)) }
        for (name, items) in [
            (SectionName.responsibilities, role.responsibilities), (.knowledge, role.knowledge), (.skills, role.skills),
            (.eras, role.eras.flatMap(\.items)), (.accounts, role.accounts), (.differences, role.differences),
        ] {
            found += matches(items, page).map { item, match in
                statement(.card(place(name), words: item.words, match), item)
            }
        }
        return found
    }

    private func place(_ name: SectionName) -> Statement.Place {
        Statement.Place(field: name.rawValue, heading: handbook.settings.sections.heading(of: name))
    }

    private func facts(_ key: String, _ texts: [Located<String>]) -> [Statement] {
        let place = Statement.Place(field: key, heading: key.replacing("_", with: " "))
        return texts.compactMap { text in
            let cited = CitedText(text.value)
            guard let match = matcher.match(lead: cited.text, text: "") else { return nil }
            return Statement(
                content: .card(place, words: cited.text, match),
                location: text.location,
                sources: cited.citations.map { source($0.key, $0.locator) }
            )
        }
    }

    var relations: [Statement] {
        handbook.relations(of: role.slug).flatMap { relation in
            [(SectionName.overlap, relation.overlap), (.collaboration, relation.collaboration)].flatMap { name, items in
                matches(items, relation.page).map { item, match in
                    statement(.relation(Statement.PageName(relation), place(name), words: item.words, match), item)
                }
            }
        }
    }

    /// The items that are about the work. Where an item is not, those inside it may be.
    private func matches(_ items: [Item], _ page: Page) -> [(Item, WordMatch)] {
        items.flatMap { item -> [(Item, WordMatch)] in
            if let match = matcher.match(lead: item.lead, text: item.text, isLinked: isLinked(item, page)) { return [(item, match)] }
            return matches(item.children, page)
        }
    }

    private func isLinked(_ item: Item, _ page: Page) -> Bool {
        guard let activity = work.activity else { return false }
        let inner = item.children.map(\.block.lines)
        return page.document.references.contains { reference in
            guard let line = reference.location.line, item.block.lines.contains(line), !inner.contains(where: { $0.contains(line) }) else {
                return false
            }
            return links.pages(reference, in: page).contains(activity.id)
        }
    }

    private func statement(_ content: Statement.Content, _ item: Item) -> Statement {
        Statement(content: content, location: item.location, sources: item.citations.map { source($0.key, $0.locator) })
    }

    private func source(_ key: String, _ locator: String? = nil) -> Statement.Source {
        Statement.Source(key: key, title: handbook.source(key)?.title ?? key, locator: locator)
    }
}

extension Item {
    /// The lead and the text.
    fileprivate var words: String { [lead, text].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ": ") }
}
