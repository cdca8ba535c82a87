import Diagnostics
import Formats
import Handbook
import Markdown

extension Rule {
    /// An old address that is none of this site.
    static let invalidRedirect = Rule("invalid-redirect", .error, "an old address is a path in the site, such as /roles/old-name/")
    /// An old address that is taken.
    static let redirectClash = Rule("redirect-clash", .error, "an old address is no page's own, and leads to one page")
}

/// Addresses that pages once had. Each leads to a page that there is, and none is a page's own: so no redirect leads to
/// another, and none to itself.
struct Redirects: Sendable {
    /// An old address, and the page that stands elsewhere now.
    struct Redirect: Sendable {
        let from: OldAddress
        let page: any SitePage
        /// Where it is said.
        let location: Location
        var file: String { from.file }
    }

    /// In the order of their addresses.
    let all: [Redirect]
    private let byKey: [String: Redirect]

    /// Those that front matter gives, and for a role's those of the comparisons that were made from it.
    init(_ pages: [any SitePage], _ site: SiteContent, into findings: inout Findings) {
        var collector = RedirectCollector(pages)
        for page in pages.filter({ $0.origin != nil }).uniqued(on: { $0.origin?.path }) {
            for text in page.origin?.record.texts("redirect_from") ?? [] { collector.add(text, page, &findings) }
        }
        collector.addComparisons(pages)
        byKey = collector.byKey
        all = collector.byKey.values.sorted { $0.file < $1.file }
    }

    /// The page that an old address leads to.
    func target(of address: String) -> (any SitePage)? {
        (try? OldAddress(address)).flatMap { byKey[RedirectCollector.key($0.file)] }?.page
    }

    /// Those that are in the way of no other file of the site. The others are findings.
    ///
    /// - Parameters:
    ///   - paths: the paths of the site's files, except those of tables.
    ///   - hasTable: whether the page of an address has a table whose file is at a path.
    func free(
        among paths: some Sequence<String>,
        into findings: inout Findings,
        hasTable: (_ address: String, _ path: String) -> Bool
    ) -> [Redirect] {
        guard !all.isEmpty else { return [] }
        let taken = Set(paths.map(RedirectCollector.key))
        var free: [Redirect] = []
        for redirect in all {
            let parts = redirect.file.split(separator: "/").map(String.init)
            let clash = parts.indices.lazy.map { parts[...$0].joined(separator: "/") }.first { path in
                if taken.contains(RedirectCollector.key(path)) { return true }
                guard path.lowercased().hasSuffix(".csv") else { return false }
                let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
                return hasTable(folder, RedirectCollector.key(path))
            }
            guard let file = clash else {
                free.append(redirect)
                continue
            }
            findings.add(
                Rule.redirectClash(
                    "'/\(redirect.from.path)' is where the file '\(file)' stands",
                    at: redirect.location,
                    help: "take it out of 'redirect_from', or move the file"
                )
            )
        }
        return free
    }
}

/// Old addresses as they come in.
private struct RedirectCollector {
    var byKey: [String: Redirects.Redirect] = [:]
    private var own: [String: any SitePage] = [:]
    /// What roles were once called, by their slug now.
    private var oldSlugs: [String: [(slug: String, location: Location)]] = [:]

    init(_ pages: [any SitePage]) {
        for page in pages { own[Self.key(page.address + "index.html")] = page }
    }

    /// Some file systems tell no capitals from small letters.
    static func key(_ file: String) -> String { file.lowercased() }

    mutating func add(_ text: Located<String>, _ page: any SitePage, _ findings: inout Findings) {
        do throws(OldAddress.Fault) {
            let address = try OldAddress(text.value)
            let key = Self.key(address.file)
            if let finding = clash(address, key, page, text.location) { return findings.add(finding) }
            byKey[key] = Redirects.Redirect(from: address, page: page, location: text.location)
            let parts = address.path.split(separator: "/").map(String.init)
            if let role = page as? RolePage, parts.count == 2, parts[0] == Area.roles.address.dropLast(), address.path.hasSuffix("/") {
                oldSlugs[role.subject.slug, default: []].append((parts[1], text.location))
            }
        } catch {
            findings.add(
                Rule.invalidRedirect(
                    "'\(text.value)' \(error.words)",
                    at: text.location,
                    help: error.meant.map { "write '\($0)'" } ?? "write the address from the site's root: /roles/old-name/"
                )
            )
        }
    }

    private func clash(_ address: OldAddress, _ key: String, _ page: any SitePage, _ location: Location) -> Diagnostic? {
        if let other = own[key] {
            let isOwn = other.address == page.address
            return Rule.redirectClash(
                isOwn ? "'/\(address.path)' is the page's own address" : "'/\(address.path)' is the address of another page",
                at: location,
                help: isOwn ? "take it out of 'redirect_from'" : "take it out of 'redirect_from', or give that page another slug",
                related: isOwn ? [] : [other.origin.map { Related("the other", at: $0.source.location(line: 1)) }].compactMap(\.self)
            )
        }
        guard let first = byKey[key] else { return nil }
        let isOwn = first.page.address == page.address
        return Rule.redirectClash(
            isOwn ? "'/\(address.path)' is there twice" : "'/\(address.path)' is an old address of another page",
            at: location,
            help: isOwn ? "take one out" : "say on one of the two alone that it was there",
            related: [Related("the first", at: first.location)]
        )
    }

    /// A comparison has its address from its two roles. One that nobody wrote has them in the order of the roles, which
    /// may have been another under another name.
    mutating func addComparisons(_ pages: [any SitePage]) {
        guard !oldSlugs.isEmpty else { return }
        for case let page as PairPage in pages {
            let now = page.roles.map(\.slug)
            guard now.count == 2, now.contains(where: { oldSlugs[$0] != nil }) else { continue }
            let names = now.map { slug in [(slug, nil)] + (oldSlugs[slug] ?? []).map { ($0.slug, Optional($0.location)) } }
            for (a, placeA) in names[0] {
                for (b, placeB) in names[1] {
                    guard let place = placeA ?? placeB else { continue }
                    for pair in page.relation == nil ? [[a, b], [b, a]] : [[a, b]] {
                        guard let address = try? OldAddress(Addresses.comparison(of: pair)) else { continue }
                        let key = Self.key(address.file)
                        guard own[key] == nil, byKey[key] == nil else { continue }
                        byKey[key] = Redirects.Redirect(from: address, page: page, location: place)
                    }
                }
            }
        }
    }
}
