import Diagnostics

extension RuleGroup {
    /// Rules about pages that `handbook new` makes and `handbook rename` changes.
    static let changes = RuleGroup(
        "changes",
        "New and renamed pages",
        [
            Explanation(
                .cannotMake,
                "A new page has a name, which no other page of its kind has, and a file that is not there yet. Nothing is written over.",
                "Give another name, or open the page that is there.",
                shown: "$ handbook new role \"Data Steward\""
            ),
            Explanation(
                .archetypeName,
                "A project's own archetype is a template. A name in it that a new page is not given would leave a gap.",
                "Take the name that is proposed. [Commands](commands.md#new) lists them.",
                shown: "archetypes/role.md:2   title: {{titel}}"
            ),
            Explanation(
                .cannotRename,
                "A rename changes a page, its file, and every name and link that leads to it. Where one of them cannot be told for certain, nothing is changed.",
                "Do what the finding says: mend the handbook first, or choose a name that is free.",
                shown: "$ handbook rename role \"Data Engineer\" \"Data Platform Engineer\" --dry-run"
            ),
            Explanation(
                .leftAsItIs,
                "Where words that look like the old title may be part of another name, or are no name at all, a rename leaves them.",
                "Read the line, and change it by hand where it means what was renamed.",
                shown: "content/about.md:12   the Data Engineer's Guild"
            ),
        ]
    )
}
