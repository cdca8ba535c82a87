import Diagnostics
import Handbook

/// A whole project as one text: each file begins with a line `-- path --`.
public struct ProjectText: Sendable {
    /// The project's files.
    public let files: ProjectFiles

    /// Splits the text. Files under `static/`, and those under the content folder that are no Markdown, are assets.
    public init(_ text: String, contentRoot: String = "content") {
        var texts: [String: [UInt8]] = [:]
        var assets: Set<String> = []
        var path: String?
        var lines: [Substring] = []
        func close() {
            guard let path else { return }
            if lines.last == "" { lines.removeLast() }
            let isAsset = path.hasPrefix("static/") || (path.hasPrefix("content/") && !path.hasSuffix(".md"))
            if isAsset { assets.insert(path) } else { texts[path] = Array((lines.joined(separator: "\n") + "\n").utf8) }
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 {
                close()
                path = String(line.dropFirst(3).dropLast(3))
                lines = []
            } else {
                lines.append(line)
            }
        }
        close()
        files = ProjectFiles(texts: texts, assets: assets, contentRoot: contentRoot)
    }

    /// The handbook, and the human report of what was found in it.
    public func read() async -> (result: CheckedProject, report: String) {
        let result = await HandbookReader.read(files)
        return (result, HumanReport { result.sources[$0] }.text(of: result.findings))
    }
}
