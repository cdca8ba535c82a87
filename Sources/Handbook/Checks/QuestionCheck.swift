import Diagnostics

extension Rule {
    /// A question that cannot be put, or an answer that cannot be given.
    public static let invalidQuestion = Rule(
        "invalid-question",
        .error,
        "a question has a list of answers, each of which begins with its words in bold"
    )
}

extension Check {
    /// Questions on plain pages have answers.
    static let questions = Check(rules: [.invalidQuestion]) { handbook, findings in
        let reader = QuestionnaireReader(handbook)
        for page in handbook.pages {
            for fault in reader.read(page).faults { findings.add(fault) }
        }
    }
}
