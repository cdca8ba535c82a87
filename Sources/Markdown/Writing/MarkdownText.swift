/// Plain text as Markdown.
public enum MarkdownText {
    /// With a backslash before each sign that could mean something. At the start of an item that is also what would begin
    /// another list.
    public static func escaped(_ text: String, opensItem: Bool = false) -> String {
        var escaped = ""
        for character in text {
            if character.isNewline {
                escaped.append(" ")
                continue
            }
            if "\\`*_[]<>#|~&".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
        guard opensItem else { return escaped }
        if let first = escaped.first, "-+=".contains(first) { return "\\" + escaped }
        let digits = escaped.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, let next = escaped.dropFirst(digits.count).first, ".)".contains(next) else { return escaped }
        return digits + "\\" + escaped.dropFirst(digits.count)
    }

    /// With a backslash before each sign that could mean something.
    public static func escaped(_ text: String) -> String { escaped(text, opensItem: false) }
}
