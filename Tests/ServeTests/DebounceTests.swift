import Testing

@testable import Serve

@Suite struct DebounceTests {
    private static func make() -> Debounce { Debounce(quick: .milliseconds(20), quiet: .milliseconds(100), longest: .seconds(2)) }

    /// `#expect` takes no mutating call.
    private func take(_ debounce: inout Debounce, _ time: Duration) -> Bool { debounce.take(at: time) }

    @Test func nothingIsDueWhereNothingChanged() {
        var debounce = Self.make()
        #expect(debounce.due == nil)
        #expect(take(&debounce, .seconds(9)) == false)
    }

    @Test func aBurstIsDueOnceItIsOver() {
        var debounce = Self.make()
        // A hundred saves in a second.
        for save in 0..<100 { debounce.change(at: .milliseconds(10 * save)) }
        #expect(debounce.due == .milliseconds(1010))
        #expect(take(&debounce, .milliseconds(1009)) == false)
        #expect(take(&debounce, .milliseconds(1010)) == true)
        #expect(debounce.due == nil)
    }

    @Test func afterARestASaveIsActedOnSoonAndManySavesAreGathered() {
        var debounce = Self.make()
        debounce.change(at: .seconds(1))
        #expect(debounce.due == .milliseconds(1020))
        #expect(take(&debounce, .milliseconds(1020)) == true)
        debounce.change(at: .milliseconds(1050))
        debounce.change(at: .milliseconds(1120))
        #expect(debounce.due == .milliseconds(1220))
        #expect(take(&debounce, .milliseconds(1220)) == true)
        debounce.change(at: .seconds(9))
        #expect(debounce.due == .milliseconds(9020))
    }

    @Test func aBurstThatDoesNotEndIsDueAllTheSame() {
        var debounce = Self.make()
        for save in 0..<300 { debounce.change(at: .milliseconds(10 * save)) }
        #expect(debounce.due == .seconds(2))
        #expect(take(&debounce, .seconds(3)) == true)
        // What comes afterwards is another burst.
        debounce.change(at: .seconds(4))
        #expect(debounce.due == .milliseconds(4020))
    }

    @Test func whatIsNewGoneOrOtherIsAChangeAndFoldersAreNot() {
        let before = WatchedFiles(stamps: ["a": "1", "b": "1", "c": "1"], folders: ["/x"])
        let after = WatchedFiles(stamps: ["a": "1", "b": "2", "d": "1"], folders: ["/x", "/y"])
        #expect(after.changes(since: before) == ["b", "c", "d"])
        #expect(before.changes(since: WatchedFiles(stamps: before.stamps)) == [])
    }

    @Test(arguments: [(0.04, "0.0 s"), (0.05, "0.1 s"), (1.0, "1.0 s"), (72.34, "72.3 s")])
    func timesAreToldInTenthsOfASecond(seconds: Double, text: String) {
        #expect(PreviewLoop.seconds(.seconds(seconds)) == text)
    }
}
