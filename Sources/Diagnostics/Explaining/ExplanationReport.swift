/// Explanations as a person reads them: in a terminal, or on a page in Markdown.
public struct ExplanationReport: Sendable {
    /// Says what an author can set about a rule, as a sentence in Markdown; `nil` for a rule that nothing changes.
    public typealias Setting = @Sendable (Rule) -> String?

    private let setting: Setting

    /// A report that takes what can be set from `setting`.
    public init(setting: @escaping Setting) { self.setting = setting }

    /// The lines that are shown of a file, and the files of a project; an example shows no more.
    private static let (lines, files) = (12, 3)

    // MARK: - In a terminal

    /// One rule.
    public func text(_ explanation: Explanation) -> String {
        let rule = explanation.rule
        var parts = ["\(rule.severity.rawValue)[\(rule.id)]: \(rule.statement)"]
        parts.append("Why\n" + Self.wrapped(Self.plain(explanation.why)))
        parts.append("How to mend it\n" + Self.wrapped(Self.plain(explanation.fix)))
        switch explanation.example {
        case .shown(let text): parts.append("Example\n" + Self.indented(text))
        case .project(let wrong, let right):
            for (title, project) in [("Example", wrong), ("Mended", right)] {
                let shown = Self.split(project).map { "\(title): \($0.path)\n\(Self.indented($0.text))" }
                parts.append(shown.joined(separator: "\n\n"))
            }
        }
        if let setting = setting(rule) { parts.append("Settings\n" + Self.wrapped(Self.plain(setting))) }
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// Every rule of some groups on a line of its own.
    public func list(_ groups: [RuleGroup]) -> String {
        let width = groups.flatMap(\.explanations).map(\.rule.id.count).max() ?? 0
        return groups.map { group in
            let lines = group.explanations.map { explanation in
                let rule = explanation.rule
                let id = rule.id + String(repeating: " ", count: width - rule.id.count)
                let severity = rule.severity.rawValue + String(repeating: " ", count: 7 - rule.severity.rawValue.count)
                return "  \(id)  \(severity)  \(rule.statement)\n"
            }
            return "\(group.title) (\(group.id))\n\(lines.joined())"
        }.joined(separator: "\n")
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  \(Terminal.shown(String($0)))" }
            .joined(separator: "\n")
    }

    /// Text in lines of 78 columns, two of them blank.
    private static func wrapped(_ text: String) -> String {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if line.isEmpty {
                line = "  \(word)"
            } else if line.count + word.count + 1 > 78 {
                lines.append(line)
                line = "  \(word)"
            } else {
                line += " \(word)"
            }
        }
        return (lines + [line]).joined(separator: "\n")
    }

    /// Links as a terminal can show them.
    private static func plain(_ text: String) -> String {
        text.replacing(/\[([^\]]+)\]\(([^)]+)\)/) { "\($0.output.1) (docs/\($0.output.2))" }
    }

    // MARK: - On a page

    /// One rule, under a heading of a level.
    public func markdown(_ explanation: Explanation, level: Int = 1) -> String {
        let rule = explanation.rule
        var parts = ["\(String(repeating: "#", count: level)) \(rule.id)", "*\(rule.severity.rawValue)*: \(rule.statement)."]
        parts.append(explanation.why)
        parts.append("**To mend it**: \(explanation.fix)")
        switch explanation.example {
        case .shown(let text): parts.append(Self.fenced(text, "text"))
        case .project(let wrong, let right):
            for (title, project) in [("as the rule finds it", wrong), ("mended", right)] {
                for file in Self.split(project) { parts.append("`\(file.path)`, \(title):\n\n\(Self.fenced(file.text, file.language))") }
            }
        }
        if let setting = setting(rule) { parts.append(setting) }
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// Every rule, group by group.
    public func page(_ groups: [RuleGroup]) -> String {
        let sections = groups.map { group in
            "## \(group.title)\n\nThe group `\(group.id)`.\n\n"
                + group.explanations.map { markdown($0, level: 3) }.joined(separator: "\n")
        }
        return Self.opening + "\n" + sections.joined(separator: "\n")
    }

    private static let opening = """
        # Rules

        Every finding names its rule by an id. This page has all of them, as `handbook explain ID` tells each; it is what
        `handbook explain --format markdown` prints.

        An error keeps the site from being published. A warning is probably a mistake. A note is something that a reader would
        miss, or an author may want to know. For one run, `handbook check --deny` and `--allow` weigh a rule or a group anew:
        [commands](commands.md#check).

        """

    private static func fenced(_ text: String, _ language: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Terminal.shown(String($0)) }
        return "```\(language)\n\(lines.joined(separator: "\n"))\n```"
    }

    // MARK: - Examples

    private struct File {
        let path: String
        var text: String

        var language: String {
            path.hasSuffix(".md") ? "markdown" : path.hasSuffix(".yml") ? "yaml" : path.hasSuffix(".svg") ? "xml" : "html"
        }
    }

    /// The first files of an example, each with its first lines.
    private static func split(_ project: String) -> [File] {
        var files: [(path: String, lines: [Substring])] = []
        for line in project.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("-- "), line.hasSuffix(" --") {
                files.append((String(line.dropFirst(3).dropLast(3)), []))
            } else if !files.isEmpty {
                files[files.count - 1].lines.append(line)
            }
        }
        return files.prefix(Self.files).map { path, lines in
            var lines = lines
            while lines.last?.isEmpty == true { lines.removeLast() }
            if lines.count > Self.lines + 1 { lines = lines.prefix(Self.lines) + ["…"] }
            return File(path: path, text: lines.joined(separator: "\n"))
        }
    }
}
