import Diagnostics
import Foundation
import Handbook
import Markdown

extension TextEdits {
    /// Makes links lead to files under their new names, and wiki links and citations use new names.
    ///
    /// - Throws: a finding on a link that cannot be found as it reads.
    mutating func renameLinks(of page: Page, _ renaming: Renaming, _ moves: [String: String], _ handbook: Handbook) throws(Diagnostic) {
        let links = LinkResolver(handbook)
        var done: Set<String> = []
        for reference in page.document.references {
            func renameAddress(_ url: String) throws(Diagnostic) {
                guard !done.contains(url), let new = Self.renamed(url, in: page, renaming, moves, handbook, links) else { return }
                done.insert(url)
                guard replace(url: url, with: new) else {
                    throw Rule.cannotRename("the link '\(url)' is not found as it reads", at: reference.location, help: "write it plainly")
                }
            }
            switch reference.target {
            case .link(let url): try renameAddress(url)
            case .html(let html) where handbook.settings.allowsHTML:
                for found in RawAddresses.all(in: html) where found.use == .link { try renameAddress(found.url) }
            case .wikiLink(let link):
                let (name, result) = links.reading(of: link, in: page)
                switch result {
                case .page(renaming.page.id, _), .noHeading(renaming.page.id, _): break
                default: continue
                }
                if done.insert("[[" + name).inserted { rename(wikiLink: name, renaming) }
            case .image, .citation, .html: continue
            }
        }
    }

    /// Renames a source in all citations.
    mutating func renameCitations(_ renaming: Renaming) {
        guard renaming.kind == .source, renaming.slug != renaming.oldSlug else { return }
        let text = source.text
        for found in text.ranges(of: "@" + renaming.oldSlug) {
            let next = found.upperBound < text.endIndex ? text[found.upperBound] : " "
            guard next.isWhitespace || ",;]".contains(next) else { continue }
            let open = text[..<found.lowerBound].suffix(1_000).lastIndex { $0 == "[" || $0 == "]" }
            guard let open, text[open] == "[", text[text.index(after: open)] == "@" else { continue }
            replace(found, with: "@" + renaming.slug)
        }
    }

    // MARK: - Links

    private static func renamed(
        _ url: String,
        in page: Page,
        _ renaming: Renaming,
        _ moves: [String: String],
        _ handbook: Handbook,
        _ links: LinkResolver
    ) -> String? {
        let path = url.prefix { $0 != "#" && $0 != "?" }
        guard !path.isEmpty else { return nil }
        let rest = url[path.endIndex...]
        let isAddress = path.hasPrefix("/") && !path.lowercased().hasSuffix(".md")
        switch links.resolve(url, in: page) {
        case .page(let id, _) where !isAddress:
            guard let old = handbook.page(id)?.path, let new = moves[old] else { return nil }
            var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            // `../roles/cook/` is the page as well.
            let slash = parts.last == "" ? parts.popLast().map { _ in "/" } ?? "" : ""
            guard let last = parts.popLast() else { return nil }
            let file = Renaming.stem(new) + (last.lowercased().hasSuffix(".md") ? last.suffix(3) : "")
            return (parts + [file]).joined(separator: "/") + slash + rest
        case .page, .address:
            var parts = path.split(separator: "/", omittingEmptySubsequences: false).map {
                String($0).removingPercentEncoding ?? String($0)
            }
            let isOwn =
                parts.contains(renaming.kind.section ?? "") || (renaming.kind == .role && parts.contains(Kind.relation.section ?? ""))
            guard renaming.slug != renaming.oldSlug, isOwn, let at = parts.lastIndex(of: renaming.oldSlug), at > 1 else { return nil }
            parts[at] = renaming.slug
            return parts.joined(separator: "/") + rest
        case .asset, .external, .forbidden, .local, .missing: return nil
        }
    }

    /// Replaces an address wherever it stands as one.
    private mutating func replace(url: String, with new: String) -> Bool {
        let text = source.text
        var isFound = false
        for found in text.ranges(of: url) {
            let before = found.lowerBound > text.startIndex ? text[text.index(before: found.lowerBound)] : " "
            let after = found.upperBound < text.endIndex ? text[found.upperBound] : " "
            guard before.isWhitespace || "(<\"'".contains(before), after.isWhitespace || ")>\"',]}".contains(after) else { continue }
            if replace(found, with: new) { isFound = true }
        }
        return isFound
    }

    private mutating func rename(wikiLink target: String, _ renaming: Renaming) {
        let prefix = Kind(rawValue: target.prefix { $0 != ":" }.lowercased()).map { _ in target.prefix { $0 != ":" }.count + 1 } ?? 0
        let isPrefixed = prefix > 0 && target.contains(":")
        let bare = isPrefixed ? String(target.dropFirst(prefix)).trimmingWhitespace : target
        // A path names the page by its last part.
        let folders = bare.contains("/") ? bare.prefix(upTo: bare.index(after: bare.lastIndex(of: "/") ?? bare.startIndex)) : ""
        let last = bare.dropFirst(folders.count)
        let ending = last.lowercased().hasSuffix(".md") ? last.suffix(3) : ""
        guard let new = renaming.name(for: bare) ?? renaming.name(for: String(last.dropLast(ending.count))).map({ folders + $0 + ending })
        else { return }
        let text = source.text
        for found in text.ranges(of: "[[") {
            let inside = text[found.upperBound...].prefix(1_000).prefix { !"[]|\\".contains($0) }
            // The name may go on to a `#` that begins a heading.
            let ends = inside.indices.filter { inside[$0] == "#" } + [inside.endIndex]
            let name = ends.lazy.map { inside[..<$0] }.first { name in
                name.split(whereSeparator: \.isWhitespace).joined(separator: " ") == target
            }
            guard let name else { continue }
            replace(name.startIndex..<name.endIndex, with: (isPrefixed ? target.prefix(prefix) : "") + new)
        }
    }
}
