/// The addresses in raw HTML: what its links lead to and what its pictures and media show.
package enum RawAddresses {
    /// What an address is for.
    package enum Use: Sendable, Hashable {
        /// A link, or a file that the page offers: `href`, the `src` of media.
        case link
        /// A picture: `<img src>`, `srcset`, `poster`.
        case image
    }

    /// An address in a piece of HTML.
    package struct Found: Sendable, Hashable {
        /// What it is for.
        package let use: Use
        /// The address, with character references resolved.
        package let url: String
        /// How many line ends precede it.
        package let line: Int
        /// Its bytes in the HTML, quotes included.
        let range: Range<Int>
        /// Whether it is one of several in an attribute, whose quotes stay.
        let isPart: Bool
    }

    /// Every address, in order. Comments, scripts and styles have none.
    package static func all(in html: String) -> [Found] {
        guard html.utf8.contains(UInt8(ascii: "=")) else { return [] }
        var scanner = AttributeScanner(Array(html.utf8))
        return scanner.addresses()
    }

    /// The HTML with other addresses. Everything else stays as it is.
    ///
    /// - Parameter address: the address to write; `nil` keeps the one that is there.
    package static func rewritten(_ html: String, _ address: (Use, String) -> String?) -> String {
        let found = all(in: html)
        guard !found.isEmpty else { return html }
        let bytes = Array(html.utf8)
        var written: [UInt8] = []
        var end = 0
        for place in found {
            guard let new = address(place.use, place.url), new != place.url else { continue }
            written += bytes[end..<place.range.lowerBound]
            if !place.isPart { written.append(UInt8(ascii: "\"")) }
            written.append(escaping: new, apostrophes: true)
            if !place.isPart { written.append(UInt8(ascii: "\"")) }
            end = place.range.upperBound
        }
        return String(decoding: written + bytes[end...], as: UTF8.self)
    }

    /// What an attribute of an element is for; `nil` if it holds no address.
    fileprivate static func use(of attribute: String, in element: String) -> Use? {
        switch attribute {
        case "href", "xlink:href":
            switch element {
            case "a", "area": .link
            case "image", "use": .image
            default: nil
            }
        case "src":
            switch element {
            case "img", "input": .image
            case "source", "video", "audio", "track", "embed": .link
            default: nil
            }
        case "srcset": element == "img" || element == "source" ? .image : nil
        case "poster": element == "video" ? .image : nil
        case "data": element == "object" ? .link : nil
        default: nil
        }
    }
}

/// Finds the attributes of tags, tolerant as browsers are.
private struct AttributeScanner {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 0
    private var counted = 0
    private var found: [RawAddresses.Found] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func addresses() -> [RawAddresses.Found] {
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open + 1
            if starts(with: "!--") {
                skip(past: "-->")
            } else if index < bytes.count, Self.isLetter(bytes[index]) {
                tag()
            }
        }
        return found
    }

    private mutating func tag() {
        let element = word { !Self.isBlank($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            if Self.isBlank(bytes[index]) || bytes[index] == UInt8(ascii: "/") {
                index += 1
                continue
            }
            // A `=` that opens a name is a part of it.
            let first = index
            index += 1
            while index < bytes.count, !Self.isBlank(bytes[index]), !Self.endsName.contains(bytes[index]) { index += 1 }
            let name = Self.lowercased(bytes[first..<index])
            skipBlanks()
            guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { continue }
            index += 1
            skipBlanks()
            let value = value()
            if let use = RawAddresses.use(of: name, in: element) { add(value, use, isSet: name == "srcset") }
        }
        if element == "script" || element == "style" { skip(past: "</\(element)") }
    }

    /// The bytes of a value, and those with its quotes.
    private mutating func value() -> (inner: Range<Int>, outer: Range<Int>) {
        let start = index
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
            while index < bytes.count, !Self.isBlank(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
            return (start..<index, start..<index)
        }
        let end = bytes[(start + 1)...].firstIndex(of: bytes[start]) ?? bytes.count
        index = min(end + 1, bytes.count)
        return (start + 1..<end, start..<index)
    }

    private mutating func add(_ value: (inner: Range<Int>, outer: Range<Int>), _ use: RawAddresses.Use, isSet: Bool) {
        let isQuoted = value.inner != value.outer
        guard isSet, isQuoted else { return add(value.inner, as: value.outer, use, isPart: false) }
        // `a.png 1x, b.png 2x`: an address ends at white space; what follows it up to a comma describes it.
        var at = value.inner.lowerBound
        while at < value.inner.upperBound {
            if Self.isBlank(bytes[at]) || bytes[at] == UInt8(ascii: ",") {
                at += 1
                continue
            }
            var end = bytes[at..<value.inner.upperBound].firstIndex(where: Self.isBlank) ?? value.inner.upperBound
            let next = end
            while end > at + 1, bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
            add(at..<end, as: at..<end, use, isPart: true)
            at = end < next ? next : (bytes[next..<value.inner.upperBound].firstIndex(of: UInt8(ascii: ",")) ?? value.inner.upperBound)
        }
    }

    private mutating func add(_ inner: Range<Int>, as range: Range<Int>, _ use: RawAddresses.Use, isPart: Bool) {
        line += bytes[counted..<inner.lowerBound].count { $0 == 0x0A }
        counted = inner.lowerBound
        let text = CharacterReferences.resolve(in: String(decoding: bytes[inner], as: UTF8.self)).trimmingWhitespace
        guard !text.isEmpty else { return }
        found.append(RawAddresses.Found(use: use, url: text, line: line, range: range, isPart: isPart))
    }

    private mutating func word(_ belongs: (UInt8) -> Bool) -> String {
        let start = index
        while index < bytes.count, belongs(bytes[index]) { index += 1 }
        return Self.lowercased(bytes[start..<index])
    }

    private mutating func skipBlanks() {
        while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
    }

    private func starts(with word: String) -> Bool { bytes[index...].starts(with: word.utf8) }

    private mutating func skip(past end: String) {
        while index < bytes.count {
            if Self.lowercased(bytes[index..<min(index + end.utf8.count, bytes.count)]) == end {
                index += end.utf8.count
                return
            }
            index += 1
        }
    }

    private static let endsName = [UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/")]

    private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
