import Foundation

/// An address that a page once had, as its front matter gives it.
public struct OldAddress: Sendable, Hashable {
    /// As addresses of the site are written: `roles/old-name/`, or `guides/old.html` for a file.
    public let path: String

    /// What is wrong with a text that is no such address, as the end of a sentence.
    public struct Fault: Error, Sendable, Hashable {
        /// The words.
        public let words: String
        /// The address that may be meant.
        public let meant: String?
    }

    /// Reads `/roles/old-name/`; the slashes around it, and `index.html`, may be left out.
    public init(_ text: String) throws(Fault) {
        let decoded = text.removingPercentEncoding ?? text
        if let colon = decoded.firstIndex(of: ":"), decoded[colon...].hasPrefix("://") || decoded.hasPrefix("mailto:") {
            let path = decoded[colon...].dropFirst(3).drop { $0 != "/" }
            throw Fault(words: "is an address of another site", meant: path.count > 1 ? String(path) : nil)
        }
        if decoded.hasPrefix("//") || decoded.contains("\\") { throw Fault(words: "is no address in the site", meant: nil) }
        if let sign = decoded.firstIndex(where: { $0 == "#" || $0 == "?" }) {
            let meant = decoded[..<sign]
            throw Fault(words: "has more than a path; anchors lead on by themselves", meant: meant.isEmpty ? nil : String(meant))
        }
        if decoded.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            throw Fault(words: "has control characters in it", meant: nil)
        }
        var parts = decoded.split(separator: "/").map(String.init)
        if parts.contains(where: { $0 == "." || $0 == ".." }) { throw Fault(words: "does not count from the site's root", meant: nil) }
        if parts.last == "index.html" { parts.removeLast() }
        guard let last = parts.last else { throw Fault(words: "is the address of the home page", meant: nil) }
        let whole = "/" + parts.joined(separator: "/")
        if last.hasSuffix(".md") { throw Fault(words: "is a file's path, not an address", meant: whole.dropLast(3) + "/") }
        path = whole.dropFirst() + (last.hasSuffix(".html") && !decoded.hasSuffix("/") ? "" : "/")
    }

    /// Where its page stands in the site.
    public var file: String { path.hasSuffix("/") ? path + "index.html" : path }
}
