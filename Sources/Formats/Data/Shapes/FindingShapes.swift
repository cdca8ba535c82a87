import Diagnostics
import Handbook

extension Shapes {
    static let severityWords = Severity.allCases.map(\.rawValue)

    static let finding = Shape<Diagnostic>("finding", "Something that handbook found in the project.", findingKeys(\.self))

    private static func findingKeys<Value>(_ finding: KeyPath<Value, Diagnostic> & Sendable) -> [Shape<Value>.Key] {
        [
            .init("id", .text, "The id of the rule that is broken.") { value, _ in .string(value[keyPath: finding].rule.id) },
            .init("severity", .words(severityWords), "How much it weighs.") { value, _ in
                .string(value[keyPath: finding].severity.rawValue)
            },
            .init("message", .text, "What is wrong.") { value, _ in .string(value[keyPath: finding].message) },
            .init("rule", .text, "What the rule says.") { value, _ in .string(value[keyPath: finding].rule.statement) },
            .optional("help", .text, "What to do.") { value, _ in value[keyPath: finding].help.map(JSONValue.string) },
            .optional("place", .one("place"), "Where.") { value, facts in
                value[keyPath: finding].location.map { place.json($0, facts) }
            },
            .init("related", .list(of: "related"), "Other places that belong to it.") { value, facts in
                related.list(value[keyPath: finding].related, facts)
            },
        ]
    }

    static let related = Shape<Related>(
        "related",
        "A place that explains a finding.",
        [
            .init("message", .text, "What is there.") { value, _ in .string(value.message) },
            .init("place", .one("place"), "Where.") { value, facts in place.json(value.location, facts) },
        ]
    )

    static let exempted = Shape<Exempted>(
        "exempted",
        "A finding that its page's author accepts.",
        findingKeys(\.finding) + [.init("reason", .text, "Why it is accepted.") { value, _ in .string(value.reason) }]
    )
}
