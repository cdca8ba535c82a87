import Handbook
import Markdown
import Templates

/// The foot of a page, on its upkeep: who maintains it, when it last changed, and when it is due for review.
struct UpkeepViews {
    /// The page's file, if it has one.
    let page: Page?
    let context: PageContext

    static let shape: ViewShape.Fields = [
        "upkeep": ["owners": .list(["name": .text, "href": .text]), "updated": day, "review_by": day]
    ]
    private static let day: ViewShape = ["date": .text, "text": .text]

    var values: [String: View] {
        let owners = page.map { context.site.upkeep.owners(of: $0) } ?? []
        let updated = page.flatMap { context.site.upkeep.lastChange(of: $0) }
        let review = page?.reviewBy
        guard !owners.isEmpty || updated != nil || review != nil else { return ["upkeep": .none] }
        return [
            "upkeep": [
                "owners": .each(owners) { ["name": .text($0), "href": View(Self.isAddress($0) ? "mailto:\($0)" : nil)] },
                "updated": day(updated), "review_by": day(review),
            ]
        ]
    }

    private func day(_ day: CalendarDate?) -> View {
        day.map { ["date": .text($0.text), "text": .text(context.strings.day($0))] } ?? .none
    }

    /// Whether a text is an address of e-mail and nothing else.
    private static func isAddress(_ text: String) -> Bool {
        text.wholeMatch(of: #/[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+/#) != nil
    }
}

extension Strings {
    private static let months = [
        "month_1", "month_2", "month_3", "month_4", "month_5", "month_6", "month_7", "month_8", "month_9", "month_10", "month_11",
        "month_12",
    ]

    /// A day in words: "31 December 2026".
    func day(_ day: CalendarDate) -> String {
        text("day", ["day": String(day.day), "month": self[Self.months[day.month - 1]], "year": String(day.year)])
    }
}
