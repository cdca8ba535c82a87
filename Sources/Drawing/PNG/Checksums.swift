/// The sums that PNG and zlib files carry.
enum Checksums {
    /// CRC-32 as PNG has it (ISO 3309).
    static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
        ~bytes.reduce(~0) { crc, byte in crcs[Int((crc ^ UInt32(byte)) & 255)] ^ crc >> 8 }
    }

    /// Adler-32 as zlib has it (RFC 1950).
    static func adler32(_ bytes: [UInt8]) -> UInt32 {
        var (a, b): (UInt32, UInt32) = (1, 0)
        // So many sums of bytes as 32 bits hold at the worst.
        for start in stride(from: 0, to: bytes.count, by: 5_552) {
            for byte in bytes[start..<min(start + 5_552, bytes.count)] {
                a &+= UInt32(byte)
                b &+= a
            }
            (a, b) = (a % 65_521, b % 65_521)
        }
        return b << 16 | a
    }

    private static let crcs: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ crc >> 1 : crc >> 1 }
    }
}
