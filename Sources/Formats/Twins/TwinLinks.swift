import Handbook
import Markdown

/// Links in Markdown. An address in the site is written from the site's root, behind a sign that no text can hold; what
/// stands before it there is filled in when it is known which file shows it.
package enum TwinLinks {
    private static let mark = "\u{1}"
    private static let markByte: UInt8 = 0x01

    /// The twin of the page at an address.
    package static func path(_ address: String) -> String { address + "index.md" }

    /// The target of a link to a page's twin.
    package static func target(_ address: String, fragment: String? = nil) -> String {
        file(path(address)) + (fragment.map { escapingBrackets(Addresses.anchor($0)) } ?? "")
    }

    /// The target of a link to a file of the site.
    package static func file(_ path: String) -> String { mark + escaped(path) }

    /// A text with its links as they are from a page's folder.
    static func text(_ text: String, from address: String) -> String {
        filled(text, with: String(repeating: "../", count: address.utf8.count { $0 == UInt8(ascii: "/") }))
    }

    /// A text with its links as they are wherever it stands: whole ones where the site's address is known.
    static func text(_ text: String, base: String?) -> String { filled(text, with: base ?? "") }

    private static func filled(_ text: String, with start: String) -> String {
        var filled: [UInt8] = []
        filled.reserveCapacity(text.utf8.count * 9 / 8)
        for byte in text.utf8 {
            if byte == markByte { filled += start.utf8 } else { filled.append(byte) }
        }
        return String(decoding: filled, as: UTF8.self)
    }

    /// Every path in the site that a text links to, without its fragment.
    static func targets(in text: String) -> Set<String> {
        Set(
            text.utf8.split(separator: markByte, omittingEmptySubsequences: false).dropFirst().map { rest in
                String(Substring(rest.prefix { $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: "#") }))
            }
        )
    }

    /// An address that can stand between round brackets.
    static func escaped(_ path: String) -> String {
        escapingBrackets(Addresses.escaped(path))
    }

    private static func escapingBrackets(_ escaped: String) -> String {
        guard escaped.utf8.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }) else { return escaped }
        return escaped.replacing("(", with: "%28").replacing(")", with: "%29")
    }
}
