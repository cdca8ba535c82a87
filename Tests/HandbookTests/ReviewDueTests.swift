import Diagnostics
import Markdown
import TestSupport
import Testing

@testable import Handbook

/// Pages that are to be looked through again.
@Suite struct ReviewDueTests {
    private static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    private static func due(_ project: String, on day: String, changes: [String: Moment] = [:]) async throws -> [String] {
        let result = await read(project)
        #expect(!result.findings.all.contains { $0.rule == .reviewDue })
        return result.reviews.due(on: try Self.day(day), lastChanges: changes).sorted.map { "\($0.severity.rawValue) \(line($0))" }
    }

    private static func page(_ front: String, settings: String = "") -> String {
        "-- handbook.yml --\ntitle: A\n\(settings)\n-- content/index.md --\n---\ntitle: Home\n\(front)\n---\n"
    }

    @Test func aReviewIsDueWhenItsDayIsPast() async throws {
        let page = Self.page("review_by: 2026-06-30")
        #expect(
            try await Self.due(page, on: "2026-07-01") == [
                "warning content/index.md:3:12 review-due: the review was due by 2026-06-30 "
                    + "-> look the page through, then write the day of the next review"
            ]
        )
        #expect(try await Self.due(page, on: "2026-06-30").isEmpty)
        #expect(try await Self.due(Self.page("updated: 2001-01-01"), on: "2026-06-30").isEmpty)
    }

    @Test func aTimeForAllPagesCountsFromTheLastChange() async throws {
        let settings = "review_after: 12 months"
        let own = Self.page("updated: 2025-06-30", settings: settings)
        #expect(
            try await Self.due(own, on: "2026-07-01") == [
                "warning content/index.md:2:8 review-due: the page last changed on 2025-06-30, more than 12 months ago "
                    + "-> look the page through, then write 'updated:' with the day on which you did"
            ]
        )
        #expect(try await Self.due(own, on: "2026-06-30").isEmpty)
        // Version control's day counts where the page has none; nothing is said where nobody knows.
        let bare = Self.page("", settings: settings)
        let changes = ["content/index.md": Moment(seconds: 1_735_689_600)]
        #expect(try await Self.due(bare, on: "2026-01-02", changes: changes).first?.contains("last changed on 2025-01-01,") == true)
        #expect(try await Self.due(bare, on: "2026-01-01", changes: changes).isEmpty)
        #expect(try await Self.due(bare, on: "2026-01-02").isEmpty)
        // A day of its own counts for more.
        let both = Self.page("updated: 2001-01-01\nreview_by: 2030-01-01", settings: settings)
        #expect(try await Self.due(both, on: "2029-12-31").isEmpty)
    }

    @Test func itIsWeighedAndExemptAsAnyRule() async throws {
        let day = "2027-01-01"
        #expect(try await Self.due(Self.page("review_by: 2026-06-30", settings: "rules: {review-due: off}"), on: day).isEmpty)
        let note = try await Self.due(Self.page("review_by: 2026-06-30", settings: "rules: {review-due: note}"), on: day)
        #expect(note.first?.hasPrefix("note ") == true)
        let exempt = Self.page("review_by: 2026-06-30\nexempt: [{rule: review-due, reason: It is a museum piece.}]")
        #expect(try await Self.due(exempt, on: day).isEmpty)
        // Whether it is needed, only the day can tell.
        #expect(await !findings(in: exempt).contains { $0.contains("unused-exemption") })
    }

    @Test func whatNoReaderGetsIsDueAllTheSame() async throws {
        let project = """
            -- content/private/plan.md --
            ---
            review_by: 2026-01-01
            ---
            # Plan
            -- content/draft.md --
            ---
            draft: true
            review_by: 2026-01-01
            ---
            # Draft
            -- content/kept.md --
            ---
            review_by: 2026-01-01
            private: [review_by]
            ---
            # Kept
            """
        let due = try await Self.due(project, on: "2026-02-01").map { $0.split(separator: ":").first.map(String.init) ?? "" }
        #expect(due == ["warning content/draft.md", "warning content/kept.md", "warning content/private/plan.md"])
    }

    @Test(arguments: ["soon", "12", "0 days", "months", "-1 days", "1.5 years", "12 months ago", "+5 days", "00012 days"])
    func aTimeThatIsNoneIsAnError(text: String) async {
        let found = await findings(in: Self.page("", settings: "review_after: \(text)"))
        #expect(
            found == [
                "handbook.yml:2:15 wrong-type: 'review_after' is '\(text)', not a number of days, weeks, months or years "
                    + "-> write it like review_after: 12 months"
            ],
            "\(found)"
        )
    }

    @Test(arguments: [
        ("1 day", "2026-02-28", "2026-03-01"), ("90 days", "2025-12-31", "2026-03-31"), ("2 weeks", "2024-02-20", "2024-03-05"),
        ("1 month", "2026-01-31", "2026-02-28"), ("1 month", "2024-01-31", "2024-02-29"), ("12 Months", "2024-02-29", "2025-02-28"),
        ("2 years", "2026-12-31", "2028-12-31"), ("11 months", "2026-02-01", "2027-01-01"), ("365 days", "2027-03-01", "2028-02-29"),
    ])
    func timesAreCountedInTheCalendar(period: String, from: String, end: String) throws {
        let period = try #require(ReviewPeriod(period))
        #expect(period.end(from: try Self.day(from)).text == end)
    }
}
