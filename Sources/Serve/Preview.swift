import Foundation
import NIOCore

/// A site that is served while it is written: built, watched, built again, and reloaded by browsers.
public struct Preview: Sendable {
    /// What is shown in the terminal.
    public enum Message: Sendable {
        /// A line on how things go.
        case line(String)
        /// What was found, of several lines, with their end.
        case report(String)
    }

    /// Where it cannot listen, and why.
    public struct NoPort: Error {
        /// The address.
        public let host: String
        /// The last port that was tried.
        public let port: Int
        /// In the system's words.
        public let reason: String
        /// Whether other programs have it.
        public let isInUse: Bool
    }

    /// What the preview asks of the world.
    public struct Effects: Sendable {
        let build: @Sendable () async -> BuildResult
        let look: @Sendable () async -> WatchedFiles
        let changes: @Sendable (Set<String>, @escaping @Sendable () async -> WatchedFiles) -> ChangeSource
        let tell: @Sendable (Message) -> Void
        let now: @Sendable () -> Duration

        /// - Parameters:
        ///   - build: makes the site. It may wait for the disk and for other programs, and so may `look`.
        ///   - look: what the site is made from, as it is now.
        ///   - changes: reports changes in some folders, given a way to look at them.
        ///   - tell: shows a message in the terminal.
        ///   - now: the time since any fixed moment.
        public init(
            build: @escaping @Sendable () async -> BuildResult,
            look: @escaping @Sendable () async -> WatchedFiles,
            changes: @escaping @Sendable (Set<String>, @escaping @Sendable () async -> WatchedFiles) -> ChangeSource,
            tell: @escaping @Sendable (Message) -> Void,
            now: @escaping @Sendable () -> Duration
        ) {
            self.build = build
            self.look = look
            self.changes = changes
            self.tell = tell
            self.now = now
        }
    }

    /// How many ports are tried, one after another.
    private static let ports = 20

    let host: String
    let port: Int
    let root: String
    let run: String
    let effects: Effects

    /// - Parameters:
    ///   - host: the address to listen on.
    ///   - port: the port to listen on, or one of the next; 0 for any.
    ///   - root: the folder in which files that are served from the disk must lie.
    ///   - run: a word that no other run has.
    public init(host: String, port: Int, root: String, run: String, effects: Effects) {
        self.host = host
        self.port = port
        self.root = root
        self.run = run
        self.effects = effects
    }

    /// Serves until the task is cancelled.
    ///
    /// - Throws: `NoPort` when no port can be had.
    public func serve() async throws {
        let broadcaster = StatusBroadcaster(run: run)
        let server = SiteServer(broadcaster: broadcaster, policy: HostPolicy(host: host), root: root)
        var port = port
        let last = port == 0 ? 0 : min(port + Self.ports - 1, 65_535)
        while true {
            do {
                return try await serve(server, port, broadcaster)
            } catch {
                if Task.isCancelled { return }
                let code = (error as? IOError)?.errnoCode
                guard code == EADDRINUSE, port < last else {
                    let reason = code.map { String(cString: strerror($0)) } ?? "\(error)"
                    throw NoPort(host: host, port: port, reason: reason, isInUse: code == EADDRINUSE)
                }
                effects.tell(.line("port \(port) is in use: trying \(port + 1)"))
                port += 1
            }
        }
    }

    private func serve(_ server: SiteServer, _ port: Int, _ broadcaster: StatusBroadcaster) async throws {
        let (ports, isReady) = AsyncStream<Int>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await server.run(port: port) { port in
                    isReady.yield(port)
                    isReady.finish()
                }
            }
            group.addTask { for await port in ports { await PreviewLoop(effects, broadcaster).run(address: address(port)) } }
            defer { broadcaster.close() }
            _ = try await group.next()
            group.cancelAll()
        }
    }

    /// What is typed into a browser.
    private func address(_ port: Int) -> String {
        let everywhere = ["0.0.0.0": "127.0.0.1", "::": "[::1]"]
        return "http://\(everywhere[host] ?? (host.contains(":") ? "[\(host)]" : host)):\(port)/"
    }
}
