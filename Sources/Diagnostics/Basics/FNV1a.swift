/// FNV-1a with 64 bits: a fast hash that is the same in every run. It distinguishes versions and gives no protection.
package enum FNV1a {
    /// The hash of nothing.
    @inlinable package static var start: UInt64 { 0xCBF2_9CE4_8422_2325 }

    /// The hash of bytes.
    @inlinable package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        // Bytes in a row are read four times faster from their storage than through an iterator.
        bytes.withContiguousStorageIfAvailable { $0.reduce(start) { adding(UInt64($1), to: $0) } }
            ?? bytes.reduce(start) { adding(UInt64($1), to: $0) }
    }

    /// The hash of what `hash` is of, and of one value more.
    @inlinable package static func adding(_ value: UInt64, to hash: UInt64) -> UInt64 { (hash ^ value) &* 0x0000_0100_0000_01B3 }
}
