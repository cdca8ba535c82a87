/// As much of zlib and PNG as it takes to read what the pictures write: it shares no code with them.
package enum Inflate {
    /// What a zlib stream with one block of fixed codes holds; `nil` if it is not right in every bit.
    package static func zlib(_ packed: [UInt8]) -> [UInt8]? {
        guard packed.count > 6, (Int(packed[0]) << 8 | Int(packed[1])) % 31 == 0, packed[0] & 15 == 8 else { return nil }
        let bits = packed[2..<packed.count - 4].flatMap { byte in (0..<8).map { byte >> $0 & 1 } }
        var at = 0
        func low(_ count: Int) -> Int? {
            guard at + count <= bits.count else { return nil }
            defer { at += count }
            return (0..<count).reduce(0) { $0 | Int(bits[at + $1]) << $1 }
        }
        func high(_ count: Int) -> Int? {
            guard at + count <= bits.count else { return nil }
            defer { at += count }
            return (0..<count).reduce(0) { $0 << 1 | Int(bits[at + $1]) }
        }
        func symbol() -> Int? {
            guard let seven = high(7) else { return nil }
            if seven < 0b0011000 { return 256 + seven }
            guard let eighth = high(1) else { return nil }
            let eight = seven << 1 | eighth
            if eight < 0b1100_0000 { return eight - 0x30 }
            if eight < 0b1100_1000 { return 280 + eight - 0xC0 }
            return high(1).map { (eight << 1 | $0) - 0x190 + 144 }
        }
        guard low(1) == 1, low(2) == 1 else { return nil }
        let lengths = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258]
        let extra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
        let distances = [
            1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289,
            16385,
            24577,
        ]
        var out: [UInt8] = []
        while let next = symbol(), next != 256 {
            if next < 256 {
                out.append(UInt8(next))
                continue
            }
            guard next < 286, let more = low(extra[next - 257]), let way = high(5), way < 30,
                let far = low(way < 4 ? 0 : way / 2 - 1)
            else { return nil }
            let distance = distances[way] + far
            guard distance <= out.count else { return nil }
            for _ in 0..<lengths[next - 257] + more { out.append(out[out.count - distance]) }
        }
        // Nothing but the rest of a byte is left.
        guard bits.count - at < 8, bits[at...].allSatisfy({ $0 == 0 }) else { return nil }
        let sum = packed.suffix(4).reduce(0) { $0 << 8 | UInt32($1) }
        return sum == adler(out) ? out : nil
    }

    /// RFC 1950, as it is written there.
    package static func adler(_ bytes: [UInt8]) -> UInt32 {
        let (a, b) = bytes.reduce((UInt64(1), UInt64(0))) { sums, byte in
            let a = (sums.0 + UInt64(byte)) % 65_521
            return (a, (sums.1 + a) % 65_521)
        }
        return UInt32(b << 16 | a)
    }

    /// CRC-32, bit by bit (ISO 3309).
    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
        }
    }

    /// The chunks of a PNG file, each sum proved.
    package static func chunks(_ file: [UInt8]) -> [(name: String, data: [UInt8])]? {
        guard file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
        var (chunks, at): ([(String, [UInt8])], Int) = ([], 8)
        func number(_ start: Int) -> Int { file[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
        while at + 12 <= file.count {
            let length = number(at)
            guard at + 12 + length <= file.count else { return nil }
            let body = Array(file[at + 4..<at + 8 + length])
            guard Int(crc(body)) == number(at + 8 + length) else { return nil }
            chunks.append((String(decoding: body.prefix(4), as: UTF8.self), Array(body.dropFirst(4))))
            at += 12 + length
        }
        return at == file.count ? chunks : nil
    }
}
