import Handbook
import TestSupport
import Testing

/// A project in which a rule is broken, and one that comes near and keeps it.
struct RuleCase: CustomTestStringConvertible, Sendable {
    let rule: String
    let breaks: String
    let keeps: String

    var testDescription: String { rule }

    /// Roles that do what most of the cases are about.
    static func roles(_ names: [String] = ["Ann", "Bob", "Cid", "Dot"], card: String = "- **Bake bread**: bakes.", front: String = "")
        -> String
    {
        names.map { name in
            "-- content/roles/\(name.lowercased()).md --\n---\ntitle: \(name)\nsummary: Works.\n\(front)---\n## Responsibilities\n\(card)\n"
        }.joined()
    }

    /// A matrix's page.
    static func matrix(_ header: String, _ rows: String, name: String = "m", front: String = "") -> String {
        let rule = "|" + String(repeating: "---|", count: header.split(separator: "|").count)
        return "-- content/raci/\(name).md --\n---\ntitle: \(name.uppercased())\n\(front)---\n|\(header)|\n\(rule)\n\(rows)\n"
    }

    /// A case about the rows of a matrix.
    static func rows(
        _ rule: String,
        _ breaks: String,
        _ keeps: String,
        header: String = "Task|Ann|Bob|Cid|Dot",
        front: String = "",
        more: String = "",
        moreKept: String? = nil
    ) -> RuleCase {
        let base = roles(["Ann", "Bob", "Cid", "Dot", "Eve", "Fay", "Gil"])
        return RuleCase(
            rule: rule,
            breaks: base + matrix(header, breaks, front: front) + more,
            keeps: base + matrix(header, keeps, front: front) + (moreKept ?? more)
        )
    }

    private static func activity(_ front: String) -> String { "-- content/activities/bake.md --\n---\ntitle: Bake bread\n\(front)\n---\n" }
    private static let wide = "Task|Ann|Bob|Cid|Dot|Eve|Fay|Gil"

    static let all: [RuleCase] = ofRows + ofRoles + ofMatrices + ofPages + ofReading

    // MARK: - Rows

    private static let ofRows: [RuleCase] = [
        .rows("no-accountable", "|Bake bread|R|C|I||", "|Bake bread|R|A|I||"),
        .rows("two-accountable", "|Bake bread|A|A|R|C|", "|Bake bread|A/R|R|C|I|"),
        .rows("nobody-acts", "|Bake bread|C|I|||", "|Bake bread|C|A|||"),
        .rows("accountable-alone", "|Bake bread|A|C|||", "|Bake bread|A|R|C||"),
        .rows("no-driver", "|Bake bread|A|C|I||", "|Bake bread|A|D|I||", front: "scheme: daci\n"),
        .rows("two-drivers", "|Bake bread|D|D|A|I|", "|Bake bread|D|C|A|I|", front: "scheme: daci\n"),
        .rows("many-responsible", "|Bake bread|A/R|R|R|C|", "|Bake bread|A/R|R|C|I|"),
        .rows("many-responsible", "|Bake bread|A|R|R|R|R|C||", "|Bake bread|A|R|R|R|C|C||", header: wide),
        .rows("many-consulted", "|Bake bread|A/R|C|C|C|C|I||", "|Bake bread|A/R|C|C|C|I|I||", header: wide),
        .rows("many-informed", "|Bake bread|A/R|I|I|I|", "|Bake bread|A/R|C|I|I|"),
        .rows("nobody-asked", "|Bake bread|A|R|||", "|Bake bread|A|R||I|"),
        .rows("mixed-letters", "|Bake bread|A|R/C|I||", "|Bake bread|A/R|C|I||"),
        .rows("accountable-and-weak", "|Bake bread|A/C|R|I||", "|Bake bread|A/R|C|I||"),
        .rows(
            "never-accountable",
            "|Bake bread|R|C|I|A|",
            "|Bake bread|A|C|I|R|",
            header: "Task|Ann|Bob|Cid|Robot",
            more: "-- content/roles/robot.md --\n---\ntitle: Robot\nsummary: Helps.\nnever_accountable: true\n---\n"
        ),
        .rows("same-approver", "|Bake bread|A/R|C|I||", "|Bake bread|A|R|I||", more: activity("approval: true")),
        .rows(
            "same-approver",
            "|Bake bread|A|C|I||",
            "|Bake bread|A/R|C|I||",
            more: activity("approval: true"),
            moreKept: activity("approval: false")
        ),
    ]

    // MARK: - Roles

    private static let ofRoles: [RuleCase] = [
        .rows("never-acts", "|Bake bread|A/R|C|I|\n|Bake cake|A/R|R|I|", "|Bake bread|A|R|R|", header: "Task|Ann|Bob|Cid"),
        .rows(
            "overloaded",
            "|Bake a|A|R|C|I|\n|Bake b|A|R|C|I|\n|Bake c|A|R|C|I|\n|Bake d|A|R|C|I|",
            "|Bake a|A|R|C|I|\n|Bake b|A|C|R|I|\n|Bake c|A|I|C|R|\n|Bake d|R|A|C|I|"
        ),
        .rows(
            "no-blank",
            "|Bake a|A|R|C|I|\n|Bake b|A|R||I|\n|Bake c|A|R|C||\n|Bake d|A||C|I|",
            "|Bake a|A|R|C|I|\n|Bake b||A/R||I|\n|Bake c|A|R|C||\n|Bake d|A||C|I|"
        ),
        .rows("only-informed", "|Bake bread|A|R|C|I|\n|Bake cake|A|R|C|I|", "|Bake bread|A|R|C|I|\n|Bake cake|A|R|I|C|"),
        .rows("card-silent", "|Paint walls|A/R|C|I||", "|Baking bread|A/R|C|I||"),
        RuleCase(
            rule: "role-in-no-matrix",
            breaks: roles() + matrix("Task|Ann|Bob|Cid", "|Bake bread|A|R|C|"),
            keeps: roles() + matrix("Task|Ann|Bob|Cid|Dot", "|Bake bread|A|R|C||")
        ),
        RuleCase(
            rule: "work-in-no-matrix",
            breaks: roles(["Ann", "Bob"]) + relation("ann, bob") + matrix("Task|Ann|Bob", "|Bake bread|A/R||\n|Bake cake||A/R|"),
            keeps: roles(["Ann", "Bob"]) + relation("ann, bob") + matrix("Task|Ann|Bob", "|Bake bread|A/R|I|")
        ),
        RuleCase(
            rule: "work-in-no-matrix",
            breaks: roles(["Ann", "Bob"]) + matrix("Task|Ann|Bob", "|Paint walls|A/R|I|"),
            keeps: roles(["Ann", "Bob"]) + matrix("Task|Ann|Bob", "|Baking of breads|A/R|I|")
        ),
        RuleCase(
            rule: "no-kpi",
            breaks: roles(["Ann"], front: "kpis: [Loaves]\n") + roles(["Bob"]),
            keeps: roles(["Ann", "Bob"], front: "kpis: [Loaves]\n")
        ),
        RuleCase(
            rule: "one-sided-relation",
            breaks: roles(["Ann", "Bob"]) + relation("ann, bob", "Ann bakes."),
            keeps: roles(["Ann", "Bob"]) + relation("ann, bob", "Ann bakes what Bob eats.")
        ),
        RuleCase(
            rule: "claimed-twice",
            breaks: roles(["Ann", "Bob"]),
            keeps: roles(["Ann"]) + roles(["Bob"], card: "- **Bake bread rolls and cakes**: bakes.")
        ),
    ]

    private static func relation(_ between: String, _ overlap: String = "Ann and Bob bake.") -> String {
        "-- content/relations/r.md --\n---\nbetween: [\(between)]\n---\n## Overlap\n1. **Work**: \(overlap)\n"
    }

    // MARK: - Matrices

    private static let ofMatrices: [RuleCase] = [
        .rows(
            "duplicate-task",
            "|Bake bread|A|R|C|I|\n|bake  bread|A|R|C|I|",
            "|Bake bread|A|R|C|I|\n|Bake breads|A|R|C|I|"
        ),
        .rows(
            "contradicting-accountable",
            "|Bake bread|A|R|C|I|",
            "|Bake bread|R|A|C|I|",
            more: matrix("Task|Ann|Bob", "|bake bread|R|A|", name: "n")
        ),
        .rows("cell-notation", "|Bake bread|A|r|C|I|", "|Bake bread|A|R (some)|C|I|"),
        .rows(
            "wrong-totals",
            "|Bake bread|A|R|C|I|\n|Total|1A|2R|1|1|",
            "|Bake bread|A|R|C|I|\n|Total|1A|1R|1|1|"
        ),
        .rows(
            "oversized",
            (1...26).map { "|Bake \($0)|A|R|C|I|" }.joined(separator: "\n"),
            (1...25).map { "|Bake \($0)|A|R|C|I|" }.joined(separator: "\n")
        ),
        .rows(
            "stage-without-row",
            "|Bake bread|A|R|C|I|",
            "|Baking|A|R|C|I|",
            more: "-- content/lifecycle/baking.md --\n---\ntitle: Baking\n---\n"
        ),
        .rows(
            "stage-without-row",
            "|Bake bread|A|R|C|I|",
            "|Bake bread|A|R|C|I|",
            more: "-- content/lifecycle/baking.md --\n---\ntitle: Baking\n---\n",
            moreKept: "-- content/lifecycle/baking.md --\n---\ntitle: Baking\n---\n" + activity("stage: baking")
        ),
        .rows(
            "activity-without-row",
            "|Bake cake|A|R|C|I|",
            "|Bake BREAD|A|R|C|I|",
            more: activity("")
        ),
        .rows(
            "unowned-activity",
            "|Bake bread||R|C|I|",
            "|Bake bread||R|C|I|",
            more: activity(""),
            moreKept: activity("positions: [{source: s, decides: [ann]}]") + "-- content/sources/s.md --\n# S\n"
        ),
    ]

    // MARK: - Pages

    private static let ofPages: [RuleCase] = [
        RuleCase(
            rule: "empty-section",
            breaks: "-- content/a.md --\n# A\n## One\n## Two\nText.\n",
            keeps: "-- content/a.md --\n# A\n## One\n### Within\nText.\n## Two\nText.\n"
        )
    ]

    // MARK: - Reading

    private static let ofReading: [RuleCase] = [
        .rows("unknown-role", "|Bake bread|A|R|", "|Bake bread|A|R|", header: "Task|Ann|Boss", moreKept: roles(["Boss"])),
        .rows(
            "ambiguous-role",
            "|Bake bread|A|R|",
            "|Bake bread|A|R|",
            header: "Task|Ann|Boss",
            more: roles(["Tim", "Tom"], front: "short: Boss\n"),
            moreKept: roles(["Tim"], front: "short: Boss\n") + roles(["Tom"])
        ),
        .rows("unknown-letter", "|Bake bread|A|X|C|I|", "|Bake bread|A|r (x)|C|N/A|"),
        .rows("ragged-row", "|Bake bread|A|R|C|", "|Bake bread|A|R|C||"),
        .rows("ragged-row", "|Bake bread|A|R|C|I|I|", "Bake bread|A|R|C|I"),
        .rows("missing-task", "||A|R|C|I|", "||||||"),
        RuleCase(
            rule: "duplicate-column",
            breaks: roles() + matrix("Task|Ann|ann", "|Bake bread|A|R|"),
            keeps: roles() + matrix("Task|Ann|Dot", "|Bake bread|A|R|")
        ),
        RuleCase(
            rule: "no-matrix",
            breaks: roles(["Ann"]) + "-- content/raci/m.md --\n# M\n\n<table><tr><td>Task</td></tr></table>\n",
            keeps: roles(["Ann"]) + matrix("Task|Ann", "|Bake bread|A/R|")
        ),
    ]
}
