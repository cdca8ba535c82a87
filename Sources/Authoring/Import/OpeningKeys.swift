import Handbook
import Markdown

/// Keys at the top of a page that are no front matter for handbook, and would be shown to readers: a list between two rules, keys
/// without a line above them.
enum OpeningKeys {
    /// What the report says of them.
    struct Found {
        /// The line, counted from 0.
        let line: Int
        let message: String
        /// Whether the page may not be meant for readers.
        let holdsBack: Bool
    }

    /// The most lines that are looked at.
    private static let longest = 60

    /// Looks at the first lines of a text that has no front matter.
    static func find(in lines: [Substring]) -> Found? {
        guard let first = lines.firstIndex(where: { !$0.allSatisfy(\.isWhitespace) }) else { return nil }
        let hasRule = isRule(lines[first])
        let start = hasRule ? first + 1 : first
        var keys: [(key: String, value: String)] = []
        var end = start
        while end < lines.count, end - start < longest, !isRule(lines[end]) {
            let line = lines[end]
            // Without a rule above, they end with the paragraph.
            if line.allSatisfy(\.isWhitespace) || line.hasPrefix("# ") || line.hasPrefix("```") {
                if hasRule, line.hasPrefix("#") || line.allSatisfy(\.isWhitespace), end > start {
                    end += 1
                    continue
                }
                break
            }
            if let key = key(in: String(line)) { keys.append(key) } else if !hasRule, !isContinuation(line) { break }
            end += 1
        }
        let isClosed = end < lines.count && isRule(lines[end]) && end > start
        if let hiding = keys.first(where: { DraftProposal.hides($0.key, $0.value) }), hasRule || isClosed || keys.count == end - start {
            let words = "'\(hiding.key): \(hiding.value.trimmingWhitespace)' at the top is not in front matter that can be read"
            return Found(line: first, message: "\(words); the page is a draft", holdsBack: true)
        }
        guard isClosed else { return nil }
        if hasRule {
            // Behind a blank line, the rule is one.
            guard isFence(lines[first]), !lines[start].allSatisfy(\.isWhitespace) else { return nil }
            let what = lines[start].hasPrefix("- ") ? "a list" : "text"
            return Found(
                line: first,
                message: "between the two lines '---' at the top is \(what), not keys and values: it is part of the page",
                holdsBack: false
            )
        }
        let known = keys.count { KeyProposal.isRead($0.key) }
        guard known > 1 || (known == 1 && keys.count == 1 && keys[0].key == "title") else { return nil }
        return Found(line: first, message: "keys at the top have no line '---' above them; the page is a draft", holdsBack: true)
    }

    private static func isFence(_ line: Substring) -> Bool { String(line).trimmingWhitespace == "---" }

    /// A line of dashes or the like.
    private static func isRule(_ line: Substring) -> Bool {
        let text = String(line).trimmingWhitespace
        // Some tools name a language behind the dashes.
        let isNamed = text.hasPrefix("---") && text.count < 12 && text.dropFirst(3).allSatisfy(\.isLetter)
        return isNamed || text == "..." || (text.count > 1 && text.allSatisfy { "-–—+;=".contains($0) })
    }

    private static func isContinuation(_ line: Substring) -> Bool { line.first.map { " \t-#".contains($0) } ?? true }

    /// `key: value`, `key:: value` or `key = value`, perhaps as an item of a list.
    static func key(in line: String) -> (key: String, value: String)? {
        var text = line.trimmingWhitespace[...]
        if text.hasPrefix("- ") { text = text.dropFirst(2).drop { $0 == " " } }
        let key = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        let rest = text[key.endIndex...].drop { $0 == " " }
        guard key.first?.isLetter == true, let sign = rest.first, sign == ":" || sign == "=" else { return nil }
        // Logseq has two colons.
        let value = rest.dropFirst(rest.hasPrefix(":: ") ? 2 : 1)
        guard sign == "=" || value.isEmpty || value.first == " " else { return nil }
        return (String(key), String(value))
    }
}
