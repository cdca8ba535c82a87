import Formats
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
        let halves = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[0].isEmpty else { return false }
        func areLetters(_ bytes: Substring.UTF8View, and others: String) -> Bool {
            bytes.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || others.utf8.contains(byte)
            }
        }
        let labels = halves[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return areLetters(halves[0], and: "._+-") && labels.count > 1 && labels.allSatisfy { !$0.isEmpty && areLetters($0, and: "-") }
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
