import HTTPTypes

/// What is known of a file before it is sent: enough for conditions and ranges.
struct Representation: Sendable {
    /// In bytes.
    var length: Int
    var type: String
    /// What tells its versions apart, without quotation marks.
    var tag: String
    var status = HTTPResponse.Status.ok

    /// The head of an answer, and which bytes follow it.
    struct Answer: Sendable {
        let head: HTTPResponse
        let range: Range<Int>?
    }

    func answer(to request: HTTPRequest) -> Answer {
        var fields = HTTPFields()
        // The browser keeps it, and asks each time whether it is still good.
        fields[.cacheControl] = "no-cache"
        fields[.contentType] = type
        guard status == .ok else {
            return Answer(head: Self.head(status, fields, length: length), range: request.method == .head ? nil : 0..<length)
        }
        fields[.eTag] = quotedTag
        if let known = request.headerFields[.ifNoneMatch], matches(known) {
            fields[.contentType] = nil
            return Answer(head: HTTPResponse(status: .notModified, headerFields: Self.guarded(fields)), range: nil)
        }
        fields[.acceptRanges] = "bytes"
        guard request.method == .get else { return Answer(head: Self.head(.ok, fields, length: length), range: nil) }
        switch range(of: request) {
        case .whole: return Answer(head: Self.head(.ok, fields, length: length), range: 0..<length)
        case .part(let range):
            fields[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(length)"
            return Answer(head: Self.head(.partialContent, fields, length: range.count), range: range)
        case .unsatisfiable:
            fields[.contentRange] = "bytes */\(length)"
            fields[.contentType] = nil
            return Answer(head: Self.head(.rangeNotSatisfiable, fields, length: 0), range: nil)
        }
    }

    private var quotedTag: String { "\"\(tag)\"" }

    private func range(of request: HTTPRequest) -> ByteRange {
        // Of another version than the one begun, all is wanted. A date is none of our tags.
        if let begun = request.headerFields[.ifRange], begun != quotedTag { return .whole }
        return ByteRange(request.headerFields[.range], length: length)
    }

    /// Weak comparison, as RFC 9110 asks for here. Our tags hold no comma.
    private func matches(_ list: String) -> Bool {
        list.split { $0 == "," || $0 == " " || $0 == "\t" }.contains { item in
            item == "*" || (item.hasPrefix("W/") ? item.dropFirst(2) : item) == quotedTag[...]
        }
    }

    // MARK: - Heads

    static func head(_ status: HTTPResponse.Status, _ fields: HTTPFields, length: Int) -> HTTPResponse {
        var fields = guarded(fields)
        fields[.contentLength] = String(length)
        return HTTPResponse(status: status, headerFields: fields)
    }

    /// With what keeps pages of other hosts from making use of the answer.
    static func guarded(_ fields: HTTPFields) -> HTTPFields {
        var fields = fields
        fields[.xContentTypeOptions] = "nosniff"
        fields[.contentSecurityPolicy] = "frame-ancestors 'self'"
        if let name = HTTPField.Name("Cross-Origin-Resource-Policy") { fields[name] = "same-origin" }
        return fields
    }
}
