/// The findings of a run: collected in any order, told in one.
public struct Findings: Sendable {
    private var collected: [Diagnostic] = []

    /// No findings yet.
    public init() {}

    /// Adds a finding.
    public mutating func add(_ finding: Diagnostic) { collected.append(finding) }

    /// Adds all of another run's findings.
    public mutating func add(contentsOf others: Findings) { collected += others.collected }

    /// Every finding as it came, repeats included.
    public var all: [Diagnostic] { collected }

    /// Whether nothing was found.
    public var isEmpty: Bool { collected.isEmpty }

    /// Whether a finding stands in the way of publishing.
    public var hasErrors: Bool { collected.contains { $0.severity == .error } }

    /// Every finding once, by path, line, column, then severity and text; first those about texts that cannot be read, from
    /// which others may follow. The same finding on several lines of one file is reported at its first line, with the others
    /// as related places.
    public var sorted: [Diagnostic] {
        let groups = collected.sorted(by: Self.comesBefore).grouped { [$0.rule.id, $0.message, $0.location?.path] }
        return groups.map { _, group in
            var first = group[0]
            for fix in group.dropFirst().compactMap(\.fix) { first.fix = first.fix.map { $0.joined(with: fix) } ?? fix }
            first.related += group.compactMap(\.location).uniqued().dropFirst().map { Related(Self.repeated, at: $0) }
            return first
        }
    }

    /// What a related place says that has the same finding.
    static let repeated = "the same here"

    /// The findings that `transform` gives for these; those for which it gives `nil` are left out.
    public func compactMap(_ transform: (Diagnostic) -> Diagnostic?) -> Findings {
        var findings = Findings()
        findings.collected = collected.compactMap(transform)
        return findings
    }

    /// How many of each weight, repeats counted once.
    public var counts: [Severity: Int] {
        Dictionary(grouping: sorted, by: \.severity).mapValues(\.count)
    }

    private static func comesBefore(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
        if a.rule.preventsReading != b.rule.preventsReading { return a.rule.preventsReading }
        switch (a.location, b.location) {
        case (nil, .some): return true
        case (.some, nil): return false
        case (.some(let x), .some(let y)) where x != y && (x < y || y < x): return x < y
        default:
            if (a.severity, a.rule.id, a.message) != (b.severity, b.rule.id, b.message) {
                return (a.severity, a.rule.id, a.message) < (b.severity, b.rule.id, b.message)
            }
            return tieBreak(a) < tieBreak(b)
        }
    }

    /// Findings that differ in little else are told in the same order however they came in.
    private static func tieBreak(_ finding: Diagnostic) -> String {
        let columns = finding.location?.columns.map { "\($0.lowerBound)-\($0.upperBound)" } ?? []
        let related = finding.related.map { "\($0.message) \(HumanReport.address($0.location))" }
        return (columns + [finding.help ?? ""] + related).joined(separator: "\n")
    }
}
