import Diagnostics

extension RuleGroup {
    private static func settings(_ text: String) -> String { "-- handbook.yml --\n\(text)\n" }

    /// Rules about `handbook.yml`.
    static let settings = RuleGroup(
        "settings",
        "Settings",
        [
            Explanation(
                .unknownRule,
                "`rules:` weighs rules anew. An id that cannot be set is a slip, or a rule about what is wrong in every handbook.",
                "Take the id that is proposed. `handbook explain` lists them, and says of each whether it can be set.",
                wrong: settings("rules: {oversised: off}"),
                right: settings("rules: {oversized: off}")
            ),
            Explanation(
                .invalidURL,
                "Addresses in the settings and of sources are written into pages as they are. One without a scheme would be looked for within the site.",
                "Write the whole address, with `https://` before it.",
                wrong: settings("base_url: example.org"),
                right: settings("base_url: https://example.org/")
            ),
            Explanation(
                .invalidLanguage,
                "Browsers and screen readers choose voice, hyphens and quotes by the page's language, which they know by its code.",
                "Write a code as BCP 47 has it: `en`, `de`, `pt-BR`.",
                wrong: settings("language: Plain English"),
                right: settings("language: en-GB")
            ),
            Explanation(
                .duplicateID,
                "Pages name groups, sides and eras by their id. Two of the same id cannot be told apart.",
                "Give one of the two another id.",
                wrong: settings("eras:\n  - {id: now, title: Now}\n  - {id: now, title: Later}"),
                right: settings("eras:\n  - {id: now, title: Now}\n  - {id: later, title: Later}")
            ),
            Explanation(
                .sharedHeading,
                "A heading says which section of a page it opens. One that is given to two sections would open either.",
                "Take the heading from one of the two.",
                wrong: settings("sections:\n  knowledge: [Lore]\n  skills: [lore]"),
                right: settings("sections:\n  knowledge: [Lore]\n  skills: [Craft]")
            ),
            Explanation(
                .invalidAccent,
                "The accent gives the theme its hue. The lightness is the theme's own, so that text in it can always be read.",
                "Write a hue from 0 to 360, or a colour of six digits in quotes: without them YAML takes `#` for a comment.",
                wrong: settings("theme:\n  accent: greenish"),
                right: settings("theme:\n  accent: \"#0b6e4f\"")
            ),
            Explanation(
                .footerText,
                "The footer stands in one paragraph at the end of every page. Lists, headings and tables do not fit there.",
                "Write a sentence or two, with links if you like.",
                wrong: settings("theme:\n  footer: \"# Kept by the platform team\""),
                right: settings("theme:\n  footer: Kept by the platform team.")
            ),
            Explanation(
                .missingLogo,
                "The logo stands on every page. One that is not there leaves a broken picture on each.",
                "Put the picture into `static`, and write its path from the project's folder.",
                wrong: settings("theme:\n  logo: static/logo.svg"),
                right: settings("theme:\n  logo: static/logo.svg") + "-- static/logo.svg --\n<svg/>\n"
            ),
        ]
    )

    /// The rules about handbooks, explained.
    public static let handbook: [RuleGroup] = [rows, matrices, roles, names, pages, settings]
}
