/// Text that commands print.
package enum TerminalText {
    /// Without what could move a terminal's cursor or turn the direction of writing; line ends stay.
    package static func shown(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map(shown)))
    }

    /// The same on one line.
    package static func line(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" ? " " : shown($0) }))
    }

    private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x0A: scalar
        case 0x09, 0x0D: " "
        case 0x202A...0x202E, 0x2066...0x2069: "·"
        default: scalar.properties.generalCategory == .control ? "·" : scalar
        }
    }
}
