import Diagnostics
import Yams

extension Rule {
    /// YAML that cannot be parsed.
    public static let yamlSyntax = Rule("yaml-syntax", .error, "front matter and settings are valid YAML")
    /// A key given twice.
    public static let duplicateKey = Rule("duplicate-key", .error, "a key is given once")
    /// YAML larger or more deeply nested than a page or a settings file ever is.
    public static let yamlLimit = Rule("yaml-limit", .error, "YAML stays within its limits of size, depth and aliases")
}

/// Reads YAML into values that know their place in the file.
struct YAMLReader {
    /// The file that the YAML stands in.
    let source: SourceText
    /// The file's line of the YAML's first line.
    let firstLine: Int

    static let maximumBytes = 256 * 1024
    static let maximumNesting = 32
    static let maximumNodes = 50_000

    /// The root value, or `nil` with a finding added.
    func read(_ yaml: String, into findings: inout Findings) -> YAMLValue? {
        guard within(limitsOf: yaml, &findings) else { return nil }
        do {
            guard let root = try Yams.compose(yaml: yaml) else {
                return YAMLValue(content: .null, location: source.location(line: firstLine))
            }
            var budget = Self.maximumNodes
            guard let value = value(root, depth: 0, budget: &budget) else {
                report(limit: "more than \(Self.maximumNodes) values, aliases counted out, or non-text keys", &findings)
                return nil
            }
            return value
        } catch let error as YamlError {
            report(error, yaml: yaml, &findings)
        } catch {
            findings.add(Rule.yamlSyntax("\(error)", at: source.location(line: firstLine)))
        }
        return nil
    }

    // MARK: - Limits

    /// Yams reads nested collections by recursion, so depth is bounded before it sees the text.
    private func within(limitsOf yaml: String, _ findings: inout Findings) -> Bool {
        if yaml.utf8.count > Self.maximumBytes {
            report(limit: "\(yaml.utf8.count) bytes, more than \(Self.maximumBytes)", &findings)
            return false
        }
        var flow = 0
        var deepest = 0
        for line in yaml.utf8.split(separator: 0x0A) {
            var markers = 0
            var leading = true
            var indent = 0
            var previous: UInt8 = 0
            for byte in line {
                switch byte {
                case 0x5B, 0x7B: flow += 1
                case 0x5D, 0x7D: flow = max(0, flow - 1)
                case 0x20 where leading:
                    indent += 1
                    // "- - -" and "? ? ?" nest on one line.
                    if previous == 0x2D || previous == 0x3F { markers += 1 }
                default: leading = leading && (byte == 0x2D || byte == 0x3F)
                }
                previous = byte
                deepest = max(deepest, flow, markers)
            }
            deepest = max(deepest, indent / 8)
        }
        guard deepest <= Self.maximumNesting else {
            report(limit: "nested more than \(Self.maximumNesting) deep", &findings)
            return false
        }
        return true
    }

    private func report(limit: String, _ findings: inout Findings) {
        findings.add(
            Rule.yamlLimit("YAML is \(limit)", at: source.location(line: firstLine), help: "move prose into the page's body, or split the page"))
    }

    // MARK: - Values

    private func value(_ node: Node, depth: Int, budget: inout Int) -> YAMLValue? {
        budget -= 1
        guard budget > 0, depth <= Self.maximumNesting * 2 else { return nil }
        switch node {
        case .scalar(let scalar):
            let plain = scalar.style == .plain || scalar.style == .any
            let isNull = plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
            let place = place(scalar.mark, text: scalar.string)
            return YAMLValue(content: isNull ? .null : .scalar(scalar.string, plain: plain), location: place)
        case .sequence(let sequence):
            var items: [YAMLValue] = []
            for item in sequence {
                guard let item = value(item, depth: depth + 1, budget: &budget) else { return nil }
                items.append(item)
            }
            return YAMLValue(content: .sequence(items), location: place(sequence.mark, text: nil))
        case .mapping(let mapping):
            var entries: [(key: Located<String>, value: YAMLValue)] = []
            for (key, item) in mapping {
                guard case .scalar(let name) = key, let item = value(item, depth: depth + 1, budget: &budget) else { return nil }
                entries.append((Located(name.string, at: place(name.mark, text: name.string)), item))
            }
            return YAMLValue(content: .mapping(entries), location: place(mapping.mark, text: nil))
        case .alias:
            return nil
        }
    }

    private func place(_ mark: Mark?, text: String?) -> Location {
        guard let mark else { return source.location(line: firstLine) }
        let line = mark.line + firstLine - 1
        let column = mark.column
        // Underline the whole text where it stands as it reads; a quoted or folded text only at its start.
        if let text, !text.isEmpty {
            for range in source.columns(of: text, inLine: line) where range.lowerBound == column || range.lowerBound == column + 1 {
                return source.location(line: line, columns: [range])
            }
        }
        return source.location(line: line, columns: [column..<column + 1])
    }

    // MARK: - Errors

    private func report(_ error: YamlError, yaml: String, _ findings: inout Findings) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let start = context.map { ", \($0.text) that began on line \($0.mark.line + firstLine - 1)" } ?? ""
            findings.add(
                Rule.yamlSyntax(
                    "YAML cannot be read: \(problem)\(start)", at: place(mark, text: nil), help: Self.help(for: problem)))
        case .reader(let problem, _, _, _):
            findings.add(Rule.yamlSyntax("YAML cannot be read: \(problem)", at: source.location(line: firstLine)))
        case .duplicatedKeysInMapping(let keys, let context):
            reportDuplicates(keys, first: context.mark, &findings)
        default:
            findings.add(Rule.yamlSyntax("YAML cannot be read", at: source.location(line: firstLine)))
        }
    }

    private func reportDuplicates(_ keys: [String], first: Mark, _ findings: inout Findings) {
        let key = keys.first ?? ""
        let start = place(first, text: key)
        // Yams names one place only: look for the same key at the same column below or above it.
        let others = source.lines.indices.map { $0 + 1 }.filter { $0 >= firstLine && $0 != start.line }.filter { number in
            source.columns(of: key, inLine: number).contains { $0.lowerBound == first.column }
                && source.line(number)?.dropFirst(first.column - 1 + key.count).first == ":"
        }
        let last = ([start.line ?? firstLine] + others).max() ?? firstLine
        let firstPlace = ([start.line ?? firstLine] + others).min() ?? firstLine
        let columns = first.column..<first.column + key.unicodeScalars.count
        findings.add(
            Rule.duplicateKey(
                "'\(key)' is given twice", at: source.location(line: last, columns: [columns]),
                help: "keep one of them",
                related: [Related("first given", at: source.location(line: firstPlace, columns: [columns]))]))
    }

    private static func help(for problem: String) -> String {
        switch problem {
        case let text where text.contains("mapping values are not allowed"):
            "put text that holds ': ' in quotes"
        case let text where text.contains("cannot start any token"):
            "put text that starts with @, `, % or another sign in quotes"
        case let text where text.contains("did not find expected key"), let text where text.contains("could not find expected ':'"):
            "check the indentation and the quotes of the line before"
        case let text where text.contains("tab"):
            "indent with spaces"
        default:
            "check the quotes, brackets and indentation here"
        }
    }
}
