import Markdown

extension CalendarDate {
    /// The day as `2026-01-31`.
    public var text: String {
        [(year, 4), (month, 2), (day, 2)].map { number, width in
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }.joined(separator: "-")
    }

    /// The day so many days later.
    func adding(days: Int) -> CalendarDate {
        CalendarDate(Moment(seconds: (number + days) * 86_400).day) ?? self
    }

    /// The same day so many months later; the last of the month where that has no such day.
    func adding(months: Int) -> CalendarDate {
        let count = year * 12 + month - 1 + months
        let (year, month) = (count / 12, count % 12 + 1)
        for day in [day, 30, 29, 28] where day <= self.day {
            if let found = CalendarDate(year, month, day) { return found }
        }
        return self
    }

    private init?(_ year: Int, _ month: Int, _ day: Int) {
        func padded(_ number: Int, _ width: Int) -> String { String(String(10_000 + number).suffix(width)) }
        guard (0...9_999).contains(year) else { return nil }
        self.init("\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))")
    }

    /// Days since the beginning of 1970, from counting in years that begin in March: the leap day is then a year's last.
    private var number: Int {
        let marchYear = month > 2 ? year : year - 1
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
        return marchYear * 365 + leapDays + dayOfYear - 719_468
    }
}
