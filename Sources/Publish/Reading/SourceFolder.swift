import Diagnostics
import Handbook

/// The folders of a project that a site is made from, and what is read of each.
enum SourceFolder: String, CaseIterable {
    case content
    case templates
    case `static`

    static let unreadable = Rule("unreadable", .error, "every file of the project can be read")
    static let unreadableHelp = "make it readable, or take it out of the project"

    /// What becomes of a file.
    enum Use {
        /// Read now.
        case text
        /// Copied later.
        case asset
        /// Not looked at.
        case ignored
        /// Not looked at, which may surprise its author.
        case unused
        /// Not published, which may surprise its author: no page can show it.
        case unpublished
    }

    /// What becomes of a file of this name.
    func use(of name: DiskPath) -> Use {
        let ending = Self.ending(of: name)
        switch self {
        case .content:
            if Self.markdown.contains(ending) { return .text }
            // What editors leave beside a file they change: `index.md~` and `#index.md#` of Emacs and its kin.
            if name.bytes.last == UInt8(ascii: "~") || name.bytes.first == UInt8(ascii: "#") { return .ignored }
            return ProjectFiles.isShown(name.text) ? .asset : .unpublished
        case .templates: return Self.theme.contains(ending) ? .text : .unused
        case .static: return .asset
        }
    }

    /// What becomes of a file in a project without `content/`. Much else may be in such a folder, so that of files that
    /// are not pages only pictures are taken, and PDF files.
    static func useInPlainFolder(of name: DiskPath) -> Use {
        let ending = ending(of: name)
        if markdown.contains(ending) { return .text }
        return ProjectFiles.pictureEndings.contains(ending) ? .asset : .ignored
    }

    private static let markdown: Set<String> = ["md", "markdown"]
    private static let theme: Set<String> = ["mustache", "css", "js", "svg"]
    private static func ending(of name: DiskPath) -> String {
        guard let dot = name.bytes.lastIndex(of: UInt8(ascii: ".")) else { return "" }
        return DiskPath(bytes: name.bytes[(dot + 1)...]).text.lowercased()
    }
}
