import Foundation
import Synchronization
import Testing

@testable import Serve

/// The loop of building and watching, with a fake of the test's own in the place of the disk.
@Suite struct PreviewTests {
    /// Files that change when the test says so, and what the terminal was told.
    private final class FakeEffects: Sendable {
        let state = Mutex(State())
        let hints: AsyncStream<Void>
        let hint: AsyncStream<Void>.Continuation
        let told: AsyncStream<String>
        private let tell: AsyncStream<String>.Continuation

        struct State {
            var text = "good"
            var builds = 0
        }

        init() {
            (hints, hint) = AsyncStream.makeStream()
            (told, tell) = AsyncStream.makeStream()
        }

        func save(_ text: String) {
            state.withLock { $0.text = text }
            hint.yield()
        }

        var effects: Preview.Effects {
            Preview.Effects(
                build: {
                    let text = self.state.withLock { state in
                        state.builds += 1
                        return state.text
                    }
                    guard text != "bad" else { return BuildResult(files: nil, report: "error[bad]: it is bad\n", pages: 0) }
                    return BuildResult(
                        files: MadeFiles([SiteFile(path: "index.html", contents: .bytes(Array(text.utf8)))]),
                        report: "",
                        pages: 1
                    )
                },
                look: { WatchedFiles(stamps: ["page": self.state.withLock { $0.text }]) },
                changes: { _, _ in ChangeSource(hints: self.hints, quiet: .milliseconds(1)) { _ in false } },
                tell: { message in
                    switch message {
                    case .line(let text), .report(let text): self.tell.yield(text)
                    }
                },
                now: { .milliseconds(Int(Date.now.timeIntervalSince1970 * 1000)) }
            )
        }
    }

    private static func text(_ broadcaster: StatusBroadcaster) async -> String? {
        guard case .bytes(let bytes)? = await broadcaster.status.site?.contents(at: "index.html") else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func aChangeIsShownAndAnErrorLeavesTheLastGoodSite() async {
        let (fake, broadcaster) = (FakeEffects(), StatusBroadcaster(run: "r"))
        let loop = Task { await PreviewLoop(fake.effects, broadcaster).run(address: "there") }
        var told = fake.told.makeAsyncIterator()
        #expect(await told.next()?.hasPrefix("there shows 1 page, built in ") == true)
        #expect(await Self.text(broadcaster) == "good")
        fake.save("bad")
        #expect(await told.next() == "error[bad]: it is bad\n")
        #expect(await told.next() == "page: the last good site stays until this is mended")
        #expect(broadcaster.status.trouble == "error[bad]: it is bad\n")
        #expect(await Self.text(broadcaster) == "good")
        fake.save("better")
        #expect(await told.next()?.hasPrefix("page: 1 page, built in ") == true)
        #expect(broadcaster.status.trouble == nil)
        #expect(await Self.text(broadcaster) == "better")
        loop.cancel()
        await loop.value
        #expect(fake.state.withLock { $0.builds } == 3)
    }

    @Test func aHintWithoutAChangeBuildsNothing() async {
        let (fake, broadcaster) = (FakeEffects(), StatusBroadcaster(run: "r"))
        let loop = Task { await PreviewLoop(fake.effects, broadcaster).run(address: "there") }
        var told = fake.told.makeAsyncIterator()
        _ = await told.next()
        for _ in 0..<20 { fake.hint.yield() }
        // Enough for each hint to have been a burst of its own.
        try? await Task.sleep(for: .milliseconds(50))
        fake.save("other")
        _ = await told.next()
        #expect(fake.state.withLock { $0.builds } == 2)
        loop.cancel()
        await loop.value
    }
}
