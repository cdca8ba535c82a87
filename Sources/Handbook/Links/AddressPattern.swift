/// Addresses of one form: `https://intranet.example.org/*`. `*` stands for any letters, also none; all else for itself.
public struct AddressPattern: Sendable, Hashable {
    private let parts: [[UInt8]]

    /// A pattern as settings have it.
    public init(_ text: String) {
        parts = text.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map { Array($0) }
    }

    /// Whether an address is of the form.
    public func matches(_ address: String) -> Bool {
        var rest = Array(address.utf8)[...]
        guard let first = parts.first, let last = parts.last, rest.starts(with: first) else { return false }
        if parts.count == 1 { return rest.count == first.count }
        rest = rest.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            // The first place that fits leaves most for what follows.
            guard let end = Self.end(of: part, in: rest) else { return false }
            rest = rest[end...]
        }
        return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
    }

    private static func end(of part: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        var at = bytes.startIndex
        while at + part.count <= bytes.endIndex {
            if bytes[at..<at + part.count].elementsEqual(part) { return at + part.count }
            at += 1
        }
        return nil
    }
}
