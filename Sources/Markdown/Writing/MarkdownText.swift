/// Plain text as Markdown.
public enum MarkdownText {
    /// With a backslash before each sign that could mean something, and spaces for line ends. At the start of an item that is
    /// also what would begin another list.
    public static func escaped(_ text: String, opensItem: Bool = false) -> String {
        let escaped = text.utf8.contains(where: isSpecial) ? signsEscaped(text) : text
        guard opensItem else { return escaped }
        if let first = escaped.utf8.first, "-+=".utf8.contains(first) { return "\\" + escaped }
        let digits = escaped.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, let next = escaped.dropFirst(digits.count).first, ".)".contains(next) else { return escaped }
        return digits + "\\" + escaped.dropFirst(digits.count)
    }

    /// With a backslash before each sign that could mean something, and spaces for line ends.
    public static func escaped(_ text: String) -> String { escaped(text, opensItem: false) }

    private static func signsEscaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if character.isNewline {
                escaped.append(" ")
                continue
            }
            if "\\`*_[]<>#|~&".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
        return escaped
    }

    /// Whether a byte can be one that is escaped, or a part of a line end.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "&"),
            0x0A...0x0D, 0xC2, 0xE2:
            true
        default: false
        }
    }
}
