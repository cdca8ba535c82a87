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
                for finding in links.faults(of: reference, in: page) { findings.add(finding) }
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

    func faults(of reference: Reference, in page: Page) -> [Diagnostic] {
        switch reference.target {
        case .link(let url): return [link(url, reference, page)].compactMap(\.self)
        case .image(let url): return [image(url, reference, page)].compactMap(\.self)
        case .wikiLink(let link): return [wikiLink(link, reference, page)].compactMap(\.self)
        case .html(let html) where handbook.settings.allowsHTML:
            return RawAddresses.all(in: html).compactMap { found in
                let place = Reference(target: reference.target, location: page.place(of: found, in: reference))
                return found.use == .link ? link(found.url, place, page) : image(found.url, place, page)
            }
        case .citation, .html: return []
        }
    }

    private func link(_ url: String, _ reference: Reference, _ page: Page) -> Diagnostic? {
        if url.allSatisfy(\.isWhitespace) {
            return Rule.deadLink("a link has no address", at: reference.location, help: "write it between ( and )")
        }
        switch resolver.resolve(url, in: page) {
        case .forbidden(let scheme): return unsafe(scheme, url, reference)
        case .local where isRooted(url, page): return withBackslashes(url, reference, page)
        case .local: return onComputer(url, reference)
        case .missing(let path) where path.contains("\\"): return withBackslashes(url, reference, page)
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
                help: files.help(for: path, from: page.path)
                    ?? (FileNames.isFile(path) ? "put the file at \(path), or fix the link" : "write the page, or fix the link")
            )
        case .page(let id, let fragment): return fault(ofFragment: fragment, of: id, reference)
        case .asset, .external, .address: return nil
        }
    }

    /// Whether an address with backslashes leads to something if they are slashes.
    private func isRooted(_ url: String, _ page: Page) -> Bool {
        guard url.hasPrefix("\\"), !url.hasPrefix("\\\\") else { return false }
        return switch resolver.resolve(url.replacing("\\", with: "/"), in: page) {
        case .page, .asset: true
        default: false
        }
    }

    private func onComputer(_ url: String, _ reference: Reference) -> Diagnostic {
        let name = url.split { "/\\:".contains($0) }.last.map(String.init) ?? "file"
        return Rule.deadLink(
            "'\(url)' is a path on one computer",
            at: reference.location,
            help: "copy the file into the folder 'static' and link to '/\(name)'"
        )
    }

    private func withBackslashes(_ url: String, _ reference: Reference, _ page: Page) -> Diagnostic {
        let slashed = url.replacing("%5C", with: "/").replacing("%5c", with: "/").replacing("\\", with: "/")
        return Rule.deadLink("'\(url)' has backslashes", at: reference.location, help: "write '\(slashed)', with slashes between folders")
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
        case .forbidden(let scheme): return unsafe(scheme, url, reference)
        case .local where isRooted(url, page): return withBackslashes(url, reference, page)
        case .local: return onComputer(url, reference)
        case .missing(let path) where path.contains("\\"): return withBackslashes(url, reference, page)
        case .missing(let path) where handbook.isPrivate(path) && !page.privacy.isWhole: return leadsToPrivate(url, reference)
        case .missing(let path) where handbook.unpublished.contains(path): return leadsToUnpublished(url, reference)
        case .missing(let path): return noPicture(url, path, reference, page)
        case .address(let path, _) where path.split(separator: "/").last?.contains(".") == true:
            return noPicture(url, (handbook.contentRoot.isEmpty ? "" : handbook.contentRoot + "/") + path, reference, page)
        case .page, .address: return Rule.deadLink("'\(url)' is no image", at: reference.location, help: "link to an image's file")
        case .asset, .external: return nil
        }
    }

    private func noPicture(_ url: String, _ path: String, _ reference: Reference, _ page: Page) -> Diagnostic {
        Rule.deadLink(
            "'\(url)' is no file",
            at: reference.location,
            help: files.help(for: path, from: page.path) ?? "put the image at \(path), or fix the link"
        )
    }

    private func wikiLink(_ link: WikiLink, _ reference: Reference, _ page: Page) -> Diagnostic? {
        switch resolver.resolve(link, in: page) {
        case .page where link.isEmbed:
            return Rule.deadLink(
                "'![[\(link.name)]]' is a page, which cannot be shown inside another",
                at: reference.location,
                help: "link to it: [[\(link.name)]]"
            )
        case .file(let path, _) where link.isEmbed && !FileNames.isPicture(path):
            return Rule.deadLink("'![[\(link.name)]]' is no image", at: reference.location, help: "link to it: [[\(link.name)]]")
        case .page, .file: return nil
        case .noHeading(let id, let fragment): return fault(ofFragment: fragment, of: id, reference)
        case .ambiguousFiles(let paths):
            return Rule.ambiguousName(
                "'\(link.name)' may mean \(paths.joined(separator: " or "))",
                at: reference.location,
                help: "name one with its folder"
            )
        case .ambiguous(let ids):
            let names = ids.map { "\($0.kind.rawValue):\($0.slug)" }.joined(separator: ", ")
            let paths = ids.compactMap { handbook.page($0)?.path }.joined(separator: " or ")
            return Rule.ambiguousName(
                "'\(link.name)' may mean \(paths)",
                at: reference.location,
                help: "name one with its kind: \(names)"
            )
        case .unknown where link.target.isEmpty:
            let fragment = link.fragment ?? ""
            return Rule.unknownName(
                "'#\(fragment)' alone is the name of no page",
                at: reference.location,
                help: "write it as a link: [words](#\(anchor(fragment, in: page)))"
            )
        case .unknown where link.target.contains("\\"):
            let slashed = link.target.replacing("\\", with: "/")
            return Rule.unknownName(
                "'\(link.target)' has backslashes",
                at: reference.location,
                help: "write '\(slashed)', with slashes between folders"
            )
        case .unknown:
            if let draft = drafts.fault(ofName: link.name, at: reference.location)
                ?? drafts.fault(ofName: link.target, at: reference.location)
            {
                return draft
            }
            if link.isEmbed || FileNames.isFile(link.target) {
                return Rule.deadLink(
                    "'\(link.name)' is no file",
                    at: reference.location,
                    help: files.help(for: link.target, from: page.path) ?? "put the file beside the page, or fix the link"
                )
            }
            let near = names.nearest(to: link.target)
            return Rule.unknownName(
                "'\(link.target)' is the name of no page",
                at: reference.location,
                help: near.min().map { "did you mean '\($0)'?" } ?? "write the page, or name another one"
            )
            .fixed(by: meant(by: link.target, among: near).flatMap { page.fix(link, at: reference.location, to: $0) })
        }
    }

    /// The anchor of the page that a heading's text means.
    private func anchor(_ fragment: String, in page: Page) -> String {
        let key = NameIndex.key(fragment)
        return page.document.headings.first { $0.anchor == fragment || NameIndex.key($0.text) == key }?.anchor ?? Anchors.slug(fragment)
    }

    private func meant(by name: String, among near: [String]) -> String? {
        Suggestions.meant(by: name, among: near) { name -> PageID? in
            if case .found(let id) = handbook.names.resolve(name) { id } else { nil }
        }
    }

    private func fault(ofFragment fragment: String?, of id: PageID, _ reference: Reference) -> Diagnostic? {
        // What the site adds to the page of an area is known to the site alone.
        guard let fragment, let target = handbook.page(id), !target.opensArea else { return nil }
        return target.hasAnchor(fragment, allowsHTML: handbook.settings.allowsHTML)
            ? nil : target.deadFragment(fragment, at: reference.location)
    }

    private func leadsToPrivate(_ url: String, _ reference: Reference) -> Diagnostic {
        Rule.deadLink(
            "'\(url)' leads to what is private",
            at: reference.location,
            help: "take the link out, or move the file out of '\(Privacy.folder)'"
        )
    }

    private func unsafe(_ scheme: String, _ url: String, _ reference: Reference) -> Diagnostic {
        let name = url.split { "/\\:".contains($0) }.last.map(String.init) ?? "file"
        return Rule.unsafeLink(
            scheme == "file" ? "'\(url)' is a path on one computer" : "'\(scheme):' is no scheme for a link",
            at: reference.location,
            help: scheme == "file"
                ? "copy the file into the folder 'static' and link to '/\(name)'" : "link to a page, a file or a web address"
        )
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

    private static let pictures = [".avif", ".bmp", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp"]

    /// Whether a path is that of a picture.
    static func isPicture(_ path: String) -> Bool { pictures.contains { path.lowercased().hasSuffix($0) } }

    /// Whether a name is that of a picture or a document, not of a page.
    static func isFile(_ name: String) -> Bool {
        isPicture(name) || [".pdf", ".docx", ".xlsx", ".pptx", ".zip", ".csv", ".mp4"].contains { name.lowercased().hasSuffix($0) }
    }

    /// "there is …", or "did you mean …?".
    func help(for path: String, from page: String) -> String? {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        // Every folder may have one of these: the page itself may be meant.
        if ["index.md", "readme.md"].contains(name.lowercased()) {
            let folder = path.dropLast(name.count + 1)
            return paths.values.joined().contains(folder + ".md") ? "there is \(folder).md" : nil
        }
        func first(_ name: String) -> String? { paths[name]?.first { $0 != page } }
        if let found = first(name) ?? first(name + ".md") { return "there is \(found)" }
        // One edit makes any name of two letters another.
        guard let stem = name.split(separator: ".").first, stem.count > 2 else { return nil }
        return names.best(for: name).flatMap(first).map { "did you mean \($0)?" }
    }
}

extension Page {
    /// Where an address of raw HTML stands.
    package func place(of found: RawAddresses.Found, in reference: Reference) -> Location {
        guard let first = reference.location.line else { return reference.location }
        let line = first + found.line
        let written = [found.url, found.url.replacing("&", with: "&amp;")].first { !source.columns(of: $0, inLine: line).isEmpty }
        return written.map { source.locate($0, in: line...line) } ?? source.location(line: line)
    }

    /// Whether it is what an author writes above a list that the site makes, at the address of that list.
    package var opensArea: Bool { id.kind == .page && Self.areas.contains(address) }

    private static let areas: Set<String> = Set(
        Kind.allCases.compactMap(\.section).map { $0 + "/" }
            + ["", "map/", "eras/", "skills/", "gaps/", "changes/", "study/", "print/", "names/"]
    )

    /// The finding on a fragment that leads nowhere in the page.
    ///
    /// - Parameter others: anchors that the page has besides those of its headings.
    package func deadFragment(_ fragment: String, at place: Location, others: [String] = []) -> Diagnostic {
        let anchor = TextDirective.split(fragment).anchor
        let anchors = document.headings.map(\.anchor) + others
        let same = anchors.first { $0 == anchor }
        return Rule.deadFragment(
            "'#\(anchor)' is no heading of \(path)",
            at: place,
            help: same.map { "copy '\($0)' from there: it has other code points, which look the same" }
                ?? NearMiss.help(for: anchor, among: anchors, called: "anchors there") ?? "link to the page as a whole: it has no headings"
        )
    }
}
