/// A few ASCII characters, to look bytes up in.
package struct ByteSet: Sendable {
    private let low: UInt64
    private let high: UInt64

    /// - Parameter characters: ASCII characters; others are left out.
    package init(_ characters: StaticString) {
        var (low, high): (UInt64, UInt64) = (0, 0)
        characters.withUTF8Buffer { bytes in
            for byte in bytes where byte < 128 {
                if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
            }
        }
        (self.low, self.high) = (low, high)
    }

    /// Whether a byte is one of the characters.
    package func contains(_ byte: UInt8) -> Bool {
        byte < 128 && (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte - 64)) & 1 == 1
    }
}
