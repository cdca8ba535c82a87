import Diagnostics

extension RuleGroup {
    /// A matrix's page with one row over four roles.
    static func row(_ cells: String, front: String = "", more: String = "") -> String {
        let opening = front.isEmpty ? "# Delivery" : "---\ntitle: Delivery\n\(front)\n---"
        return """
            -- content/raci/delivery.md --
            \(opening)

            | Task | Data Eng | ML Eng | PM | UX |
            |---|---|---|---|---|
            | Deploy to production | \(cells) |
            \(more)
            """
    }

    private static let approval = """
        -- content/activities/deploy.md --
        ---
        title: Deploy to production
        approval: true
        ---
        """

    /// Rules about one row of a matrix.
    static let rows = RuleGroup(
        "rows",
        "One row of a matrix",
        [
            Explanation(
                .noAccountable,
                "A matrix is read to learn who answers for a task. A row without an A says that nobody does, or that nobody has asked. By RAPID the letter is D.",
                "Give one role the A. The remedy names one where another matrix, a source or a role's card gives a hint. If the sources leave it open, exempt the row and say so.",
                wrong: row("R | C | I | "),
                right: row("R | A | I | ")
            ),
            Explanation(
                .twoAccountable,
                "When two roles answer for a task, each can think that the other does, and neither can decide against the other. By RAPID the letter is D.",
                "Keep one A and make the others R or C. Where the task is really two, make two rows of it.",
                wrong: row("A | A | R | C"),
                right: row("A | R | C | I")
            ),
            Explanation(
                .nobodyActs,
                "A row in which roles are only asked or told is no work: there is nobody to ask or tell them.",
                "Give a role the R, and one the A; or take the row out.",
                wrong: row("C | I |  | "),
                right: row("C | A/R | I | ")
            ),
            Explanation(
                .accountableAlone,
                "With an A and no R it is taken that the accountable role does the work as well. Often the row has only forgotten who does it.",
                "Write `A/R` if the accountable role does the work, or give another role the R.",
                wrong: row("A | C | I | "),
                right: row("A/R | C | I | ")
            ),
            Explanation(
                .noDriver,
                "By DACI the driver keeps a task going until it is decided. Without one nobody moves it.",
                "Give one role D.",
                wrong: row("A | C | I | ", front: "scheme: daci"),
                right: row("A | D | I | ", front: "scheme: daci")
            ),
            Explanation(
                .twoDrivers,
                "By DACI one role drives a task. Two drivers wait for one another, or pull in two directions.",
                "Keep one D, and make the other C or I.",
                wrong: row("D | D | A | I", front: "scheme: daci"),
                right: row("D | C | A | I", front: "scheme: daci")
            ),
            Explanation(
                .manyResponsible,
                "A task that many roles do is a project, or nobody's: each counts on the others.",
                "Keep the R of those who do the work, and make the others C; or split the task into rows. `limit` and `share` in the settings say how many are many.",
                wrong: row("A/R | R | R | C"),
                right: row("A/R | R | C | I")
            ),
            Explanation(
                .manyConsulted,
                "Everyone with a C has to be heard before the work goes on. Each of them is a day of waiting.",
                "Make those I whose word would change nothing. `limit` and `share` in the settings say how many are many.",
                wrong: wide("A/R | C | C | C | C | I |"),
                right: wide("A/R | C | C | C | I | I |")
            ),
            Explanation(
                .manyInformed,
                "Where most roles of a row are only told, the row says little of who does the work, and the news goes to people who will not read it.",
                "Leave blank whoever can do without the news. `share` in the settings says how many are most.",
                wrong: row("A/R | I | I | I"),
                right: row("A/R | C | I | ")
            ),
            Explanation(
                .nobodyAsked,
                "Hardly any work touches nobody else. A row without C and I has often been filled in by the people who do the work alone.",
                "Ask who has to know the outcome, and who would object: give them I or C.",
                wrong: row("A | R |  | "),
                right: row("A | R |  | I")
            ),
            Explanation(
                .mixedLetters,
                "A cell says what a role's part is. Two parts that include one another, such as R and C, leave open which is meant; the stronger counts.",
                "Keep the letter that counts. `A/R`, owning and doing, goes together.",
                wrong: row("A | R/C | I | "),
                right: row("A | R | I | ")
            ),
            Explanation(
                .accountableAndWeak,
                "Whoever answers for a task is more than asked or told about it. A together with C or I is nearly always a slip.",
                "Keep the A, or the other letter.",
                wrong: row("A/C | R | I | "),
                right: row("A | R | I | ")
            ),
            Explanation(
                .neverAccountable,
                "Some roles cannot answer for anything, such as a vendor or an AI agent. Their pages say `never_accountable: true`, and the matrices have to agree.",
                "Give the A to the role that answers for what the other does.",
                wrong: row("A | R | C | I", more: neverAccountable),
                right: row("R | A | C | I", more: neverAccountable)
            ),
            Explanation(
                .sameApprover,
                "An approval by the role that did the work approves nothing. The rule looks at activities that say `approval: true`.",
                "Give the A to another role than the R; or take `approval: true` from the activity's page.",
                wrong: row("A/R | C | I | ", more: approval),
                right: row("A | R | I | ", more: approval)
            ),
        ]
    )

    private static let neverAccountable = """
        -- content/roles/data-engineer.md --
        ---
        title: Data Engineer
        short: Data Eng
        summary: Runs the pipelines as an agent.
        never_accountable: true
        ---
        """

    private static func wide(_ cells: String) -> String {
        """
        -- content/raci/delivery.md --
        # Delivery

        | Task | Data Eng | ML Eng | PM | UX | QA | Ops | Legal |
        |---|---|---|---|---|---|---|---|
        | Deploy to production | \(cells)
        """
    }
}
