import Diagnostics
import Mustache

extension Rule {
    /// A template that cannot be parsed.
    public static let templateSyntax = Rule("template-syntax", .error, "templates are valid Mustache")
    /// A template that asks for a name that the page does not provide, or includes a template that is not there.
    public static let templateName = Rule("template-name", .error, "a template uses names that its page provides")
}

/// The templates of the theme, with the project's own in the place of those they replace.
///
/// One of the project's can fill blocks of the one it replaces, which is there under `theme.` and its name.
struct Templates: Sendable {
    private let library: MustacheLibrary
    /// The texts by name, to say where a name stands.
    let texts: [String: TemplateText]

    /// A page as its template makes it.
    struct Rendered: Sendable {
        let html: String
        /// Names that the template asked for in vain, sorted.
        let missing: [String]
    }

    /// Parses templates by their file names; a template's name is its file's path without the ending.
    ///
    /// - Parameters:
    ///   - own: the project's templates, and the theme's that none of them replaces.
    ///   - replaced: the theme's templates that the project replaces.
    ///   - catalogues: for each name that stands for many, such as `t`, those it has.
    init(
        _ own: [String: String],
        replaced: [String: String] = [:],
        catalogues: [String: Set<String>] = [:],
        into findings: inout Findings
    ) {
        var files: [String: (path: String, text: String)] = [:]
        for (file, text) in own { files[Self.name(file)] = ("templates/\(file)", text) }
        for (file, text) in replaced { files["theme.\(Self.name(file))"] = ("theme/\(file)", text) }
        var parsed: [String: MustacheTemplate] = [:]
        var texts: [String: TemplateText] = [:]
        for (name, file) in files.sorted(by: { $0.key < $1.key }) {
            guard let template = Self.parse(file.path, file.text, into: &findings) else {
                // Others may include it: that it is there is no further fault.
                texts[name] = TemplateText(path: file.path, "")
                continue
            }
            parsed[name] = template
            texts[name] = TemplateText(path: file.path, file.text)
        }
        for name in TemplateChecks(texts).run(catalogues: catalogues, into: &findings) { parsed[name] = nil }
        library = MustacheLibrary(templates: parsed)
        self.texts = texts
    }

    private static func name(_ file: String) -> String { String(file.dropLast(".mustache".count)) }

    private static func parse(_ path: String, _ text: String, into findings: inout Findings) -> MustacheTemplate? {
        do {
            return try MustacheTemplate(string: text)
        } catch let error as MustacheTemplate.ParserError {
            let column = error.context.columnNumber
            let fault = (error.error as? MustacheTemplate.Error)?.words ?? "a tag is not closed"
            findings.add(
                Rule.templateSyntax(
                    "template '\(path.dropFirst(10))' cannot be read: \(fault)",
                    at: Location(path, line: error.context.lineNumber, columns: [column..<column + 1]),
                    help: "check the tags on this line and above it"
                )
            )
        } catch {
            findings.add(Rule.templateSyntax("template '\(path.dropFirst(10))' cannot be read: \(error)", at: Location(path)))
        }
        return nil
    }

    /// Renders a page by a template. A template that is not there, or is at fault, gives an empty page: it is a finding
    /// already, or `MissingNames` makes it one.
    func render(_ template: String, _ values: [String: View]) -> Rendered {
        let root = RootView(values)
        let html = library.render(root, withTemplate: template) ?? ""
        return Rendered(html: html, missing: root.missing)
    }

    /// Whether there is a template of this name, readable or not.
    func has(_ template: String) -> Bool { texts[template] != nil }

    /// The templates with each tag numbered, so that a page rendered once more tells which of them asked in vain.
    func traced() -> TracedTemplates { TracedTemplates(texts) }
}

/// Templates whose every tag asks for its name with a number of its own.
struct TracedTemplates {
    private let library: MustacheLibrary
    private let tags: [TemplateText.Tag]

    fileprivate init(_ texts: [String: TemplateText]) {
        var tags: [TemplateText.Tag] = []
        var parsed: [String: MustacheTemplate] = [:]
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            let numbered = text.numbered { tag in
                tags.append(tag)
                return tags.count - 1
            }
            parsed[name] = try? MustacheTemplate(string: numbered)
        }
        library = MustacheLibrary(templates: parsed)
        self.tags = tags
    }

    /// The tags that ask for a name in vain, in the order of their places.
    func tags(asking template: String, _ values: [String: View]) -> [TemplateText.Tag] {
        let root = RootView(values)
        _ = library.render(root, withTemplate: template)
        let numbers = root.missing.compactMap { $0.split(separator: TemplateText.mark).last.flatMap { Int($0) } }
        return numbers.filter(tags.indices.contains).map { tags[$0] }.sorted { $0.location < $1.location }
    }
}
