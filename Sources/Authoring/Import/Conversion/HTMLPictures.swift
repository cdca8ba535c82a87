import Markdown

/// Pictures in HTML as pictures of Markdown.
enum HTMLPictures {
    /// A picture of Markdown; `nil` for a tag without an address.
    static func image(_ tag: ForeignTag) -> String? {
        guard let source = tag.attributes["src"], !source.isEmpty, !source.hasPrefix("data:"), !source.hasPrefix("{") else { return nil }
        let alt = (tag.attributes["alt"] ?? "").replacing("[", with: "\\[").replacing("]", with: "\\]")
        return "![\(alt)](\(InlineConverter.address(source)))"
    }
}
