/// The files of a project, as values: what a build reads, whether they come from a disk or from a test.
public struct ProjectFiles: Sendable {
    /// Bytes by path, relative to the project's folder: `handbook.yml`, and everything Markdown under `content/` and
    /// Mustache, CSS and JavaScript under `templates/`.
    public var texts: [String: [UInt8]]
    /// Paths of files that are copied as they are: everything under `static/`, and what pages can show under `content/`.
    public var assets: Set<String>
    /// The folder that holds the Markdown: `content`, or empty where the project has no such folder and is itself the content.
    public var contentRoot: String

    /// Paths of files under `content/` that are not published, since no page can show them.
    public var unpublished: Set<String> = []

    /// How large the pictures among the assets are, where that is known.
    public var imageSizes: [String: ImageSize] = [:]

    /// A project of the given files.
    public init(texts: [String: [UInt8]] = [:], assets: Set<String> = [], contentRoot: String = "content") {
        self.texts = texts
        self.assets = assets
        self.contentRoot = contentRoot
    }

    /// What paths of the content begin with.
    var contentPrefix: String { contentRoot.isEmpty ? "" : contentRoot + "/" }

    /// The paths of the pages, in order.
    package var pagePaths: [String] {
        texts.keys.filter { $0.hasPrefix(contentPrefix) && $0.hasSuffix(".md") }.sorted()
    }
}
