import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// Answers requests on a port.
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
        let server = Server(
            childChannelSetup: HTTP1Channel { request, writer, channel in try await respond(to: request, writer, channel) },
            configuration: ServerConfiguration(address: .hostname(policy.host, port: port)),
            onServerRunning: { await isReady($0.localAddress?.port ?? port) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: Logger(label: "handbook.serve") { _ in SwiftLogNoOpLogHandler() }
        )
        try await server.run()
    }

    private func respond(to request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel) async throws {
        let responder = Responder(current: broadcaster.status, policy: policy, port: channel.localAddress?.port)
        switch responder.find(request.head) {
        case .bytes(let bytes, let representation):
            let answer = representation.answer(to: request.head)
            if let range = answer.range {
                try await writer.write(response: answer.head, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes[range])))
            } else {
                try await writer.writeResponse(answer.head)
            }
        case .file(let path, let type, let tag):
            try await send(path, type, tag, to: request, writer)
        case .words(let status, let text, let fields):
            try await say(status, text, fields, to: request, writer)
        case .events:
            try await sendEvents(to: request, writer)
        }
    }

    private func say(
        _ status: HTTPResponse.Status,
        _ text: String,
        _ fields: HTTPFields,
        to request: Request,
        _ writer: consuming ResponseWriter
    ) async throws {
        var fields = fields
        fields[.contentType] = MediaType.text
        let body = ByteBuffer(string: text + "\n")
        let head = Representation.head(status, fields, length: body.readableBytes)
        if request.method == .head {
            try await writer.writeResponse(head)
        } else {
            try await writer.write(response: head, body: ResponseBody(byteBuffer: body))
        }
    }

    private func send(_ path: String, _ type: String, _ tag: String, to request: Request, _ writer: consuming ResponseWriter) async throws {
        let threads = NIOThreadPool.singleton
        let root = root
        guard let file = try await threads.runIfActive({ OpenedFile(path, inside: root) }) else {
            try await say(.notFound, "The file cannot be read.", [:], to: request, writer)
            return
        }
        let answer = Representation(length: file.length, type: type, tag: "\(tag)-\(file.tag)").answer(to: request.head)
        guard let range = answer.range else {
            try await writer.writeResponse(answer.head)
            return
        }
        let body = ResponseBody(contentLength: range.count) { writer in
            var place = range.lowerBound
            while place < range.upperBound {
                let (start, count) = (place, min(Self.piece, range.upperBound - place))
                let bytes = try await threads.runIfActive { try file.read(at: start, count: count) }
                // It has become shorter: the connection ends before what was promised has come.
                guard !bytes.isEmpty else { throw ChannelError.eof }
                try await writer.write(ByteBuffer(bytes: bytes))
                place += bytes.count
            }
            try await writer.finish(nil)
        }
        try await writer.write(response: answer.head, body: body)
    }

    /// Sends what is shown, now and at each change, until either side ends it.
    private func sendEvents(to request: Request, _ writer: consuming ResponseWriter) async throws {
        let fields: HTTPFields = [.contentType: MediaType.events, .cacheControl: "no-store"]
        let broadcaster = broadcaster
        let body = ResponseBody { writer in
            // What the task group below captures may not change.
            let events = EventWriter(writer)
            try await request.body.consumeWithCancellationOnInboundClose { _ in try await events.send(broadcaster.stream()) }
        }
        try await writer.write(response: HTTPResponse(status: .ok, headerFields: Representation.guarded(fields)), body: body)
    }
}

/// Writes a stream of events to one connection.
private struct EventWriter {
    private let writer: any ResponseBodyWriter

    init(_ writer: any ResponseBodyWriter) { self.writer = writer }

    func send(_ stream: AsyncStream<SiteStatus>) async throws {
        var writer = writer
        // How soon a browser asks again when the connection has ended.
        try await writer.write(ByteBuffer(string: "retry: 500\n\n"))
        for await status in stream { try await writer.write(ByteBuffer(string: Overlay.event(status))) }
        try await writer.finish(nil)
    }
}
