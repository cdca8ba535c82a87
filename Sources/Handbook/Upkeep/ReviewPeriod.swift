import Diagnostics
import Markdown

/// How long a page may stay as it is: `90 days`, `12 months`.
public struct ReviewPeriod: Sendable, Hashable {
    enum Unit: String, CaseIterable {
        case day, week, month, year
    }

    let count: Int
    let unit: Unit

    /// As it is written, `1 year`.
    var text: String { "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")" }

    /// A number from 1 to 9,999 and a unit; `nil` when it is no such text.
    init?(_ text: String) {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace)
        guard TextForm.reviewPeriod.fits(text), words.count == 2, let count = Int(words[0]),
            let unit = Unit.allCases.first(where: { words[1].hasPrefix($0.rawValue) })
        else { return nil }
        (self.count, self.unit) = (count, unit)
    }

    static func read(_ text: Located<String>?, into findings: inout Findings) -> ReviewPeriod? {
        guard let text else { return nil }
        if let period = ReviewPeriod(text.value) { return period }
        findings.add(
            Rule.wrongType(
                "'review_after' is '\(text.value)', not a number of days, weeks, months or years",
                at: text.location,
                help: "write it like review_after: 12 months"
            )
        )
        return nil
    }

    /// The last day of the period that begins on a day.
    func end(from day: CalendarDate) -> CalendarDate {
        switch unit {
        case .day: day.adding(days: count)
        case .week: day.adding(days: 7 * count)
        case .month: day.adding(months: count)
        case .year: day.adding(months: 12 * count)
        }
    }
}
