import Formats
import Handbook
import Markdown

extension HomePage {
    func twin(_ writer: TwinWriter, _ context: PageContext) -> [String] {
        writer.opening + writer.groups(depth: 2)
            + writer.section("pages", writer.list(site.handbook.pages.filter { !$0.page.address.isEmpty }))
    }
}

extension PlainSitePage {
    func twin(_ writer: TwinWriter, _ context: PageContext) -> [String] {
        let children = writer.site.handbook.pages(below: subject.page.address)
        return writer.opening + writer.list(children) + [""] + writer.allTables
    }
}

extension TreePage {
    func twin(_ writer: TwinWriter, _ context: PageContext) -> [String] { writer.opening + writer.groups(depth: 2) }
}

extension CardsPage {
    func twin(_ writer: TwinWriter, _ context: PageContext) -> [String] { writer.opening + writer.list(deck?.roles ?? []) + writer.entries }
}

extension PrintPage {
    func twin(_ writer: TwinWriter, _ context: PageContext) -> [String] {
        writer.opening + ["- [\(LLMsText.fullPath)](\(TwinLinks.file(LLMsText.fullPath)))", ""] + writer.entries
    }
}

extension GapsPage {
    func twin(_ writer: TwinWriter, _ context: PageContext) -> [String] {
        let disputes = site.analysis.disputed.compactMap { site.analysis.tally(of: $0).disagreement }
        return writer.opening + writer.section("sources_differ", disputes.map { writer.dispute($0) }) + writer.allTables
    }
}

extension NamesPage {
    func twin(_ writer: TwinWriter, _ context: PageContext) -> [String] {
        let lines = names.filter { $0.kind != .comparison }.sorted { ($0.title.sortKey, $0.address) < ($1.title.sortKey, $1.address) }.map {
            found in
            let others = ([found.short].compactMap(\.self) + found.aliases).map { MarkdownText.escaped($0) }
            let holders = writer.export.titles(found.holders)
            let note = [others.joined(separator: ", "), holders].filter { !$0.isEmpty }.joined(separator: "; ")
            return writer.entry(found.title, found.address, note.isEmpty ? nil : note)
        }
        return writer.opening + lines + [""]
    }
}

extension ChangesPage {
    func twin(_ writer: TwinWriter, _ context: PageContext) -> [String] {
        func name(_ subject: ChangeGroup.Subject) -> String {
            subject.address.map { writer.export.name(subject.title, $0) } ?? MarkdownText.escaped(subject.title)
        }
        return writer.opening
            + site.changes.entries.flatMap { entry in
                writer.export.heading("\(entry.revision.commit.date.day): \(entry.title)", 2)
                    + entry.groups.flatMap { group -> [String] in
                        let lines = group.lines.map { MarkdownText.escaped($0) }.joined(separator: "; ")
                        if let subject = group.subject { return ["- \(name(subject)): \(lines)"] }
                        return ["- \(lines) \(group.pages.map(name).joined(separator: ", "))"]
                    } + [""]
            }
    }
}

extension StudyPage {
    func twin(_ writer: TwinWriter, _ context: PageContext) -> [String] {
        let asked = roleDecks.isOne ? questions.flatMap(\.self) : []
        return writer.opening + StudyView(questions: asked, rows: rows, context: context).twin(writer) + writer.entries
    }
}

extension StudyDeckPage {
    func twin(_ writer: TwinWriter, _ context: PageContext) -> [String] {
        writer.opening + StudyView(questions: questions, rows: rows, context: context).twin(writer)
    }
}
