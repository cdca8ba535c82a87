import Diagnostics
import Mustache

extension Rule {
    /// A template that cannot be parsed.
    public static let templateSyntax = Rule("template-syntax", .error, "templates are valid Mustache")
    /// A template that asks for a name that the page does not provide, or includes a template that is not there.
    public static let templateName = Rule("template-name", .error, "a template uses names that its page provides")
}

/// The templates of the theme, with the project's own in the place of those they replace.
struct Templates: Sendable {
    private let library: MustacheLibrary
    private let names: Set<String>

    /// Parses templates by their file names; a template's name is its file's path without the ending.
    init(_ files: [String: String], paths: [String: String] = [:], into findings: inout Findings) {
        var parsed: [String: MustacheTemplate] = [:]
        for (file, text) in files.sorted(by: { $0.key < $1.key }) where file.hasSuffix(".mustache") {
            do {
                parsed[String(file.dropLast(9))] = try MustacheTemplate(string: text)
            } catch let error as MustacheTemplate.ParserError {
                findings.add(
                    Rule.templateSyntax(
                        "template '\(file)' cannot be read: \(error.error)",
                        at: Location(
                            paths[file] ?? "templates/\(file)",
                            line: error.context.lineNumber,
                            columns: [error.context.columnNumber..<error.context.columnNumber + 1]
                        ),
                        help: "check the tags on this line"
                    )
                )
            } catch {
                findings.add(
                    Rule.templateSyntax("template '\(file)' cannot be read: \(error)", at: Location(paths[file] ?? "templates/\(file)"))
                )
            }
        }
        library = MustacheLibrary(templates: parsed)
        names = Set(parsed.keys)
    }

    /// Renders a page by a template. What the template asks for in vain is a finding that names both.
    func render(_ template: String, _ values: [String: View], page: String, into findings: inout Findings) -> String {
        let root = RootView(values)
        guard let html = library.render(root, withTemplate: template) else {
            findings.add(
                Rule.templateName("there is no template '\(template)' for the page /\(page)", help: "add templates/\(template).mustache")
            )
            return ""
        }
        for name in root.missing {
            findings.add(
                Rule.templateName(
                    "'\(name)' is nothing that the page /\(page) provides",
                    at: Location("templates/\(template).mustache"),
                    help: NearMiss.help(for: name, among: Array(values.keys), called: "names")
                )
            )
        }
        return html
    }
}
