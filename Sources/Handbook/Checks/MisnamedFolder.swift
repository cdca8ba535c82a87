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
        let words = folder.lowercased().split { !$0.isLetter }.map(String.init)
        let rest = words.filter { !fillers.contains($0) }
        if !rest.isEmpty, rest.allSatisfy(matrixWords.contains) { return (.matrix, true) }
        let whole = rest.joined()
        // Words that say whose they are may as well make it a folder about the kind.
        let isQualified = words.contains(where: qualifiers.contains)
        for kind in Kind.allCases {
            guard let name = kind.folder, rest.count == 1 || whole == name else { continue }
            if whole == kind.rawValue, kind != .role { return (kind, false) }
            let isSlip = whole.count > 5 && [name, kind.plural].contains { NearMiss.isSlip(whole, of: $0) }
            if whole == kind.plural || whole == name || isSlip || (whole == "role" && kind == .role) { return (kind, !isQualified) }
        }
        return nil
    }

    /// Words that add nothing to the name of a kind.
    private static let fillers: Set<String> =
        qualifiers.union(["page", "pages", "doc", "docs", "file", "files", "card", "cards", "list", "lists"])
    private static let qualifiers: Set<String> = ["our", "the", "all", "job", "team"]
    private static let matrixWords: Set<String> = ["raci", "racis", "rasci", "daci", "matrix", "matrices", "matrixes", "chart", "charts"]
}

extension Page {
    /// Whether its front matter has a key that pages of a kind have and plain ones do not.
    fileprivate func hasKeys(of kind: Kind) -> Bool {
        let plain = Set(PageFields.fields(of: .page).map(\.key))
        let keys = PageFields.fields(of: kind).map(\.key).filter { !plain.contains($0) }
        return split.frontMatter?.split(separator: "\n").contains { line in keys.contains { line.hasPrefix($0 + ":") } } ?? false
    }
}
