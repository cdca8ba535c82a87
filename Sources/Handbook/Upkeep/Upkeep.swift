import Diagnostics
import Markdown

/// What is known of pages beside what they say: who keeps each, and when each last changed.
public struct Upkeep: Sendable {
    private let codeOwners: CodeOwners?
    /// When files last changed, by their path in the project.
    public let lastChanges: [String: Moment]

    /// Nothing is known.
    public static let none = Upkeep()

    /// - Parameters:
    ///   - codeOwners: who keeps files, for pages that do not say it themselves.
    ///   - lastChanges: when files last changed, by their path in the project.
    public init(codeOwners: CodeOwners? = nil, lastChanges: [String: Moment] = [:]) {
        self.codeOwners = codeOwners
        self.lastChanges = lastChanges
    }

    /// Who keeps a page: as it says itself, also that nobody does, or else as CODEOWNERS says. What its author keeps private
    /// is not made up for.
    public func owners(of page: Page) -> [String] {
        if page.privacy.keys.contains("owners") { return [] }
        guard page.record.keyLocation("owners") == nil else {
            return page.record.texts("owners").map(\.value.trimmingWhitespace).filter { !$0.isEmpty }.uniqued()
        }
        return codeOwners?.owners(of: page.path) ?? []
    }

    /// The day of a page's last change: as it says itself, or else as version control knows it.
    public func lastChange(of page: Page) -> CalendarDate? {
        if page.privacy.keys.contains("updated") { return nil }
        return page.updated ?? lastChanges[page.path].flatMap { CalendarDate($0.day) }
    }
}
