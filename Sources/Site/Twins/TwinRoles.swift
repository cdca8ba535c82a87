import Diagnostics
import Formats
import Handbook
import Markdown

extension RolePage {
    func twin(_ writer: TwinWriter, _ context: PageContext) -> [String] {
        let (role, export) = (subject, writer.export)
        let decided = context.analysis.work(of: role.slug).parts.filter { $0.part <= .decides }
        let decisions = decided.map { export.name($0.activity) + writer.cites($0.sources) }
        let compared = context.site.pairs.pairs(of: role.slug).compactMap { pair in
            context.handbook.role(pair.partner(of: role.slug)).map { writer.entry($0.title, Addresses.comparison(of: pair.slugs)) }
        }
        let linking = context.analysis.backlinks.linking(to: role.id).compactMap { context.handbook.page($0) }
        return export.card(role) + export.fact(writer.strings["decides_on"], decisions.uniqued().joined(separator: "; "))
            + export.fact(writer.strings["pack"], "[\(RolePack.file)](\(TwinLinks.file(RolePack.path(of: role))))") + [""]
            + writer.body(role.page) + people(writer) + writer.section("also_compared", compared) + writer.table("matrices")
            + writer.table("activities") + writer.section("in_stages", export.stages(of: role))
            + writer.section("in_teams", export.teams(of: role))
            + writer.section("sources_differ", context.analysis.work(of: role.slug).disputes.map { writer.dispute($0) })
            + writer.section("links_here", linking.map { writer.entry($0.title.value, $0.address) })
    }

    /// Its relations, from whichever side they are written.
    private func people(_ writer: TwinWriter) -> [String] {
        let parts = writer.site.handbook.relations(of: subject.slug).flatMap { writer.relation($0, of: subject, depth: 3) }
        return parts.isEmpty ? [] : writer.export.heading(writer.strings["people"], 2) + parts
    }
}

extension PairPage {
    func twin(_ writer: TwinWriter, _ context: PageContext) -> [String] {
        let (export, strings) = (writer.export, writer.strings)
        let basis = relation?.basis.rawValue ?? "computed"
        let overlap = overlap(context)
        let handOffs = overlap.handOffs.map { handOff in
            let task = "**\(MarkdownText.escaped(handOff.row.task))**"
            return "- \(export.title(handOff.accountable)) \(strings["answers_for"]) \(task), \(strings["done_by"]) "
                + "\(export.title(handOff.responsible)) (\(export.name(handOff.matrix)))"
        }
        let fact = export.fact(
            strings[basis],
            MarkdownText.escaped(strings["\(basis)_note"]) + writer.cites(relation?.page.sources.map(\.value) ?? [])
        )
        return fact + [""] + writer.list(roles) + [""] + (relation.map { writer.body($0.page) } ?? []) + writer.allTables
            + writer.section("hand_offs", handOffs) + writer.section("shared_activities", writer.list(overlap.activities))
            + writer.section("shared_stages", writer.list(overlap.stages)) + writer.section("shared_teams", writer.list(overlap.teams))
    }
}
