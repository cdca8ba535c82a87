import Handbook
import Markdown

/// The files that a site makes itself, which no page and no copied file may be in the way of.
enum OwnFiles {
    private static let atTop: Set<String> = [
        "404.html", "feed.xml", "handbook.json", "handbook.schema.json", "index.html", "index.md", "llms.txt", "llms-full.txt",
        "opensearch.xml", "robots.txt", "sitemap.xml",
    ]
    /// Folders whose pages the site makes.
    private static let areas: Set<String> = Set(Kind.allCases.compactMap(\.section)).union([
        "compare", "gaps", "map", "names", "open-questions", "print", "skills", "glossary", "eras", "study", "tree", "changes",
    ])
    /// Endings of what the site makes for a page or a list.
    private static let made: Set<String> = ["html", "md", "json", "csv", "svg"]
    /// Endings that make a name one of a file.
    private static let ofFiles: Set<String> = made.union(["htm", "txt", "xml"])

    private static func ending(_ name: some StringProtocol) -> String {
        name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    }

    /// A name for a page or a folder: one that is a file's in a site, such as `index.html`, gets hyphens for dots.
    static func asFolder(_ name: String) -> String {
        ofFiles.contains(ending(name)) || ProjectFiles.isShown(name) ? name.replacing(".", with: "-") : name
    }

    /// A path whose folders have such names.
    static func withFolders(_ path: String) -> String {
        var parts = path.split(separator: "/").map(String.init)
        for index in parts.indices.dropLast() { parts[index] = asFolder(parts[index]) }
        return parts.joined(separator: "/")
    }

    /// Whether the site has a file of its own at a path, or may have one.
    ///
    /// - Parameter pages: the addresses of all pages, in lower case.
    static func has(_ path: String, pages: Set<String>) -> Bool {
        let path = path.lowercased()
        if atTop.contains(path) { return true }
        guard let slash = path.lastIndex(of: "/"), made.contains(ending(path)) else { return false }
        let folder = path[...slash]
        if areas.contains(String(folder.prefix { $0 != "/" })) { return true }
        let name = path[path.index(after: slash)...]
        return ["index.html", "index.md", "index.json"].contains(name) && pages.contains(String(folder))
    }
}
