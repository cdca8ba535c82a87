import Synchronization

/// What is served now.
struct SiteStatus: Sendable {
    /// The last site without errors; `nil` before there is one.
    var site: ServedSite?
    /// Changes with each site that open pages are to be reloaded for.
    var version: String
    /// The errors of the build after `site`, as the terminal shows them.
    var trouble: String?
}

/// Holds the status of the site, and sends each change of it to those who watch.
final class StatusBroadcaster: Sendable {
    private struct State {
        var status: SiteStatus
        var number = 0
        var watchers: [Int: AsyncStream<SiteStatus>.Continuation] = [:]
        var nextWatcher = 0
        var isClosed = false
    }

    private let state: Mutex<State>
    /// Differs in each run of the server: a page of another run is known to be old.
    private let run: String

    init(run: String) {
        self.run = run
        state = Mutex(State(status: SiteStatus(version: run + "-0")))
    }

    var status: SiteStatus { state.withLock { $0.status } }

    /// How many builds have been shown, with or without errors.
    var number: Int { state.withLock { $0.number } }

    /// Shows a site without errors. Returns the build's number.
    @discardableResult
    func show(_ files: any SiteFiles, keeping folder: String?) -> Int {
        change { status, number in
            status = SiteStatus(site: ServedSite(files, after: status.site, keeping: folder), version: "\(run)-\(number)")
        }
    }

    /// Shows errors; the last site without errors stays.
    @discardableResult
    func show(trouble: String) -> Int {
        change { status, _ in status.trouble = trouble }
    }

    /// Adds deferred files to the site of a build, unless another has been shown since. Pages need no reload.
    func add(_ files: [SiteFile], in folder: String, toBuild build: Int) {
        state.withLock { state in
            guard state.number == build, let site = state.status.site else { return }
            state.status.site = site.with(files, in: folder)
        }
    }

    /// The status now, and each change of it.
    func stream() -> AsyncStream<SiteStatus> {
        let (stream, watcher) = AsyncStream<SiteStatus>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let (id, isClosed) = state.withLock { state in
            state.nextWatcher += 1
            if !state.isClosed { state.watchers[state.nextWatcher] = watcher }
            watcher.yield(state.status)
            return (state.nextWatcher, state.isClosed)
        }
        if isClosed { watcher.finish() }
        watcher.onTermination = { [weak self] _ in _ = self?.state.withLock { $0.watchers.removeValue(forKey: id) } }
        return stream
    }

    /// Ends all streams.
    func close() {
        let watchers = state.withLock { state in
            state.isClosed = true
            defer { state.watchers = [:] }
            return Array(state.watchers.values)
        }
        for watcher in watchers { watcher.finish() }
    }

    private func change(_ work: (inout SiteStatus, Int) -> Void) -> Int {
        state.withLock { state in
            state.number += 1
            work(&state.status, state.number)
            for watcher in state.watchers.values { watcher.yield(state.status) }
            return state.number
        }
    }
}
