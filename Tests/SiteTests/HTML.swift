import Foundation

/// As much of HTML as tests need: what stands in attributes, elements and tables of pages that the theme made.
struct HTML: Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    /// The values of an attribute, entities resolved, in order.
    func attribute(_ name: String) -> [String] {
        var scanner = ByteScanner(text)
        var found: [String] = []
        while scanner.skip(past: "\(name)=\"", after: " \n") {
            if let value = scanner.take(upTo: "\"") { found.append(Self.plain(value)) }
        }
        return found
    }

    /// The inner HTML of every element of a name whose opening tag holds `marker`; elements of that name are not nested.
    func elements(_ name: String, _ marker: String = "") -> [HTML] {
        var scanner = ByteScanner(text)
        var found: [HTML] = []
        while scanner.skip(past: "<\(name)", before: " \n>") {
            guard let tag = scanner.take(upTo: ">") else { break }
            guard marker.isEmpty || tag.contains(marker) else { continue }
            guard let inner = scanner.take(upTo: "</\(name)>") else { break }
            found.append(HTML(inner))
        }
        return found
    }

    /// The text without markup, white space folded.
    var plainText: String {
        Self.plain(text.replacingOccurrences(of: "<[^>]*>", with: " ", options: .regularExpression))
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    func contains(_ part: String) -> Bool { ByteScanner(text).contains(part) }

    /// The cells of every row of every table body, as plain text.
    var rows: [[String]] {
        elements("tr").map { row in
            var scanner = ByteScanner(row.text)
            var cells: [String] = []
            while scanner.skip(past: "<t", before: "hd") {
                guard let tag = scanner.take(upTo: ">"), let inner = scanner.take(upTo: "</t") else { break }
                if tag.first == "h" || tag.first == "d" { cells.append(HTML(inner).plainText) }
            }
            return cells
        }
    }

    private static func plain(_ text: String) -> String {
        guard text.utf8.contains(0x26) else { return text }
        return text.replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
            .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&#39;", with: "'")
            .replacingOccurrences(of: "&amp;", with: "&")
    }
}

/// Walks through a text by its bytes: pages of a megabyte are looked through thousands of times.
private struct ByteScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    func contains(_ part: String) -> Bool { find(part, from: 0) != nil }

    /// Goes behind the next `part` that has one of the characters `before` behind it, and one of `after` before it.
    mutating func skip(past part: String, before: String = "", after: String = "") -> Bool {
        while let start = find(part, from: position) {
            position = start + part.utf8.count
            let isPreceded = after.isEmpty || start > 0 && after.utf8.contains(bytes[start - 1])
            let isFollowed = before.isEmpty || position < bytes.count && before.utf8.contains(bytes[position])
            if isPreceded, isFollowed { return true }
        }
        return false
    }

    /// What stands before the next `part`, and goes behind it.
    mutating func take(upTo part: String) -> String? {
        guard let end = find(part, from: position) else { return nil }
        defer { position = end + part.utf8.count }
        return String(decoding: bytes[position..<end], as: UTF8.self)
    }

    private func find(_ part: String, from start: Int) -> Int? {
        let sought = Array(part.utf8)
        guard let first = sought.first else { return start }
        return bytes.withUnsafeBytes { text -> Int? in
            guard let base = text.baseAddress else { return nil }
            var place = start
            while place + sought.count <= text.count, let hit = memchr(base + place, Int32(first), text.count - place) {
                place = UnsafeRawPointer(hit) - base
                if place + sought.count <= text.count, memcmp(base + place, sought, sought.count) == 0 { return place }
                place += 1
            }
            return nil
        }
    }
}
