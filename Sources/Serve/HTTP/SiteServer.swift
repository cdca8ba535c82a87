import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOPosix

/// Answers requests on a port, by NIO's HTTP/1.1.
struct SiteServer: Sendable {
    let broadcaster: StatusBroadcaster
    let policy: HostPolicy
    /// Files of the disk must lie in it.
    let root: String

    /// How much of a file is held in memory at once, in bytes.
    private static let piece = 256 * 1024

    /// Listens and answers until the task is cancelled.
    ///
    /// - Parameter isReady: is called with the port that the server listens on.
    /// - Throws: what the system says when the port cannot be had.
    func run(port: Int, isReady: @escaping @Sendable (Int) async -> Void) async throws {
        let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            // A client that has sent its request may close its half of the connection before it reads the answer.
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .bind(host: policy.host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture { try Connection(wrapping: channel) }
            }
        await isReady(listener.channel.localAddress?.port ?? port)
        try await withThrowingDiscardingTaskGroup { group in
            try await listener.executeThenClose { connections in
                for try await connection in connections { group.addTask { await serve(connection) } }
            }
        }
    }

    /// Answers the requests of a connection, one after another. One that breaks ends by itself.
    private func serve(_ connection: Connection) async {
        let port = connection.channel.localAddress?.port
        try? await connection.answer { request, writer in
            let responder = Responder(current: broadcaster.status, policy: policy, port: port)
            switch await responder.find(request) {
            case .bytes(let bytes, let representation):
                let answer = representation.answer(to: request)
                try await writer.write(answer.head, answer.range.map { bytes[$0] } ?? [])
            case .file(let path, let type, let tag):
                try await send(path, type, tag, to: request, writer)
            case .words(let status, let text, let fields):
                try await writer.write(status, text, fields, to: request)
            case .events:
                try await sendEvents(writer, until: connection.inputClosed)
            }
        }
    }

    private func send(_ path: String, _ type: String, _ tag: String, to request: HTTPRequest, _ writer: AnswerWriter) async throws {
        let threads = NIOThreadPool.singleton
        let root = root
        guard let file = try await threads.runIfActive({ OpenedFile(path, inside: root) }) else {
            try await writer.write(.notFound, "The file cannot be read.", [:], to: request)
            return
        }
        let answer = Representation(length: file.length, type: type, tag: "\(tag)-\(file.tag)").answer(to: request)
        guard let range = answer.range else {
            try await writer.write(answer.head, [])
            return
        }
        try await writer.begin(answer.head)
        var place = range.lowerBound
        while place < range.upperBound {
            let (start, count) = (place, min(Self.piece, range.upperBound - place))
            let bytes = try await threads.runIfActive { try file.read(at: start, count: count) }
            // It has become shorter: the connection ends before what was promised has come.
            guard !bytes.isEmpty else { throw ChannelError.eof }
            try await writer.add(ByteBuffer(bytes: bytes))
            place += bytes.count
        }
        try await writer.end()
    }

    /// Sends what is shown, now and at each change, until either side ends it.
    private func sendEvents(_ writer: AnswerWriter, until closed: EventLoopFuture<Void>) async throws {
        let broadcaster = broadcaster
        let fields: HTTPFields = [.contentType: MediaType.events, .cacheControl: "no-store"]
        try await writer.begin(HTTPResponse(status: .ok, headerFields: Representation.guarded(fields)))
        let sending = Task {
            // How soon a browser asks again when the connection has ended.
            try await writer.add(ByteBuffer(string: "retry: 500\n\n"))
            for await status in broadcaster.stream() { try await writer.add(ByteBuffer(string: Overlay.event(status))) }
        }
        closed.whenComplete { _ in sending.cancel() }
        // How it ended is known: a client that reads on still gets the end of the answer.
        await withTaskCancellationHandler {
            _ = await sending.result
        } onCancel: {
            sending.cancel()
        }
        try await writer.end()
    }
}
