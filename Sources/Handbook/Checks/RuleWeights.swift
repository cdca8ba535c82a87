import Diagnostics

/// Rules that one run weighs anew, over what the settings say.
public struct RuleWeights: Sendable {
    /// The ids of rules whose findings are errors.
    public let denied: Set<String>
    /// The ids of rules whose findings are left out.
    public let allowed: Set<String>

    /// - Parameters:
    ///   - denied: rules whose findings are errors, also where the settings switch them off.
    ///   - allowed: rules whose findings are left out.
    public init(denied: Set<String> = [], allowed: Set<String> = []) {
        self.denied = denied
        self.allowed = allowed
    }

    /// A finding as this run weighs it; `nil` when it is left out.
    public func weighed(_ finding: Diagnostic) -> Diagnostic? {
        if allowed.contains(finding.rule.id) { return nil }
        var finding = finding
        if denied.contains(finding.rule.id) { finding.severity = .error }
        return finding
    }
}

extension Checks {
    /// Whether `rules:` in the settings can weigh a rule anew.
    public static func isSettable(_ rule: Rule) -> Bool { settableRuleIDs.contains(rule.id) }

    /// What a rule counts by when the settings say nothing: "`limit` 3", "`share` 50".
    public static func thresholds(of rule: Rule) -> [String] {
        let own = Rule.thresholds[rule.id] ?? [:]
        return Threshold.allCases.compactMap { threshold in own[threshold].map { "`\(threshold.rawValue)` \($0)" } }
    }
}
