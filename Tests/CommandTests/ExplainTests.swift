import Foundation
import TestSupport
import Testing

/// `handbook explain`.
@Suite struct ExplainTests {
    private func explain(_ words: String...) throws -> Command.Outcome {
        let scratch = try Scratch()
        return try Command.run(["explain"] + words, in: scratch.url)
    }

    /// The ids of all rules that the program declares.
    private static let declared: [String] = {
        let sources = Repository.root.appending(path: "Sources")
        var ids: [String] = []
        for case let path as String in FileManager.default.enumerator(atPath: sources.path) ?? FileManager.DirectoryEnumerator() {
            guard path.hasSuffix(".swift"), let text = try? String(contentsOf: sources.appending(path: path), encoding: .utf8) else {
                continue
            }
            ids += text.matches(of: #/\bRule\(\s*"([a-z0-9-]+)"/#).map { String($0.output.1) }
        }
        return ids.sorted()
    }()

    @Test func everyRuleIsExplainedOnce() throws {
        let outcome = try explain()
        #expect(outcome.status == 0)
        let lines = outcome.stdout.split(separator: "\n").filter { $0.hasPrefix("  ") }
        let listed = lines.compactMap { $0.split(separator: " ").first.map(String.init) }.sorted()
        #expect(Self.declared.count > 100)
        #expect(Set(Self.declared).count == Self.declared.count, "an id is declared twice")
        #expect(listed == Self.declared)
    }

    @Test func thePageOfRulesIsWhatTheCommandPrints() throws {
        let outcome = try explain("--format", "markdown")
        #expect(outcome.status == 0)
        try Golden.expect(outcome.stdout, at: Repository.root.appending(path: "docs/rules.md"))
        for id in Self.declared { #expect(outcome.stdout.contains("\n### \(id)\n\n*"), "\(id)") }
        // What controls a terminal stays out of it.
        #expect(!outcome.stdout.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    }

    @Test func aRuleIsToldWithItsReasonItsRemedyAndAnExample() throws {
        let outcome = try explain("two-accountable")
        #expect(outcome.status == 0)
        #expect(
            outcome.stdout == """
                error[two-accountable]: a task has exactly one accountable role

                Why
                  When two roles answer for a task, each can think that the other does, and
                  neither can decide against the other. By RAPID the letter is D.

                How to mend it
                  Keep one A and make the others R or C. Where the task is really two, make
                  two rows of it.

                Example: content/raci/delivery.md
                  # Delivery

                  | Task | Data Eng | ML Eng | PM | UX |
                  |---|---|---|---|---|
                  | Deploy to production | A | A | R | C |

                Mended: content/raci/delivery.md
                  # Delivery

                  | Task | Data Eng | ML Eng | PM | UX |
                  |---|---|---|---|---|
                  | Deploy to production | A | R | C | I |

                Settings
                  Under `rules:` in `handbook.yml` it can be `off`, `note`, `warning` or
                  `error`. A page can be exempt from it.

                """
        )
    }

    @Test func everyLineFitsATerminal() throws {
        for id in ["overloaded", "no-history", "markdown-limit", "claimed-twice"] {
            let lines = try explain(id).stdout.split(separator: "\n").dropFirst()
            #expect(lines.allSatisfy { $0.count <= 78 }, "\(id)")
        }
    }

    @Test func aGroupListsItsRules() throws {
        let outcome = try explain("git")
        #expect(outcome.status == 0)
        #expect(outcome.stdout.hasPrefix("git (git)\n  no-git "))
        #expect(!outcome.stdout.contains("two-accountable"))
    }

    @Test(arguments: [
        ("two-acountable", "did you mean 'two-accountable'?"), ("row", "did you mean 'rows'?"),
        ("quux-quux", "'handbook explain' lists all"),
    ])
    func aSlipIsTold(word: String, help: String) throws {
        let outcome = try explain(word)
        #expect(outcome.status == 2)
        #expect(outcome.stdout == "")
        #expect(
            outcome.stderr == """
                error[unknown-id]: '\(word)' is the id of no rule
                   = rule: rules are named by their id, or that of a group of them
                   = help: \(help)

                1 error

                """
        )
    }
}
