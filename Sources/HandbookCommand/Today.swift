import ArgumentParser
import Foundation
import Handbook
import Markdown

/// The day, where what is told depends on it.
enum Today {
    /// The day by the clock, in UTC as all dates that handbook tells.
    static func byTheClock() -> CalendarDate? { CalendarDate(Moment(seconds: Int(Date().timeIntervalSince1970)).day) }
}

extension CalendarDate: ExpressibleByArgument {
    /// Reads `2026-01-31`.
    public init?(argument: String) { self.init(argument) }
}
