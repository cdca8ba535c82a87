/// Reads the size of a picture from the first bytes of its file: PNG, GIF, JPEG, WebP and SVG.
public enum ImageHeader {
    /// How many bytes to look at first. A JPEG file may have its size further back: see `needsMore`.
    public static let length = 4 * 1024
    /// How many bytes to look at, at most.
    public static let limit = 1024 * 1024

    /// The endings of names of files that this knows.
    public static let endings: Set<String> = ["gif", "jpeg", "jpg", "png", "svg", "webp"]

    /// The size; `nil` where the bytes are of no known format, or do not hold it.
    public static func size(_ bytes: [UInt8]) -> ImageSize? {
        let bytes = Bytes(bytes)
        if bytes.starts(0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return png(bytes) }
        if bytes.starts(0, "GIF8") { return gif(bytes) }
        if bytes.starts(0, [0xFF, 0xD8]) { return JPEGHeader(bytes).size }
        if bytes.starts(0, "RIFF"), bytes.starts(8, "WEBP") { return webP(bytes) }
        return SVGHeader.size(bytes.all)
    }

    /// Whether the file's size may stand behind the first bytes: pictures from cameras begin with much else.
    public static func needsMore(_ bytes: [UInt8]) -> Bool {
        bytes.count == length && (bytes.starts(with: [0xFF, 0xD8]) || !bytes.contains(0)) && size(bytes) == nil
    }

    private static func png(_ bytes: Bytes) -> ImageSize? {
        guard bytes.starts(12, "IHDR"), let width = bytes.big(16, 4), let height = bytes.big(20, 4) else { return nil }
        return ImageSize(width: width, height: height)
    }

    private static func gif(_ bytes: Bytes) -> ImageSize? {
        guard let width = bytes.little(6, 2), let height = bytes.little(8, 2) else { return nil }
        return ImageSize(width: width, height: height)
    }

    /// The three ways that WebP begins: lossy, lossless, extended.
    private static func webP(_ bytes: Bytes) -> ImageSize? {
        if bytes.starts(12, "VP8 "), bytes.starts(23, [0x9D, 0x01, 0x2A]), let width = bytes.little(26, 2), let height = bytes.little(28, 2)
        {
            return ImageSize(width: width & 0x3FFF, height: height & 0x3FFF)
        }
        if bytes.starts(12, "VP8L"), bytes.starts(20, [0x2F]), let bits = bytes.little(21, 4) {
            return ImageSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
        }
        if bytes.starts(12, "VP8X"), let width = bytes.little(24, 3), let height = bytes.little(27, 3) {
            return ImageSize(width: width + 1, height: height + 1)
        }
        return nil
    }
}

/// Bytes that may end too soon.
struct Bytes {
    let all: [UInt8]

    init(_ all: [UInt8]) { self.all = all }

    func starts(_ offset: Int, _ bytes: [UInt8]) -> Bool {
        offset + bytes.count <= all.count && all[offset..<offset + bytes.count].elementsEqual(bytes)
    }

    func starts(_ offset: Int, _ text: StaticString) -> Bool {
        starts(offset, Array(text.description.utf8))
    }

    func big(_ offset: Int, _ count: Int) -> Int? {
        guard offset >= 0, offset + count <= all.count else { return nil }
        return all[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }

    func little(_ offset: Int, _ count: Int) -> Int? {
        guard offset >= 0, offset + count <= all.count else { return nil }
        return all[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
