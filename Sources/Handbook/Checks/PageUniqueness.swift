import Diagnostics

extension Rule {
    /// Two pages of a kind with one slug.
    public static let duplicateSlug = Rule("duplicate-slug", .error, "each page of a kind has a slug of its own")
    /// Two pages at one address.
    public static let duplicateAddress = Rule("duplicate-address", .error, "each page has an address of its own")
}

/// Slugs and addresses are given once. Of several pages the first by path stays, so that the rest can be checked.
enum PageUniqueness {
    static func check(_ pages: [Page], into findings: inout Findings) -> [Page] {
        var bySlug: [PageID: Page] = [:]
        var byAddress: [String: Page] = [:]
        var kept: [Page] = []
        for page in pages {
            if let first = bySlug[page.id], page.id.kind != .page {
                findings.add(
                    Rule.duplicateSlug(
                        "'\(page.slug)' is the slug of another \(page.id.kind.rawValue)",
                        at: place(page),
                        help: "rename the file or give the page another slug",
                        related: [Related("the other", at: place(first))]
                    )
                )
            } else if let first = byAddress[page.address], page.id.kind != .relation {
                findings.add(
                    Rule.duplicateAddress(
                        "'/\(page.address)' is the address of another page",
                        at: place(page),
                        help: "rename the file or give the page another slug",
                        related: [Related("the other", at: place(first))]
                    )
                )
            } else {
                bySlug[page.id] = page
                // A relation's address is made of its roles, which are not resolved yet.
                if page.id.kind != .relation { byAddress[page.address] = page }
                kept.append(page)
            }
        }
        return kept
    }

    private static func place(_ page: Page) -> Location {
        page.record.words("slug")?.location ?? page.source.location(line: 1)
    }
}
