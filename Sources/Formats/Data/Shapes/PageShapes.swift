import Diagnostics
import Handbook
import Markdown

extension Shapes {
    // MARK: - Sources

    static let source = Shape<Source>(
        "source",
        "Something that the handbook cites. Its slug is the key of its citations.",
        common(.source) + [
            .init("number", .number(least: 1), "Its number in citations.") { source, _ in .number(source.number) },
            .init("short", .text, "Its label in tight places; the title where none is given.") { source, _ in .string(source.short) },
            .optional("author", .text, "Who wrote it.") { source, _ in source.author.map(JSONValue.string) },
            .optional("type", .text, "What kind of thing it is.") { source, _ in source.type.map(JSONValue.string) },
            .optional("url", .text, "Where it is found.") { source, _ in source.url.map(JSONValue.string) },
            .optional("published", .day, "When it was published.") { source, _ in source.published.map { .string($0.text) } },
            .optional("retrieved", .day, "When it was read.") { source, _ in source.retrieved.map { .string($0.text) } },
            .init("citedBy", .list(.id, differing: true), "Pages that cite it or say that they rest on it.") { source, facts in
                .strings(facts.site.analysis.backlinks.resting(on: source.slug).map(Facts.id))
            },
        ]
    )

    // MARK: - Guides

    static let guide = Shape<PlainPage>(
        "guide",
        "A plain page: a guide, the opening of a list, the home page.",
        common(.page) + [
            .optional("questions", .one("questionnaire"), "Questions whose answers say which roles are needed.") { page, facts in
                facts.questionnaires.questionnaire(of: page).map {
                    questionnaire.json(QuestionnaireOfPage(page: page, questionnaire: $0), facts)
                }
            }
        ]
    )

    struct QuestionnaireOfPage: Sendable {
        let page: PlainPage
        let questionnaire: Questionnaire
    }

    static let questionnaire = Shape<QuestionnaireOfPage>(
        "questionnaire",
        "Questions on a page.",
        [
            .init("questions", .list(.one("question"), least: 1), "The questions, in order.") { value, facts in
                question.list(value.questionnaire.questions.map { QuestionOfPage(page: value.page, question: $0) }, facts)
            },
            .init("sequence", .list(of: "entry"), "The roles in the order in which they come in, as the page has it.") { value, facts in
                entry.list(value.questionnaire.sequence, facts)
            },
            .init("roles", .slugs(.role), "Every role that an answer asks for, in the order in which they come in.") { value, _ in
                .strings(value.questionnaire.roles)
            },
        ]
    )

    struct QuestionOfPage: Sendable {
        let page: PlainPage
        let question: Questionnaire.Question
        var id: String { "\(Facts.id(page.id))/questions/\(question.heading.anchor)" }
    }

    static let question = Shape<QuestionOfPage>(
        "question",
        "A question. One with a single answer leaves nothing to choose.",
        [
            .init("id", .id, "Its own, in the whole handbook.") { value, _ in .string(value.id) },
            .init("text", .text, "Its words.") { value, _ in .string(value.question.heading.text) },
            .init("answers", .list(.one("answer"), least: 1), "The answers, in order.") { value, facts in
                answer.list(value.question.answers.map { AnswerOfQuestion(question: value, answer: $0) }, facts)
            },
            .init("place", .one("place"), "Where it stands.") { value, facts in place.json(value.question.heading.location, facts) },
        ]
    )

    struct AnswerOfQuestion: Sendable {
        let question: QuestionOfPage
        let answer: Questionnaire.Answer
    }

    static let answer = Shape<AnswerOfQuestion>(
        "answer",
        "An answer, and what follows from it.",
        [
            .init("id", .id, "Its own, in the whole handbook.") { value, _ in .string("\(value.question.id)/\(value.answer.id)") },
            .init("name", .text, "Its words.") { value, _ in .string(value.answer.name) },
            .init("text", .text, "What follows from it.") { value, _ in .string(value.answer.item.text) },
            .init("citations", .list(of: "citation"), "The sources it rests on, as cited.") { value, facts in
                citation.list(value.answer.item.citations, facts)
            },
            .init("roles", .slugs(.role), "The roles that it asks for.") { value, _ in .strings(value.answer.roles) },
            .init("place", .one("place"), "Where it stands.") { value, facts in place.json(value.answer.item.location, facts) },
        ]
    )

    static let entry = Shape<Questionnaire.Entry>(
        "entry",
        "When a role comes in.",
        [
            .init("role", .slug(.role), "The role.") { value, _ in .string(value.role) },
            .init("text", .text, "What the page says of it.") { value, _ in .string(value.item.text) },
            .init("citations", .list(of: "citation"), "The sources it rests on, as cited.") { value, facts in
                citation.list(value.item.citations, facts)
            },
        ]
    )
}
