import Diagnostics
import Handbook
import Markdown

/// What one role decides, does, is asked and is told, whom it works with and what it has no part in: one file that answers
/// by itself, with the sources at its end.
package struct RolePack {
    package static let file = "pack.md"

    package static func path(of role: Role) -> String { role.page.address + file }

    let role: Role
    let writer: TwinWriter
    /// Rows of matrices in which it has a column, and nothing in it.
    let empty: [(matrix: Matrix, row: Matrix.Row)]

    private var strings: Strings { writer.strings }
    private var export: MarkdownExport { writer.export }
    private var handbook: Handbook { writer.site.handbook }
    private var own: RoleWork { writer.site.analysis.work(of: role.slug) }

    /// The parts of the work, each with the heading over it.
    private static let kinds: [(key: String, parts: [Part])] = [
        ("pack_decides", [.accountable, .decides]), ("pack_does", [.responsible]), ("pack_takes_part", [.takesPart]),
        ("pack_asked", [.consulted]), ("pack_told", [.informed]),
    ]

    /// The pack with its links unfilled.
    var text: String {
        let names = handbook.settings.sections
        let lists = [(SectionName.responsibilities, role.responsibilities), (.knowledge, role.knowledge), (.skills, role.skills)]
        var lines = ["# \(MarkdownText.escaped(role.title))", ""]
        lines += role.page.summary.map { [export.cited($0), ""] } ?? []
        lines += [MarkdownText.escaped(strings.text("pack_note", ["role": role.title, "handbook": handbook.settings.title])), ""]
        lines += export.card(role)
        lines += Self.kinds.flatMap { writer.section($0.key, work($0.parts)) }
        lines += writer.section("pack_never", never)
        lines += lists.flatMap { export.section(names.heading(of: $0), export.items($1), 2) }
        lines += people + eras
        lines += export.section(names.heading(of: .accounts), export.items(role.accounts), 2)
        lines += export.section(names.heading(of: .differences), export.items(role.differences), 2)
        lines += writer.section("in_stages", export.stages(of: role)) + writer.section("in_teams", export.teams(of: role))
        let targets = TwinLinks.targets(in: lines.joined(separator: "\n"))
        lines += export.sources(writer.twins.sources(among: targets), 2)
        return MarkdownExport.joined(lines)
    }

    // MARK: - Work

    /// Pieces of work in which it has one of some parts, and rows of matrices that are not activities.
    private func work(_ parts: [Part]) -> [String] {
        let activities = own.activities.flatMap { activity($0, parts) }
        let rows = own.cells.compactMap { cell -> String? in
            guard cell.row.activity == nil else { return nil }
            let words = cell.cell.meant.compactMap { Positions.part($0, cell.matrix.scheme) }.filter(parts.contains).map {
                strings[$0.rawValue]
            }.uniqued()
            guard !words.isEmpty else { return nil }
            let sources = writer.cites(cell.matrix.page.sources.map(\.value))
            return "- **\(MarkdownText.escaped(cell.row.task))**: \(words.joined(separator: ", ")), \(export.name(cell.matrix))\(sources)"
        }
        return activities + rows
    }

    private func activity(_ activity: Activity, _ parts: [Part]) -> [String] {
        let tally = writer.site.analysis.tally(of: activity)
        let own = parts.flatMap { part in
            tally.positions.filter { $0.parts[part]?.contains(role.slug) == true }.map { claim(part, $0) }
        }
        guard !own.isEmpty else { return [] }
        // What sources differ about is written once, with the weightiest of its parts.
        let first = Self.kinds.first { tally.gives(role.slug, anyOf: $0.parts) }
        let dispute = first?.parts == parts ? tally.disagreement : nil
        // Where sources agree, one line says who has the last word on what others do.
        let owners =
            tally.disagreement != nil || parts.contains(.decides) ? [] : tally.lastWord.map(\.role)
        let last = owners.isEmpty ? [] : ["  - \(strings["last_word"]): \(export.titles(owners))"]
        let differ =
            dispute.map { ["  \(writer.dispute($0, under: strings["sources_differ"]))"] } ?? []
        return ["- **\(export.name(activity))**: \(own.joined(separator: "; "))"] + last + differ
    }

    /// What one source says of its part.
    private func claim(_ part: Part, _ position: Position) -> String {
        let matrix = position.matrix.flatMap { handbook.matrix($0) }.map { ", \(export.name($0))" } ?? ""
        let says = position.says.map { " (\(MarkdownText.escaped($0.text)))" } ?? ""
        let sources = ([position.source].compactMap(\.self) + (position.says?.citations.map(\.key) ?? [])).uniqued()
        return strings[part.rawValue] + matrix + says + writer.cites(sources)
    }

    /// Tasks of its matrices that nobody gives it a part in.
    private var never: [String] {
        let own = Set(self.own.activities.map(\.slug))
        let rest = empty.filter { $0.row.activity.map { !own.contains($0) } ?? true }
        let byMatrix = Dictionary(grouping: rest) { $0.matrix.slug }
        let lines = rest.map(\.matrix.slug).uniqued().compactMap { slug -> String? in
            guard let rows = byMatrix[slug], let matrix = rows.first?.matrix else { return nil }
            let tasks = rows.map { MarkdownText.escaped($0.row.task) }.uniqued().joined(separator: "; ")
            return "- \(export.name(matrix))\(writer.cites(matrix.page.sources.map(\.value))): \(tasks)"
        }
        return (role.isNeverAccountable ? ["- \(MarkdownText.escaped(strings["pack_not_accountable"]))"] : []) + lines
    }

    // MARK: - People and times

    private var people: [String] {
        let relations = handbook.relations(of: role.slug).flatMap { writer.relation($0, of: role, depth: 3) }
        let compared = writer.site.pairs.pairs(of: role.slug).compactMap { pair in
            handbook.role(pair.partner(of: role.slug)).map { writer.entry($0.title, Addresses.comparison(of: pair.slugs)) }
        }
        return (relations.isEmpty ? [] : export.heading(strings["people"], 2) + relations) + writer.section("also_compared", compared)
    }

    /// Its work through the eras, each piece with what has become of it.
    private var eras: [String] {
        let history = EraHistory(of: role, eras: handbook.settings.eras, likenesses: writer.site.analysis.likenesses)
        let parts = history.parts.flatMap { part -> [String] in
            let items = part.items.flatMap { item, change -> [String] in
                var lines = export.items([item])
                if let change, let first = lines.first, first.hasPrefix("- ") {
                    lines[0] = "- (\(strings["era_\(change.rawValue)"])) \(first.dropFirst(2))"
                }
                return lines
            }
            let gone = part.gone.map { "- (\(strings["era_gone"])) \(MarkdownText.escaped($0.name))" }
            return export.section(part.era.title, items + gone, 3)
        }
        return parts.isEmpty ? [] : export.heading(handbook.settings.sections.heading(of: .eras), 2) + parts
    }
    /// The rows of matrices in which each role has a column and no letters, by the role's slug.
    static func emptyCells(_ handbook: Handbook) -> [String: [(matrix: Matrix, row: Matrix.Row)]] {
        var empty: [String: [(matrix: Matrix, row: Matrix.Row)]] = [:]
        for matrix in handbook.matrices {
            for (table, row) in matrix.tasks {
                for (column, cell) in zip(table.columns, row.cells) where cell.letters.isEmpty {
                    if let role = column.role { empty[role, default: []].append((matrix, row)) }
                }
            }
        }
        return empty
    }
}
