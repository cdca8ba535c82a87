import Diagnostics

extension RuleGroup {
    private static func role(_ old: String) -> String {
        "-- content/roles/data-engineer.md --\n---\ntitle: Data Engineer\nredirect_from: [\(old)]\n---\nGets the data in.\n"
    }

    /// The rules about addresses that pages once had, explained.
    static let redirects = RuleGroup(
        "redirects",
        "Old addresses",
        [
            Explanation(
                .invalidRedirect,
                "At an old address stands a small page that leads on. It is a file of the site, so its address is a path in it.",
                "Write the path from the site's root, without host and without `..`: `/roles/old-name/`.",
                wrong: role("https://example.org/roles/big-data-developer/"),
                right: role("/roles/big-data-developer/")
            ),
            Explanation(
                .redirectClash,
                "An address shows one page. An old one that another page or file now has, or that two pages claim, cannot lead on.",
                "Take it out of `redirect_from` of the page that it does not belong to.",
                wrong: role("/roles/data-engineer/"),
                right: role("/roles/big-data-developer/")
            ),
        ]
    )
}
