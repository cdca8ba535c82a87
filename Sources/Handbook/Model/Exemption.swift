import Diagnostics
import Markdown

/// A finding that a page's author accepts, with a reason.
public struct Exemption: Sendable {
    /// The rule's id.
    public let rule: Located<String>
    /// What on the page the finding is about: a matrix's row, and on other pages an item, a task or a role. `nil` means
    /// all that the rule finds about the page.
    public let about: Located<String>?
    /// Why it is accepted.
    public let reason: String
    /// Whether no text is given at all, which the reading of the front matter reports.
    let isReasonMissing: Bool

    /// Those of a page's front matter.
    static func read(_ record: Record) -> [Exemption] {
        record.records("exempt").compactMap { entry in
            guard let rule = entry.text("rule") else { return nil }
            return Exemption(
                rule: rule,
                about: entry.words("row") ?? entry.words("about"),
                reason: entry.text("reason")?.value ?? "",
                isReasonMissing: entry.text("reason") == nil
            )
        }
    }

    /// Whether it is about something of this name.
    func names(_ name: String) -> Bool { about.map { NameIndex.key($0.value) == NameIndex.key(name) } ?? true }
}

extension Page {
    /// Findings that its author accepts.
    public var exemptions: [Exemption] { Exemption.read(record) }
}
