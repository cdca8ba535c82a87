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
            switch reference.target {
            case .link(let url):
                guard !done.contains(url), let new = Self.renamed(url, in: page, renaming, moves, handbook, links) else { continue }
                done.insert(url)
                guard replace(url: url, with: new) else {
                    throw Rule.cannotRename("the link '\(url)' is not found as it reads", at: reference.location, help: "write it plainly")
                }
            case .wikiLink(let link):
                guard done.insert("[[" + link.target).inserted, handbook.names.resolve(link.target) == .found(renaming.page.id) else {
                    continue
                }
                rename(wikiLink: link.target, renaming)
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
        switch links.resolve(url, in: page) {
        case .page(let id, _):
            guard let old = handbook.page(id)?.path, let new = moves[old] else { return nil }
            var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard let last = parts.popLast() else { return nil }
            return (parts + [Renaming.stem(new) + (last.lowercased().hasSuffix(".md") ? last.suffix(3) : "")]).joined(separator: "/") + rest
        case .address:
            var parts = path.split(separator: "/", omittingEmptySubsequences: false).map {
                String($0).removingPercentEncoding ?? String($0)
            }
            let isOwn =
                parts.contains(renaming.kind.section ?? "") || (renaming.kind == .role && parts.contains(Kind.relation.section ?? ""))
            guard renaming.slug != renaming.oldSlug, isOwn, let at = parts.lastIndex(of: renaming.oldSlug), at > 1 else { return nil }
            parts[at] = renaming.slug
            return parts.joined(separator: "/") + rest
        case .asset, .external, .forbidden, .missing: return nil
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
        guard let new = renaming.name(for: bare) else { return }
        let text = source.text
        for found in text.ranges(of: "[[") {
            let inside = text[found.upperBound...].prefix(1_000).prefix { !"[]|#\\".contains($0) }
            guard inside.split(whereSeparator: \.isWhitespace).joined(separator: " ") == target else { continue }
            replace(inside.startIndex..<inside.endIndex, with: (isPrefixed ? target.prefix(prefix) : "") + new)
        }
    }
}
