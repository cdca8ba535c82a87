/// Findings as a person reads them: place, excerpt, underline, rule, remedy.
public struct HumanReport: Sendable {
    /// Gives the text of a file by its path, for excerpts.
    public typealias Sources = @Sendable (String) -> SourceText?

    private let sources: Sources
    private let paint: Paint

    /// A report that takes its excerpts from `sources`.
    ///
    /// - Parameter color: whether weights, places and marks are in colour.
    public init(color: Bool = false, sources: @escaping Sources) {
        self.sources = sources
        paint = Paint(isOn: color)
    }

    /// How many findings of one rule a report shows in full, unless every one is asked for.
    public static let mostOfARule = 50

    /// The findings and, as the last line, how many there are. Ends with a line end; never empty.
    ///
    /// - Parameters:
    ///   - notes: whether notes are shown, or only counted.
    ///   - limit: how many findings of one rule are shown in full, the first ones; `nil` for every one. The rest are counted.
    ///   - known: how many findings a baseline has; `nil` where there is none.
    public func text(of findings: Findings, notes: Bool = true, limit: Int? = nil, known: Int? = nil) -> String {
        let sorted = findings.sorted
        let wanted = sorted.filter { notes || $0.severity != .note }
        var counts: [String: Int] = [:]
        var text = ""
        for finding in wanted {
            counts[finding.rule.id, default: 0] += 1
            if let limit, counts[finding.rule.id, default: 0] > limit { continue }
            text += block(finding) + "\n\n"
        }
        let more = Self.more(counts, limit)
        if !more.isEmpty { text += more + "\n\n" }
        text += Self.tally(sorted) + (known.map { "; \($0) more in the baseline" } ?? "")
        let hints =
            (wanted.count < sorted.count ? ["'handbook check --notes' tells the notes"] : [])
            + (more.isEmpty ? [] : ["'handbook check --all' shows every finding"])
        return text + (hints.isEmpty ? "" : " (\(hints.joined(separator: ", ")))") + "\n"
    }

    /// A line for each rule with more findings than are shown.
    private static func more(_ counts: [String: Int], _ limit: Int?) -> String {
        guard let limit else { return "" }
        return counts.filter { $0.value > limit }.sorted { $0.key < $1.key }
            .map { "\($0.value - limit) more of \($0.key)" }.joined(separator: "\n")
    }

    /// "2 errors, 1 warning", or "no findings".
    public static func tally(_ findings: Findings) -> String { tally(findings.sorted) }

    private static func tally(_ sorted: [Diagnostic]) -> String {
        let counts = Dictionary(grouping: sorted, by: \.severity).mapValues(\.count)
        let parts = Severity.allCases.compactMap { severity -> String? in
            guard let count = counts[severity], count > 0 else { return nil }
            return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
    }

    /// One finding, without a final line end.
    public func block(_ finding: Diagnostic) -> String {
        let color = Paint.color(of: finding.severity)
        let head = paint("\(finding.severity.rawValue)[\(finding.rule.id)]", color)
        var lines = [head + paint(": \(Terminal.shown(finding.message))", .bold)]
        let margin = String(repeating: " ", count: String(finding.location?.line ?? 0).count + 1)
        if let place = finding.location {
            lines.append("\(margin)\(paint("-->", .blue)) \(Self.address(place))")
            lines += excerpt(of: place, margin: margin, color)
        }
        lines.append("\(margin) \(paint("=", .blue)) rule: \(finding.rule.statement)")
        if let help = finding.help { lines.append("\(margin) \(paint("=", .blue)) help: \(Terminal.shown(help))") }
        lines += relatedLines(finding, margin: margin)
        return lines.joined(separator: "\n")
    }

    private func relatedLines(_ finding: Diagnostic, margin: String) -> [String] {
        finding.related.grouped(by: \.message).map { message, related in
            let shown = related.prefix(5).map { Self.address($0.location) }.joined(separator: ", ")
            let more = related.count > 5 ? ", and \(related.count - 5) more" : ""
            return "\(margin) \(paint("=", .blue)) \(Terminal.shown(message)): \(shown)\(more)"
        }
    }

    private func excerpt(of place: Location, margin: String, _ color: Paint.Color) -> [String] {
        guard let number = place.line, let text = sources(place.path)?.line(number) else { return [] }
        let excerpt = Excerpt(line: text, columns: place.columns)
        let bar = paint("|", .blue)
        let start = " \(paint(String(number), .blue)) \(bar)"
        var lines = ["\(margin) \(bar)", excerpt.text.isEmpty ? start : "\(start) \(excerpt.text)"]
        if !excerpt.marks.isEmpty { lines.append("\(margin) \(bar) \(paint(excerpt.marks, color))") }
        return lines
    }

    static func address(_ place: Location) -> String {
        [Terminal.shown(place.path), place.line.map(String.init), place.column.map(String.init)].compactMap(\.self).joined(separator: ":")
    }
}
