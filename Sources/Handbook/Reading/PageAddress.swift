import Markdown

/// What a file's path says: the kind of its page, its slug, its place in the site.
package struct PageAddress {
    /// The path below the content folder in parts, without the ending.
    package let parts: [String]
    /// Whether it opens its folder instead of being a page in it.
    package let isIndex: Bool

    /// `README.md` at the top is the home page where there is no `index.md`.
    package init(_ path: String, prefix: String, hasHome: Bool) {
        var parts = path.dropFirst(prefix.count).split(separator: "/").map(String.init)
        if let last = parts.last, let dot = last.lastIndex(of: ".") { parts[parts.count - 1] = String(last[..<dot]) }
        let name = parts.last?.lowercased()
        isIndex = name == "index" || (name == "readme" && parts.count == 1 && !hasHome)
        self.parts = parts
    }

    /// The kind that the folder says.
    package var kind: Kind {
        // The folder of private pages has the same folders as the content itself.
        let parts = isPrivate ? parts.dropFirst() : parts[...]
        guard let folder = parts.first, parts.count > 1, !isIndex else { return .page }
        return Kind.allCases.first { $0.folder == folder } ?? .page
    }

    /// Whether it lies in the folder of private pages.
    package var isPrivate: Bool { parts.count > 1 && parts[0] == Privacy.folder }

    /// The file's name as a slug.
    package var slug: String { Self.slug(parts.last ?? "") }

    /// A page's identity: plain pages are told apart by their address, all others by their slug.
    package func id(_ kind: Kind, slug: String) -> PageID { PageID(kind, kind == .page ? path(slug) : slug) }

    /// The address in the site, with a final `/`; empty for the home page.
    package func address(_ kind: Kind, slug: String) -> String {
        guard kind == .page else { return "\(kind.section ?? kind.rawValue)/\(slug)/" }
        let path = path(slug)
        return path.isEmpty ? "" : path + "/"
    }

    /// A plain page's address follows its folders; the folder of relations is `compare` in the site.
    private func path(_ slug: String) -> String {
        var folders = parts.dropLast().map(Self.slug)
        if let kind = Kind.allCases.first(where: { $0.folder == folders.first }), let section = kind.section { folders[0] = section }
        return (isIndex ? folders : folders + [slug]).joined(separator: "/")
    }

    /// The longest slug of a new file, in bytes of UTF-8: file systems take 255, some of them 143.
    private static let longest = 100

    /// The slug of a title for a new file: as `slug`, cut at the end of a word where it would be too long for a file's name.
    package static func fileSlug(_ title: String) -> String {
        let slug = slug(title)
        guard slug.utf8.count > longest else { return slug }
        var cut = slug[...]
        while cut.utf8.count > longest { cut.removeLast() }
        if let end = cut.lastIndex(of: "-"), slug[cut.endIndex...].first != "-" { cut = cut[..<end] }
        return Self.slug(String(cut))
    }

    /// A name fit for an address: lower case, white space as hyphens; letters of all languages stay.
    package static func slug(_ name: String) -> String {
        let kept = name.lowercased().composed.map { character -> Character in
            character.isLetter || character.isNumber || "-_.".contains(character) ? character : "-"
        }
        let slug = String(kept).split(separator: "-").joined(separator: "-")
        // A file whose name begins with a dot is hidden.
        let visible = String(slug.drop { $0 == "." || $0 == "-" })
        return visible.isEmpty ? "page" : visible
    }
}
