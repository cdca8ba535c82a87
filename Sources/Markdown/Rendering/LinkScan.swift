/// A text on its way from what is read to what is written, and where in it links, names and code begin and end.
struct LinkScan {
    static let backslash: UInt8 = 0x5C
    static let tick: UInt8 = 0x60
    static let open: UInt8 = 0x5B
    static let close: UInt8 = 0x5D
    static let round: UInt8 = 0x28
    static let roundEnd: UInt8 = 0x29
    static let less: UInt8 = 0x3C
    static let more: UInt8 = 0x3E
    static let line: UInt8 = 0x0A

    let bytes: [UInt8]
    private(set) var place = 0
    private(set) var written: [UInt8] = []

    init(bytes: [UInt8]) { self.bytes = bytes }

    var next: UInt8? { byte(0) }
    func byte(_ ahead: Int) -> UInt8? { at(place + ahead) }
    private func at(_ place: Int) -> UInt8? { bytes.indices.contains(place) ? bytes[place] : nil }

    mutating func copy(_ count: Int) {
        let end = min(place + count, bytes.count)
        written += bytes[place..<end]
        place = end
    }

    mutating func write(_ text: String, upTo end: Int) {
        written += text.utf8
        place = end
    }

    mutating func skip(to end: Int) { place = end }

    /// As much of the text as a citation or a wiki link can take.
    var ahead: String { String(decoding: bytes[place..<min(place + 1_100, bytes.count)], as: UTF8.self) }

    /// Whether nothing but blanks stand before it on its line.
    var isAtLineStart: Bool {
        var before = place - 1
        while let byte = at(before), byte == 0x20, place - before < 4 { before -= 1 }
        return before < 0 || at(before) == Self.line
    }

    /// How far a span of code goes that may begin here; over its ticks alone where it has no end in its paragraph.
    var codeSpan: Int {
        func run(_ start: Int) -> Int {
            var end = start
            while at(end) == Self.tick { end += 1 }
            return end - start
        }
        let length = run(place)
        var end = place + length
        while let byte = at(end) {
            if byte == Self.tick {
                let found = run(end)
                end += found
                if found == length { return end - place }
            } else if byte == Self.line, at(skipBlanks(end + 1)) == Self.line {
                break
            } else {
                end += 1
            }
        }
        return length
    }

    /// Where the address begins if this is `[name]: address`, and no footnote.
    var definition: Int? {
        guard byte(1) != 0x5E else { return nil }
        var end = place + 1
        while let byte = at(end), byte != Self.close {
            if byte == Self.open || end - place > 1_000 { return nil }
            end += byte == Self.backslash ? 2 : 1
        }
        guard at(end) == Self.close, at(end + 1) == 0x3A else { return nil }
        return skipBlanks(end + 2)
    }

    /// An address from some place, as it is meant, and where it ends.
    func target(from start: Int) -> (text: String, end: Int)? {
        var end = skipBlanks(start)
        let first = end
        if at(end) == Self.less {
            while let byte = at(end), byte != Self.more, byte != Self.line { end += 1 }
            guard at(end) == Self.more else { return nil }
            return (Self.meant(bytes[(first + 1)..<end]), end + 1)
        }
        var depth = 0
        loop: while let byte = at(end), byte > 0x20 {
            switch byte {
            case Self.backslash where at(end + 1).map({ $0 > 0x20 }) == true: end += 1
            case Self.round: depth += 1
            case Self.roundEnd:
                depth -= 1
                if depth < 0 { break loop }
            default: break
            }
            end += 1
        }
        return end > first ? (Self.meant(bytes[first..<end]), end) : nil
    }

    /// Where a link ends whose address has ended: behind its title and its bracket.
    func endOfLink(from start: Int) -> Int {
        var end = skipBlanks(start)
        if let quote = at(end), quote == 0x22 || quote == 0x27 || quote == Self.round {
            let last = quote == Self.round ? Self.roundEnd : quote
            end += 1
            while let byte = at(end), byte != last { end += byte == Self.backslash ? 2 : 1 }
            end = skipBlanks(end + 1)
        }
        return at(end) == Self.roundEnd ? end + 1 : start
    }

    func endOfLine(from start: Int) -> Int {
        var end = start
        while let byte = at(end), byte != Self.line { end += 1 }
        return end
    }

    private func skipBlanks(_ start: Int) -> Int {
        var end = start
        while at(end) == 0x20 || at(end) == 0x09 { end += 1 }
        return end
    }

    /// Without the backslashes that keep signs from meaning something.
    private static func meant(_ bytes: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        var isKept = false
        for byte in bytes {
            if byte == Self.backslash, !isKept {
                isKept = true
            } else {
                if isKept, !isPunctuation(byte) { text.append(Self.backslash) }
                text.append(byte)
                isKept = false
            }
        }
        if isKept { text.append(Self.backslash) }
        return String(decoding: text, as: UTF8.self).replacing("&amp;", with: "&")
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte) || (0x7B...0x7E).contains(byte)
    }
}
