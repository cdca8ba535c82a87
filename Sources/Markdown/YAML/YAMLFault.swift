import Diagnostics
import Yams

/// A fault that Yams found, in the words of an author.
struct YAMLFault {
    let finding: Diagnostic

    init(_ error: YamlError, yaml: String, places: YAMLPlaces) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
            let began = context.map { ", \($0.text) that began on line \($0.mark.line + places.firstLine - 1)" } ?? ""
            if problem.contains("mapping values are not allowed") || problem.contains("could not find expected ':'"),
                let missing = Self.missingColon(before: places.place(mark), places)
            {
                finding = missing
                return
            }
            // What is open at the end was opened somewhere: that is the place to look at.
            let place = places.place(problem.contains("end of stream") ? context?.mark ?? mark : mark)
            finding = Rule.yamlSyntax(
                "YAML cannot be read: \(problem)\(began)",
                at: place,
                help: Self.commentInBrackets(context?.mark, mark, places)
                    ?? Self.help(for: problem, sign: Self.sign(at: place, places.source))
            )
        case .composer(_, let problem, let mark, _):
            let isSecond = problem.contains("another document")
            finding = Rule.yamlSyntax(
                "YAML cannot be read: \(isSecond ? "a second document begins here" : problem)",
                at: places.place(mark),
                help: isSecond ? "delete the line ---" : Self.help(for: problem, sign: nil)
            )
        case .reader(let problem, let offset, _, _):
            let line = yaml.utf8.prefix(offset ?? 0).count { $0 == 0x0A } + 1
            finding = Rule.yamlSyntax("YAML cannot be read: \(problem)", at: places.line(line), help: "delete the character")
        default:
            finding = Rule.yamlSyntax("YAML cannot be read", at: places.start)
        }
    }

    /// A line above that has no colon: with it, the next key is part of a text.
    private static func missingColon(before place: Location, _ places: YAMLPlaces) -> Diagnostic? {
        guard let number = place.line else { return nil }
        for line in [number - 1, number] where line >= places.firstLine {
            guard let text = places.source.line(line), let first = text.unicodeScalars.first, first.properties.isAlphabetic else {
                continue
            }
            if text.hasSuffix(":") || text.contains(": ") { continue }
            let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
            let rest = String(text.dropFirst(word.count)).trimmingWhitespace
            let value = rest.isEmpty ? "…" : YAMLText.scalar(rest.hasPrefix(":") ? String(rest.dropFirst()) : rest)
            return Rule.yamlSyntax(
                "YAML cannot be read: '\(text.prefix(40))' has no ':' and a space behind its key",
                at: places.source.location(line: line),
                help: "write '\(word): \(value)'"
            )
        }
        return nil
    }

    /// A list in brackets of which ` #` makes the end a comment.
    private static func commentInBrackets(_ start: Mark?, _ end: Mark, _ places: YAMLPlaces) -> String? {
        guard let start, let first = places.place(start).line, let last = places.place(end).line, first <= last else { return nil }
        for line in first...last {
            if let text = places.source.line(line), text.contains("["), text.contains(" #") {
                return "put text that holds ' #' in quotes: a comment begins there"
            }
        }
        return nil
    }

    private static func sign(at place: Location, _ source: SourceText) -> Character? {
        guard let line = place.line, let column = place.column else { return nil }
        return source.line(line)?.dropFirst(column - 1).first
    }

    private static func help(for problem: String, sign: Character?) -> String {
        if sign == "\t" || problem.contains("tab") { return "indent with spaces" }
        if problem.contains("mapping values are not allowed") { return "put text that holds ': ' in quotes" }
        if problem.contains("cannot start any token") { return "put text that starts with @, `, % or another sign in quotes" }
        if problem.contains("alias") || problem.contains("alphabetic or numeric") { return "put text that starts with * or & in quotes" }
        if problem.contains("did not find expected key") || problem.contains("could not find expected ':'") {
            return "check the indentation and the quotes of the line before"
        }
        return "check the quotes, brackets and indentation here"
    }
}
