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
        let links = LinkReader(
            handbook: handbook,
            resolver: LinkResolver(handbook),
            files: FileNames(handbook),
            names: Suggestions(handbook.names.names(among: nil))
        )
        for page in handbook.everyText {
            for reference in page.document.references {
                if let finding = links.fault(of: reference, in: page) { findings.add(finding) }
            }
        }
    }
}

/// What is wrong with a link, if anything.
private struct LinkReader {
    let handbook: Handbook
    let resolver: LinkResolver
    let files: FileNames
    let names: Suggestions
    private var drafts: Drafts { handbook.privacy.drafts }

    func fault(of reference: Reference, in page: Page) -> Diagnostic? {
        switch reference.target {
        case .link(let url): link(url, reference, page)
        case .image(let url): image(url, reference, page)
        case .wikiLink(let link): wikiLink(link, reference, page)
        case .citation, .html: nil
        }
    }

    private func link(_ url: String, _ reference: Reference, _ page: Page) -> Diagnostic? {
        switch resolver.resolve(url, in: page) {
        case .forbidden(let scheme): return unsafe(scheme, reference)
        case .missing(let path) where drafts.fault(ofLink: url, to: path, at: reference.location) != nil:
            return drafts.fault(ofLink: url, to: path, at: reference.location)
        // Why the file was left out is a finding already.
        case .missing(let path) where handbook.leftOut.contains(path): return nil
        case .missing(let path) where handbook.isPrivate(path) && !page.privacy.isWhole: return leadsToPrivate(url, reference)
        case .missing(let path) where handbook.unpublished.contains(path): return leadsToUnpublished(url, reference)
        case .missing(let path):
            return Rule.deadLink(
                "'\(url)' leads to no file",
                at: reference.location,
                help: files.help(for: path, from: page.path) ?? "write the page, or mend the link"
            )
        case .page(let id, let fragment): return fault(ofFragment: fragment, of: id, reference)
        case .asset, .external, .address: return nil
        }
    }

    private func leadsToUnpublished(_ url: String, _ reference: Reference) -> Diagnostic {
        let name = url.split(separator: "/").last.map(String.init) ?? url
        return Rule.deadLink(
            "'\(url)' is a file that is not published",
            at: reference.location,
            help: "move it to 'static', which is copied as it is, and link to '/\(name)'"
        )
    }

    private func image(_ url: String, _ reference: Reference, _ page: Page) -> Diagnostic? {
        switch resolver.resolve(url, in: page) {
        case .forbidden("data") where url.lowercased().hasPrefix("data:image/"): return nil
        case .forbidden(let scheme): return unsafe(scheme, reference)
        case .missing(let path) where handbook.isPrivate(path) && !page.privacy.isWhole: return leadsToPrivate(url, reference)
        case .missing(let path) where handbook.unpublished.contains(path): return leadsToUnpublished(url, reference)
        case .missing(let path):
            return Rule.deadLink(
                "'\(url)' is no file",
                at: reference.location,
                help: files.help(for: path, from: page.path) ?? "put the image at \(path), or mend the link"
            )
        case .page, .address: return Rule.deadLink("'\(url)' is no image", at: reference.location, help: "link to an image's file")
        case .asset, .external: return nil
        }
    }

    private func wikiLink(_ link: WikiLink, _ reference: Reference, _ page: Page) -> Diagnostic? {
        switch handbook.names.resolve(link.target) {
        case .found(let id): return fault(ofFragment: link.fragment, of: id, reference)
        case .ambiguous(let ids):
            let names = ids.map { "\($0.kind.rawValue):\($0.slug)" }.joined(separator: ", ")
            let paths = ids.compactMap { handbook.page($0)?.path }.joined(separator: " or ")
            return Rule.ambiguousName(
                "'\(link.target)' may mean \(paths)",
                at: reference.location,
                help: "name one with its kind: \(names)"
            )
        case .unknown where link.target.isEmpty:
            let fragment = link.fragment ?? ""
            return Rule.unknownName(
                "'#\(fragment)' alone is the name of no page",
                at: reference.location,
                help: "write it as a link: [words](#\(fragment))"
            )
        case .unknown:
            if let draft = drafts.fault(ofName: link.target, at: reference.location) { return draft }
            let near = names.nearest(to: link.target)
            return Rule.unknownName(
                "'\(link.target)' is the name of no page",
                at: reference.location,
                help: near.min().map { "did you mean '\($0)'?" } ?? "write the page, or name another one"
            )
            .fixed(by: meant(by: link.target, among: near).flatMap { page.fix(link, at: reference.location, to: $0) })
        }
    }

    private func meant(by name: String, among near: [String]) -> String? {
        Suggestions.meant(by: name, among: near) { name -> PageID? in
            if case .found(let id) = handbook.names.resolve(name) { id } else { nil }
        }
    }

    private func fault(ofFragment fragment: String?, of id: PageID, _ reference: Reference) -> Diagnostic? {
        // Browsers take an empty fragment, and `top`, for the top of the page.
        guard let fragment, !fragment.isEmpty, fragment.lowercased() != "top", let target = handbook.page(id) else { return nil }
        let anchors = target.document.headings.map(\.anchor)
        if anchors.contains(fragment) || (handbook.settings.allowsHTML && target.document.hasElement(fragment)) { return nil }
        return Rule.deadFragment(
            "'#\(fragment)' is no heading of \(target.path)",
            at: reference.location,
            help: NearMiss.help(for: fragment, among: anchors, called: "anchors there") ?? "link to the page as a whole: it has no headings"
        )
    }

    private func leadsToPrivate(_ url: String, _ reference: Reference) -> Diagnostic {
        Rule.deadLink(
            "'\(url)' leads to what is private",
            at: reference.location,
            help: "take the link out, or move the file out of '\(Privacy.folder)'"
        )
    }

    private func unsafe(_ scheme: String, _ reference: Reference) -> Diagnostic {
        Rule.unsafeLink("'\(scheme):' is no scheme for a link", at: reference.location, help: "link to a page, a file or a web address")
    }
}

/// The project's files by name, to say where a file is that a link misses.
private struct FileNames {
    private let paths: [String: [String]]
    private let names: Suggestions

    init(_ handbook: Handbook) {
        let all = handbook.everyPage.map(\.path) + handbook.assets.sorted()
        paths = Dictionary(grouping: all.sorted()) { $0.split(separator: "/").last.map(String.init) ?? $0 }
        names = Suggestions(paths.keys)
    }

    /// "there is …", or "did you mean …?".
    func help(for path: String, from page: String) -> String? {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        func first(_ name: String) -> String? { paths[name]?.first { $0 != page } }
        if let found = first(name) ?? first(name + ".md") { return "there is \(found)" }
        return names.best(for: name).flatMap(first).map { "did you mean \($0)?" }
    }
}

extension Document {
    /// Whether raw HTML in the page gives an element this id.
    fileprivate func hasElement(_ id: String) -> Bool {
        references.contains { reference in
            guard case .html(let text) = reference.target else { return false }
            return ["id", "name"].contains { text.contains("\($0)=\"\(id)\"") || text.contains("\($0)='\(id)'") }
        }
    }
}
