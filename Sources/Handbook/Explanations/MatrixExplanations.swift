import Diagnostics

extension RuleGroup {
    /// A matrix's page with these rows, over four roles.
    static func matrix(_ rows: String, header: String = "| Task | Data Eng | ML Eng | PM | UX |", name: String = "delivery") -> String {
        let line = String(repeating: "|---", count: header.count { $0 == "|" } - 1) + "|"
        return "-- content/raci/\(name).md --\n# \(name.capitalized)\n\n\(header)\n\(line)\n\(rows)\n"
    }

    /// Rules about a whole matrix, or several.
    static let matrices = RuleGroup(
        "matrices",
        "Matrices",
        [
            Explanation(
                .noMatrix,
                "A page in the folder of matrices is read for its table. A table in HTML is not read, and a GFM table needs a line of dashes with as many cells as its header. A table that describes in prose what each role is responsible for is shown as it is, with a note.",
                "Write a GFM table, with tasks in its first column and roles in its header; or move the page to another folder.",
                wrong: "-- content/raci/delivery.md --\n# Delivery\n\n<table><tr><td>Deploy</td></tr></table>\n",
                right: matrix("| Deploy | A/R | C | I | |")
            ),
            Explanation(
                .unknownLetter,
                "A letter that the scheme does not have could be a slip, a note, or another scheme. Taking it for one of them would be a guess. So would be reading `A or R` as two parts, or as one with a note.",
                "Write letters of the scheme with `/` between them, and everything else in brackets behind them: `R (drafts)`. Leave the cell blank for no part. Another scheme is named with `scheme:` in the front matter.",
                wrong: matrix("| Deploy | A | X | C | I |"),
                right: matrix("| Deploy | A | R | C | I |")
            ),
            Explanation(
                .struckLetter,
                "A letter that is crossed out says what was once so. A matrix shows what is so now, and who reads it in a hurry takes the letter for a part.",
                "Remove the letter. What the matrix was before is in the history of its file.",
                wrong: matrix("| Deploy | A | R | ~~C~~ | I |"),
                right: matrix("| Deploy | A | R | | I |")
            ),
            Explanation(
                .proseColumn,
                "A matrix often has a column of notes, tools or dates beside the roles. It is known by its heading. Where the heading is another word and no cell holds a letter, the column is shown as prose too, but it may be a role whose name is wrong.",
                "Add the heading to `matrices: {notes: […]}` in `handbook.yml`, or correct the role's name and write letters below it.",
                wrong: matrix("| Deploy | A | R | on Fridays |", header: "| Task | Data Eng | ML Eng | Stage gate |"),
                right: matrix("| Deploy | A | R | on Fridays |", header: "| Task | Data Eng | ML Eng | Notes |")
            ),
            Explanation(
                .duplicateColumn,
                "Two columns of one role can say two things about it. Names are told apart by what they lead to, so a title and a short form can be the same role.",
                "Make one column of the two, or name the other role.",
                wrong: matrix("| Deploy | A | R |", header: "| Task | Data Eng | Data Engineer |"),
                right: matrix("| Deploy | A | R |", header: "| Task | Data Eng | ML Eng |")
            ),
            Explanation(
                .raggedRow,
                "In GFM a row with too few cells is filled up and one with too many is cut, without a word: letters move to other roles, or are lost.",
                "Give the row as many cells as the header has. A `|` within a cell is written `\\|`.",
                wrong: matrix("| Deploy | A | R | C |"),
                right: matrix("| Deploy | A | R | C | |")
            ),
            Explanation(
                .missingTask,
                "A row's first cell says what its letters are about.",
                "Name the task in the first cell, or remove the row.",
                wrong: matrix("| | A | R | C | I |"),
                right: matrix("| Deploy | A | R | C | I |")
            ),
            Explanation(
                .duplicateTask,
                "Two rows of one task in a matrix can give it to two roles, and whoever finds the first does not look for the second.",
                "Make one row of the two, or say in their names how they differ.",
                wrong: matrix("| Deploy | A | R | C | I |\n| deploy | A | R | C | I |"),
                right: matrix("| Deploy models | A | R | C | I |\n| Deploy pipelines | A | R | C | I |")
            ),
            Explanation(
                .contradictingAccountable,
                "Two matrices that give a task to two roles are both read, each by those it suits. Where the matrices cite different sources, or the tasks are only similar, the finding is a note: the disagreement is shown on the task's page.",
                "Agree on one role, and mend the other matrix. Where two sources differ, cite each with `sources:` in its matrix's front matter.",
                wrong: matrix("| Deploy | A | R | C | I |") + matrix("| Deploy | R | A | C | I |", name: "release"),
                right: matrix("| Deploy | A | R | C | I |") + matrix("| Deploy | A | R | C | I |", name: "release")
            ),
            Explanation(
                .wrongTotals,
                "Totals that are kept by hand are out of date after the next edit, and a wrong one is believed.",
                "Write the number that the remedy gives, or remove the totals: the matrix's page shows the load of each role by itself.",
                wrong: matrix("| Deploy | A | R | C | I |\n| Total | 1A | 2R | 1C | 1I |"),
                right: matrix("| Deploy | A | R | C | I |\n| Total | 1A | 1R | 1C | 1I |")
            ),
            Explanation(
                .oversized,
                "A matrix of more than ten roles or 25 rows fits on no screen and no page. Nobody reads it whole, so nobody keeps it right.",
                "Split it by stage or by area, each part with the roles that it needs. `limit` and `rows` in the settings say what is too much.",
                wrong: matrix((1...26).map { "| Task \($0) | A | R | C | I |" }.joined(separator: "\n")),
                right: matrix((1...8).map { "| Task \($0) | A | R | C | I |" }.joined(separator: "\n"))
            ),
            Explanation(
                .cellNotation,
                "Matrices are compared by eye, and copied from one another. `a/r`, `R·A` and `AR` are read as `A/R` is; written alike they are seen to be the same.",
                "Write capitals, and `/` between two. `handbook check --fix` does so everywhere.",
                wrong: matrix("| Deploy | r a | C | i | |"),
                right: matrix("| Deploy | A/R | C | I | |")
            ),
            Explanation(
                .stageWithoutRow,
                "A stage of the lifecycle that no matrix has is one for which nobody has said who does what.",
                "Add a row of the stage's name, or an activity of the stage (`stage:`) that has a row.",
                wrong: matrix("| Deploy | A | R | C | I |") + stage,
                right: matrix("| Monitoring | A | R | C | I |") + stage
            ),
            Explanation(
                .activityWithoutRow,
                "An activity that has a page but no row is told in words alone: who does it cannot be seen beside other work.",
                "Add a row of the activity's name to a matrix.",
                wrong: matrix("| Deploy | A | R | C | I |") + activity("Labeling"),
                right: matrix("| Labeling | A | R | C | I |") + activity("Labeling")
            ),
            Explanation(
                .unownedActivity,
                "An activity's page says who does it in whose view. If no source and no matrix names anyone who decides or is accountable, the page leaves the first question open.",
                "Add a position with `decides:` or `accountable:`, or a row with an A.",
                wrong: activity("Labeling"),
                right: activity("Labeling", "positions: [{source: guide, decides: [data-engineer]}]\n")
            ),
        ]
    )

    private static let stage = "-- content/lifecycle/monitoring.md --\n# Monitoring\n"

    private static func activity(_ title: String, _ front: String = "") -> String {
        "-- content/activities/labeling.md --\n---\ntitle: \(title)\n\(front)---\n"
    }
}
