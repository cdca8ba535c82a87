import Handbook
import Markdown

/// Links in Markdown. An address in the site is written from the site's root, behind a sign that no text can hold; what
/// stands before it there is filled in when it is known which file shows it.
enum TwinLinks {
    private static let mark = "\u{1}"

    /// The twin of the page at an address.
    static func path(_ address: String) -> String { address + "index.md" }

    /// The target of a link to a page's twin.
    static func target(_ address: String, fragment: String? = nil) -> String {
        file(path(address)) + (fragment.map { "#\(escaped($0))" } ?? "")
    }

    /// The target of a link to a file of the site.
    static func file(_ path: String) -> String { mark + escaped(path) }

    /// A text with its links as they are from a page's folder.
    static func text(_ text: String, from address: String) -> String {
        text.replacing(mark, with: String(repeating: "../", count: address.count { $0 == "/" }))
    }

    /// A text with its links as they are wherever it stands: whole ones where the site's address is known.
    static func text(_ text: String, base: String?) -> String { text.replacing(mark, with: base ?? "") }

    /// Every path in the site that a text links to, without its fragment.
    static func targets(in text: String) -> Set<String> {
        Set(
            text.split(separator: "\u{1}", omittingEmptySubsequences: false).dropFirst().map {
                String($0.prefix { $0 != ")" && $0 != "#" })
            }
        )
    }

    /// An address that can stand between round brackets.
    static func escaped(_ path: String) -> String {
        Addresses.escaped(path).replacing("(", with: "%28").replacing(")", with: "%29")
    }
}
