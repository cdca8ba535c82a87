import Formats
import Handbook
import Markdown

extension MatrixPage {
    func twin(_ writer: TwinWriter, _ context: PageContext) -> [String] {
        let (export, strings) = (writer.export, writer.strings)
        let basis = MarkdownText.escaped(strings["\(subject.basis.rawValue)_note"]) + writer.cites(subject.page.sources.map(\.value))
        let legend = subject.scheme.letters.map { "\($0): \(strings[subject.scheme.nameKey(of: $0)])" }.joined(separator: ", ")
        let findings = subject.tasks.flatMap { _, row in
            writer.site.findings(at: row.location).map { "- **\(MarkdownText.escaped(row.task))**: \(MarkdownText.escaped($0.message))" }
        }
        return export.fact(strings[subject.basis.rawValue], basis) + export.fact(strings["legend"], MarkdownText.escaped(legend)) + [""]
            + writer.body(subject.page, subject.prose) + writer.allTables + writer.section("findings", findings)
    }
}

extension ActivityPage {
    func twin(_ writer: TwinWriter, _ context: PageContext) -> [String] {
        let (export, strings, site) = (writer.export, writer.strings, writer.site)
        let tally = site.analysis.tally(of: subject)
        let who = [Part.accountable, .decides, .responsible].flatMap { part in
            let roles = tally[part].map { export.title($0.role) + writer.cites($0.sources) }
            return export.fact(strings[part.rawValue], roles.joined(separator: "; "))
        }
        let verdict =
            switch tally.verdict {
            case .single: "one_source"
            case .apart: "sources_apart"
            case .agree: "sources_agree"
            case .differ: "sources_differ"
            }
        let words = tally.hasSource ? "**\(MarkdownText.escaped(strings[verdict]))**" : nil
        let told = tally.disagreement.flatMap { dispute in words.map { writer.dispute(dispute, under: $0) } }
        let stage = subject.stage.flatMap { writer.site.handbook.stage($0) }
        return export.fact(strings["stage"], stage.map { export.name($0) } ?? "")
            + export.fact(strings["also_called"], subject.also.map { MarkdownText.escaped($0.value) }.joined(separator: ", ")) + who
            + ((told ?? words).map { ["", $0, ""] } ?? []) + writer.body(subject.page) + writer.allTables
    }
}

extension StagePage {
    func twin(_ writer: TwinWriter, _ context: PageContext) -> [String] {
        let (export, strings) = (writer.export, writer.strings)
        return export.fact(strings["drives"], export.titles(subject.drives))
            + export.fact(strings["takes_part"], export.titles(subject.takesPart))
            + export.fact(strings["key_roles"], export.titles(subject.key))
            + export.fact(strings["outputs"], subject.outputs.map(export.cited).joined(separator: "; ")) + [""] + writer.body(subject.page)
            + writer.section("activities", writer.list(writer.site.analysis.work(ofStage: subject.slug).activities))
            + writer.allTables
    }
}

extension TeamPage {
    func twin(_ writer: TwinWriter, _ context: PageContext) -> [String] {
        let (export, strings, book) = (writer.export, writer.strings, writer.site.handbook)
        let era = book.settings.eras.first { $0.id == subject.era }
        let cast = subject.cast.map { member in
            let facts = [member.isOptional ? strings["optional"] : nil, member.note.map(export.cited)].compactMap(\.self)
            return "- \(export.title(member.role))\(facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))")"
        }
        let people = subject.people.map { "- \(export.titles($0.roles))\($0.note.map { ": \(export.cited($0))" } ?? "")" }
        let onTeam = Set(subject.cast.map(\.role))
        let open = Coverage(cast: onTeam, in: book).stages.map { "- \(export.name($0)): \(export.titles($0.drives))" }
        let absent = book.roles.filter { !onTeam.contains($0.slug) }.map { export.name($0) }.joined(separator: ", ")
        let apart = TeamDoubles(subject, context).separations.map { "- \(export.titles($0.roles))" }
        return export.fact(strings["era"], era.map { MarkdownText.escaped($0.title) } ?? "") + writer.section("cast", cast)
            + writer.section("doubled", people) + writer.section("keep_apart", apart) + writer.body(subject.page) + writer.allTables
            + writer.section("undriven", open) + writer.section("not_on_team", absent.isEmpty ? [] : [absent])
    }
}

extension SourcePage {
    func twin(_ writer: TwinWriter, _ context: PageContext) -> [String] {
        let (export, strings, site) = (writer.export, writer.strings, writer.site)
        let resting = site.analysis.backlinks.resting(on: subject.slug).compactMap { writer.site.handbook.page($0) }
        let contradicted = site.analysis.disputed(withSource: subject.slug)
            .compactMap { site.analysis.tally(of: $0).disagreement }.map { writer.dispute($0) }
        let number = strings.text("source_number", ["number": String(subject.number), "title": subject.title])
        return [MarkdownText.escaped(number), ""] + export.fact(strings["author"], MarkdownText.escaped(subject.author ?? ""))
            + export.fact(strings["type"], MarkdownText.escaped(subject.type ?? ""))
            + export.fact(strings["address"], subject.url.map { "<\($0)>" } ?? "")
            + export.fact(strings["published"], subject.page.record.text("published")?.value ?? "")
            + export.fact(strings["retrieved"], subject.page.record.text("retrieved")?.value ?? "") + [""] + writer.body(subject.page)
            + writer.section("others_differ", contradicted)
            + writer.section("rests_on", resting.map { writer.entry($0.title.value, $0.address) })
    }
}
