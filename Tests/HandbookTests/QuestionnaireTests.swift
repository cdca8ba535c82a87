import Handbook
import TestSupport
import Testing

/// Questions on plain pages whose answers ask for roles.
@Suite struct QuestionnaireTests {
    private static func project(_ body: String, settings: String = "") -> String {
        fourRoles + (settings.isEmpty ? "" : "-- handbook.yml --\n\(settings)\n") + "-- content/guides/hire.md --\n\(body)\n"
    }

    private static func questionnaire(_ project: String) async -> Questionnaire? {
        let handbook = await read(project).handbook
        return handbook.pages.first { $0.slug == "guides/hire" }.flatMap { QuestionnaireReader(handbook).questionnaire(of: $0) }
    }

    private static let whole = """
        # Hire

        Read this first.

        ## Questions

        Answer all.

        ### Is there data?

        Labeled data, that is.

        - **Yes**: nobody. A Data Engineer would have nothing to do.
        - **No**: a [Data Engineer](../roles/data-engineer.md), then
          an [[ML Eng]] and the same [Data Engineer](../roles/data-engineer.md).
          - With the [PM](../roles/product-manager.md).

        Not sure? Then no.

        ### In any case?

        1. **Always:** a [[Product Manager]]

        ## Who comes in when

        1. **[[UX]]**: first.
        2. [Product Manager](../roles/product-manager.md): on day one.

        ## More

        The end.
        """

    @Test func headingsAreQuestionsAndItemsAnswersThatAskForTheRolesTheyLinkTo() async throws {
        let project = Self.project(Self.whole)
        #expect(await findings(in: project) == [])
        let found = try #require(await Self.questionnaire(project))
        #expect(found.questions.map(\.heading.text) == ["Is there data?", "In any case?"])
        #expect(found.questions.map(\.isSettled) == [false, true])
        #expect(found.questions.flatMap(\.answers).map { "\($0.name) \($0.id)" } == ["Yes yes", "No no", "Always always"])
        // A mention is no request.
        #expect(
            found.questions.flatMap(\.answers).map(\.roles) == [
                [], ["data-engineer", "ml-engineer", "product-manager"], ["product-manager"],
            ]
        )
        #expect(found.before.map(\.plainText) == ["Read this first."])
        #expect(found.opening.map(\.plainText) == ["Answer all."])
        #expect(found.questions[0].opening.map(\.plainText) == ["Labeled data, that is."])
        #expect(found.questions[0].closing.map(\.plainText) == ["Not sure? Then no."])
        #expect(found.after.first?.plainText == "Who comes in when")
        #expect(found.after.last?.plainText == "The end.")
    }

    @Test func rolesComeInTheOrderOfTheSequenceThenAsTheAnswersNameThem() async throws {
        let found = try #require(await Self.questionnaire(Self.project(Self.whole)))
        #expect(found.sequence.map(\.role) == ["ux-designer", "product-manager"])
        // No answer asks for the designer.
        #expect(found.roles == ["product-manager", "data-engineer", "ml-engineer"])
        #expect(
            found.reasons(for: "product-manager").map { "\($0.question.heading.text) \($0.answer.name)" } == [
                "Is there data? No", "In any case? Always",
            ]
        )
    }

    @Test func headingsCanBeInAnyLanguage() async throws {
        let body = "# Wen?\n## Fragen\n### Daten?\n- **Nein**: [[PM]]\n## Reihenfolge\n- [[PM]]\n"
        #expect(await Self.questionnaire(Self.project(body)) == nil)
        let project = Self.project(body, settings: "sections: {questions: [Fragen], sequence: [Reihenfolge]}")
        let found = try #require(await Self.questionnaire(project))
        #expect(found.roles == ["product-manager"])
        #expect(found.sequence.map(\.role) == ["product-manager"])
    }

    @Test(arguments: [
        // Questions that readers often have.
        "# FAQ\n## Questions\n### What is this?\nA handbook.\n### Who made it?\n- **We** did.\n- They did.\n",
        "# Page\n## Other\n### Is there data?\n- **No**: [[PM]]\n", "# Page\n## Questions\n- **No**: [[PM]]\n",
    ])
    func otherPagesAreLeftAlone(body: String) async {
        let project = Self.project(body)
        #expect(await findings(in: project) == [])
        #expect(await Self.questionnaire(project) == nil)
    }

    @Test(arguments: [
        (
            "### Why?\nBecause.",
            "5:5 invalid-question: 'Why?' has no answers -> list them under it, '- **Yes**: what follows', or move it out of this section"
        ),
        (
            "### Why?\n- **So**: x.\n- Because it is so and will be so for ever and ever",
            "7:3 invalid-question: 'Because it is so and will be so for ever…' does not begin with its answer -> "
                + "put the answer to 'Why?' in bold at its start: '- **Yes**: what follows'"
        ),
        (
            "### Why?\n- **Yes**: x.\n- **yes!**: y.",
            "7:5 invalid-question: 'yes!' is an answer to 'Why?' already -> join the two, or choose other words"
        ),
        (
            "## Order of hiring\n1. [[PM]]: now\n2. **The others**: later.",
            "7:6 invalid-question: 'The others' names no role -> link the role that comes in: '1. [[Data Engineer]]: when'"
        ),
    ])
    func whatCannotBeAskedIsAnError(lines: String, expected: String) async {
        let project = Self.project("# Hire\n## Questions\n### Who?\n- **All**: [[PM]]\n\(lines)")
        let found = await findings(in: project).map { $0.replacing("content/guides/hire.md:", with: "") }
        #expect(found == [expected])
        // What can be asked still is.
        #expect(await Self.questionnaire(project)?.questions.first?.heading.text == "Who?")
    }

    @Test func anAnswerOfSignsAloneHasANumberForItsName() async throws {
        let found = try #require(await Self.questionnaire(Self.project("# H\n## Questions\n### Well?\n- **👍**: [[PM]]\n- **👎**: no.\n")))
        #expect(found.questions[0].answers.map(\.id) == ["1", "2"])
    }
}
