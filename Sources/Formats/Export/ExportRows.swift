import Handbook
import Markdown

/// An export as rows of fields, for a spreadsheet: the tables of the site, merged where there are several.
struct ExportRows {
    let site: SiteContent

    private var strings: Strings { site.strings }

    func rows(of subject: Export.Subject) -> [[String]] {
        switch subject {
        case .handbook: roles
        case .role(let role): statements(role)
        case .matrix(let matrix): rows(of: matrix)
        }
    }

    // MARK: - Roles

    /// A row for each role.
    private var roles: [[String]] {
        let sections = [SectionName.responsibilities, .knowledge, .skills].map { site.handbook.settings.sections.heading(of: $0) }
        let header =
            ["role", "also_called", "group", "side", "summary", "involve", "delivers", "kpis", "core_skills"].map { strings[$0] } + sections
            + [strings["address"]]
        return [header]
            + site.handbook.roles.map { role in
                let facts = [
                    [role.title], [role.short].filter { $0 != role.title } + role.aliases.map(\.value), [group(role)], [side(role)],
                    [role.page.summary?.text ?? ""], [role.involve?.text ?? ""], role.deliverables.map(\.text), role.kpis.map(\.text),
                    role.coreSkills.map(\.text),
                ]
                let items = [role.responsibilities, role.knowledge, role.skills].map { $0.map(\.name).filter { !$0.isEmpty } }
                return (facts + items).map { $0.joined(separator: "; ") } + [Addresses(from: "").page(role.page.address)]
            }
    }

    private func group(_ role: Role) -> String { site.handbook.settings.groups.first { $0.id == role.group }?.title ?? "" }
    private func side(_ role: Role) -> String { site.handbook.settings.sides.first { $0.id == role.side }?.title ?? "" }

    /// A row for each statement of a role's card.
    private func statements(_ role: Role) -> [[String]] {
        var rows = [["fact", "says", "sources"].map { strings[$0] }]
        func add(_ fact: String, _ texts: [CitedText]) { rows += texts.map { [fact, $0.text, sources($0.citations)] } }
        func add(_ name: SectionName, _ items: [Item], _ fact: String? = nil) {
            let fact = fact ?? site.handbook.settings.sections.heading(of: name)
            for item in items {
                if !item.name.isEmpty { rows.append([fact, (item.lead ?? "") + item.joint + item.text, sources(item.citations)]) }
                add(name, item.children, fact)
            }
        }
        add(strings["summary"], [role.page.summary].compactMap(\.self))
        add(strings["involve"], [role.involve].compactMap(\.self))
        add(strings["delivers"], role.deliverables)
        add(strings["kpis"], role.kpis)
        add(strings["core_skills"], role.coreSkills)
        add(.responsibilities, role.responsibilities)
        add(.knowledge, role.knowledge)
        add(.skills, role.skills)
        for part in role.eras {
            add(.eras, part.items, site.handbook.settings.eras.first { $0.id == part.era }?.title)
        }
        add(.accounts, role.accounts)
        add(.differences, role.differences)
        return rows
    }

    private func sources(_ citations: [Citation]) -> String {
        citations.map { citation in
            [site.handbook.source(citation.key)?.title ?? citation.key, citation.locator].compactMap(\.self).joined(separator: ", ")
        }.joined(separator: "; ")
    }

    // MARK: - Matrices

    /// The matrix's own file; where it has several tables, their rows one after another under the roles of all.
    private func rows(of matrix: Matrix) -> [[String]] {
        let tables = matrix.tables.indices.map { MatrixTable(matrix, $0, site).facts() }
        guard tables.count > 1 else { return tables.first?.fields(site) ?? [[strings["task"]]] }
        var titles: [String] = []
        let columns = tables.flatMap { $0.columns.dropFirst() }
        for column in columns where !titles.contains(column.title) { titles.append(column.title) }
        let heads = titles.map { title in
            let notes = columns.filter { $0.title == title }.compactMap(\.note).uniqued().joined(separator: "; ")
            return notes.isEmpty ? title : "\(title) (\(notes))"
        }
        var rows = [[strings["task"], strings["group"]] + heads]
        for (table, own) in zip(matrix.tables, tables) {
            for group in own.groups {
                let heading = [table.heading, group.heading.map(site.text)].compactMap(\.self).joined(separator: ": ")
                for row in group.rows {
                    let fields = row.cells.map { $0.text(site).joined(separator: "; ") }
                    let byTitle = Dictionary(zip(own.columns.map(\.title), fields).dropFirst().map { ($0, $1) }) { first, _ in first }
                    rows.append([fields.first ?? "", heading] + titles.map { byTitle[$0] ?? "" })
                }
            }
        }
        return rows
    }
}
