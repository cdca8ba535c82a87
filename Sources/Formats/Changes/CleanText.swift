/// Text from outside the handbook, such as what somebody wrote of a revision, as pages and feeds may hold it.
package enum CleanText {
    /// On one line, without what XML has no place for and what would turn the direction of writing (XML 1.0, section 2.2).
    package static func line(_ text: String) -> String {
        let kept = text.unicodeScalars.map { scalar -> Character in
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: " "
            case 0xFFFE, 0xFFFF, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
            default: scalar.properties.generalCategory == .control ? "\u{FFFD}" : Character(scalar)
            }
        }
        return String(kept).split(separator: " ").joined(separator: " ")
    }
}
