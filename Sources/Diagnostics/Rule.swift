/// How much a finding weighs.
public enum Severity: String, Sendable, Comparable, CaseIterable {
    /// The site would be wrong: it is not published.
    case error
    /// Probably a mistake: the site is published.
    case warning
    /// Something a reader would miss, or an author may want to know.
    case note

    /// Orders by weight, the heaviest first.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .note: 2
        }
    }
}

/// What a finding breaks: a stable id of words, its weight, and the rule itself in one sentence.
///
/// A rule is declared once, beside the code that checks it.
public struct Rule: Sendable, Hashable {
    /// Words joined by hyphens; never changes once released.
    public let id: String
    /// The weight of its findings.
    public let severity: Severity
    /// The rule as a statement: "a task has exactly one accountable role". No full stop.
    public let statement: String
    /// Whether texts that break it cannot be read as what they are, so that other findings may follow. Reported first.
    public let preventsReading: Bool

    /// Whether publishing in spite of its findings might publish what is private: no baseline covers them.
    public let guardsPrivacy: Bool

    /// Declares a rule.
    public init(
        _ id: String,
        _ severity: Severity,
        _ statement: String,
        preventsReading: Bool = false,
        guardsPrivacy: Bool = false
    ) {
        self.id = id
        self.severity = severity
        self.statement = statement
        self.preventsReading = preventsReading
        self.guardsPrivacy = guardsPrivacy
    }

    /// A finding against this rule.
    public func callAsFunction(
        _ message: String,
        at location: Location? = nil,
        help: String? = nil,
        related: [Related] = []
    ) -> Diagnostic {
        Diagnostic(rule: self, message: message, location: location, help: help, related: related)
    }
}
