/// Text as HTML.
public enum RichText {
    /// Escapes text for HTML, attributes in double quotes included.
    public static func escape(_ text: String) -> String { HTMLText.escape(text) }
}
