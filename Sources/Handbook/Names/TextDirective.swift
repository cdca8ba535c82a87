import Foundation

/// The part of a fragment from `:~:` on, which names the text that a browser looks for: `guide.md#:~:text=word`.
package enum TextDirective {
    /// Splits a fragment into the anchor and the directive; both may be empty.
    package static func split(_ fragment: some StringProtocol) -> (anchor: String, directive: String) {
        guard let start = fragment.firstRange(of: ":~:")?.lowerBound else { return (String(fragment), "") }
        return (String(fragment[..<start]), String(fragment[start...]))
    }

    /// A fragment with percent signs resolved in its anchor. Those of a directive have a meaning of their own.
    static func decoded(_ fragment: Substring) -> String {
        guard fragment.utf8.contains(UInt8(ascii: "%")) else { return String(fragment) }
        let (anchor, directive) = split(fragment)
        return (anchor.removingPercentEncoding ?? anchor) + directive
    }
}
