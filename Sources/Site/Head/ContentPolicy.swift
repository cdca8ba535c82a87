import Foundation
import Handbook
import Markdown

/// What a page may load, as a Content-Security-Policy: the site's own files, and pictures that its content shows from
/// other hosts. Nothing that stands in a page itself is run or styles it.
struct ContentPolicy: Sendable {
    private let pictures: [String]
    private let runsWebAssembly: Bool

    /// - Parameter runsWebAssembly: whether a script of the site does, as the full-text search does.
    init(_ handbook: Handbook, runsWebAssembly: Bool = false) {
        self.runsWebAssembly = runsWebAssembly
        var hosts: Set<String> = []
        for page in handbook.everyText {
            for reference in page.document.references {
                if case .image(let url) = reference.target, let host = Self.source(of: url) { hosts.insert(host) }
            }
        }
        pictures = hosts.sorted()
    }

    /// The policy of a page, for its `meta` element.
    var page: String { text(style: Self.own) }

    /// The policy of a page whose one `style` element holds this text.
    func page(style: String) -> String {
        text(style: "'sha256-\(Data(SHA256.hash(style.utf8)).base64EncodedString())'")
    }

    /// `file:` is for pages opened from disk, where a browser may take `'self'` for nothing; it opens nothing to a page
    /// that a server sends.
    private static let own = "'self' file:"

    private func text(style: String) -> String {
        let own = Self.own
        let sources: [(String, String)] = [
            ("default-src", "'none'"), ("script-src", runsWebAssembly ? "\(own) 'wasm-unsafe-eval'" : own), ("style-src", style),
            ("img-src", ([own, "data:"] + pictures).joined(separator: " ")),
            ("font-src", own), ("media-src", own), ("manifest-src", own), ("connect-src", own), ("form-action", own),
            ("base-uri", "'none'"),
        ]
        return sources.map { "\($0) \($1)" }.joined(separator: "; ")
    }

    /// Where a picture of another host comes from, as a policy names it; `nil` for one of the site's own.
    private static func source(of url: String) -> String? {
        let lower = url.lowercased()
        guard let scheme = ["https://", "http://", "//"].first(where: lower.hasPrefix) else { return nil }
        let host = lower.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
        let isPlain = host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".-:".contains($0)) }
        // A host in other letters goes by another name in the policy: any of its scheme is allowed instead.
        guard isPlain, !host.isEmpty else { return scheme == "http://" ? "http:" : "https:" }
        return (scheme == "//" ? "" : scheme) + host
    }
}
