import Diagnostics

extension RuleGroup {
    /// A role's page.
    static func role(_ slug: String, _ title: String, _ short: String, _ front: String = "", body: String = "") -> String {
        "-- content/roles/\(slug).md --\n---\ntitle: \(title)\nshort: \(short)\nsummary: Does a part.\n\(front)---\n\(body)\n"
    }

    private static let four = [
        "| Ingest data | A | R | C | I |", "| Label data | A | C | R | I |", "| Train a model | A | I | C | R |",
        "| Deploy it | A | R | I | C |",
    ]

    /// Rules about a role in all its matrices, and on its page.
    static let roles = RuleGroup(
        "roles",
        "Roles",
        [
            Explanation(
                .neverActs,
                "A role with a column and no R or A anywhere does nothing that the matrices know of. Either a letter is missing, or the column says nothing.",
                "Give it what it does itself; or take the column out; or, for a role that only advises, exempt its page and say so.",
                wrong: matrix("| Deploy | A/R | C | I | |"),
                right: matrix("| Deploy | A | R | C | I |\n| Review | I | C | A | R |\n| Plan | C | I | R | A |")
            ),
            Explanation(
                .overloaded,
                "A role that answers for over 40 % of its rows, or does them, is where all work waits. It is counted from four rows on, over all matrices.",
                "Share some of the rows out, or split the role. `limit` and `share` in the settings say what is too much.",
                wrong: matrix(four.joined(separator: "\n")),
                right: matrix(
                    "| Ingest data | A | R | C | I |\n| Label data | I | A | R | C |\n| Train | C | I | A | R |\n| Deploy | R | C | I | A |"
                )
            ),
            Explanation(
                .noBlank,
                "A role with a part in every row has perhaps been given one out of politeness. It is looked for in tables of four rows or more.",
                "Leave a cell blank where the work goes as well without the role. `rows` in the settings says from how many rows.",
                wrong: matrix(four.joined(separator: "\n")),
                right: matrix("| Ingest data | A | R | | |\n| Label data | | A | R | |\n| Train | | | A | R |\n| Deploy | R | | | A |")
            ),
            Explanation(
                .onlyInformed,
                "A role with nothing but I gets news. That is no reason for a column.",
                "Give the role a part, or leave its column out.",
                wrong: matrix("| Deploy | A | R | C | I |\n| Train | A | R | C | I |"),
                right: matrix("| Deploy | A | R | C | I |\n| Train | A | R | I | C |")
            ),
            Explanation(
                .cardSilent,
                "A role's page and the matrices are read by different people. If a matrix gives a role work that its page has no word of, one of them is out of date.",
                "Say it on the role's page, or mend the matrix.",
                wrong: matrix("| Deploy models | A/R | C | I | |"),
                right: matrix("| Deploy models | A/R | C | I | |")
                    + role("data-engineer", "Data Engineer", "Data Eng", body: "## Responsibilities\n\n- **Deploying models**: runs it.\n")
            ),
            Explanation(
                .roleInNoMatrix,
                "A role that has a page but no column anywhere has no part in the work that the matrices tell of. In a handbook without matrices it is not looked for.",
                "Give it a column where it has a part. The remedy names one where the role's card or a source gives a hint.",
                wrong: matrix("| Deploy | A | R |", header: "| Task | Data Eng | ML Eng |"),
                right: matrix("| Deploy | A | R | C | I |")
            ),
            Explanation(
                .workInNoMatrix,
                "A responsibility on a card, or a relation of two roles, that no row of a matrix has is work of which only one page knows.",
                "Add a row for what others depend on, or give the role its part in a row that there is.",
                wrong: matrix("| Deploy | A/R | C | I | |") + card("Label images"),
                right: matrix("| Label images | A/R | C | I | |") + card("Label images")
            ),
            Explanation(
                .noKPI,
                "A role without a measure is judged by impressions. It is looked for once some role of the handbook has a KPI.",
                "Add `kpis:` to its front matter, with the source that gives them. Make none up: a gap that is shown is better.",
                wrong: role("data-engineer", "Data Engineer", "Data Eng", "kpis: [Data freshness]\n"),
                right: role("data-engineer", "Data Engineer", "Data Eng", "kpis: [Data freshness]\n")
                    + role("ml-engineer", "ML Engineer", "ML Eng", "kpis: [Latency]\n")
                    + role("product-manager", "Product Manager", "PM", "kpis: [Adoption]\n")
                    + role("ux-designer", "UX Designer", "UX", "kpis: [Task success]\n")
            ),
            Explanation(
                .incompleteRole,
                "A role's summary and group are what its card on the home page shows. A group is asked for where the settings list groups.",
                "Add `summary:` and `group:` to the front matter.",
                wrong: "-- content/roles/data-engineer.md --\n---\ntitle: Data Engineer\n---\n",
                right: role("data-engineer", "Data Engineer", "Data Eng")
            ),
            Explanation(
                .noGroups,
                "More than eight roles in one list are hard to look through. Groups make areas of them on the home page, on the map and in the navigation.",
                "List `groups:` in `handbook.yml`, and name one in each role.",
                wrong: (1...5).map { role("extra-\($0)", "Extra \($0)", "E\($0)") }.joined(),
                right: "-- handbook.yml --\ngroups:\n  - {id: data, title: Data}\n"
                    + (1...5).map { role("extra-\($0)", "Extra \($0)", "E\($0)", "group: data\n") }.joined()
            ),
            Explanation(
                .invalidRelation,
                "A relation's page is about the overlap of two roles. With one role, or the same one twice, there is none.",
                "Name two different roles after `between:`.",
                wrong: relation("data-engineer, Data Eng"),
                right: relation("data-engineer, ml-engineer")
            ),
            Explanation(
                .duplicateRelation,
                "Two pages on the same two roles can say two things, and a reader finds one of them.",
                "Make one page of the two.",
                wrong: relation("data-engineer, ml-engineer") + relation("ML Eng, Data Eng", name: "second"),
                right: relation("data-engineer, ml-engineer")
            ),
            Explanation(
                .oneSidedRelation,
                "What two roles have to do with each other is told whole when it says what each of them does. A card that names another role, whose page does not name it back, is found as well.",
                "Name both roles under Overlap or Collaboration; or name the role on the other's page; or write the relation's page.",
                wrong: relation("data-engineer, ml-engineer", "1. **Features**: the Data Engineer builds them."),
                right: relation("data-engineer, ml-engineer", "1. **Features**: the Data Engineer builds what the ML Engineer trains on.")
            ),
            Explanation(
                .claimedTwice,
                "A responsibility on two cards is done twice, or fought over, unless somebody has said who does what of it. The same name, a synonym, or more than half of the words alike are found.",
                "Write the relation's page that says who does what, or take the responsibility from one card. `limit` in the settings: what more cards than that claim is passed over.",
                wrong: card("Feature engineering") + card("Feature engineering", "ml-engineer", "ML Engineer", "ML Eng"),
                right: card("Feature engineering") + card("Model training", "ml-engineer", "ML Engineer", "ML Eng")
            ),
        ]
    )

    private static func card(
        _ work: String,
        _ slug: String = "data-engineer",
        _ title: String = "Data Engineer",
        _ short: String = "Data Eng"
    ) -> String { role(slug, title, short, body: "## Responsibilities\n\n- **\(work)**: does it.\n") }

    private static func relation(_ between: String, _ overlap: String = "1. **Data**: both use it.", name: String = "first") -> String {
        "-- content/relations/\(name).md --\n---\nbetween: [\(between)]\n---\n\n## Overlap\n\n\(overlap)\n"
    }
}
