import Templates

/// Elements that writers in Swift make: those inside a cell or a line of text, which have no template of their own.
extension HTML {
    /// No markup.
    static let nothing = HTML("")

    /// A text, escaped.
    static func text(_ text: String) -> HTML { HTML(escaping: text) }

    /// A link with a text.
    static func link(_ title: String, to href: String) -> HTML { link(.text(title), to: href) }

    static func link(_ content: HTML, to href: String) -> HTML {
        HTML(#"<a href="\#(HTML(escaping: href).text)">\#(content.text)</a>"#)
    }

    /// A `span` with a class. What is `aside` is on the page, but not in the file of a table.
    static func span(_ text: String, class style: String, aside: Bool = false) -> HTML { span(.text(text), class: style, aside: aside) }

    static func span(_ content: HTML, class style: String, aside: Bool = false) -> HTML {
        HTML(#"<span class="\#(style)"\#(aside ? " data-aside" : "")>\#(content.text)</span>"#)
    }

    /// Pieces of markup, with a separator between them.
    static func joined(_ pieces: [HTML], separator: String) -> HTML { HTML(pieces.map(\.text).joined(separator: separator)) }
}
