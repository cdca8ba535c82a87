import Diagnostics

/// Lines and columns of the bytes of a file.
struct SourcePlaces {
    private let path: String
    private let bytes: [UInt8]
    private let lineStarts: [Int]

    init(path: String, _ bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    /// The place of some bytes; of those that span lines, only the first line is underlined.
    func location(_ range: Range<Int>) -> Location {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= range.lowerBound { low = middle } else { high = middle }
        }
        let column = scalars(lineStarts[low]..<range.lowerBound) + 1
        let end = low + 1 < lineStarts.count ? min(range.upperBound, lineStarts[low + 1] - 1) : range.upperBound
        let width = scalars(range.lowerBound..<max(range.lowerBound, end))
        return Location(path, line: low + 1, columns: [column..<column + max(1, width)])
    }

    private func scalars(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
}
