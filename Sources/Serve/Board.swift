import Synchronization

/// What is shown now: the last good edition, and what is wrong with the one after it. Those who look at it are told of
/// each change.
final class Board: Sendable {
    struct Showing: Sendable {
        /// The last good site; `nil` before there is one.
        var edition: Edition?
        /// Changes with each edition that pages are to be loaded anew for.
        var version: String
        /// What is wrong, as the terminal tells it.
        var trouble: String?
    }

    private struct State {
        var showing: Showing
        var number = 0
        var watchers: [Int: AsyncStream<Showing>.Continuation] = [:]
        var nextWatcher = 0
        var isClosed = false
    }

    private let state: Mutex<State>
    /// No other run of the server has it: a page of another run is known to be old.
    private let run: String

    init(run: String) {
        self.run = run
        state = Mutex(State(showing: Showing(version: run + "-0")))
    }

    var showing: Showing { state.withLock { $0.showing } }

    /// How many builds have been shown, with or without trouble.
    var number: Int { state.withLock { $0.number } }

    /// Shows a site, and that nothing is wrong. Gives the build's number.
    @discardableResult
    func show(_ files: [SiteFile], keeping folder: String?) -> Int {
        change { showing, number in
            let version = "\(run)-\(number)"
            showing = Showing(edition: Edition(files, version: version, after: showing.edition, keeping: folder), version: version)
        }
    }

    /// Shows what is wrong; the last good site stays.
    @discardableResult
    func show(trouble: String) -> Int {
        change { showing, _ in showing.trouble = trouble }
    }

    /// Adds what was made later to the site of a build, unless another has been shown since. Pages need not be loaded anew.
    func add(_ files: [SiteFile], in folder: String, toBuild build: Int) {
        state.withLock { state in
            guard state.number == build, let edition = state.showing.edition else { return }
            state.showing.edition = edition.with(files, in: folder, version: "\(run)-\(build)-later")
        }
    }

    /// What is shown now, and from then on.
    func stream() -> AsyncStream<Showing> {
        let (stream, watcher) = AsyncStream<Showing>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let (id, isClosed) = state.withLock { state in
            state.nextWatcher += 1
            if !state.isClosed { state.watchers[state.nextWatcher] = watcher }
            watcher.yield(state.showing)
            return (state.nextWatcher, state.isClosed)
        }
        if isClosed { watcher.finish() }
        watcher.onTermination = { [weak self] _ in _ = self?.state.withLock { $0.watchers.removeValue(forKey: id) } }
        return stream
    }

    /// Lets everyone go who looks at it.
    func close() {
        let watchers = state.withLock { state in
            state.isClosed = true
            defer { state.watchers = [:] }
            return Array(state.watchers.values)
        }
        for watcher in watchers { watcher.finish() }
    }

    private func change(_ work: (inout Showing, Int) -> Void) -> Int {
        state.withLock { state in
            state.number += 1
            work(&state.showing, state.number)
            for watcher in state.watchers.values { watcher.yield(state.showing) }
            return state.number
        }
    }
}
