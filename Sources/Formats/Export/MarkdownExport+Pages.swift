import Handbook
import Markdown

extension MarkdownExport {
    // MARK: - Roles

    func role(_ role: Role, depth: Int) -> [String] {
        heading(role.title, depth) + opening(role.page, role.body) + card(role) + lists(role, depth + 1) + people(role, depth + 1)
            + work(role, depth + 1)
    }

    /// The summary, and the prose before the first heading.
    private func opening(_ page: Page, _ body: Body) -> [String] {
        [page.summary.map { "*\(MarkdownText.escaped($0.text))*\(marks($0.citations))" } ?? "", ""]
            + body.opening.flatMap { block -> [String] in
                switch block.kind {
                case .paragraph: [Self.words(block.inlines, opensItem: true) + marks(block.citations), ""]
                case .list: items(Item.items(of: block, in: page.source)) + [""]
                default: []
                }
            }
    }

    package func card(_ role: Role) -> [String] {
        func list(_ texts: [CitedText]) -> String { texts.map(cited).joined(separator: "; ") }
        let settings = handbook.settings
        let also = [role.short].filter { $0 != role.title } + role.aliases.map(\.value)
        return fact(strings["group"], settings.groups.first { $0.id == role.group }.map { MarkdownText.escaped($0.title) } ?? "")
            + fact(strings["side"], settings.sides.first { $0.id == role.side }.map { MarkdownText.escaped($0.title) } ?? "")
            + fact(strings["also_called"], also.map { MarkdownText.escaped($0) }.joined(separator: ", "))
            + fact(strings["involve"], role.involve.map(cited) ?? "") + fact(strings["delivers"], list(role.deliverables))
            + fact(strings["kpis"], list(role.kpis)) + fact(strings["core_skills"], list(role.coreSkills)) + [""]
    }

    private func lists(_ role: Role, _ depth: Int) -> [String] {
        var lines: [String] = []
        for (name, list) in [(SectionName.responsibilities, role.responsibilities), (.knowledge, role.knowledge), (.skills, role.skills)] {
            lines += section(names.heading(of: name), items(list), depth)
        }
        let eras = role.eras.flatMap { part in
            section(handbook.settings.eras.first { $0.id == part.era }?.title ?? part.era, items(part.items), depth + 1)
        }
        lines += eras.isEmpty ? [] : heading(names.heading(of: .eras), depth) + eras
        lines += section(names.heading(of: .accounts), items(role.accounts), depth)
        return lines + section(names.heading(of: .differences), items(role.differences), depth)
    }

    /// Its relations: each partner, and what the page of the two says.
    private func people(_ role: Role, _ depth: Int) -> [String] {
        let parts = handbook.relations(of: role.slug).flatMap { relation -> [String] in
            let partner = relation.partner(of: role.slug).flatMap { handbook.role($0)?.title } ?? relation.title
            return heading("\(partner) (\(strings[relation.basis.rawValue]))", depth + 1)
                + labelled(names.heading(of: .overlap), relation.overlap)
                + labelled(names.heading(of: .collaboration), relation.collaboration)
        }
        return parts.isEmpty ? [] : heading(strings["people"], depth) + parts
    }

    func labelled(_ label: String, _ list: [Item]) -> [String] {
        list.isEmpty ? [] : ["\(MarkdownText.escaped(label)):", ""] + items(list) + [""]
    }

    /// Its place in the work.
    private func work(_ role: Role, _ depth: Int) -> [String] {
        let work = site.analysis.work(of: role.slug)
        let rows = work.cells.map { cell in
            [cell.matrix.title, cell.row.task, cell.cell.text].map { MarkdownText.escaped($0) }
        }
        let activities = work.claims.map { claim in
            [MarkdownText.escaped(claim.activity.title), strings[claim.part.rawValue], said(by: claim.position)]
        }
        func tabled(_ key: String, _ header: [String], _ rows: [[String]]) -> [String] {
            rows.isEmpty ? [] : heading(strings[key], depth) + table([header.map { strings[$0] }] + rows)
        }
        return tabled("in_matrices", ["matrix", "task", "letter"], rows)
            + tabled("in_activities", ["activity", "part", "source"], activities)
            + section(strings["in_stages"], stages(of: role), depth) + section(strings["in_teams"], teams(of: role), depth)
    }

    /// The stages that it has a part in.
    package func stages(of role: Role) -> [String] {
        site.analysis.work(of: role.slug).stages.map { place in
            let parts = [("drives", place.drives), ("takes_part", place.takesPart), ("key_role", place.isKey)].filter(\.1)
            return "- **\(name(place.stage))**: \(parts.map { strings[$0.0] }.joined(separator: ", "))"
        }
    }

    /// The teams that it is on.
    package func teams(of role: Role) -> [String] {
        site.analysis.work(of: role.slug).teams.map { team, member in
            let facts = [member.isOptional ? strings["optional"] : nil, member.note.map(cited)].compactMap(\.self)
            return "- **\(name(team))**\(facts.isEmpty ? "" : ": \(facts.joined(separator: ", "))")"
        }
    }

    /// The source of a position, or the matrix.
    func said(by position: Position) -> String {
        let source = position.source.flatMap { handbook.source($0) }
        let matrix = position.matrix.flatMap { handbook.matrix($0) }
        return [source.map { name($0) }, matrix.map { name($0) }].compactMap(\.self).joined(separator: ", ")
    }

    // MARK: - Work

    func matrix(_ matrix: Matrix, depth: Int) -> [String] {
        let summary = matrix.page.summary.map { [cited($0), ""] } ?? []
        let legend = matrix.scheme.letters.map { "\($0): \(strings[matrix.scheme.nameKey(of: $0)])" }.joined(separator: ", ")
        return heading(matrix.title, depth) + summary + [legend + marks(matrix.page.sources.map { Citation(key: $0.value) }), ""]
            + matrix.tables.flatMap { part -> [String] in
                let header =
                    [part.taskHeading.isEmpty ? strings["task"] : part.taskHeading] + part.columns.map(\.headerWithNote)
                    + part.asides.map(\.heading)
                let rows = part.rows.map { row in
                    let task = Self.cell(row.block)
                    return [row.isHeading ? "**\(task)**" : task] + row.cells.map { MarkdownText.escaped($0.text) }
                        + row.asides.map(Self.cell)
                }
                return (part.heading.map { heading($0, depth + 1) } ?? [])
                    + table([header.map { MarkdownText.escaped($0) }] + rows, numbers: true)
            }
    }

    func activity(_ activity: Activity, depth: Int) -> [String] {
        let rows = site.analysis.tally(of: activity).positions.map { position in
            [said(by: position)] + Part.allCases.map { titles(position.parts[$0] ?? []) } + [position.says.map(cited) ?? ""]
        }
        let header = [strings["source"]] + Part.allCases.map { strings[$0.rawValue] } + [strings["says"]]
        // Parts that nobody has are left out.
        let columns = header.indices.filter { column in column == 0 || rows.contains { !$0[column].isEmpty } }
        let summary = activity.page.summary.map { [cited($0), ""] } ?? []
        return heading(activity.title, depth) + summary
            + (rows.isEmpty ? [] : table(([header] + rows).map { row in columns.map { row[$0] } }))
    }

    func stage(_ stage: Stage, depth: Int) -> [String] {
        heading(stage.title, depth) + (stage.page.summary.map { [cited($0), ""] } ?? []) + fact(strings["drives"], titles(stage.drives))
            + fact(strings["takes_part"], titles(stage.takesPart)) + fact(strings["key_roles"], titles(stage.key))
            + fact(strings["outputs"], stage.outputs.map(cited).joined(separator: "; ")) + [""]
    }

    func team(_ team: Team, depth: Int) -> [String] {
        let cast = team.cast.map { member in
            let facts = [member.isOptional ? strings["optional"] : nil, member.note.map(cited)].compactMap(\.self)
            return "- \(title(member.role))\(facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))")"
        }
        return heading(team.title, depth) + (team.page.summary.map { [cited($0), ""] } ?? []) + cast + [""]
    }
}

extension Matrix.Column {
    /// The header as its author may have written it: with the note in brackets.
    fileprivate var headerWithNote: String { note.map { "\(header) (\($0))" } ?? header }
}
