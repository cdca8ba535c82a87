import Handbook

/// Where a folder keeps its pages: in itself, or in a folder of it, as site generators have them.
struct ImportLayout {
    /// The folder of the pages, ended by `/`; empty where they lie in the folder itself.
    let root: String
    /// A folder of files that are copied to the site's root.
    private let hasStatic: Bool
    /// Whether its Markdown may have lines of JavaScript, as Docusaurus reads it.
    let isMDX: Bool
    /// Whether Jekyll makes its site.
    private let isJekyll: Bool

    /// What becomes of a file.
    enum Place: Equatable {
        /// Part of the content, at this path below it.
        case content(String)
        /// Copied to the site's root, at this path below it.
        case rooted(String)
        case passedOver
    }

    /// Files whose presence says where the pages are.
    private static let docs = ["mkdocs.yml", "mkdocs.yaml"]

    init(_ paths: Set<String>) {
        let names = Set(paths.filter { !$0.contains("/") })
        let folders = Set(paths.compactMap { path in path.firstIndex(of: "/").map { String(path[..<$0]) } })
        let isDocs = names.contains { Self.docs.contains($0) || $0.hasPrefix("docusaurus.config.") }
        if folders.contains("content") {
            root = "content/"
        } else if isDocs, folders.contains("docs") {
            root = "docs/"
        } else if names.contains("book.toml"), folders.contains("src") {
            root = "src/"
        } else {
            root = ""
        }
        isMDX = names.contains { $0.hasPrefix("docusaurus.config.") }
        isJekyll = names.contains { ["_config.yml", "_config.yaml", "_config.toml"].contains($0) }
        hasStatic = !root.isEmpty && folders.contains("static")
    }

    func place(_ path: String) -> Place {
        if path.hasPrefix(root) { return .content(String(path.dropFirst(root.count))) }
        return hasStatic && path.hasPrefix("static/") ? .rooted(String(path.dropFirst(7))) : .passedOver
    }

    /// The folder or the name that keeps a page off the site of the tool that it was written for: `_drafts/`, and files that Jekyll or
    /// Docusaurus take for parts of others.
    func unpublishedPart(of place: ImportedPlace) -> String? {
        if let folder = place.folders.first(where: { $0.lowercased() == "_drafts" }) { return folder + "/" }
        guard place.name.hasPrefix("_"), !place.opensFolder else {
            return isMDX ? place.folders.first { $0.hasPrefix("_") }.map { $0 + "/" } : nil
        }
        return isJekyll || isMDX || ["_draft", "_drafts"].contains(place.name.lowercased()) ? place.name : nil
    }

    /// Files of a content folder that are no pages and that nobody reads: settings of tools, templates, programs.
    static func isMachinery(_ path: String) -> Bool {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last.map(String.init) ?? ""
        return machinery.contains(ending) || ["makefile", "dockerfile", "gemfile", "procfile", "license"].contains(name)
    }

    private static let machinery: Set<String> = [
        "js", "mjs", "cjs", "ts", "tsx", "jsx", "vue", "svelte", "astro", "css", "scss", "sass", "less", "html", "htm", "xml",
        "liquid", "njk", "hbs", "mustache", "tmpl", "toml", "yml", "yaml", "json", "lock", "ini", "cfg", "sh", "bat", "ps1", "py", "rb",
    ]
}
