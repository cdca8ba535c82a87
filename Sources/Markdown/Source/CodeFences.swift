/// Tells the lines of fenced code at the margin, which the limits need not measure.
///
/// It says "code" only where there can be no doubt. A fence that begins its line closes every list and quote, so that it
/// opens or closes code wherever it stands, but in an HTML block: after a line that may open one that goes beyond a blank
/// line, nothing is called code any more. Neither is it after a fence that may be one or not: behind a line of HTML, or
/// behind one to three blanks, where it may stand in a list, which a fence at the margin ends with it, or by itself, so that
/// one at the margin closes it.
struct CodeFences {
    private var open: (sign: UInt8, length: Int)?
    private var inHTML = false
    private var isInDoubt = false

    /// Whether the line is code, or the fence that ends it.
    mutating func isCode(_ line: ArraySlice<UInt8>) -> Bool {
        if let (sign, length) = open {
            let (start, run) = Self.run(of: sign, in: line)
            if start < 4, run >= length, line.dropFirst(start + run).allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { open = nil }
            return true
        }
        let text = line.drop { $0 == 0x20 || $0 == 0x09 }
        if text.isEmpty { inHTML = false }
        // HTML may begin behind the markers of a list or a quote, but then ends with them.
        if text.first == 0x3C {
            inHTML = true
            isInDoubt = isInDoubt || Self.mayGoBeyondBlankLines(text)
        }
        guard !isInDoubt, let sign = text.first, sign == 0x60 || sign == 0x7E else { return false }
        let (start, run) = Self.run(of: sign, in: line)
        guard start < 4, run >= 3, sign == 0x7E || !text.dropFirst(run).contains(0x60) else { return false }
        isInDoubt = start > 0 || inHTML
        if isInDoubt { return false }
        open = (sign, run)
        return true
    }

    /// The blanks before a run of `sign` at the line's head, and its length.
    private static func run(of sign: UInt8, in line: ArraySlice<UInt8>) -> (start: Int, length: Int) {
        let start = line.prefix { $0 == 0x20 }.count
        return (start, line.dropFirst(start).prefix { $0 == sign }.count)
    }

    private static func mayGoBeyondBlankLines(_ text: ArraySlice<UInt8>) -> Bool {
        let head = text.dropFirst().prefix(8).map { $0 | 0x20 }
        // A comment on one line is at its end there.
        if text.starts(with: "<!--".utf8) {
            return !text.indices.contains { text[$0] == 0x3E && text[..<$0].suffix(2).elementsEqual("--".utf8) }
        }
        return head.first == 0x21 || head.first == 0x3F
            || ["script", "pre", "style", "textarea"].contains { head.starts(with: $0.utf8) }
    }
}
