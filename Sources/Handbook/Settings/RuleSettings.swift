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
    private struct Entry: Sendable {
        let severity: Severity?
        let isOff: Bool
        let thresholds: [Threshold: Int]
    }

    private var entries: [String: Entry] = [:]

    /// Every rule as it is declared.
    public init() {}

    /// The keys that a rule may have in the settings.
    static let fields: [Field] =
        [Field("severity", .choice(severities), "How much a finding weighs; off: it is not looked for.")]
        + Threshold.allCases.map { Field($0.rawValue, .integer, $0.summary) }

    /// The rules that can be set, each with what can be said of it.
    static let rules: [Field] = Checks.settableRules.map { rule in
        let own = Threshold.allCases.filter { Rule.thresholds[rule.id]?[$0] != nil }.map {
            Field($0.rawValue, .integer, $0.summary, limit: .range($0.range))
        }
        let statement = rule.statement.prefix(1).uppercased() + rule.statement.dropFirst() + "."
        return Field(rule.id, .recordOrText(fields.filter { $0.key == "severity" } + own, key: "severity"), statement)
    }

    private static let severities = ["off", "note", "warning", "error"]

    /// Reads `rules:`. `known` are the ids of rules that can be set.
    static func read(_ record: Record, in source: SourceText, known: [String], into findings: inout Findings) -> RuleSettings {
        var settings = RuleSettings()
        let given = Set(record.recordMap("rules").map(\.key.value))
        for (rule, value) in record.recordMap("rules") {
            guard known.contains(rule.value) else {
                findings.add(
                    Rule.unknownRule(
                        "'\(rule.value)' is no rule that can be set",
                        at: rule.location,
                        help: NearMiss.help(for: rule.value, among: known, called: "rules")
                    )
                    .fixed(
                        by: Suggestions(known).meant(by: rule.value).flatMap { meant in
                            given.contains(meant) ? nil : source.fix(rule.value, at: rule.location, to: meant)
                        }
                    )
                )
                continue
            }
            let word = value.text("severity")
            if let word, !severities.contains(word.value) {
                findings.add(
                    Rule.wrongType(
                        "'\(rule.value)' is '\(word.value)', not off, note, warning or error",
                        at: word.location,
                        help: NearMiss.best(for: word.value, among: severities).map { "did you mean '\($0)'?" }
                            ?? "choose off, note, warning or error"
                    )
                    .fixed(by: Suggestions(severities).meant(by: word.value).flatMap { source.fix(word.value, at: word.location, to: $0) })
                )
            }
            settings.entries[rule.value] = Entry(
                severity: word.flatMap { Severity(rawValue: $0.value) },
                isOff: word?.value == "off",
                thresholds: thresholds(of: rule.value, value, &findings)
            )
        }
        return settings
    }

    /// The thresholds that are given: those that the rule has, within what makes sense.
    private static func thresholds(of rule: String, _ record: Record, _ findings: inout Findings) -> [Threshold: Int] {
        let own = Rule.thresholds[rule] ?? [:]
        let names = Threshold.allCases.filter { own[$0] != nil }.map { "'\($0.rawValue)'" }
        var found: [Threshold: Int] = [:]
        for threshold in Threshold.allCases {
            guard let key = record.keyLocation(threshold.rawValue), let number = record.integer(threshold.rawValue) else { continue }
            if own[threshold] == nil {
                findings.add(
                    Rule.unknownKey(
                        "'\(rule)' has no '\(threshold.rawValue)'",
                        at: key,
                        help: names.isEmpty ? "set its severity alone" : "it has \(names.joined(separator: " and "))"
                    )
                )
            } else if !threshold.range.contains(number.value) {
                let (least, most) = (threshold.range.lowerBound, threshold.range.upperBound)
                findings.add(
                    Rule.wrongType(
                        "'\(threshold.rawValue)' is \(number.value), not a number from \(least) to \(most)",
                        at: number.location,
                        help: "write a number from \(least) to \(most)"
                    )
                )
            } else {
                found[threshold] = number.value
            }
        }
        return found
    }

    /// Makes the findings of some rules errors, whatever the settings have said of them.
    mutating func deny(_ ids: Set<String>) {
        for id in ids {
            entries[id] = Entry(severity: .error, isOff: false, thresholds: entries[id]?.thresholds ?? [:])
        }
    }

    /// What a rule counts by.
    func value(_ threshold: Threshold, of rule: Rule) -> Int {
        entries[rule.id]?.thresholds[threshold] ?? Rule.thresholds[rule.id]?[threshold] ?? 0
    }

    /// A finding with the weight that the settings give it; `nil` when its rule is off.
    func weighed(_ finding: Diagnostic) -> Diagnostic? {
        guard let entry = entries[finding.rule.id] else { return finding }
        if entry.isOff { return nil }
        var finding = finding
        if let severity = entry.severity { finding.severity = severity }
        return finding
    }
}
