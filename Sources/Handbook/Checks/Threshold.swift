import Diagnostics

/// How much is too much: what a rule counts, where it counts, and the settings can say.
enum Threshold: String, CaseIterable {
    /// The most, or the least, of what the rule counts.
    case limit
    /// A share in percent.
    case share
    /// Rows of a matrix.
    case rows

    /// What a handbook's settings say of it.
    var summary: String {
        switch self {
        case .limit: "How many are too many, where the rule counts."
        case .share: "Which share is too much, in percent, where the rule has one."
        case .rows: "How many rows, where the rule counts them."
        }
    }

    /// What is allowed as its value.
    var range: ClosedRange<Int> { self == .share ? 0...100 : 0...1_000_000 }
}

extension Rule {
    /// What a rule counts by, when the settings say nothing. A rule that is not listed counts nothing.
    static let thresholds: [String: [Threshold: Int]] = [
        Rule.manyResponsible.id: [.limit: 3, .share: 50],
        Rule.manyConsulted.id: [.limit: 3, .share: 50],
        Rule.manyInformed.id: [.share: 50],
        Rule.overloaded.id: [.limit: 4, .share: 40],
        Rule.noBlank.id: [.rows: 4],
        Rule.oversized.id: [.limit: 10, .rows: 25],
        Rule.claimedTwice.id: [.limit: 12],
    ]
}
