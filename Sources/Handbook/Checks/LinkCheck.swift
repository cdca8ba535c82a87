import Diagnostics
import Markdown

extension Rule {
    /// A link to a file that is not there.
    public static let deadLink = Rule("dead-link", .error, "a link leads to a file of the project, or to another site")
    /// A link to an anchor that is not there.
    public static let deadFragment = Rule("dead-fragment", .error, "the part of a link after # is an anchor of the page it leads to")
    /// A link that would run code or read a file.
    public static let unsafeLink = Rule("unsafe-link", .error, "a link has no scheme that runs code or reads files")
}

extension Check {
    /// Links and images lead somewhere; so do their anchors.
    static let links = Check(rules: [.deadLink, .deadFragment, .unsafeLink]) { handbook, findings in
        let resolver = LinkResolver(handbook)
        for page in handbook.everyPage {
            for reference in page.document.references {
                switch reference.target {
                case .link(let url): checkLink(url, reference, page, handbook, resolver, &findings)
                case .image(let url): checkImage(url, reference, page, resolver, &findings)
                case .wikiLink(let link): checkWikiLink(link, reference, handbook, &findings)
                case .citation, .html: break
                }
            }
        }
    }

    private static func checkLink(
        _ url: String, _ reference: Reference, _ page: Page, _ handbook: Handbook, _ resolver: LinkResolver, _ findings: inout Findings
    ) {
        switch resolver.resolve(url, in: page) {
        case .forbidden(let scheme): findings.add(unsafe(scheme, reference))
        case .missing(let path): findings.add(dead(path, url, reference, handbook))
        case .page(let id, let fragment?) where !fragment.isEmpty:
            if let target = handbook.page(id) { checkFragment(fragment, of: target, reference, &findings) }
        case .page, .asset, .external, .address: break
        }
    }

    private static func checkImage(
        _ url: String, _ reference: Reference, _ page: Page, _ resolver: LinkResolver, _ findings: inout Findings
    ) {
        switch resolver.resolve(url, in: page) {
        case .forbidden("data") where url.lowercased().hasPrefix("data:image/"): break
        case .forbidden(let scheme): findings.add(unsafe(scheme, reference))
        case .missing(let path):
            findings.add(Rule.deadLink("'\(url)' is no file", at: reference.location, help: "put the image at \(path), or mend the link"))
        case .page, .address: findings.add(Rule.deadLink("'\(url)' is no image", at: reference.location, help: "link to an image's file"))
        case .asset, .external: break
        }
    }

    private static func checkWikiLink(_ link: WikiLink, _ reference: Reference, _ handbook: Handbook, _ findings: inout Findings) {
        switch handbook.names.resolve(link.target) {
        case .found(let id):
            if let fragment = link.fragment, let target = handbook.page(id) { checkFragment(fragment, of: target, reference, &findings) }
        case .ambiguous(let ids):
            let names = ids.map { "\($0.kind.rawValue):\($0.slug)" }.joined(separator: ", ")
            findings.add(
                Rule.ambiguousName(
                    "'\(link.target)' may mean \(ids.compactMap { handbook.page($0)?.path }.joined(separator: " or "))", at: reference.location,
                    help: "name one with its kind: \(names)"))
        case .unknown:
            findings.add(
                Rule.unknownName(
                    "'\(link.target)' is the name of no page", at: reference.location,
                    help: NearMiss.best(for: link.target, among: handbook.names.names(among: nil)).map { "did you mean '\($0)'?" }
                        ?? "write the page, or name another one"))
        }
    }

    private static func checkFragment(_ fragment: String, of target: Page, _ reference: Reference, _ findings: inout Findings) {
        let anchors = target.document.headings.map(\.anchor)
        guard !anchors.contains(fragment) else { return }
        findings.add(
            Rule.deadFragment(
                "'#\(fragment)' is no heading of \(target.path)", at: reference.location,
                help: NearMiss.help(for: fragment, among: anchors, called: "anchors there") ?? "the page has no headings"))
    }

    private static func unsafe(_ scheme: String, _ reference: Reference) -> Diagnostic {
        Rule.unsafeLink("'\(scheme):' is no scheme for a link", at: reference.location, help: "link to a page, a file or a web address")
    }

    private static func dead(_ path: String, _ url: String, _ reference: Reference, _ handbook: Handbook) -> Diagnostic {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let paths = handbook.everyPage.map(\.path).filter { $0 != reference.location.path } + handbook.assets
        let names = Dictionary(grouping: paths) { $0.split(separator: "/").last.map(String.init) ?? $0 }
        let elsewhere = (names[name] ?? names[name + ".md"])?.sorted().first
        let near = NearMiss.best(for: name, among: names.keys).flatMap { names[$0]?.sorted().first }
        let help = elsewhere.map { "there is \($0)" } ?? near.map { "did you mean \($0)?" }
        return Rule.deadLink("'\(url)' leads to no file", at: reference.location, help: help ?? "write the page, or mend the link")
    }
}
