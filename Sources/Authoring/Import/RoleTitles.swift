import Handbook

/// Words by which titles say that a page describes a role, or that it does not.
enum RoleTitles {
    /// Whether a title is what somebody is called: its last word, without a level behind it, is one for people who do something.
    static func isTitle(_ title: String) -> Bool {
        let words = words(title)
        if opensTopic(words) { return false }
        let bare = words.reversed().drop { levels.contains($0) || $0.allSatisfy(\.isNumber) }
        if let last = bare.first, people.contains(last) { return true }
        return words.count > 2 && ["head", "director", "vp", "chief", "lead"].contains(words[0]) && words[1] == "of"
    }

    /// Whether a title is that of a text about roles, and not of one.
    static func isTopic(_ title: String) -> Bool {
        let words = words(title)
        guard let first = words.first, !isTitle(title) else { return false }
        if title.hasSuffix("?") || ["how", "why", "what", "when", "about"].contains(first) || !topics.isDisjoint(with: words) {
            return true
        }
        // "Hiring" is what is done, not somebody who does it.
        return opensTopic(words) || (words.count == 1 && first.hasSuffix("ing") && first.count > 4)
    }

    /// "Using LinkedIn Recruiter", "Working with the recruiter": work with somebody or something.
    private static func opensTopic(_ words: [String]) -> Bool {
        guard words.count > 1, words[0].hasSuffix("ing") else { return false }
        return ["using", "becoming", "being"].contains(words[0])
            || !["a", "an", "the", "your", "our", "with", "for"].allSatisfy { !words.dropFirst().contains($0) }
    }

    /// The words of a title in lower case, up to a bracket, a comma or a dash.
    private static func words(_ title: String) -> [String] {
        let head = title.prefix { !"(,–—:|".contains($0) }
        return head.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static let levels: Set<String> = ["i", "ii", "iii", "iv", "v", "role", "position", "job", "description", "profile"]
    private static let topics: Set<String> = [
        "guide", "guidelines", "process", "policy", "template", "overview", "faq", "checklist", "introduction", "progression", "ladder",
        "levels",
        "framework", "glossary",
    ]
    private static let people: Set<String> = [
        "accountant", "administrator", "advisor", "adviser", "advocate", "agent", "analyst", "apprentice", "architect", "artist",
        "assistant",
        "associate", "baker", "buyer", "captain", "ceo", "cfo", "chef", "cio", "ciso", "clerk", "cmo", "coach", "consultant", "controller",
        "cook",
        "coo", "coordinator", "cpo", "craftsperson", "cto", "designer", "developer", "director", "editor", "engineer", "entwickler",
        "evangelist",
        "executive", "facilitator", "founder", "generalist", "instructor", "intern", "lawyer", "lead", "leader", "librarian", "manager",
        "marketer",
        "master", "mechanic", "mentor", "nurse", "officer", "operator", "owner", "paralegal", "planner", "president", "principal",
        "producer",
        "programmer", "recruiter", "representative", "researcher", "scientist", "secretary", "specialist", "steward", "strategist",
        "supervisor",
        "teacher", "technician", "technologist", "tester", "trainer", "treasurer", "waiter", "writer",
    ]
}
