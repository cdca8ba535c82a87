import Diagnostics
import Formats
import Handbook
import Markdown
import Templates

/// The questions that a reader comes to the home page with, each with the pages that answer it: two clicks to an answer.
struct HomeQuestions {
    let context: PageContext
    /// The page of questions, whether or not there are any.
    let study: StudyPage

    /// Longer lists are cut; the question's own page has them all.
    static let most = 24

    private struct Answer {
        let title: String
        let address: String
        var note: String?
        var color: String?
    }

    static let shape: ViewShape = .list([
        "title": .text, "note": .text, "href": .text, "is_cut": .flag,
        "answers": .list(["title": .text, "href": .text, "note": .text, "color": .text]),
    ])

    /// The questions that this handbook has answers to.
    var view: View {
        let book = context.handbook
        let site = context.site
        let differing = site.analysis.disputed
        let questions: [(key: String, address: String, answers: [Answer])] = [
            ("decides", book.matrices.isEmpty ? "activities/" : "raci/", tasks),
            ("ask", "skills/", skills),
            ("differ", "compare/", book.relations.map { Answer(title: $0.title, address: $0.page.address) }),
            ("map", "map/", maps),
            ("disagree", "activities/", differing.map { Answer(title: $0.title, address: $0.page.address) }),
            ("when", "lifecycle/", book.stages.map { Answer(title: $0.title, address: $0.page.address) }),
            (
                "team", book.teams.isEmpty ? asking.first?.page.address ?? "" : "teams/",
                book.teams.map { Answer(title: $0.title, address: $0.page.address) }
                    + asking.map { Answer(title: $0.title, address: $0.page.address) }
            ),
            (
                "who", "roles/",
                RoleGroup.groups(book, context.strings).map {
                    Answer(title: $0.title, address: "#\(context.anchor($0.anchor, in: .home))", color: $0.color)
                }
            ),
            ("learn", "study/", decks),
            ("paper", "print/", book.roles.isEmpty ? [] : [Answer(title: context.strings["role_cards"], address: CardsPage.address)]),
        ]
        return .each(questions.filter { !$0.answers.isEmpty }) { key, address, answers in
            [
                "title": .text(context.strings["question_\(key)"]), "note": .text(context.strings["question_\(key)_note"]),
                "href": .text(context.href(address)),
                "answers": .each(answers.prefix(Self.most)) { answer in
                    [
                        "title": .text(answer.title),
                        "href": .text(answer.address.hasPrefix("#") ? answer.address : context.href(answer.address)),
                        "note": View(answer.note), "color": View(answer.color),
                    ]
                },
                "is_cut": .flag(answers.count > Self.most),
            ]
        }
    }

    /// Pages with questions whose answers ask for roles.
    private var asking: [PlainPage] {
        let reader = QuestionnaireReader(context.handbook)
        return context.handbook.pages.filter { !$0.page.address.isEmpty && reader.questionnaire(of: $0) != nil }
    }

    /// Every activity, and every task of a matrix that is none.
    private var tasks: [Answer] {
        let book = context.handbook
        let tasks = book.matrices.flatMap { matrix in
            matrix.tasks.filter { $0.row.activity == nil }.map {
                Answer(title: $0.row.task, address: matrix.page.address, note: matrix.title)
            }
        }
        return book.activities.map { Answer(title: $0.title, address: $0.page.address) } + tasks.uniqued(on: \.title)
    }

    /// The handbook as a picture, in each of its forms.
    private var maps: [Answer] {
        guard context.handbook.roles.count > 1 else { return [] }
        return [
            Answer(title: context.strings["map_roles"], address: Area.map.address),
            Answer(title: context.strings["tree"], address: TreePage.place),
        ] + context.presentation.maps.pages.map { Answer(title: $0.group.title, address: $0.address, color: $0.group.color) }
    }

    /// The pages of flashcards.
    private var decks: [Answer] {
        study.decks.map { deck, _ in
            let isOne = deck.path.isEmpty
            let title = isOne ? context.strings["study_lead"] : deck.title
            return Answer(title: title, address: Area.study.address + deck.path, color: isOne ? nil : deck.color)
        }
    }

    /// Core skills, each with the role that has it; those that several roles have lead to the page of skills.
    private var skills: [Answer] {
        let owned = context.handbook.roles.flatMap { role in role.coreSkills.map { (skill: $0.text, role: role) } }
        return owned.grouped(by: \.skill).map { skill, owned in
            let roles = owned.map(\.role)
            guard roles.count == 1, let role = roles.first else {
                return Answer(title: skill, address: "skills/", note: roles.map(\.title).joined(separator: ", "))
            }
            return Answer(title: skill, address: role.page.address, note: role.title, color: context.site.color(role))
        }
    }
}
