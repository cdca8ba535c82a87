/// A picture whose pixels are places in a palette, and its file in the Portable Network Graphics format (ISO 15948).
package struct PNG {
    let width: Int
    let height: Int
    /// At most 256 colours.
    package let palette: [OKLCH]
    /// Row by row from the top, from left to right.
    let pixels: [UInt8]

    /// The file's bytes.
    package var bytes: [UInt8] {
        // Two pixels in a byte where sixteen colours are enough.
        let depth = palette.count <= 16 ? 4 : 8
        let row = 1 + (width * depth + 7) / 8
        var rows: [UInt8] = []
        rows.reserveCapacity(row * height)
        for y in 0..<height {
            // The first byte of a row says how it is filtered: not at all.
            rows.append(0)
            let line = pixels[y * width..<(y + 1) * width]
            if depth == 8 {
                rows += line
            } else {
                line.withUnsafeBufferPointer { line in
                    for at in stride(from: 0, to: line.count, by: 2) {
                        rows.append(line[at] << 4 | (at + 1 < line.count ? line[at + 1] : 0))
                    }
                }
            }
        }
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        Self.chunk("IHDR", Self.big(width) + Self.big(height) + [UInt8(depth), 3, 0, 0, 0], into: &file)
        Self.chunk("PLTE", palette.flatMap { [$0.bytes.red, $0.bytes.green, $0.bytes.blue] }, into: &file)
        Self.chunk("IDAT", Deflate.zlib(rows, row: row), into: &file)
        Self.chunk("IEND", [], into: &file)
        return file
    }

    private static func chunk(_ name: String, _ data: [UInt8], into file: inout [UInt8]) {
        let body = Array(name.utf8) + data
        file += big(data.count) + body + big(Int(Checksums.crc32(body)))
    }

    private static func big(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }
}
