import Handbook
import Markdown

/// What the twin of a page is written with: the page's own facts, and how names, citations and tables are written.
package struct TwinWriter {
    package let page: PageEntry
    /// The page's tables, in the order in which it shows them.
    let tables: [Table]
    let twins: Twins
    package let export: MarkdownExport

    init(page: PageEntry, tables: [Table], twins: Twins) {
        (self.page, self.tables, self.twins) = (page, tables, twins)
        export = MarkdownExport(site: twins.site, isLinked: true)
    }

    package var site: SiteContent { twins.site }
    package var strings: Strings { site.strings }

    // MARK: - Pieces

    /// What the author wrote on the page, if somebody did.
    package var opening: [String] { page.origin.map { body($0) } ?? [] }

    package func body(_ page: Page, _ blocks: [Block]? = nil) -> [String] {
        TwinBody(resolver: TwinResolver(page: page, address: self.page.address, twins: twins)).lines(of: blocks)
    }

    package var allTables: [String] { tables.flatMap { lines($0) } }

    package func table(_ name: String) -> [String] { tables.first { $0.name == name }.map { lines($0) } ?? [] }

    /// A table under its name. Of one that has its file beside another page there is the way to that.
    func lines(_ table: Table) -> [String] {
        if let home = table.home, home != page.address { return [entry(table.caption, home), ""] }
        return export.heading(table.caption, 2) + TwinTable(address: page.address, twins: twins).lines(table)
    }

    package func section(_ key: String, _ list: [String]) -> [String] { export.section(strings[key], list, 2) }

    /// Pages, each with its sentence.
    package func list(_ pages: [any Described]) -> [String] {
        pages.map { entry($0.title, $0.page.address, $0.page.summary.map(export.cited)) }
    }

    package func entry(_ title: String, _ address: String, _ note: String? = nil) -> String {
        "- \(export.name(title, address))\(note.map { ": \($0)" } ?? "")"
    }

    /// The other pages of its area.
    package var entries: [String] {
        let lines = twins.entries(of: page.area).filter { $0.address != page.address }.map { entry in
            self.entry(entry.title, entry.address, entry.description.map { MarkdownText.escaped($0) })
        }
        return lines + [""]
    }

    /// Roles under their groups.
    package func groups(depth: Int) -> [String] {
        RoleGroup.groups(site.handbook, strings).flatMap { group in
            export.heading(group.title, depth) + (group.summary.map { [MarkdownText.escaped($0), ""] } ?? []) + list(group.roles) + [""]
        }
    }

    package func cites(_ keys: [String]) -> String { export.marks(keys.map { Citation(key: $0) }) }

    /// What sources differ about, in one line under the activity's name or other words.
    package func dispute(_ dispute: Disagreement, under title: String? = nil) -> String {
        let parts = [("last_word", dispute.lastWord), ("does_work", dispute.work)].filter { !$0.1.isEmpty }
        let words = parts.map { key, sides in
            "\(strings[key]): " + sides.map { "\(export.titles($0.roles))\(cites($0.sources))" }.joined(separator: "; ")
        }
        return "- \(title ?? "**\(export.name(dispute.activity))**"): \(words.joined(separator: ". "))"
    }
}

extension TwinWriter {
    /// What a relation says, on the page of one of the two.
    package func relation(_ relation: Relation, of role: Role, depth: Int) -> [String] {
        let partner = relation.partner(of: role.slug).flatMap { site.handbook.role($0) }
        let names = site.handbook.settings.sections
        return export.heading(partner?.title ?? relation.title, depth)
            + export.fact(strings["role"], partner.map { export.name($0) } ?? "")
            + export.fact(
                strings["basis"],
                export.name(strings[relation.basis.rawValue], relation.page.address) + cites(relation.page.sources.map(\.value))
            )
            + [""] + export.labelled(names.heading(of: .overlap), relation.overlap)
            + export.labelled(names.heading(of: .collaboration), relation.collaboration)
    }
}
