import Diagnostics
import Foundation
import Markdown

/// Leads the names in wiki links to pages and files: by a page's names, else by a path or the name of a file.
struct WikiNames: Sendable {
    /// What a name leads to.
    enum Found: Sendable, Equatable {
        case page(PageID)
        /// A file that is copied as it is, by its path in the project.
        case file(String)
        case ambiguous([PageID])
        case ambiguousFiles([String])
    }

    private struct Place: Sendable {
        let id: PageID
        let title: String
        /// The folders below the content folder, as slugs.
        let folders: [String]
    }

    private let names: NameIndex
    private let contentPrefix: String
    private let assets: Set<String>
    /// Pages by the names of their files and by their titles, both as slugs.
    private let places: OnDemand<[String: [Place]]>
    private let files: OnDemand<[String: [String]]>

    init(names: NameIndex, pages: [Page], assets: Set<String>, contentPrefix: String) {
        (self.names, self.assets, self.contentPrefix) = (names, assets, contentPrefix)
        places = OnDemand {
            var places: [String: [Place]] = [:]
            for page in pages where page.path.hasPrefix(contentPrefix) {
                var parts = page.path.dropFirst(contentPrefix.count).split(separator: "/").map(String.init)
                guard let file = parts.popLast() else { continue }
                let place = Place(id: page.id, title: Self.slug(page.title.value), folders: parts.map(Self.slug))
                for name in Set([Self.slug(Self.stem(file)), place.title]) { places[name, default: []].append(place) }
            }
            return places
        }
        files = OnDemand { Dictionary(grouping: assets.sorted()) { Self.file(of: $0).lowercased() } }
    }

    /// What a name leads to, written in the page at a path; `nil` if nowhere.
    func find(_ name: String, from path: String) -> Found? {
        if name.isEmpty { return nil }
        switch names.resolve(name) {
        case .found(let id): return .page(id)
        case .ambiguous(let ids): return .ambiguous(ids)
        case .unknown: return page(name) ?? file(name, from: path)
        }
    }

    /// A page by its path below the content folder, or by the end of it.
    private func page(_ name: String) -> Found? {
        var folders = name.split(separator: "/").map(String.init).filter { $0 != "." && $0 != ".." }
        guard let last = folders.popLast() else { return nil }
        let slugs = folders.map(Self.slug)
        let found = (places.value[Self.slug(Self.stem(last))] ?? []).filter { $0.folders.suffix(slugs.count).elementsEqual(slugs) }
        let whole = found.filter { $0.folders == slugs }
        let ids = (whole.isEmpty ? found : whole).map(\.id).uniqued()
        return ids.isEmpty ? nil : ids.count == 1 ? .page(ids[0]) : .ambiguous(ids.sorted())
    }

    private func file(_ name: String, from path: String) -> Found? {
        let bare = name.hasPrefix("/") ? String(name.dropFirst()) : name
        let near = name.hasPrefix("/") ? nil : LinkResolver.join(path, bare)
        for candidate in [near, contentPrefix + bare, "static/" + bare, bare].compactMap(\.self) where assets.contains(candidate) {
            return .file(candidate)
        }
        let end = "/" + bare.lowercased()
        let found = (files.value[Self.file(of: bare).lowercased()] ?? []).filter { ("/" + $0.lowercased()).hasSuffix(end) }
        return found.isEmpty ? nil : found.count == 1 ? .file(found[0]) : .ambiguousFiles(found)
    }

    private static func file(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    private static func stem(_ file: String) -> String {
        for ending in [".md", ".markdown"] where file.lowercased().hasSuffix(ending) { return String(file.dropLast(ending.count)) }
        return file
    }

    /// A name as the name of a file may have it: in lower case, words joined by hyphens. No other sign is dropped.
    private static func slug(_ name: String) -> String {
        name.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "_" }.joined(separator: "-")
    }
}
