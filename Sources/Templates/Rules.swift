import Diagnostics

extension Rule {
    /// A template that cannot be parsed.
    package static let templateSyntax = Rule("template-syntax", .error, "templates are valid Mustache")
    /// A name that pages do not provide, or a template that does not exist.
    package static let templateName = Rule("template-name", .error, "a template uses names that its page provides")
    /// A template that includes itself, directly or through others.
    package static let templateCycle = Rule("template-cycle", .error, "no template includes itself")
    /// A block that the parent template does not have.
    package static let templateBlock = Rule("template-block", .error, "a template fills blocks that its parent has")
}
