/// Findings as a person reads them: place, excerpt, underline, rule, remedy.
public struct HumanReport: Sendable {
    /// Gives the text of a file by its path, for excerpts.
    public typealias Sources = @Sendable (String) -> SourceText?

    private let sources: Sources

    /// A report that takes its excerpts from `sources`.
    public init(sources: @escaping Sources) { self.sources = sources }

    /// Every finding and, as the last line, how many there are. Ends with a line end; never empty.
    ///
    /// - Parameter notes: whether notes are told, or only counted.
    public func text(of findings: Findings, notes: Bool = true) -> String {
        let shown = findings.sorted.filter { notes || $0.severity != .note }
        let blocks = shown.map { block($0) + "\n" }
        let hint = shown.count < findings.sorted.count ? " ('handbook check --notes' tells the notes)" : ""
        return blocks.joined(separator: "\n") + (blocks.isEmpty ? "" : "\n") + Self.tally(findings) + hint + "\n"
    }

    /// "2 errors, 1 warning", or "no findings".
    public static func tally(_ findings: Findings) -> String {
        let counts = findings.counts
        let parts = Severity.allCases.compactMap { severity -> String? in
            guard let count = counts[severity], count > 0 else { return nil }
            return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
    }

    /// One finding, without a final line end.
    public func block(_ finding: Diagnostic) -> String {
        var lines = ["\(finding.severity.rawValue)[\(finding.rule.id)]: \(Terminal.shown(finding.message))"]
        let margin = String(repeating: " ", count: String(finding.location?.line ?? 0).count + 1)
        if let place = finding.location {
            lines.append("\(margin)--> \(Self.address(place))")
            lines += excerpt(of: place, margin: margin)
        }
        lines.append("\(margin) = rule: \(finding.rule.statement)")
        if let help = finding.help { lines.append("\(margin) = help: \(Terminal.shown(help))") }
        lines += relatedLines(finding, margin: margin)
        return lines.joined(separator: "\n")
    }

    private func relatedLines(_ finding: Diagnostic, margin: String) -> [String] {
        var lines: [String] = []
        var order: [String] = []
        for related in finding.related where !order.contains(related.message) { order.append(related.message) }
        for message in order {
            let places = finding.related.filter { $0.message == message }.map { Self.address($0.location) }
            let shown = places.prefix(5).joined(separator: ", ")
            lines.append("\(margin) = \(Terminal.shown(message)): \(shown)\(places.count > 5 ? ", and \(places.count - 5) more" : "")")
        }
        return lines
    }

    private func excerpt(of place: Location, margin: String) -> [String] {
        guard let number = place.line, let text = sources(place.path)?.line(number) else { return [] }
        let excerpt = Excerpt(line: text, columns: place.columns)
        var lines = ["\(margin) |", excerpt.text.isEmpty ? " \(number) |" : " \(number) | \(excerpt.text)"]
        if !excerpt.marks.isEmpty { lines.append("\(margin) | \(excerpt.marks)") }
        return lines
    }

    static func address(_ place: Location) -> String {
        [Terminal.shown(place.path), place.line.map(String.init), place.column.map(String.init)].compactMap(\.self).joined(separator: ":")
    }
}
