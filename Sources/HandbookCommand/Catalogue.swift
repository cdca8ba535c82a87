import Authoring
import Diagnostics
import Handbook
import Markdown
import Publish
import Site

/// Every rule that there is, explained.
enum Catalogue {
    /// By what they are about, in the order in which a reader meets them.
    static let groups: [RuleGroup] =
        RuleGroup.handbook + RuleGroup.authoring + RuleGroup.markdown + RuleGroup.site + RuleGroup.publish + [RuleGroup.command]

    static let explanations: [Explanation] = groups.flatMap(\.explanations)

    /// What an author can set about a rule.
    static func setting(_ rule: Rule) -> String? {
        guard Checks.isSettable(rule) else { return nil }
        let counts = Checks.thresholds(of: rule)
        let numbers = counts.isEmpty ? "" : ", and its numbers set: " + counts.joined(separator: ", ")
        return "Under `rules:` in `handbook.yml` it can be `off`, `note`, `warning` or `error`\(numbers). A page can be exempt from it."
    }

    /// The rules that a word names: one by its id, those of a group, or those of a weight (`errors`, `warnings`, `notes`).
    ///
    /// - Throws: a finding where it names none.
    static func rules(named word: String) throws(Diagnostic) -> [Rule] {
        let rules = explanations.map(\.rule)
        if let rule = rules.first(where: { $0.id == word }) { return [rule] }
        if let group = groups.first(where: { $0.id == word }) { return group.explanations.map(\.rule) }
        if let severity = Severity.allCases.first(where: { $0.rawValue + "s" == word }) { return rules.filter { $0.severity == severity } }
        throw unknown(word, among: rules.map(\.id) + groups.map(\.id) + Severity.allCases.map { $0.rawValue + "s" })
    }

    /// What is said of a word that names no rule.
    static func unknown(_ word: String, among words: [String]) -> Diagnostic {
        Rule.unknownID(
            "'\(word)' is the id of no rule",
            help: NearMiss.best(for: word, among: words).map { "did you mean '\($0)'?" } ?? "'handbook explain' lists all"
        )
    }
}

extension Rule {
    /// A word that should be a rule's id.
    static let unknownID = Rule("unknown-id", .error, "rules are named by their id, or that of a group of them")
    /// A rule that cannot be left out.
    static let notAllowed = Rule("not-allowed", .error, "an error that no setting changes is not left out")
    /// A baseline that cannot be used.
    static let invalidBaseline = Rule("invalid-baseline", .error, "a baseline is a file that handbook has written, and can be read")
    /// A baseline that has more than there is.
    static let staleBaseline = Rule("stale-baseline", .warning, "a baseline has findings that there still are")
}

extension RuleGroup {
    /// Rules about the command line.
    static let command = RuleGroup(
        "command",
        "The command line",
        [
            Explanation(
                .unknownID,
                "A slip in an id would weigh nothing anew, and nobody would notice.",
                "Take the id that is proposed. `handbook explain` lists all, with their groups.",
                shown: "$ handbook check --deny two-accountable"
            ),
            Explanation(
                .notAllowed,
                "A name that leads nowhere, or a page that cannot be read, is wrong in every handbook: the site would not be built either.",
                "Mend it; or put it into a baseline while you do.",
                shown: "$ handbook check --baseline baseline.json"
            ),
            Explanation(
                .invalidBaseline,
                "A baseline that cannot be read would make every known finding count, or none. It is named by `baseline` in `handbook.yml`, "
                    + "as a path in the project, or by `--baseline`.",
                "Write it with `--write-baseline`, and keep it with the project.",
                shown: "$ handbook check --baseline baseline.json --write-baseline"
            ),
            Explanation(
                .staleBaseline,
                "What is mended should not come back unseen: while a baseline still has it, it would.",
                "Write the baseline anew. `--deny stale-baseline` makes sure that it is done.",
                shown: "$ handbook check --baseline baseline.json --write-baseline"
            ),
            Explanation(
                ServeRules.port,
                "A site is served at an address of this machine and a port that no other program has. From the port asked for on, twenty are tried.",
                "End what uses the port, or choose another with `--port`; `--port 0` takes any.",
                shown: "$ handbook serve --port 9000"
            ),
            Explanation(
                .partlyRead,
                "A question is answered from what can be read. Where errors have kept something from being read, the answer may lack it.",
                "Run `handbook check`, and mend the errors.",
                shown: "$ handbook check"
            ),
            Explanation(
                .missingAsset,
                "A `handbook.json` names pictures and other files, which stand in the site around it. Those that do not are missing from the new project.",
                "Take the `handbook.json` from the folder of a whole site, or copy the files by hand.",
                shown: "$ handbook init copy --from public/handbook.json"
            ),
        ]
    )
}
