/// The size in a JPEG file: that of its frame, turned as its Exif orientation says, since browsers turn it.
struct JPEGHeader {
    private let bytes: Bytes

    init(_ bytes: Bytes) { self.bytes = bytes }

    var size: ImageSize? {
        var at = 2
        var isTurned = false
        while let marker = bytes.big(at, 2), marker >= 0xFF00, let length = bytes.big(at + 2, 2) {
            switch marker & 0xFF {
            case 0xFF:
                // Fill bytes may stand before a marker.
                at += 1
                continue
            // Frames of every coding; the others in this range are tables.
            case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker & 0xFF):
                guard let height = bytes.big(at + 5, 2), let width = bytes.big(at + 7, 2) else { return nil }
                return isTurned ? ImageSize(width: height, height: width) : ImageSize(width: width, height: height)
            case 0xE1: isTurned = isTurned || isSideways(at + 4)
            case 0xD9, 0xDA: return nil
            default: break
            }
            at += 2 + max(2, length)
        }
        return nil
    }

    /// Whether Exif data at an offset says that the picture lies on its side: orientations 5 to 8.
    private func isSideways(_ start: Int) -> Bool {
        guard bytes.starts(start, "Exif\0\0") else { return false }
        let tiff = start + 6
        let isLittle = bytes.starts(tiff, "II")
        func number(_ offset: Int, _ count: Int) -> Int? { isLittle ? bytes.little(offset, count) : bytes.big(offset, count) }
        guard let first = number(tiff + 4, 4), let count = number(tiff + first, 2) else { return false }
        for entry in 0..<count {
            let at = tiff + first + 2 + entry * 12
            guard let tag = number(at, 2) else { return false }
            if tag == 0x0112, let orientation = number(at + 8, 2) { return (5...8).contains(orientation) }
        }
        return false
    }
}
