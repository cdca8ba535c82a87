import Diagnostics

extension Rule {
    /// Front matter that has a first line and no last.
    public static let unclosedFrontMatter = Rule(
        "unclosed-front-matter",
        .error,
        "front matter that opens with --- on the first line ends with a line ---"
    )
}

/// A page split into its front matter and its body, with lines counted from the top of the file.
public struct SplitPage: Sendable {
    /// The YAML between the two `---` lines, or `nil` if the page has none.
    public let frontMatter: String?
    /// The Markdown after it.
    public let body: String
    /// The file's line on which the body's first line stands.
    public let bodyLine: Int

    /// The file's line on which the front matter's first line stands.
    public static let frontMatterLine = 2

    /// Markdown that is not a file's, and the line of the file that it begins on.
    public init(body: String, line: Int) {
        (frontMatter, self.body, bodyLine) = (nil, body, line)
    }

    /// Splits a page. Front matter is there when the first line is `---`; it ends at the next line `---` or `...`.
    public init(_ source: SourceText, into findings: inout Findings) {
        func isFence(_ line: Substring, _ fence: String) -> Bool {
            line.hasPrefix(fence) && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
        }
        guard let first = source.lines.first, isFence(first, "---") else {
            (frontMatter, body, bodyLine) = (nil, source.text, 1)
            return
        }
        let rest = source.lines.dropFirst()
        guard let end = rest.firstIndex(where: { isFence($0, "---") || isFence($0, "...") }) else {
            findings.add(
                Rule.unclosedFrontMatter(
                    "front matter has no end",
                    at: source.location(line: 1, columns: [1..<4]),
                    help: "put a line --- after the last key, or a blank line before the rule if it is one"
                )
            )
            (frontMatter, body, bodyLine) = (nil, "", 1)
            return
        }
        frontMatter = rest[rest.startIndex..<end].joined(separator: "\n") + "\n"
        body = source.lines[(end + 1)...].joined(separator: "\n")
        bodyLine = end + 2
    }
}
