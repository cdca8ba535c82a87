import HTTPTypes
import NIOCore
import NIOHTTP1

/// One connection of a client: requests come in, answers go out in their order.
struct Connection: Sendable {
    private typealias Wrapped = NIOAsyncChannel<HTTPServerRequestPart, HTTPPart<HTTPResponseHead, ByteBuffer>>

    private let wrapped: Wrapped
    /// Completes when the client sends nothing more.
    let inputClosed: EventLoopFuture<Void>

    var channel: any Channel { wrapped.channel }

    /// Adds HTTP to a channel. Called on the channel's event loop.
    init(wrapping channel: any Channel) throws {
        let closed = channel.eventLoop.makePromise(of: Void.self)
        inputClosed = closed.futureResult
        // What cannot be read as HTTP is answered with 400 and ends the connection.
        try channel.pipeline.syncOperations.configureHTTPServerPipeline(withPipeliningAssistance: false, withErrorHandling: true)
        try channel.pipeline.syncOperations.addHandlers([InputWatcher(closed), BytesOnly()] as [any ChannelHandler])
        wrapped = try Wrapped(wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
    }

    /// Answers each request until the client or an answer ends the connection, or the task is cancelled.
    func answer(_ work: (HTTPRequest, AnswerWriter) async throws -> Void) async throws {
        let channel = wrapped.channel
        try await withTaskCancellationHandler {
            try await wrapped.executeThenClose { requests, answers in
                for try await part in requests {
                    // Nothing that this server answers depends on the body of a request.
                    guard case .head(let head) = part else { continue }
                    let writer = AnswerWriter(answers, to: head)
                    if let request = HTTPRequest(head) {
                        try await work(request, writer)
                    } else {
                        try await writer.write(Representation.head(.badRequest, [:], length: 0), [])
                    }
                    if !head.isKeepAlive { break }
                }
                // What is written reaches a slow client before the connection is closed.
                answers.finish()
                try await channel.closeFuture.get()
            }
        } onCancel: {
            channel.close(promise: nil)
        }
    }
}

/// Writes the answer to one request.
struct AnswerWriter: Sendable {
    private let parts: NIOAsyncChannelOutboundWriter<HTTPPart<HTTPResponseHead, ByteBuffer>>
    private let request: HTTPRequestHead

    init(_ parts: NIOAsyncChannelOutboundWriter<HTTPPart<HTTPResponseHead, ByteBuffer>>, to request: HTTPRequestHead) {
        self.parts = parts
        self.request = request
    }

    /// A whole answer.
    func write(_ head: HTTPResponse, _ body: ArraySlice<UInt8>) async throws {
        try await begin(head)
        if !body.isEmpty { try await add(ByteBuffer(bytes: body)) }
        try await end()
    }

    /// A short answer in words, without them to HEAD.
    func write(_ status: HTTPResponse.Status, _ text: String, _ fields: HTTPFields, to request: HTTPRequest) async throws {
        var fields = fields
        fields[.contentType] = MediaType.text
        let body = Array((text + "\n").utf8)
        try await write(Representation.head(status, fields, length: body.count), request.method == .head ? [] : body[...])
    }

    func begin(_ response: HTTPResponse) async throws {
        var head = HTTPResponseHead(
            version: request.version,
            status: HTTPResponseStatus(statusCode: response.status.code, reasonPhrase: response.status.reasonPhrase)
        )
        for field in response.headerFields { head.headers.add(name: field.name.rawName, value: field.value) }
        if !request.isKeepAlive {
            head.headers.add(name: "Connection", value: "close")
        } else if request.version.major == 1, request.version.minor == 0 {
            head.headers.add(name: "Connection", value: "keep-alive")
        }
        try await parts.write(.head(head))
    }

    func add(_ bytes: ByteBuffer) async throws { try await parts.write(.body(bytes)) }

    func end() async throws { try await parts.write(.end(nil)) }
}

extension HTTPRequest {
    /// The head of a request as NIO has read it; `nil` if it names its host more than once or a field is not valid.
    fileprivate init?(_ head: HTTPRequestHead) {
        guard let method = HTTPRequest.Method(head.method.rawValue) else { return nil }
        let hosts = head.headers["Host"]
        guard hosts.count <= 1 else { return nil }
        var fields = HTTPFields()
        for (name, value) in head.headers where name.lowercased() != "host" {
            guard let name = HTTPField.Name(name), HTTPField.isValidValue(value) else { return nil }
            fields.append(HTTPField(name: name, value: value))
        }
        self.init(method: method, scheme: "http", authority: hosts.first, path: head.uri, headerFields: fields)
    }
}

/// Notices that the client has closed its half of the connection, also while an answer is written.
private final class InputWatcher: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart

    private let closed: EventLoopPromise<Void>

    init(_ closed: EventLoopPromise<Void>) { self.closed = closed }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event as? ChannelEvent == .inputClosed { closed.succeed() }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        closed.succeed()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { closed.succeed() }
}

/// Answers are bytes here; NIO's encoder takes regions of files too, which may not pass between tasks.
private final class BytesOnly: ChannelOutboundHandler {
    typealias OutboundIn = HTTPPart<HTTPResponseHead, ByteBuffer>
    typealias OutboundOut = HTTPServerResponsePart

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let part: HTTPServerResponsePart =
            switch unwrapOutboundIn(data) {
            case .head(let head): .head(head)
            case .body(let bytes): .body(.byteBuffer(bytes))
            case .end(let trailers): .end(trailers)
            }
        context.write(wrapOutboundOut(part), promise: promise)
    }
}
