import Diagnostics
import Yams

/// A fault that Yams found, in the words of an author.
struct YAMLFault {
    let finding: Diagnostic

    init(_ error: YamlError, yaml: String, places: YAMLPlaces) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
            let began = context.map { ", \($0.text) that began on line \($0.mark.line + places.firstLine - 1)" } ?? ""
            // What is open at the end was opened somewhere: that is the place to look at.
            let place = places.place(problem.contains("end of stream") ? context?.mark ?? mark : mark)
            finding = Rule.yamlSyntax(
                "YAML cannot be read: \(problem)\(began)",
                at: place,
                help: Self.help(for: problem, sign: Self.sign(at: place, places.source))
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
