import Diagnostics

extension RuleGroup {
    /// Rules about what stands on a page.
    static let pages = RuleGroup(
        "pages",
        "Pages and links",
        [
            Explanation(
                .deadLink,
                "A link to a file that is not there is a page the reader does not get.",
                "Take the path that is proposed. Paths count from the file that the link stands in.",
                wrong: page("# Guide\n\nSee [the role](roles/data-enginer.md)."),
                right: page("# Guide\n\nSee [the role](roles/data-engineer.md).")
            ),
            Explanation(
                .deadFragment,
                "A link to a heading that is not there opens the top of the page, and the reader searches. Anchors are made of headings as GitHub does.",
                "Take the anchor that is proposed, or set one at the heading: `## Skills {#skills}`.",
                wrong: page("# Guide\n\n## First steps\n\nBack to [the steps](#frst-steps)."),
                right: page("# Guide\n\n## First steps\n\nBack to [the steps](#first-steps).")
            ),
            Explanation(
                .unsafeLink,
                "A link that runs a script, or opens a file of the reader's own machine, does so with the handbook's good name.",
                "Link with `https:`, `http:`, `mailto:` or `tel:`, or to a file of the project.",
                wrong: page("# Guide\n\n[Start](javascript:start())"),
                right: page("# Guide\n\n[Start](https://example.org/start)")
            ),
            Explanation(
                .misnamedFolder,
                "A folder says of which kind its pages are, by its exact name. Under another name they are plain pages, and no role, team or matrix comes of them.",
                "Rename the folder as the remedy says. If its pages are plain ones, write `kind: page` in their front matter.",
                wrong: page("# Tester\n\nTests everything.", "role/tester.md"),
                right: page("# Tester\n\nTests everything.", "roles/tester.md")
            ),
            Explanation(
                .missingTitle,
                "A page's title is what it is called in lists, links and the search. Made from the file's name, it is a guess.",
                "Begin the page with `# Its title`, or write `title:` in its front matter.",
                wrong: page("Prose alone.", "first-steps.md"),
                right: page("# First steps\n\nProse.", "first-steps.md")
            ),
            Explanation(
                .emptySection,
                "A heading promises text. With nothing under it, the reader thinks that something has been lost.",
                "Write the section, or remove its heading.",
                wrong: page("# Guide\n\n## First\n\n## Second\n\nText."),
                right: page("# Guide\n\n## First\n\nText.\n\n## Second\n\nText.")
            ),
            Explanation(
                .surplusCell,
                "GitHub's tables have as many columns as their header. A cell beyond them is dropped, and its words with it.",
                "Add a header for the cell. A pipe that is text is written `\\|`.",
                wrong: page("# Guide\n\n| Tool | Owner |\n|---|---|\n| Scheduler | Data Engineer | on call |"),
                right: page("# Guide\n\n| Tool | Owner | Note |\n|---|---|---|\n| Scheduler | Data Engineer | on call |")
            ),
            Explanation(
                .strayRow,
                "In GitHub's tables the rows follow one another line by line. A blank line ends a table, and so does a comment in HTML. Rows below it are shown as text, with their pipes.",
                "Remove what stands between the rows. A comment between two `%%` can stand between rows.",
                wrong: page("# Guide\n\n| Tool | Owner |\n|---|---|\n| Scheduler | Data Engineer |\n\n| Monitor | ML Engineer |"),
                right: page("# Guide\n\n| Tool | Owner |\n|---|---|\n| Scheduler | Data Engineer |\n| Monitor | ML Engineer |")
            ),
            Explanation(
                .literalEmphasis,
                "CommonMark decides by the characters around `**` whether it begins or ends strong words. Where punctuation is on the inner side and a letter on the outer side it does neither, and readers see the asterisks. In languages without spaces between words that is common.",
                "Move the punctuation out of the strong words, or put a space beside the asterisks. Write `\\*` for an asterisk that is to be seen.",
                wrong: "-- content/guides/quality.md --\n# Quality\n\n**质量：**检查\n",
                right: "-- content/guides/quality.md --\n# Quality\n\n**质量**：检查\n"
            ),
            Explanation(
                .rawHTML,
                "HTML can break a page, or load content that the reader did not ask for. Its text is kept and its tags are dropped, unless the settings allow HTML.",
                "Write it in Markdown, or set `markdown: {html: true}` in `handbook.yml`.",
                wrong: page("# Guide\n\nAnd <u>more</u>."),
                right: page("# Guide\n\nAnd *more*.")
            ),
            Explanation(
                .invalidQuestion,
                "A section of questions becomes a form. A question without answers cannot be put, and an answer is known by its words in bold.",
                "Give the question a list, each item of which begins with the answer in bold: `- **Yes**: …`.",
                wrong: page(
                    "# Guide\n\n## Questions\n\n### Is there data?\n\n- Yes: hire a [[Data Engineer]].\n- **No**: wait for the [[Product Manager]]."
                ),
                right: page(
                    "# Guide\n\n## Questions\n\n### Is there data?\n\n- **Yes**: hire a [[Data Engineer]].\n- **No**: wait for the [[Product Manager]]."
                )
            ),
            Explanation(
                .invalidPerson,
                "An entry of `same_person` says which roles one person holds together. That takes two roles of the team's cast, and each role stands in one entry.",
                "Name two roles or more, all of the cast; put all roles of one person into one entry.",
                wrong: team("same_person:\n  - roles: [data-engineer]\n"),
                right: team("same_person:\n  - roles: [data-engineer, ml-engineer]\n")
            ),
            Explanation(
                .circularTeam,
                "`follows` says which team a team grows out of. In a circle, none would come first.",
                "Remove the team from the `follows:` of one of those in the circle.",
                wrong: team("follows: [pilot]\n"),
                right: team("follows: [idea]\n") + "-- content/teams/idea.md --\n---\ntitle: Idea\ncast: [product-manager]\n---\n"
            ),
            Explanation(
                .reviewDue,
                "A page that nobody has looked at for long may say what is no longer so. `review_by` sets the day of the next look; `review_after` in the settings sets a time for all pages, counted from `updated:` or else from the page's last commit. It is told by `handbook check` and `handbook serve`, never in the site, which is the same on every day.",
                "Look the page through, then write the day of the next review, or the day on which you looked after `updated:`. `--today` asks for another day.",
                wrong: page("---\nreview_by: 2020-12-31\n---\n# Guide\n\nText."),
                right: page("---\nreview_by: 9999-12-31\n---\n# Guide\n\nText.")
            ),
            Explanation(
                .invalidExemption,
                "An exemption accepts a finding for a reason that others can weigh. Without a reason, or for a rule or row that there is not, it would only hide something.",
                "Name a rule that can be set, a row of this matrix, and say why after `reason:`.",
                wrong: exempt("rule: no-accountable, row: Deploy to production, reason: \"\""),
                right: exempt("rule: no-accountable, row: Deploy to production, reason: The sources leave it open.")
            ),
            Explanation(
                .unusedExemption,
                "An exemption that nothing needs would hide the next finding of its kind, for a reason that was another's.",
                "Remove it.",
                wrong: exempt("rule: two-accountable, row: Deploy to production, reason: Both sign."),
                right: exempt("rule: no-accountable, row: Deploy to production, reason: The sources leave it open.")
            ),
        ]
    )

    private static func team(_ more: String) -> String {
        "-- content/teams/pilot.md --\n---\ntitle: Pilot\ncast: [data-engineer, ml-engineer]\n\(more)---\n"
    }

    private static func exempt(_ entry: String) -> String { row("R | C | I | ", front: "exempt:\n  - {\(entry)}") }
}
