/// A point in time, told in UTC, so that a page says the same wherever it is built.
public struct Moment: Sendable, Hashable, Comparable {
    /// Seconds since the beginning of 1970.
    public let seconds: Int

    /// The last second that RFC 3339 can tell: its years have four digits.
    private static let last = 253_402_300_799

    /// A point in time; what lies before 1970, or after the year 9999, is moved to the nearest that can be told.
    public init(seconds: Int) { self.seconds = min(max(seconds, 0), Self.last) }

    /// The day: `2026-01-31`.
    public var day: String {
        let (year, month, day) = Self.date(ofDay: seconds / 86_400)
        return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    /// Day and time as RFC 3339 writes them: `2026-01-31T12:00:00Z`.
    public var text: String {
        let second = seconds % 86_400
        let parts = [second / 3_600, second / 60 % 60, second % 60].map { Self.padded($0, 2) }
        return "\(day)T\(parts.joined(separator: ":"))Z"
    }

    /// The date of a day since 1970, from counting in 400 years, which have the same number of days each, that begin in
    /// March: the leap day is then a year's last.
    private static func date(ofDay number: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let (era, dayOfEra) = (shifted / 146_097, shifted % 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// Orders by time.
    public static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }
}
