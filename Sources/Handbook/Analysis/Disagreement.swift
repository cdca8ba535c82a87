import Diagnostics

/// A piece of work that sources give to different roles: who says what, for the parts in which they differ.
public struct Disagreement: Sendable {
    /// What one source says, or several that say the same.
    public struct Side: Sendable {
        /// Slugs of the roles it names.
        public let roles: [String]
        /// The sources' keys.
        public let sources: [String]
    }

    /// The piece of work.
    public let activity: Activity
    /// Who has the last word: who is accountable for it or decides. Empty if the sources do not differ in this.
    public let lastWord: [Side]
    /// Who does it. Empty if the sources do not differ in this.
    public let work: [Side]

    /// The disagreement on an activity; `nil` where `Verdict` finds none.
    init?(on activity: Activity, _ claims: Claims) {
        self.activity = activity
        lastWord = Self.sides(claims.lastWord)
        work = Self.sides(claims.work)
        if lastWord.isEmpty, work.isEmpty { return nil }
    }

    private static func sides(_ claims: [(source: String, roles: [String])]) -> [Side] {
        let sides = claims.grouped { Set($0.roles) }
        return sides.count > 1 ? sides.map { Side(roles: $0.elements[0].roles, sources: $0.elements.map(\.source)) } : []
    }
}
