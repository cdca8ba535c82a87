/// One finding: which rule, where, what is wrong here, and what to do.
public struct Diagnostic: Sendable, Hashable {
    /// The rule it breaks.
    public var rule: Rule
    /// Its weight, at first the rule's.
    public var severity: Severity
    /// What is wrong here, the most specific word first, no full stop.
    public var message: String
    /// Where. `nil` only for what concerns no file.
    public var location: Location?
    /// The remedy, as an order: "keep one A, make the other R or C".
    public var help: String?
    /// Other places that belong to it.
    public var related: [Related]
    /// What fixes it, where that is certain.
    public var fix: Fix?
    /// Whether publishing in spite of it might publish what is private: no baseline covers it.
    public private(set) var guardsPrivacy: Bool

    /// A finding; most code calls the rule instead.
    public init(rule: Rule, message: String, location: Location?, help: String?, related: [Related] = []) {
        self.rule = rule
        self.severity = rule.severity
        self.message = message
        self.location = location
        self.help = help
        self.related = related
        guardsPrivacy = rule.guardsPrivacy
    }

    /// The same finding; if it is about what might be private, no baseline covers it.
    public func guardingPrivacy(if isPrivate: Bool = true) -> Diagnostic {
        var finding = self
        finding.guardsPrivacy = guardsPrivacy || isPrivate
        return finding
    }
}

/// A second place that explains a finding.
public struct Related: Sendable, Hashable {
    /// What is there: "the other row is here".
    public var message: String
    /// The place.
    public var location: Location

    /// A second place.
    public init(_ message: String, at location: Location) {
        self.message = message
        self.location = location
    }
}

/// A finding that ends what it was found in can be thrown.
extension Diagnostic: Error {}
