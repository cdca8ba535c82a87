import Diagnostics

/// Finds where the pieces of a document stand in its text: the parser's own columns are only hints.
///
/// References come in the order of the text, so the search goes on behind the last find. What is not there as it
/// reads (an address with entities in it, one that a reference definition gives) costs a search of its block; there is a
/// bound on all such searches together, and beyond it only the block is named.
struct Locator {
    let source: SourceText

    private var line = 0
    /// Bytes and scalars of the line that lie behind the search.
    private var offset = 0
    private var column = 0
    private var budget = 16 << 20
    /// How far a search goes when the budget is spent.
    private static let leastReach = 1 << 9

    init(_ source: SourceText) { self.source = source }

    /// Where the first of `needles` that can be found stands in the lines; else the first of the lines as a whole.
    ///
    /// `isEnd` says whether the byte behind a find may follow it; `nil` is the line's end.
    mutating func locate(
        _ needles: [String],
        in lines: ClosedRange<Int>,
        isEnd: (UInt8?) -> Bool = { _ in true }
    ) -> Location {
        for needle in needles where !needle.isEmpty {
            if let place = find(needle, in: lines, isEnd) { return place }
        }
        return source.location(line: lines.lowerBound)
    }

    private mutating func find(_ needle: String, in lines: ClosedRange<Int>, _ isEnd: (UInt8?) -> Bool) -> Location? {
        let isInside = lines.contains(line)
        if !isInside { (line, offset, column) = (lines.lowerBound, 0, 0) }
        var reach = max(budget, Self.leastReach)
        let start = (line, offset, column)
        if let found = search(needle, from: start, through: lines.upperBound, &reach, isEnd) {
            (line, offset, column) = (found.line, found.offset + needle.utf8.count, found.column + needle.unicodeScalars.count)
            return place(found, needle)
        }
        budget = min(budget, reach)
        // Footnotes and nested blocks may go back.
        guard isInside, budget > 0, let found = search(needle, from: (lines.lowerBound, 0, 0), through: start.0, &budget, isEnd)
        else { return nil }
        return place(found, needle)
    }

    private func place(_ found: (line: Int, offset: Int, column: Int), _ needle: String) -> Location {
        source.location(line: found.line, columns: [found.column + 1..<found.column + 1 + needle.unicodeScalars.count])
    }

    private func search(
        _ needle: String,
        from start: (line: Int, offset: Int, column: Int),
        through last: Int,
        _ reach: inout Int,
        _ isEnd: (UInt8?) -> Bool
    ) -> (line: Int, offset: Int, column: Int)? {
        var (line, offset, column) = start
        while line <= last, reach > 0 {
            guard let text = source.line(line) else { return nil }
            let found = text.utf8.withContiguousStorageIfAvailable { hay in
                needle.utf8.withContiguousStorageIfAvailable { pin in
                    Self.search(pin, in: hay, from: (offset, column), &reach, isEnd)
                } ?? nil
            }
            if let found = found ?? nil { return (line, found.offset, found.column) }
            (line, offset, column) = (line + 1, 0, 0)
        }
        return nil
    }

    private static func search(
        _ pin: UnsafeBufferPointer<UInt8>,
        in hay: UnsafeBufferPointer<UInt8>,
        from start: (offset: Int, column: Int),
        _ reach: inout Int,
        _ isEnd: (UInt8?) -> Bool
    ) -> (offset: Int, column: Int)? {
        var (offset, column) = start
        let end = min(hay.count, offset + reach)
        reach -= end - offset + 1
        while offset < end, offset + pin.count <= hay.count {
            let after = offset + pin.count
            if hay[offset] == pin[0], hay[offset..<after].elementsEqual(pin), isEnd(after < hay.count ? hay[after] : nil) {
                return (offset, column)
            }
            offset += 1
            if offset < hay.count, hay[offset] & 0xC0 != 0x80 { column += 1 }
        }
        return nil
    }
}
