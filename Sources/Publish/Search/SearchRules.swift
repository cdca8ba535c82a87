import Diagnostics

/// What can go wrong when the whole text of a site is made searchable.
enum SearchRules {
    static let missing = Rule("no-pagefind", .error, "Pagefind is on the PATH, or named by HANDBOOK_PAGEFIND")
    static let failed = Rule("pagefind-failed", .error, "Pagefind can make an index of the site")
}
