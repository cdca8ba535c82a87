import Diagnostics
import Markdown

/// Reads the questions of a plain page.
public struct QuestionnaireReader: Sendable {
    private let handbook: Handbook
    private let links: LinkResolver

    /// A reader for the pages of a handbook.
    public init(_ handbook: Handbook) {
        self.handbook = handbook
        links = LinkResolver(handbook)
    }

    /// The questions of a page; `nil` if it has none.
    public func questionnaire(of page: PlainPage) -> Questionnaire? { read(page).questionnaire }

    /// The questions, and what is wrong with them. A section of that name in which no answer asks for a role is prose,
    /// such as questions that readers often have.
    func read(_ page: PlainPage) -> (questionnaire: Questionnaire?, faults: [Diagnostic]) {
        guard let section = page.body.section(.questions) else { return (nil, []) }
        var faults: [Diagnostic] = []
        let asked = RolesByLine(page.page, handbook, links)
        let (opening, parts) = split(section, page.page)
        let questions = parts.map { part in question(part, page.page, asked, &faults) }
        guard questions.contains(where: { $0.answers.contains { !$0.roles.isEmpty } }) else { return (nil, []) }
        let (before, after) = around(section, page.page)
        let questionnaire = Questionnaire(
            section: section,
            before: before,
            opening: opening,
            questions: questions.filter { !$0.answers.isEmpty },
            after: after,
            sequence: sequence(page, asked, &faults)
        )
        return (questionnaire, faults)
    }

    /// A question's heading, and the blocks under it.
    private struct Part {
        let heading: Heading
        let block: Block
        var blocks: [Block] = []
    }

    private func split(_ section: Section, _ page: Page) -> (opening: [Block], parts: [Part]) {
        let headings = Dictionary(page.document.headings.map { ($0.anchor, $0) }) { first, _ in first }
        var opening: [Block] = []
        var parts: [Part] = []
        for block in section.blocks {
            if case .heading(let level, let anchor) = block.kind, level <= section.heading.level + 1, let heading = headings[anchor] {
                parts.append(Part(heading: heading, block: block))
            } else if parts.isEmpty {
                opening.append(block)
            } else {
                parts[parts.count - 1].blocks.append(block)
            }
        }
        return (opening, parts)
    }

    private func around(_ section: Section, _ page: Page) -> (before: [Block], after: [Block]) {
        let own = Set(section.blocks.map(\.id) + [section.headingBlock.id])
        let blocks = page.blocks
        let start = blocks.firstIndex { own.contains($0.id) } ?? blocks.endIndex
        return (Array(blocks[..<start]), blocks[start...].filter { !own.contains($0.id) })
    }

    // MARK: - Questions

    private func question(
        _ part: Part,
        _ page: Page,
        _ asked: RolesByLine,
        _ faults: inout [Diagnostic]
    ) -> Questionnaire.Question {
        let first = part.blocks.firstIndex { if case .list = $0.kind { true } else { false } } ?? part.blocks.endIndex
        let items = part.blocks.flatMap { Item.items(of: $0, in: page.source) }
        if items.isEmpty { faults.append(noAnswers(part.heading, page)) }
        var seen: [String: Location] = [:]
        var answers: [Questionnaire.Answer] = []
        for item in items {
            guard let name = item.lead else {
                faults.append(noName(item, part.heading, page))
                continue
            }
            let slug = Anchors.slug(name)
            let id = slug.isEmpty ? "\(answers.count + 1)" : slug
            if let other = seen[id] {
                faults.append(repeated(name, item, part.heading, other, page))
                continue
            }
            seen[id] = Self.place(of: name, item.location, page)
            answers.append(Questionnaire.Answer(name: name, id: id, item: item, roles: asked.roles(in: item)))
        }
        return Questionnaire.Question(
            heading: part.heading,
            headingBlock: part.block,
            opening: Array(part.blocks[..<first]),
            answers: answers,
            closing: part.blocks[first...].filter { if case .list = $0.kind { false } else { true } }
        )
    }

    /// The items of the section that says in which order roles come in; each is about the first role it links to.
    private func sequence(_ page: PlainPage, _ asked: RolesByLine, _ faults: inout [Diagnostic]) -> [Questionnaire.Entry] {
        let entries = (page.body.section(.sequence)?.items(in: page.page.source) ?? []).compactMap { item -> Questionnaire.Entry? in
            guard let role = asked.roles(in: item).first else {
                faults.append(noRole(item, page.page))
                return nil
            }
            return Questionnaire.Entry(role: role, item: item)
        }
        return entries.uniqued(on: \.role)
    }

    // MARK: - Faults

    private func noAnswers(_ heading: Heading, _ page: Page) -> Diagnostic {
        Rule.invalidQuestion(
            "'\(heading.text)' has no answers",
            at: Self.place(of: heading.text, heading.location, page),
            help: "list them under it, '- **Yes**: what follows', or move it out of this section"
        )
    }

    private func noName(_ item: Item, _ heading: Heading, _ page: Page) -> Diagnostic {
        Rule.invalidQuestion(
            "'\(Self.short(item.text))' does not begin with its answer",
            at: Self.place(of: item.text, item.location, page),
            help: "put the answer to '\(heading.text)' in bold at its start: '- **Yes**: what follows'"
        )
    }

    private func repeated(_ name: String, _ item: Item, _ heading: Heading, _ first: Location, _ page: Page) -> Diagnostic {
        Rule.invalidQuestion(
            "'\(name)' is an answer to '\(heading.text)' already",
            at: Self.place(of: name, item.location, page),
            help: "join the two, or choose other words",
            related: [Related("the first", at: first)]
        )
    }

    private func noRole(_ item: Item, _ page: Page) -> Diagnostic {
        Rule.invalidQuestion(
            "'\(Self.short(item.name))' names no role",
            at: Self.place(of: item.name, item.location, page),
            help: "link the role that comes in: '1. [[Data Engineer]]: when'"
        )
    }

    /// Where words stand in a line, or else the line.
    private static func place(of words: String, _ line: Location, _ page: Page) -> Location {
        line.line.map { page.source.locate(words, in: $0...$0) } ?? line
    }

    private static func short(_ text: String) -> String { text.count > 40 ? "\(String(text.prefix(40)).trimmingWhitespace)…" : text }
}

/// The roles that a page links to, by the line of the link. A mention that only becomes a link on the site asks for nobody.
private struct RolesByLine {
    private var roles: [Int: [String]] = [:]

    init(_ page: Page, _ handbook: Handbook, _ links: LinkResolver) {
        for reference in page.document.references {
            guard let line = reference.location.line else { continue }
            for id in links.pages(reference, in: page) where id.kind == .role { roles[line, default: []].append(id.slug) }
        }
    }

    /// The roles that an item links to, in order, each once.
    func roles(in item: Item) -> [String] {
        item.block.lines.flatMap { roles[$0] ?? [] }.uniqued()
    }
}
