/// Compresses bytes as zlib does (RFC 1950, RFC 1951), in one block with the fixed codes: plain, and enough for
/// pictures that are mostly one colour.
struct Deflate {
    private var out: [UInt8] = [0x78, 0x9C]
    private var bits: UInt64 = 0
    private var count = 0

    /// The bytes compressed.
    ///
    /// - Parameter row: how many bytes lie between a byte and the one above it: what repeats the row above is found at once.
    static func zlib(_ bytes: [UInt8], row: Int) -> [UInt8] {
        var deflate = Deflate()
        deflate.out.reserveCapacity(bytes.count / 16 + 64)
        // One block, the last, with the fixed codes.
        deflate.put(0b011, 3)
        bytes.withUnsafeBufferPointer { deflate.compress($0, row: row) }
        deflate.symbol(256)
        deflate.put(0, (8 - deflate.count % 8) % 8)
        let sum = Checksums.adler32(bytes)
        return deflate.out + (0..<4).map { UInt8(truncatingIfNeeded: sum >> (24 - 8 * UInt32($0))) }
    }

    private mutating func compress(_ bytes: UnsafeBufferPointer<UInt8>, row: Int) {
        // Where four bytes last stood, by their hash.
        var last = [Int32](repeating: -1, count: 1 << 13)
        var at = 0
        while at < bytes.count {
            var best = (length: 0, distance: 0)
            func tryDistance(_ distance: Int) {
                guard distance > 0, distance <= at, distance <= 32_768, best.length < 258 else { return }
                let length = Self.common(bytes, at, at - distance, limit: min(258, bytes.count - at))
                if length > best.length { best = (length, distance) }
            }
            tryDistance(1)
            tryDistance(row)
            if best.length < 32, at + 4 <= bytes.count {
                let word = UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16 | UInt32(bytes[at + 3]) << 24
                let hash = Int((word &* 0x9E37_79B1) >> 19)
                if last[hash] >= 0 { tryDistance(at - Int(last[hash])) }
                last[hash] = Int32(at)
            }
            if best.length >= 3 {
                match(best.length, best.distance)
                at += best.length
            } else {
                symbol(Int(bytes[at]))
                at += 1
            }
        }
    }

    /// How many bytes at two places are the same, at most `limit`: eight at a time as long as there are so many.
    private static func common(_ bytes: UnsafeBufferPointer<UInt8>, _ a: Int, _ b: Int, limit: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var length = 0
        while length + 8 <= limit {
            let first = raw.loadUnaligned(fromByteOffset: a + length, as: UInt64.self)
            let differing = first ^ raw.loadUnaligned(fromByteOffset: b + length, as: UInt64.self)
            if differing != 0 { return length + differing.littleEndian.trailingZeroBitCount / 8 }
            length += 8
        }
        while length < limit, raw[a + length] == raw[b + length] { length += 1 }
        return length
    }

    private mutating func match(_ length: Int, _ distance: Int) {
        let code = Self.lengthCodes[length]
        symbol(257 + code)
        put(UInt32(length - Self.lengths[code].base), Self.lengths[code].extra)
        let way = Self.distances.lastIndex { $0.base <= distance } ?? 0
        put(Self.reversed(UInt32(way), 5), 5)
        put(UInt32(distance - Self.distances[way].base), Self.distances[way].extra)
    }

    /// A literal, a length, or the end, by the fixed codes.
    private mutating func symbol(_ symbol: Int) {
        let (code, length) = Self.codes[symbol]
        put(code, length)
    }

    /// The lowest bits first.
    private mutating func put(_ value: UInt32, _ length: Int) {
        bits |= UInt64(value) << UInt64(count)
        count += length
        while count >= 8 {
            out.append(UInt8(truncatingIfNeeded: bits))
            bits >>= 8
            count -= 8
        }
    }

    private static func reversed(_ value: UInt32, _ length: Int) -> UInt32 {
        (0..<length).reduce(0) { $0 | (value >> UInt32($1) & 1) << UInt32(length - 1 - $1) }
    }

    /// RFC 1951, 3.2.6. Huffman codes go in with their highest bit first, so they are turned round.
    private static let codes: [(code: UInt32, length: Int)] = (0..<288).map { symbol in
        let (code, length) =
            switch symbol {
            case 0..<144: (0x30 + symbol, 8)
            case 144..<256: (0x190 + symbol - 144, 9)
            case 256..<280: (symbol - 256, 7)
            default: (0xC0 + symbol - 280, 8)
            }
        return (reversed(UInt32(code), length), length)
    }

    /// RFC 1951, 3.2.5: the first length of each code, and how many bits say the rest.
    private static let lengths: [(base: Int, extra: Int)] = {
        var (lengths, base): ([(Int, Int)], Int) = ([], 3)
        for code in 0..<28 {
            let extra = code < 8 ? 0 : code / 4 - 1
            lengths.append((base, extra))
            base += 1 << extra
        }
        return lengths + [(258, 0)]
    }()

    private static let lengthCodes: [Int] = (0...258).map { length in
        length < 3 ? 0 : (length == 258 ? 28 : lengths.prefix(28).lastIndex { $0.base <= length } ?? 0)
    }

    private static let distances: [(base: Int, extra: Int)] = {
        var (distances, base): ([(Int, Int)], Int) = ([], 1)
        for code in 0..<30 {
            let extra = code < 4 ? 0 : code / 2 - 1
            distances.append((base, extra))
            base += 1 << extra
        }
        return distances
    }()
}
