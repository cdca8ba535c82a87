/// The part of a file that a request asks for: RFC 9110, section 14.
enum ByteRange: Equatable {
    /// All of it: also where the header makes no sense, or asks for several parts, as a server may.
    case whole
    case part(Range<Int>)
    /// There is no such part.
    case unsatisfiable

    /// - Parameters:
    ///   - header: the value of `Range`.
    ///   - length: the file's, in bytes.
    init(_ header: String?, length: Int) {
        self = header.flatMap { Self.read($0, length) } ?? .whole
    }

    private static func read(_ header: String, _ length: Int) -> ByteRange? {
        let parts = header.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bytes" else { return nil }
        let ends = parts[1].split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
        // A number of any length is allowed; one that is too large is as good as the largest.
        let (first, last) = (number(ends[0]), number(ends[1]))
        switch (first, last) {
        case (nil, nil): return nil
        case (nil, let count?):
            return count == 0 || length == 0 ? .unsatisfiable : .part(max(0, length - count)..<length)
        case (let first?, let last):
            if let last, last < first { return nil }
            guard first < length else { return .unsatisfiable }
            return .part(first..<min(length, last.map { $0 == .max ? $0 : $0 + 1 } ?? length))
        }
    }

    private static func number(_ text: Substring) -> Int? {
        text.isEmpty ? nil : Int(text) ?? .max
    }
}
