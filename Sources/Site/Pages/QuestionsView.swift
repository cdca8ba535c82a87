import Formats
import Handbook
import Markdown
import Templates

/// The questions of a plain page as a form, and beneath it the cast that a script gathers from the answers.
///
/// Everything that can come up is on the page: the script only shows and hides.
struct QuestionsView {
    let questionnaire: Questionnaire
    let page: Page
    let context: PageContext

    static let shape: ViewShape = [
        "id": .text, "title": .html, "opening": .html, "cast_id": .text, "open_stages": .list(stage), "open_tasks": .list(task),
        "items": .list([
            "name": .text, "title": .html, "opening": .html, "closing": .html, "is_settled": .flag,
            "answers": .list(["name": .text, "id": .text, "question": .text, "key": .text, "outcome": .html]),
        ]),
        "roles": .list([
            "slug": .text, "role": .role, "when": .html, "reasons": .list(["key": .text, "question": .text, "answer": .text]),
        ]),
        "shapes": .list([
            "title": .text, "href": .text, "summary": .html, "lacks": places,
            "members": .list(["slug": .text, "role": .role, "is_optional": .flag]),
        ]),
    ]
    private static let places: ViewShape = .list(["slug": .text, "role": .role])
    private static let stage: ViewShape = ["title": .text, "href": .text, "drives": places]
    private static let task: ViewShape = ["task": .html, "matrix": .link, "accountable": places, "responsible": places]

    /// - Parameter anchor: makes an id of its own for what the author's headings do not name.
    func view(_ anchor: (String) -> String) -> View {
        let asked = questionnaire.roles
        return [
            "id": context.id(questionnaire.section.heading.anchor),
            "title": .html(HTML(context.inner(questionnaire.section.headingBlock, of: page))),
            "opening": context.html(questionnaire.opening, of: page), "items": .each(questionnaire.questions, question),
            "cast_id": context.id(anchor("your-cast")), "roles": .each(asked, role),
            "shapes": .each(context.handbook.teams) { shape($0, asked) },
            "open_tasks": .each(tasks) { $0 }, "open_stages": .each(context.handbook.stages.filter { !$0.drives.isEmpty }, stage),
        ]
    }

    // MARK: - The form

    private func question(_ question: Questionnaire.Question) -> View {
        [
            "name": context.id(question.heading.anchor), "title": .html(HTML(context.inner(question.headingBlock, of: page))),
            "opening": context.html(question.opening, of: page), "closing": context.html(question.closing, of: page),
            "is_settled": .flag(question.isSettled),
            "answers": .each(question.answers) { answer in
                let outcome = context.whole(answer.item.blockWithoutLead, of: page)
                return [
                    "name": .text(answer.name), "id": .text(answer.id), "question": .text(question.heading.anchor),
                    "key": .text(Self.key(question, answer)),
                    "outcome": outcome.isEmpty ? .none : .html(outcome),
                ]
            },
        ]
    }

    private static func key(_ question: Questionnaire.Question, _ answer: Questionnaire.Answer) -> String {
        "\(question.heading.anchor)=\(answer.id)"
    }

    // MARK: - The cast

    private func role(_ slug: String) -> View {
        let entry = questionnaire.sequence.first { $0.role == slug }
        return [
            "slug": .text(slug), "role": context.role(slug),
            "when": View(entry.map { context.whole($0.item.blockWithoutLead, of: page) }),
            "reasons": .each(questionnaire.reasons(for: slug)) { question, answer in
                [
                    "key": .text(Self.key(question, answer)), "question": .text(question.heading.text), "answer": .text(answer.name),
                ]
            },
        ]
    }

    private func shape(_ team: Team, _ asked: [String]) -> View {
        let cast = Set(team.cast.map(\.role))
        return [
            "title": .text(team.title), "href": .text(context.href(team)), "summary": context.html(team.page.summary),
            "lacks": .each(asked.filter { !cast.contains($0) }, place),
            "members": .each(team.cast) { ["slug": .text($0.role), "role": context.role($0.role), "is_optional": .flag($0.isOptional)] },
        ]
    }

    private func place(_ slug: String) -> View { ["slug": .text(slug), "role": context.role(slug)] }

    private var tasks: [View] {
        context.handbook.matrices.flatMap { matrix in
            matrix.tasks.compactMap { table, row -> View? in
                let owners = row.holders(of: matrix.scheme.accountable, in: table).compactMap(\.column.role)
                let doers = row.holders(of: matrix.scheme.responsible, in: table).compactMap(\.column.role)
                guard !owners.isEmpty || !doers.isEmpty else { return nil }
                return [
                    "task": .html(HTML(context.inner(row.block, of: matrix.page))), "matrix": context.link(matrix),
                    "accountable": .each(owners, place), "responsible": .each(doers, place),
                ]
            }
        }
    }

    private func stage(_ stage: Stage) -> View {
        ["title": .text(stage.title), "href": .text(context.href(stage)), "drives": .each(stage.drives, place)]
    }
}
