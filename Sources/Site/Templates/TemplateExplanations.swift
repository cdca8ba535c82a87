import Diagnostics

extension RuleGroup {
    private static func template(_ text: String, _ name: String = "role") -> String { "-- templates/\(name).mustache --\n\(text)\n" }
    private static func own(_ block: String) -> String {
        template("{{<theme.layout}}{{$\(block)}}Ours{{/\(block)}}{{/theme.layout}}", "layout")
    }
    private static func german(_ strings: String) -> String { "-- handbook.yml --\nlanguage: de\nstrings:\n  \(strings)\n" }

    /// The rules about the theme and its data, explained.
    public static let site: [RuleGroup] = [
        RuleGroup(
            "templates",
            "Templates and words",
            [
                Explanation(
                    .templateSyntax,
                    "A template with a syntax error writes nothing.",
                    "Close each `{{#section}}` with `{{/section}}`, and each `{{$block}}` too. The finding points to the tag.",
                    wrong: template("{{#title}}Never closed"),
                    right: own("footer")
                ),
                Explanation(
                    .templateName,
                    "A name that a page does not provide would leave a gap in it, and nobody would notice.",
                    "Use the suggested name. [The theme](theme.md#tags) says how names are looked up.",
                    wrong: template("{{<theme.layout}}{{$footer}}{{tittle}}{{/footer}}{{/theme.layout}}", "layout"),
                    right: template("{{<theme.layout}}{{$footer}}{{title}}{{/footer}}{{/theme.layout}}", "layout")
                ),
                Explanation(
                    .templateCycle,
                    "A template that includes itself would never end.",
                    "Include the theme's own template by its whole name, `theme.layout`, or break the cycle.",
                    wrong: template("{{<layout}}{{/layout}}", "layout"),
                    right: own("footer")
                ),
                Explanation(
                    .templateBlock,
                    "Content for a block that does not exist is shown nowhere.",
                    "Use the suggested block. [The theme](theme.md#blocks-a-part-of-a-page) lists all of them.",
                    wrong: own("foter"),
                    right: own("footer")
                ),
                Explanation(
                    .unknownString,
                    "`strings:` says the theme's words in other words. One that the theme does not have is shown nowhere.",
                    "Take the key that is proposed.",
                    wrong: "-- handbook.yml --\nstrings:\n  skp: Zum Inhalt springen\n",
                    right: "-- handbook.yml --\nstrings:\n  skip: Zum Inhalt springen\n"
                ),
                Explanation(
                    .untranslatedString,
                    "A handbook in another language with some of the theme's words in English reads as if it were half done. It is looked for once one word is translated.",
                    "Add the strings that the remedy lists.",
                    wrong: german("skip: Zum Inhalt springen"),
                    right: "-- handbook.yml --\nlanguage: en\nstrings:\n  skip: Jump to the text\n"
                ),
            ]
        ),
        RuleGroup(
            "data",
            "handbook.json",
            [
                Explanation(
                    .invalidData,
                    "`handbook init --from` makes a project of what a site was built from. A file that is something else, of another version, or that names paths outside of the project makes nothing.",
                    "Take the `handbook.json` of a site that this version of handbook has built.",
                    shown: "$ handbook init copy --from public/handbook.json"
                )
            ]
        ),
        redirects,
    ]
}
