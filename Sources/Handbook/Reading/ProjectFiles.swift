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

extension ProjectFiles {
    /// Whether a file of `content/` is published: pages can show pictures, PDF files and media, and offer archives. Anything else
    /// beside the pages may be notes or data that nobody meant to publish.
    package static func isShown(_ path: String) -> Bool {
        let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return shownEndings.contains(String(name[name.index(after: dot)...])?.lowercased() ?? "")
    }

    /// Endings of pictures and PDF files.
    package static let pictureEndings: Set<String> = ["avif", "gif", "jpeg", "jpg", "pdf", "png", "svg", "webp"]

    private static let shownEndings = pictureEndings.union([
        "bmp", "ico", "tif", "tiff", "aac", "flac", "m4a", "m4v", "mov", "mp3", "mp4", "oga", "ogg", "ogv", "opus", "wav", "weba", "webm",
        "srt", "vtt", "7z", "bz2", "gz", "tar", "tgz", "xz", "zip", "zst",
    ])
}
