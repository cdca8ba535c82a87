import Diagnostics
import Handbook

/// `check --deny` and `check --allow`: rules that one run weighs anew.
enum CheckWeights {
    /// Reads the words of both options. What names one rule counts for more than what names a group; of two that name as much,
    /// denying counts.
    ///
    /// - Throws: a finding on a word that names no rule, or an error that no setting changes.
    static func read(deny: [String], allow: [String]) throws(Diagnostic) -> RuleWeights {
        let denied = try read(deny)
        let allowed = try read(allow)
        for rule in allowed.single where !canBeAllowed(rule) { throw refusal("'\(rule.id)' cannot be allowed") }
        for (word, rules) in allowed.groups where !rules.contains(where: canBeAllowed) {
            throw refusal("nothing of '\(word)' can be allowed")
        }
        var isDenied: [String: Bool] = [:]
        for rule in allowed.groups.flatMap(\.rules) where canBeAllowed(rule) { isDenied[rule.id] = false }
        for rule in denied.groups.flatMap(\.rules) { isDenied[rule.id] = true }
        for rule in allowed.single { isDenied[rule.id] = false }
        for rule in denied.single { isDenied[rule.id] = true }
        return RuleWeights(denied: Set(isDenied.filter(\.value).keys), allowed: Set(isDenied.filter { !$0.value }.keys))
    }

    private typealias Named = (single: [Rule], groups: [(word: String, rules: [Rule])])

    private static func read(_ words: [String]) throws(Diagnostic) -> Named {
        var named: Named = ([], [])
        for word in words {
            let rules = try Catalogue.rules(named: word)
            if rules.count == 1, rules[0].id == word { named.single.append(rules[0]) } else { named.groups.append((word, rules)) }
        }
        return named
    }

    private static func canBeAllowed(_ rule: Rule) -> Bool { rule.severity != .error || Checks.isSettable(rule) }

    private static func refusal(_ message: String) -> Diagnostic {
        Rule.notAllowed(message, help: "mend what is found, or put it into a baseline")
    }
}
