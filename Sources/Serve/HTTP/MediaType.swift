/// What a file is, by the ending of its name.
enum MediaType {
    static let page = "text/html; charset=utf-8"
    static let text = "text/plain; charset=utf-8"
    static let style = "text/css; charset=utf-8"
    static let script = "text/javascript; charset=utf-8"
    static let events = "text/event-stream; charset=utf-8"

    /// The value of `Content-Type`.
    static func of(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return other }
        return byEnding[name[name.index(after: dot)...].lowercased()] ?? other
    }

    private static let other = "application/octet-stream"

    private static let byEnding: [String: String] = [
        "html": page, "htm": page, "css": style, "js": script, "mjs": script, "txt": text, "log": text, "yml": text, "yaml": text,
        "md": "text/markdown; charset=utf-8", "csv": "text/csv; charset=utf-8", "ics": "text/calendar; charset=utf-8",
        "json": "application/json", "map": "application/json", "jsonld": "application/ld+json",
        "webmanifest": "application/manifest+json", "xml": "application/xml", "atom": "application/atom+xml", "rss": "application/rss+xml",
        "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
        "avif": "image/avif", "ico": "image/x-icon", "bmp": "image/bmp", "pdf": "application/pdf", "zip": "application/zip",
        "gz": "application/gzip", "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf",
        "wasm": "application/wasm", "mp3": "audio/mpeg", "ogg": "audio/ogg", "wav": "audio/wav", "mp4": "video/mp4", "webm": "video/webm",
    ]
}
