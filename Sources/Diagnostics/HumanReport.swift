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

    /// Every finding and, as the last line, how many there are. Ends with a line end; never empty.
    ///
    /// - Parameters:
    ///   - notes: whether notes are told, or only counted.
    ///   - known: how many findings a baseline has; `nil` where there is none.
    public func text(of findings: Findings, notes: Bool = true, known: Int? = nil) -> String {
        let shown = findings.sorted.filter { notes || $0.severity != .note }
        let blocks = shown.map { block($0) + "\n" }
        let hint = shown.count < findings.sorted.count ? " ('handbook check --notes' tells the notes)" : ""
        let more = known.map { "; \($0) more in the baseline" } ?? ""
        return blocks.joined(separator: "\n") + (blocks.isEmpty ? "" : "\n") + Self.tally(findings) + more + hint + "\n"
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
