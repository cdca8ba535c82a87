import Diagnostics
import Markdown

extension Rule {
    /// A rule in the settings that cannot be set.
    public static let unknownRule = Rule(
        "unknown-rule",
        .error,
        "the rules in handbook.yml are ids of rules about matrices, roles and gaps"
    )
}

/// How much findings weigh, and how much is too much, as `rules:` in the settings has it.
public struct RuleSettings: Sendable {
    struct Entry: Sendable {
        let severity: Severity?
        let isOff: Bool
        let limit: Int?
        let share: Int?
        let rows: Int?
    }

    private var entries: [String: Entry] = [:]

    /// Every rule as it is declared.
    public init() {}

    /// The keys that a rule may have in the settings.
    static let fields: [Field] = [
        Field("severity", .choice(["off", "note", "warning", "error"]), "How much a finding weighs; off: it is not looked for."),
        Field("limit", .integer, "The most that is allowed, where the rule counts."),
        Field("share", .integer, "The most that is allowed in percent, where the rule has a share."),
        Field("rows", .integer, "The most rows that are allowed, for oversized."),
    ]

    /// Reads `rules:`. `known` are the ids of rules that can be set.
    static func read(_ record: Record, known: [String], into findings: inout Findings) -> RuleSettings {
        var settings = RuleSettings()
        for (key, value) in record.recordMap("rules") {
            guard known.contains(key.value) else {
                findings.add(
                    Rule.unknownRule(
                        "'\(key.value)' is no rule that can be set",
                        at: key.location,
                        help: NearMiss.help(for: key.value, among: known, called: "rules")
                    )
                )
                continue
            }
            let word = value.text("severity")
            if let word, !["off", "note", "warning", "error"].contains(word.value) {
                findings.add(
                    Rule.wrongType(
                        "'\(key.value)' is '\(word.value)', not off, note, warning or error",
                        at: word.location,
                        help: NearMiss.best(for: word.value, among: ["off", "note", "warning", "error"]).map { "did you mean '\($0)'?" }
                            ?? "choose off, note, warning or error"
                    )
                )
            }
            settings.entries[key.value] = Entry(
                severity: word.flatMap { Severity(rawValue: $0.value) },
                isOff: word?.value == "off",
                limit: value.integer("limit")?.value,
                share: value.integer("share")?.value,
                rows: value.integer("rows")?.value
            )
        }
        return settings
    }

    /// The most that is allowed, if the settings say.
    func limit(_ rule: Rule) -> Int? { entries[rule.id]?.limit }

    /// The share in percent, if the settings say.
    func share(_ rule: Rule) -> Int? { entries[rule.id]?.share }

    /// The most rows, if the settings say.
    func rows(_ rule: Rule) -> Int? { entries[rule.id]?.rows }

    /// A finding with the weight that the settings give it; `nil` when its rule is off.
    func weighed(_ finding: Diagnostic) -> Diagnostic? {
        guard let entry = entries[finding.rule.id] else { return finding }
        if entry.isOff { return nil }
        var finding = finding
        if let severity = entry.severity { finding.severity = severity }
        return finding
    }
}
