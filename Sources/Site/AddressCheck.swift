import Diagnostics
import Formats
import Handbook
import Markdown

/// Links by address, `/compare/`, lead to pages that the site has; pages of different kinds do not share an address.
enum AddressCheck {
    static func check(_ site: SiteContent, _ pages: [any SitePage], _ redirects: Redirects, into findings: inout Findings) {
        let addresses = Set(pages.map(\.address))
        var first: [String: Page] = [:]
        for page in pages {
            guard let origin = page.origin else { continue }
            if let other = first[page.address], other.path != origin.path {
                findings.add(
                    Rule.duplicateAddress(
                        "'/\(page.address)' is the address of another page",
                        at: origin.source.location(),
                        help: "rename the file or give the page another slug",
                        related: [Related("the other", at: other.source.location())]
                    )
                )
            }
            first[page.address] = first[page.address] ?? origin
        }
        for page in site.handbook.everyText {
            for reference in page.document.references {
                guard case .link(let url) = reference.target, case .address(let address, _) = site.links.resolve(url, in: page) else {
                    continue
                }
                let whole = address.isEmpty || address.hasSuffix("/") ? address : address + "/"
                let bare = whole.hasSuffix("index.html/") ? String(whole.dropLast(11)) : whole
                guard !addresses.contains(bare) else { continue }
                if let page = redirects.target(of: bare) {
                    findings.add(
                        Rule.deadLink(
                            "'\(url)' is an old address",
                            at: reference.location,
                            help: page.origin.map { "link to its page: \($0.path)" } ?? "link to '/\(page.address)'"
                        )
                    )
                    continue
                }
                findings.add(
                    site.handbook.privacy.drafts.fault(ofLink: url, toAddress: bare, at: reference.location)
                        ?? Rule.deadLink(
                            "'\(url)' is no address of the site",
                            at: reference.location,
                            help: NearMiss.best(for: "/" + whole, among: addresses.map { "/" + $0 }).map { "did you mean '\($0)'?" }
                                ?? "link to the page's file"
                        )
                )
            }
        }
    }
}
