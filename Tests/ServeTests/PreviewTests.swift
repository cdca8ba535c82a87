import Foundation
import Synchronization
import Testing

@testable import Serve

/// The loop of building and watching, with a world of the test's own in the place of the disk.
@Suite struct PreviewTests {
    /// Files that change when the test says so, and what the terminal was told.
    private final class World: Sendable {
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
                    guard text != "bad" else { return Built(files: nil, report: "error[bad]: it is bad\n", pages: 0) }
                    return Built(files: [SiteFile(path: "index.html", contents: .bytes(Array(text.utf8)))], report: "", pages: 1)
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

    private static func text(_ board: Board) -> String? {
        guard case .bytes(let bytes)? = board.showing.edition?.entries["index.html"]?.contents else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func aChangeIsShownAndAnErrorLeavesTheLastGoodSite() async {
        let (world, board) = (World(), Board(run: "r"))
        let loop = Task { await PreviewLoop(world.effects, board).run(address: "there") }
        var told = world.told.makeAsyncIterator()
        #expect(await told.next()?.hasPrefix("there shows 1 page, built in ") == true)
        #expect(Self.text(board) == "good")
        world.save("bad")
        #expect(await told.next() == "error[bad]: it is bad\n")
        #expect(await told.next() == "page: the last good site stays until this is mended")
        #expect(board.showing.trouble == "error[bad]: it is bad\n")
        #expect(Self.text(board) == "good")
        world.save("better")
        #expect(await told.next()?.hasPrefix("page: 1 page, built in ") == true)
        #expect(board.showing.trouble == nil)
        #expect(Self.text(board) == "better")
        loop.cancel()
        await loop.value
        #expect(world.state.withLock { $0.builds } == 3)
    }

    @Test func aHintWithoutAChangeBuildsNothing() async {
        let (world, board) = (World(), Board(run: "r"))
        let loop = Task { await PreviewLoop(world.effects, board).run(address: "there") }
        var told = world.told.makeAsyncIterator()
        _ = await told.next()
        for _ in 0..<20 { world.hint.yield() }
        // Enough for each hint to have been a burst of its own.
        try? await Task.sleep(for: .milliseconds(50))
        world.save("other")
        _ = await told.next()
        #expect(world.state.withLock { $0.builds } == 2)
        loop.cancel()
        await loop.value
    }
}
