import Diagnostics
import Foundation
import Handbook
import Publish
import Site
import TestSupport

/// A site built in memory, for looking at its pages.
struct BuiltSite: Sendable {
    let result: SiteBuilder.Result
    let findings: Findings

    init(_ files: ProjectFiles, history: History = .none) async {
        let read = await HandbookReader.read(files)
        let overrides = files.texts.filter { $0.key.hasPrefix("templates/") }
        result = await SiteBuilder.build(
            read,
            history: history,
            overrides: Dictionary(
                uniqueKeysWithValues: overrides.map { (String($0.key.dropFirst(10)), String(decoding: $0.value, as: UTF8.self)) }
            )
        )
        var all = read.findings
        all.add(contentsOf: result.findings)
        findings = all
    }

    init(_ project: String, history: History = .none) async { await self.init(ProjectText(project).files, history: history) }

    /// The files of a project on the disk.
    static func files(_ root: String) throws -> ProjectFiles { try ProjectFolder.read(root, output: root + "/public").files }

    /// The default handbook, read from the repository.
    static func defaultHandbook() async throws -> BuiltSite { await BuiltSite(try files(Repository.root.path)) }

    /// The handbook from another field and in another language.
    static func station() async throws -> BuiltSite {
        await BuiltSite(try files(Repository.root.appending(path: "Tests/Fixtures/station").path))
    }

    /// The text of a file of the site.
    func text(_ path: String) -> String? {
        guard case .bytes(let bytes)? = result.files.first(where: { $0.path == path })?.contents else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The page at an address.
    func page(_ address: String) -> HTML { HTML(text(address + "index.html") ?? "") }

    /// Every page by its path.
    var pages: [(path: String, html: HTML)] {
        result.files.filter { $0.path.hasSuffix(".html") }.map { ($0.path, HTML(text($0.path) ?? "")) }
    }

    /// The findings as a person reads them, without excerpts.
    var report: String { HumanReport { _ in nil }.text(of: findings) }
}

/// As much of HTML as tests need: what stands in attributes, elements and tables of pages that the theme made.
struct HTML: Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    /// The values of an attribute, entities resolved, in order.
    func attribute(_ name: String) -> [String] {
        matches(of: "\\s\(name)=\"([^\"]*)\"").map { Self.plain($0) }
    }

    /// The inner HTML of every element of a name whose opening tag holds `marker`; elements of that name are not nested.
    func elements(_ name: String, _ marker: String = "") -> [HTML] {
        matches(of: "<\(name)(?=[\\s>])[^>]*\(NSRegularExpression.escapedPattern(for: marker))[^>]*>(.*?)</\(name)>").map(HTML.init)
    }

    /// The text without markup, white space folded.
    var plainText: String {
        Self.plain(text.replacingOccurrences(of: "<[^>]*>", with: " ", options: .regularExpression))
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    func contains(_ part: String) -> Bool { text.contains(part) }

    /// The cells of every row of every table body, as plain text.
    var rows: [[String]] {
        elements("tr").map { row in row.matches(of: "<t[hd](?=[\\s>])[^>]*>(.*?)</t[hd]>").map { HTML($0).plainText } }
    }

    private func matches(of pattern: String) -> [String] {
        guard let expression = try? NSRegularExpression(pattern: pattern, options: [.dotMatchesLineSeparators]) else { return [] }
        let whole = NSRange(text.startIndex..., in: text)
        return expression.matches(in: text, range: whole).compactMap { match in
            Range(match.range(at: 1), in: text).map { String(text[$0]) }
        }
    }

    private static func plain(_ text: String) -> String {
        text.replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
            .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&#39;", with: "'")
            .replacingOccurrences(of: "&amp;", with: "&")
    }
}
