import Diagnostics
import Formats
import Handbook
import Markdown
import Templates

/// Questions as templates show them: those on roles by group, then those on the work, each by what is asked.
struct StudyView {
    let questions: [Question]
    /// The anchors of each matrix's rows.
    let rows: [String: RowAnchors]
    let context: PageContext

    private static let work: Set<Question.Kind> = [.accountable, .responsible, .drives]

    private struct Chapter {
        let title: String
        let id: String
        let color: String
        let questions: [Question]
    }

    static let shape: ViewShape.Fields = [
        "chapters": .list([
            "title": .text, "id": .text, "color": .text, "parts": .list(["ask": .text, "questions": .list(question)]),
        ]),
        "kinds": .list(["key": .text, "title": .text, "count": .text]),
        "groups": .list(["key": .text, "title": .text, "color": .text, "count": .text]), "store": .text, "known_text": .text,
        "place_text": .text, "score_text": .text,
    ]
    private static let question: ViewShape = [
        "id": .text, "kind": .text, "group": .text, "color": .text, "subject": .text, "note": .text, "is_any": .flag,
        "answers": .list(.text), "others": .list(["number": .text, "text": .text]), "proof_href": .text, "proof_title": .text,
    ]

    func values() -> [String: View] {
        let strings = context.strings
        let kinds = Question.Kind.allCases.filter { kind in questions.contains { $0.kind == kind } }
        let groups = RoleGroup.groups(context.handbook, strings).map { group in
            (group, questions.count { self.group(of: $0.role) == group.anchor })
        }.filter { $0.1 > 0 }
        return [
            "chapters": .each(chapters) { chapter in
                [
                    "title": .text(chapter.title), "id": .text(chapter.id), "color": .text(chapter.color),
                    "parts": .each(byAsking(chapter.questions)) { ask, questions in
                        ["ask": .text(ask), "questions": .each(questions, question)]
                    },
                ]
            },
            "kinds": .each(kinds) { kind in
                [
                    "key": .text(kind.rawValue), "title": .text(strings[kind == .purpose ? "study_purpose" : kind.rawValue]),
                    "count": View(questions.count { $0.kind == kind }),
                ]
            },
            // A choice of groups needs several.
            "groups": .each(groups.count > 1 ? groups : []) { group, count in
                ["key": .text(group.anchor), "title": .text(group.title), "color": .text(group.color), "count": View(count)]
            },
            // Progress is kept for each page of each handbook of a host.
            "store": .text("\(context.handbook.settings.title)/\(context.addresses.from)"),
            "known_text": .text(strings["study_known"]), "place_text": .text(strings["study_place"]),
            "score_text": .text(strings["study_score"]),
        ]
    }

    var outline: [OutlineEntry] { chapters.map { OutlineEntry(title: $0.title, anchor: $0.id) } }

    private var chapters: [Chapter] {
        let onRoles = questions.filter { !Self.work.contains($0.kind) }
        let onWork = questions.filter { Self.work.contains($0.kind) }
        let groups = RoleGroup.groups(context.handbook, context.strings).map { group in
            Chapter(
                title: group.title,
                id: "group-\(group.anchor)",
                color: group.color,
                questions: onRoles.filter { self.group(of: $0.role) == group.anchor }
            )
        }
        return (groups + [Chapter(title: context.strings["study_work"], id: "work", color: RoleGroup.color(nil), questions: onWork)])
            .filter { !$0.questions.isEmpty }
    }

    private func group(of role: String) -> String {
        context.handbook.role(role)?.group.map(Anchors.slug) ?? "unsorted"
    }

    /// What a question asks, in the theme's words. Matrices of other schemes have other names for their parts.
    private func ask(_ question: Question) -> String {
        let strings = context.strings
        if case .task(_, let matrix, let letter) = question.subject, let scheme = context.handbook.matrix(matrix)?.scheme {
            let name = scheme.nameKey(of: letter)
            if name != question.kind.rawValue { return strings.text("study_ask_part", ["part": strings[name]]) }
        }
        return strings["study_ask_\(question.kind.rawValue)"]
    }

    private func byAsking(_ questions: [Question]) -> [(String, [Question])] {
        questions.grouped(by: ask).map { ($0.key, $0.elements) }
    }

    // MARK: - One question

    private func question(_ question: Question) -> View {
        let subject = subject(question)
        let (href, title) = proof(question)
        return [
            "id": .text(question.id), "kind": .text(question.kind.rawValue), "group": .text(group(of: question.role)),
            "color": .text(context.handbook.role(question.role).map(context.site.color) ?? RoleGroup.color(nil)),
            "subject": .text(subject.text), "note": View(subject.note), "is_any": .flag(question.right.count > 1),
            "answers": .each(question.right.flatMap(answers)) { .text($0) },
            "others": .each(Array(question.wrong.enumerated())) { index, wrong in
                ["number": View(index + 1), "text": .text(answers(wrong).joined(separator: "; "))]
            },
            "proof_href": .text(href), "proof_title": .text(title),
        ]
    }

    private func answers(_ choice: Question.Choice) -> [String] {
        switch choice {
        case .role(let slug): [context.handbook.role(slug)?.title ?? slug]
        case .facts(let texts): texts
        }
    }

    /// What the question is about, and in whose view, by labels that need no grammar.
    private func subject(_ question: Question) -> (text: String, note: String?) {
        let (book, strings) = (context.handbook, context.strings)
        switch question.subject {
        case .purpose(let words): return (words, nil)
        case .role(let slug): return (book.role(slug)?.title ?? slug, nil)
        case .task(let task, let matrix, _):
            return (task, "\(strings["matrix"]): \(book.matrix(matrix)?.title ?? matrix)")
        case .activity(let slug, let source):
            let view = source.map { "\(strings["source"]): \(book.source($0)?.title ?? $0)" } ?? strings["sources_agree"]
            return (book.activity(slug)?.title ?? slug, view)
        case .stage(let slug): return (book.stage(slug)?.title ?? slug, nil)
        }
    }

    private func proof(_ question: Question) -> (href: String, title: String) {
        guard let page = context.handbook.page(question.page) else { return ("", "") }
        let anchor: String? =
            switch question.place {
            case .head: nil
            case .facts: page.anchor("facts")
            case .positions: page.anchor("who-does-it")
            case .row(let index): rows[page.slug]?[index]
            }
        return (context.href(page.address, anchor), page.title.value)
    }

    // MARK: - As Markdown

    /// Every question with its answers, and the page that proves them.
    func twin(_ writer: TwinWriter) -> [String] {
        chapters.flatMap { chapter in
            writer.export.heading(chapter.title, 2)
                + byAsking(chapter.questions).flatMap { ask, questions in
                    writer.export.heading(ask, 3) + questions.map { line($0, writer) } + [""]
                }
        }
    }

    private func line(_ question: Question, _ writer: TwinWriter) -> String {
        let (text, note) = subject(question)
        let about = [text, note].compactMap(\.self).joined(separator: ", ")
        let answers = question.right.flatMap(answers).map { MarkdownText.escaped($0) }.joined(separator: "; ")
        let proof = context.handbook.page(question.page).map { " (\(writer.export.name($0.title.value, $0.address)))" } ?? ""
        return "- **\(MarkdownText.escaped(about))**: \(answers)\(proof)"
    }
}
