import Diagnostics

extension Rule {
    /// Front matter that has a first line and no last.
    public static let unclosedFrontMatter = Rule(
        "unclosed-front-matter",
        .error,
        "front matter that opens with --- on the first line ends with a line ---",
        preventsReading: true,
        guardsPrivacy: true
    )
    /// What looks like front matter, behind something else.
    public static let misplacedFrontMatter = Rule(
        "misplaced-front-matter",
        .error,
        "front matter begins a page: nothing but blank lines stands before it",
        preventsReading: true,
        guardsPrivacy: true
    )
}

/// A page split into its front matter and its body, with lines counted from the top of the file.
public struct SplitPage: Sendable {
    /// The YAML between the two `---` lines, or `nil` if the page has none.
    public let frontMatter: String?
    /// The file's line on which the front matter's first line stands; 2 unless blank lines come before it.
    public let frontMatterLine: Int
    /// The Markdown after it, without comments between `%%`.
    public let body: String
    /// The file's line on which the body's first line stands.
    public let bodyLine: Int
    /// The file's lines of comments between the rows of a table. In the body they are empty rows, which are no part of the page.
    let bridges: Set<Int>
    /// The file's lines of which a part is in a comment that goes on over lines.
    private let cutLines: Set<Int>

    /// Markdown that is not a file's, and the line of the file that it begins on.
    public init(body: String, line: Int) {
        (frontMatter, frontMatterLine, self.body, bodyLine, bridges, cutLines) = (nil, 2, body, line, [], [])
    }

    /// A line of the file as it is read: with spaces in the place of comments between `%%`.
    package func line(_ number: Int, of source: SourceText) -> Substring? {
        guard let line = source.line(number), line.utf8.contains(UInt8(ascii: "%")), line.contains("%%") else { return source.line(number) }
        guard cutLines.contains(number) else { return ObsidianComments.masked(line)[...] }
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.contains(number - bodyLine) ? lines[number - bodyLine] : line
    }

    /// The body, or a text with the same lines, without the rows in the place of comments.
    package func withoutBridges(_ body: String) -> String {
        guard !bridges.isEmpty else { return body }
        return body.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .filter { !bridges.contains($0.offset + bodyLine) }.map(\.element).joined(separator: "\n")
    }

    /// Splits a page. Front matter is there when the first line that is not blank is `---`; it ends at the next line `---` or
    /// `...`. Behind blank lines it has keys: else the line is a rule.
    public init(_ source: SourceText, into findings: inout Findings) {
        let start = Self.startOfFrontMatter(source)
        guard let first = source.lines.dropFirst(start).first, Self.isFence(first, "---") else {
            Self.reportLookalike(source, from: 0, into: &findings)
            let body = ObsidianComments.removed(from: source.text, in: source, firstLine: 1, into: &findings)
            (frontMatter, frontMatterLine, self.body, bodyLine) = (nil, 2, body.text, 1)
            (bridges, cutLines) = (body.bridges, body.cutLines)
            return
        }
        let rest = source.lines.dropFirst(start + 1)
        guard let end = rest.firstIndex(where: { Self.isFence($0, "---") || Self.isFence($0, "...") }) else {
            findings.add(
                Rule.unclosedFrontMatter(
                    "front matter has no end",
                    at: source.location(line: start + 1, columns: [1..<4]),
                    help: "put a line --- after the last key, or a blank line before the rule if it is one"
                )
            )
            (frontMatter, frontMatterLine, body, bodyLine, bridges, cutLines) = (nil, 2, "", 1, [], [])
            return
        }
        frontMatter = end > rest.startIndex ? String(source.text[rest[rest.startIndex].startIndex..<rest[end].startIndex]) : "\n"
        frontMatterLine = start + 2
        bodyLine = end + 2
        Self.reportLookalike(source, from: end + 1, into: &findings)
        let text = end + 1 < source.lines.endIndex ? String(source.text[source.lines[end + 1].startIndex...]) : ""
        let read = ObsidianComments.removed(from: text, in: source, firstLine: bodyLine, into: &findings)
        (body, bridges, cutLines) = (read.text, read.bridges, read.cutLines)
    }

    /// Where front matter would begin, counted from 0: behind blank lines, if keys follow.
    static func startOfFrontMatter(_ source: SourceText) -> Int {
        guard let start = source.lines.firstIndex(where: { !$0.allSatisfy(\.isWhitespace) }), start > 0,
            isFence(source.lines[start], "---") || isFence(source.lines[start], "+++"),
            looksLikeFrontMatter(source.lines[(start + 1)...])
        else { return 0 }
        return start
    }

    private static func isFence(_ line: Substring, _ fence: String) -> Bool {
        line.hasPrefix(fence) && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
    }

    /// Whether keys and their values follow, up to a closing fence.
    private static func looksLikeFrontMatter(_ lines: ArraySlice<Substring>) -> Bool {
        guard let end = lines.firstIndex(where: { isFence($0, "---") || isFence($0, "...") || isFence($0, "+++") }) else { return false }
        let inner = lines[lines.startIndex..<end]
        return inner.contains(where: hasKey)
            && inner.allSatisfy { line in
                hasKey(line) || line.allSatisfy(\.isWhitespace) || line.first.map { " \t#-]}".contains($0) } == true
            }
    }

    /// `key:`, `key: value` or `key = value` at the margin.
    private static func hasKey(_ line: Substring) -> Bool {
        let key = line.utf8.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "=") && $0 != 0x20 }
        guard key.endIndex < line.endIndex, let first = key.first, (0x61...0x7A).contains(first | 0x20) || first == UInt8(ascii: "_") else {
            return false
        }
        let isWord = key.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
        }
        let rest = line.utf8[key.endIndex...]
        // TOML, as a page of Hugo may have it.
        if rest.drop(while: { $0 == 0x20 }).first == UInt8(ascii: "=") { return isWord }
        let after = rest.dropFirst().first
        return isWord && rest.first == UInt8(ascii: ":") && (after == nil || after == 0x20 || after == 0x09)
    }

    /// Reports what looks like front matter and is not read as such.
    private static func reportLookalike(_ source: SourceText, from line: Int, into findings: inout Findings) {
        guard let found = FrontMatterLookalike.find(in: source, from: line) else { return }
        findings.add(Rule.misplacedFrontMatter(found.message, at: source.location(line: found.line + 1), help: found.help))
    }
}
