import Handbook
import Markdown

/// The comment by which a file of YAML names its JSON Schema to editors, as yaml-language-server reads it.
public enum Modeline {
    /// The folder of the schemas in a project. What begins with a dot is no part of a site.
    private static let folder = ".handbook/schema"
    private static let start = "# yaml-language-server:"

    /// The path of a schema in a project.
    public static func schema(_ name: String) -> String { "\(folder)/\(name).json" }

    /// Whether a line is such a comment.
    static func isOne(_ line: some StringProtocol) -> Bool { line.hasPrefix(start) }

    /// The comment in a file of the project, with the way from there.
    static func line(for schema: String, in path: String) -> String {
        "\(start) $schema=\(String(repeating: "../", count: path.count { $0 == "/" }))\(Self.schema(schema))"
    }

    /// Settings with the comment as their first line, unless they have one.
    public static func joined(toSettings text: String, schema: String) -> String {
        text.split(separator: "\n").contains(where: isOne) ? text : line(for: schema, in: Settings.file) + "\n" + text
    }

    /// A page with the comment as the first line of its front matter, unless it has none of that, or one of these.
    static func joined(toPage text: String, at path: String, schema: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---"), !lines[..<end].contains(where: isOne) else {
            return text
        }
        lines.insert(line(for: schema, in: path), at: 1)
        return lines.joined(separator: "\n")
    }
}
