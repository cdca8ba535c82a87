import Formats
import Handbook
import Markdown
import Templates

/// Questions on the handbook: as a list with answers to open, and, where scripts run, as flashcards and a quiz. A handbook
/// with many roles has a page of questions for each group; this one then lists them.
struct StudyPage: ListPage {
    let site: SiteContent
    /// The roles of the handbook, page by page.
    let roleDecks: RoleDecks
    /// The questions of each of these decks.
    let questions: [[Question]]
    let rows: [String: RowAnchors]
    var area: Area { .study }
    static let templates = ["study"]
    static let sheets: Set<StyleSheet> = [.study]
    static let shape: ViewShape.Fields = .opening.adding(["decks": .list(.deck)]).adding(StudyView.shape)
    var isPrinted: Bool { false }

    /// The pages of questions: one, or a list and those that it lists. None where there is nothing to ask.
    static func all(_ site: SiteContent, _ roleDecks: RoleDecks) -> (first: StudyPage, decks: [StudyDeckPage]) {
        var questions = roleDecks.all.map { _ in [Question]() }
        for question in Questions.all(site.handbook, site.analysis) {
            if let deck = roleDecks.index(of: question.role) { questions[deck].append(question) }
        }
        let rows = Dictionary(site.handbook.matrices.map { ($0.slug, RowAnchors($0)) }) { first, _ in first }
        let pages = zip(roleDecks.all, questions).map { StudyDeckPage(site: site, deck: $0, questions: $1, rows: rows) }
        return (
            StudyPage(site: site, roleDecks: roleDecks, questions: questions, rows: rows),
            roleDecks.isOne ? [] : pages.filter { !$0.questions.isEmpty }
        )
    }

    var isEmpty: Bool { questions.allSatisfy(\.isEmpty) }

    /// The decks about which there is something to ask.
    var decks: [(deck: RoleDecks.Deck, questions: [Question])] { Array(zip(roleDecks.all, questions)).filter { !$1.isEmpty } }

    private var isList: Bool { !roleDecks.isOne }

    func values(_ context: PageContext) -> PageValues {
        var values = openingValues(context)
        if opening == nil { values["summary"] = .text(site.strings["study_lead"]) }
        values.add(StudyView(questions: isList ? [] : questions.flatMap(\.self), rows: rows, context: context).values())
        values["decks"] = .each(isList ? decks : []) { deck, questions in
            [
                "title": .text(deck.title), "href": .text(context.href(area.address + deck.path)), "color": .text(deck.color),
                "count": .text(
                    questions.count == 1
                        ? context.strings["study_count_one"] : context.strings.text("study_count", ["count": String(questions.count)])
                ),
            ]
        }
        return values
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        isList ? [] : StudyView(questions: questions.flatMap(\.self), rows: rows, context: context).outline
    }
}

/// The questions on the roles of one deck.
struct StudyDeckPage: ListPage {
    let site: SiteContent
    let deck: RoleDecks.Deck
    let questions: [Question]
    let rows: [String: RowAnchors]
    var area: Area { .study }
    static let templates = ["study"]
    static let sheets: Set<StyleSheet> = [.study]
    static let shape: ViewShape.Fields = .opening.adding(["decks": .list(.deck)]).adding(StudyView.shape)
    var isPrinted: Bool { false }

    var address: String { area.address + deck.path }
    var title: String { opening?.title ?? deck.title }

    func values(_ context: PageContext) -> PageValues {
        var values = openingValues(context)
        if opening == nil { values["summary"] = .text(site.strings["study_lead"]) }
        values.add(StudyView(questions: questions, rows: rows, context: context).values())
        values["decks"] = []
        return values
    }

    func outline(_ context: PageContext) -> [OutlineEntry] { StudyView(questions: questions, rows: rows, context: context).outline }
}
