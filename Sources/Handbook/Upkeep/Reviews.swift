import Diagnostics
import Markdown

extension Rule {
    /// A page that was to be looked through by a day that is past.
    public static let reviewDue = Rule("review-due", .warning, "a page is looked through by the day that is set for it")
}

/// When the pages of a project are to be looked through again, what is private and drafts included.
///
/// Whether one is due depends on the day, and nothing in a site does. So this stands apart from the checks: who knows the day
/// asks, and tells the findings to the authors alone.
public struct Reviews: Sendable {
    private struct Entry: Sendable {
        let path: String
        let place: Location
        let by: Located<String>?
        let updated: CalendarDate?
    }

    private let entries: [Entry]
    private let after: ReviewPeriod?
    private let rules: RuleSettings

    init(of pages: [Page], _ settings: Settings) {
        after = settings.reviewAfter
        rules = settings.rules
        let after = settings.reviewAfter
        entries = pages.compactMap { page in
            let by = page.record.text("review_by")
            let isExempt = page.exemptions.contains { $0.rule.value == Rule.reviewDue.id }
            guard by != nil || after != nil, !isExempt else { return nil }
            return Entry(path: page.path, place: page.place, by: by, updated: page.updated)
        }
    }

    /// What is due.
    ///
    /// - Parameters:
    ///   - today: the day on which that is asked.
    ///   - lastChanges: when files last changed, by their path in the project, as far as that is known.
    public func due(on today: CalendarDate, lastChanges: [String: Moment] = [:]) -> Findings {
        var findings = Findings()
        for entry in entries {
            guard let finding = finding(entry, today, lastChanges), let weighed = rules.weighed(finding) else { continue }
            findings.add(weighed)
        }
        return findings
    }

    /// The words do not change from day to day, so that a baseline knows the finding again.
    private func finding(_ entry: Entry, _ today: CalendarDate, _ lastChanges: [String: Moment]) -> Diagnostic? {
        if let by = entry.by {
            guard let day = CalendarDate(by.value), day < today else { return nil }
            return Rule.reviewDue(
                "the review was due by \(day.text)",
                at: by.location,
                help: "look the page through, then write the day of the next review"
            )
        }
        guard let after, let changed = entry.updated ?? lastChanges[entry.path].flatMap({ CalendarDate($0.day) }),
            after.end(from: changed) < today
        else { return nil }
        return Rule.reviewDue(
            "the page last changed on \(changed.text), more than \(after.text) ago",
            at: entry.place,
            help: "look the page through, then write 'updated:' with the day on which you did"
        )
    }
}
