import Diagnostics
import Markdown

/// What of a page its author keeps from readers.
public struct PagePrivacy: Sendable {
    /// Whether the page as a whole is kept back: it lies in the folder `private`, or is a draft.
    public var isWhole = false
    /// Whether it is kept back for being a draft.
    public var isDraft = false
    /// The keys of its front matter that are private.
    public var keys: Set<String> = []
    /// The lines on which they and their values stand.
    public var lines: [ClosedRange<Int>] = []

    /// Nothing is private.
    public init() {}

    /// Whether a place in the page is private.
    func covers(_ line: Int?) -> Bool { isWhole || line.map { line in lines.contains { $0.contains(line) } } ?? false }
}

/// What of a project its authors keep from readers: pages in the folder `private`, drafts, and keys of front matter.
///
/// It is decided once, when the pages are read. The handbook that sites and files are made from has none of it; a second
/// one, with all of it, is checked and thrown away.
public struct Privacy: Sendable {
    /// The folder of private pages and files below the folder of the content.
    public static let folder = "private"

    /// The private pages and the drafts, as they would be called.
    public private(set) var pages: Set<PageID> = []
    /// The private keys of pages.
    public private(set) var keys: [PageID: Set<String>] = [:]
    /// Those of them that are drafts.
    public private(set) var drafts = Drafts()
    private var byPath: [String: PagePrivacy] = [:]

    /// Nothing is private.
    public init() {}

    init(_ pages: [Page]) {
        for page in pages where page.privacy.isWhole || !page.privacy.keys.isEmpty {
            if page.privacy.isWhole { self.pages.insert(page.id) } else { keys[page.id] = page.privacy.keys }
            byPath[page.path] = page.privacy
        }
        drafts = Drafts(pages.filter(\.privacy.isDraft))
    }

    /// Whether nothing is private.
    public var isEmpty: Bool { byPath.isEmpty }

    /// Whether a finding is about something private.
    func covers(_ finding: Diagnostic) -> Bool {
        guard let place = finding.location, let page = byPath[place.path] else { return false }
        return page.covers(place.line)
    }
}

extension Handbook {
    /// Whether a path in the project is one of those that no reader is told of.
    func isPrivate(_ path: String) -> Bool {
        path.hasPrefix((contentRoot.isEmpty ? "" : contentRoot + "/") + Privacy.folder + "/")
    }
}

extension ProjectFiles {
    /// What paths of private files begin with.
    var privatePrefix: String { contentPrefix + Privacy.folder + "/" }

    /// The files without those that are private.
    package var withoutPrivate: ProjectFiles {
        let prefix = privatePrefix
        guard texts.keys.contains(where: { $0.hasPrefix(prefix) }) || assets.contains(where: { $0.hasPrefix(prefix) }) else { return self }
        var files = self
        files.texts = texts.filter { !$0.key.hasPrefix(prefix) }
        files.assets = assets.filter { !$0.hasPrefix(prefix) }
        files.imageSizes = imageSizes.filter { !$0.key.hasPrefix(prefix) }
        return files
    }
}
