import Diagnostics
import Markdown

extension Settings.Changes {
    /// Reads `changes: off` and `changes: {entries: 12}`.
    init(_ record: Record, _ findings: inout Findings) {
        if let word = record.text("show") {
            if !Self.words.contains(word.value) {
                findings.add(
                    Rule.wrongType(
                        "'changes' is '\(word.value)', not on or off",
                        at: word.location,
                        help: "write changes: off, or how many revisions are told: changes: {entries: \(entries)}"
                    )
                )
            }
            isShown = !["off", "false"].contains(word.value)
        }
        guard let number = record.integer("entries") else { return }
        if !Self.range.contains(number.value) {
            findings.add(
                Rule.wrongType("'entries' is \(number.value), not 1 or more", at: number.location, help: "write changes: off for no page")
            )
        } else {
            entries = number.value
        }
    }
}
