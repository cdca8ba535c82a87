import Diagnostics

/// The text of a template, before it is parsed.
package struct TemplateFile: Sendable {
    /// The name by which other templates include it: `card`, `theme.card`.
    package let name: String
    /// Where findings point: `templates/card.mustache`.
    package let path: String
    /// Its text.
    package let text: String
    /// Whether the project's author wrote it; otherwise it is the theme's.
    package let isOwn: Bool

    /// A template's text.
    package init(name: String, path: String, text: String, isOwn: Bool) {
        (self.name, self.path, self.text, self.isOwn) = (name, path, text, isOwn)
    }
}

/// A template that was parsed.
struct ParsedTemplate: Sendable {
    let name: String
    let path: String
    let isOwn: Bool
    /// Its nodes; `nil` when it has a syntax error.
    let nodes: [Node]?
}
