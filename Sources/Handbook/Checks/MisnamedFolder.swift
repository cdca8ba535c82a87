import Diagnostics

extension Rule {
    /// A folder that is named almost as that of a kind.
    public static let misnamedFolder = Rule(
        "misnamed-folder",
        .warning,
        "the folder of a kind has the name that handbook knows",
        preventsReading: true
    )
}

extension Check {
    /// Folders such as `role/` and `Role-Pages/`, whose pages are read as plain ones.
    static let folders = Check(rules: [.misnamedFolder]) { handbook, findings in
        let root = handbook.contentRoot.isEmpty ? "" : handbook.contentRoot + "/"
        let plain = handbook.pages.filter { $0.page.path.hasPrefix(root) && !$0.page.record.isGiven("kind") }
        let byFolder = Dictionary(grouping: plain) { page in
            let parts = page.page.path.dropFirst(root.count).split(separator: "/")
            return parts.count > 1 ? String(parts[0]) : ""
        }
        for (folder, pages) in byFolder.sorted(by: { $0.key < $1.key }) where !folder.isEmpty {
            guard let (kind, isCertain) = kind(meantBy: folder), let name = kind.folder, folder != name,
                isCertain || pages.contains(where: { $0.page.hasKeys(of: kind) })
            else { continue }
            let count = pages.count == 1 ? "1 page in it is" : "\(pages.count) pages in it are"
            findings.add(
                Rule.misnamedFolder(
                    "'\(folder)' is not the folder of \(kind.plural), so \(count) read as plain",
                    at: Location(root + folder),
                    help: "rename it to '\(name)', or, if they are plain pages, write 'kind: page' in each"
                )
            )
        }
    }

    /// The kind whose folder a name is meant to be: its name in another number or case, alone or with a word that adds nothing.
    /// `team` may as well be a folder of plain pages, about one team.
    private static func kind(meantBy folder: String) -> (kind: Kind, isCertain: Bool)? {
        let words = folder.lowercased().split { !$0.isLetter }
        let rest = words.filter { !["page", "pages", "doc", "docs", "file", "files", "card", "cards"].contains($0) }
        guard rest.count == 1, let word = rest.first.map(String.init) else { return nil }
        for kind in Kind.allCases where kind.folder != nil {
            if word == kind.plural || word == kind.folder || word == "role" && kind == .role { return (kind, true) }
            if word == kind.rawValue { return (kind, false) }
        }
        return nil
    }
}

extension Page {
    /// Whether its front matter has a key that pages of a kind have and plain ones do not.
    fileprivate func hasKeys(of kind: Kind) -> Bool {
        let plain = Set(PageFields.fields(of: .page).map(\.key))
        let keys = PageFields.fields(of: kind).map(\.key).filter { !plain.contains($0) }
        return split.frontMatter?.split(separator: "\n").contains { line in keys.contains { line.hasPrefix($0 + ":") } } ?? false
    }
}
