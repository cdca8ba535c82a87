import Foundation

/// Gives headings the ids that GitHub gives them, so that a link to a heading works there and here.
public struct Anchors: Sendable {
    private var taken: [String: Int] = [:]

    /// No heading yet.
    public init() {}

    /// The id of a heading with this text: letters, digits, `-` and `_` kept, spaces made `-`, all in lower case;
    /// a second heading of the same text gets `-1`, a third `-2`.
    public mutating func anchor(for text: String) -> String {
        let base = Self.slug(text)
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

    /// The id without regard to other headings.
    public static func slug(_ text: String) -> String {
        var slug = ""
        for scalar in text.lowercased().unicodeScalars {
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
                .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation:
                slug.unicodeScalars.append(scalar)
            default:
                if scalar == "-" { slug += "-" } else if scalar == " " || scalar == "\t" { slug += "-" }
            }
        }
        return slug
    }

    /// Splits `Title {#id}` into the title and the id.
    static func explicit(_ text: String) -> (text: String, id: String)? {
        let trimmed = text.trimmingWhitespace
        guard trimmed.hasSuffix("}"), let open = trimmed.range(of: "{#", options: .backwards) else { return nil }
        let id = trimmed[open.upperBound...].dropLast()
        guard !id.isEmpty, id.allSatisfy({ $0.isLetter || $0.isNumber || "-_.:".contains($0) }) else { return nil }
        return (String(trimmed[..<open.lowerBound]).trimmingWhitespace, String(id))
    }
}
