import Foundation

/// Gives headings the ids that GitHub gives them, so that a link to a heading works there and here.
public struct Anchors: Sendable {
    /// The longest id that an author may set, in bytes.
    static let longest = 300

    private var taken: [String: Int] = [:]

    /// No heading yet.
    public init() {}

    /// The id of a heading with this text: letters, digits, `-` and `_` kept, spaces made `-`, all in lower case;
    /// a second heading of the same text gets `-1`, a third `-2`. A text of signs alone gives `section`.
    public mutating func anchor(for text: String) -> String {
        let slug = Self.slug(text)
        let base = slug.isEmpty ? "section" : slug
        guard taken[base] != nil else {
            taken[base] = 0
            return base
        }
        var number = taken[base] ?? 0
        repeat { number += 1 } while taken["\(base)-\(number)"] != nil
        taken[base] = number
        taken["\(base)-\(number)"] = 0
        return "\(base)-\(number)"
    }

    /// Takes an id that the author has set. `false` if another heading has it already.
    public mutating func take(_ id: String) -> Bool {
        if taken[id] != nil { return false }
        taken[id] = 0
        return true
    }

    /// The id without regard to other headings, after the rule of GitHub's html-pipeline: what is neither a word character
    /// (Alphabetic, Mark, Decimal_Number, Connector_Punctuation, Join_Control) nor a hyphen or a space is dropped. Ids that begin
    /// with `_` are the theme's own, so it is dropped there too.
    public static func slug(_ text: String) -> String {
        var slug = ""
        for scalar in text.lowercased().unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
                slug.unicodeScalars.append(scalar)
            default:
                if scalar == "-" || scalar == " " {
                    slug += "-"
                } else if scalar.properties.isAlphabetic || scalar == "\u{200C}" || scalar == "\u{200D}" {
                    slug.unicodeScalars.append(scalar)
                }
            }
        }
        return String(slug.drop { $0 == "_" })
    }

    /// Splits `Title {#id}` into the title, without white space at its end, and the id.
    static func explicit(_ text: String) -> (text: String, id: String)? {
        let trimmed = text.trimmingWhitespace
        guard trimmed.hasSuffix("}"), let open = text.range(of: "{#", options: .backwards) else { return nil }
        let id = text[open.upperBound...].prefix { $0 != "}" }
        guard !id.isEmpty, id.utf8.count <= longest, id.endIndex != text.endIndex,
            text[text.index(after: id.endIndex)...].allSatisfy(\.isWhitespace),
            id.allSatisfy({ $0.isLetter || $0.isNumber || "-_.:".contains($0) })
        else { return nil }
        var title = text[..<open.lowerBound]
        while title.last?.isWhitespace == true { title.removeLast() }
        return (String(title), String(id))
    }
}
