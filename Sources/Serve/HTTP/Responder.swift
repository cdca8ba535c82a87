import Diagnostics
import HTTPTypes

/// What is answered to a request: a function of the request and of what is shown.
struct Responder: Sendable {
    let current: SiteStatus
    let policy: HostPolicy
    /// The port that the request came to.
    let port: Int?

    /// What a request is for.
    enum Found: Sendable {
        /// Something that is in memory.
        case bytes([UInt8], Representation)
        /// A file on the disk, whose length is known once it is open.
        case file(String, type: String, tag: String)
        /// The stream of what is shown.
        case events
        /// A short answer in words.
        case words(HTTPResponse.Status, String, HTTPFields)
    }

    func find(_ request: HTTPRequest) async -> Found {
        let fields = request.headerFields
        let origin = HostPolicy.Origin(
            authority: request.authority,
            origin: fields[.origin],
            site: HTTPField.Name("Sec-Fetch-Site").flatMap { fields[$0] },
            mode: HTTPField.Name("Sec-Fetch-Mode").flatMap { fields[$0] },
            destination: HTTPField.Name("Sec-Fetch-Dest").flatMap { fields[$0] }
        )
        if let refusal = policy.refusal(of: origin, port: port) { return .words(.forbidden, refusal, [:]) }
        guard request.method == .get || request.method == .head else {
            return .words(.methodNotAllowed, "Files can only be read.", [.allow: "GET, HEAD"])
        }
        guard let path = RequestPath(request.path ?? "") else { return await notFound }
        if let found = own(path, request.method) { return found }
        if let found = await file(path) { return found }
        return await notFound
    }

    // MARK: - The server's own files

    private func own(_ path: RequestPath, _ method: HTTPRequest.Method) -> Found? {
        guard path.names.first == Overlay.folder else { return nil }
        switch path.path {
        case Overlay.events: return method == .get ? .events : .words(.methodNotAllowed, "Events can only be read.", [.allow: "GET"])
        case Overlay.script: return made(Overlay.scriptText, MediaType.script)
        case Overlay.style: return made(Overlay.styleText, MediaType.style)
        default: return .words(.notFound, "There is no such file.", [:])
        }
    }

    private func made(_ text: String, _ type: String) -> Found {
        .bytes(Array(text.utf8), Representation(length: text.utf8.count, type: type, tag: "own-" + current.version.prefix { $0 != "-" }))
    }

    // MARK: - The site

    private func file(_ path: RequestPath) async -> Found? {
        guard let site = current.site else { return nil }
        if !path.isFolder, let contents = await site.contents(at: path.path) { return found(contents, at: path.path) }
        let index = path.names.isEmpty ? "index.html" : path.path + "/index.html"
        guard let contents = await site.contents(at: index) else { return nil }
        // Links on the page count from its folder.
        if !path.isFolder { return .words(.found, "The page is a folder's.", [.location: path.asFolder]) }
        return found(contents, at: index)
    }

    private func found(_ contents: SiteFile.Contents, at path: String, status: HTTPResponse.Status = .ok) -> Found {
        let type = MediaType.of(path)
        switch contents {
        // Its size and time are added when it is read.
        case .file(let file): return .file(file, type: type, tag: "file")
        case .bytes(let bytes):
            let served = type == MediaType.page ? Overlay.inserted(into: bytes, version: current.version) : bytes
            let tag = String(FNV1a.hash(served), radix: 36)
            return .bytes(served, Representation(length: served.count, type: type, tag: tag, status: status))
        }
    }

    private var notFound: Found {
        get async {
            if let contents = await current.site?.contents(at: "404.html"), case .bytes = contents {
                return found(contents, at: "404.html", status: .notFound)
            }
            guard current.site == nil else { return .words(.notFound, "There is no such page.", [:]) }
            let page = Array(Overlay.page(version: current.version, trouble: current.trouble).utf8)
            return .bytes(
                page,
                Representation(length: page.count, type: MediaType.page, tag: "none+" + current.version, status: .serviceUnavailable)
            )
        }
    }
}
