import Diagnostics

extension RuleGroup {
    /// Rules about pages that `handbook new` makes and that `handbook rename` and `handbook remove` change.
    static let changes = RuleGroup(
        "changes",
        "New, renamed and removed pages",
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
            Explanation(
                .cannotRemove,
                "Removing a role changes its page and every name and link that leads to it. Where some of the project cannot be read, a name in it may be missed, so nothing is changed.",
                "Fix what `handbook check` finds, and remove the role again.",
                shown: "$ handbook remove role \"Data Engineer\" --dry-run"
            ),
            Explanation(
                .stillNamed,
                "A name in prose cannot be taken out without rewording the sentence, so removing a role leaves it.",
                "Read the line, and reword it.",
                shown: "content/about.md:12   the Data Engineer's Guild"
            ),
        ]
    )
}
