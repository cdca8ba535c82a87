import Diagnostics

extension RuleGroup {
    static func page(_ text: String, _ path: String = "guide.md") -> String { "-- content/\(path) --\n\(text)\n" }

    /// Rules about names and what they lead to.
    static let names = RuleGroup(
        "names",
        "Names",
        [
            Explanation(
                .unknownRole,
                "A name that leads to no role would make a column, a relation or a place on a team that is nobody's. Names are a role's title, short form, aliases and slug, in capitals or not.",
                "Take the name that is proposed, write the role's page, or add the name to a role's `aliases:`. `handbook check --fix` mends plain slips.",
                wrong: matrix("| Deploy | A | R |", header: "| Task | Data Eng | ML Enginer |"),
                right: matrix("| Deploy | A | R |", header: "| Task | Data Eng | ML Engineer |")
            ),
            Explanation(
                .ambiguousRole,
                "A name that two roles have could mean either. Which one is meant is never guessed.",
                "Write the name that only the one has: its title or slug. The remedy lists them.",
                wrong: twins + matrix("| Deploy | A | R |", header: "| Task | Data Eng | Analyst |"),
                right: twins + matrix("| Deploy | A | R |", header: "| Task | Data Eng | BI Analyst |")
            ),
            Explanation(
                .unknownName,
                "`[[a name]]` and keys such as `stage:` lead to a page by its name. If there is none, the reader is sent nowhere.",
                "Take the name that is proposed, or write the page. `handbook check --fix` mends plain slips.",
                wrong: page("# Guide\n\nAsk the [[Data Enginer]]."),
                right: page("# Guide\n\nAsk the [[Data Engineer]].")
            ),
            Explanation(
                .ambiguousName,
                "A name that two pages have could mean either. Which one is meant is never guessed.",
                "Link to the page's file instead: `[text](../roles/data-engineer.md)`.",
                wrong: "-- content/lifecycle/labeling.md --\n# Labeling\n-- content/activities/labeling.md --\n# Labeling\n"
                    + page("# Guide\n\nSee [[Labeling]]."),
                right: "-- content/lifecycle/labeling.md --\n# Labeling\n-- content/activities/labeling.md --\n# Labeling\n"
                    + page("# Guide\n\nSee [Labeling](activities/labeling.md).")
            ),
            Explanation(
                .unknownSource,
                "A citation shows where a statement comes from. One that leads to no source proves nothing.",
                "Take the key that is proposed, or add the source: the key is its file's name in `content/sources/`. `handbook check --fix` mends plain slips.",
                wrong: page("# Guide\n\nData comes first. [@gide]"),
                right: page("# Guide\n\nData comes first. [@guide]")
            ),
            Explanation(
                .leadsToDraft,
                "A draft is not published, so a link to it is dead, and a column or a place on a team that it would fill is nobody's. The name is right; it comes too early.",
                "Publish the draft: take `draft: true` out of it. Or take its name out of the page that is published. `--drafts` builds the site with all drafts.",
                wrong: draft("draft: true\n") + page("# Guide\n\nAsk the [[Data Steward]]."),
                right: draft("") + page("# Guide\n\nAsk the [[Data Steward]].")
            ),
            Explanation(
                .unknownCategory,
                "Groups, sides and eras have a title, a colour and an order, which stand in the settings. One that is not listed there has none of these.",
                "Take the id that is proposed, or list the new one in `handbook.yml`.",
                wrong: "-- handbook.yml --\ngroups:\n  - {id: data, title: Data}\n"
                    + role("data-engineer", "Data Engineer", "Data Eng", "group: dta\n"),
                right: "-- handbook.yml --\ngroups:\n  - {id: data, title: Data}\n"
                    + role("data-engineer", "Data Engineer", "Data Eng", "group: data\n")
            ),
            Explanation(
                .sharedName,
                "A name that two pages of a kind have leads to neither. The first to use it decides nothing.",
                "Give one of the two another title, or take the name from its aliases.",
                wrong: role("data-engineer", "Data Engineer", "Data Eng", "aliases: [ML Eng]\n"),
                right: role("data-engineer", "Data Engineer", "Data Eng", "aliases: [Big Data Developer]\n")
            ),
            Explanation(
                .duplicateSlug,
                "A slug is the last part of a page's address and its name in links. Two pages of a kind cannot have the same.",
                "Take `slug:` out of one of them, or change it. Without the key the file's name is the slug.",
                wrong: role("plumber", "Plumber", "P", "slug: data-engineer\n"),
                right: role("plumber", "Plumber", "P", "slug: plumber\n")
            ),
            Explanation(
                .duplicateAddress,
                "Two pages at one address would overwrite each other: the reader would see one of them, and not always the same.",
                "Rename one of the files, or move it.",
                wrong: page("# Roles", "roles.md") + page("# All roles", "roles/index.md"),
                right: page("# All roles", "roles/index.md")
            ),
            Explanation(
                .invalidSlug,
                "A slug becomes a folder and a part of an address, on every system and in every browser.",
                "Use letters, digits, hyphens, dots and underscores only.",
                wrong: role("tester", "Tester", "T", "slug: The Tester\n"),
                right: role("tester", "Tester", "T", "slug: the-tester\n")
            ),
        ]
    )

    private static func draft(_ front: String) -> String { role("data-steward", "Data Steward", "Steward", front) }

    private static let twins =
        role("data-analyst", "Data Analyst", "Data An", "aliases: [Analyst]\n")
        + role("bi-analyst", "BI Analyst", "BI", "aliases: [Analyst]\n")
}
