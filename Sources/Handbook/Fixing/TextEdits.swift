import Diagnostics

/// Changes to one text, each to a part of its own: all ranges are those of the text as it was.
package struct TextEdits {
    package let source: SourceText
    /// In the order of their places.
    private var edits: [(range: Range<String.Index>, text: String)] = []

    package init(_ source: SourceText) { self.source = source }

    package var isEmpty: Bool { edits.isEmpty }

    /// The changes, in the order of their places.
    package var all: [(range: Range<String.Index>, text: String)] { edits }

    /// The text with all changes made.
    package var result: String {
        var result = ""
        var from = source.text.startIndex
        for edit in edits {
            result += source.text[from..<edit.range.lowerBound]
            result += edit.text
            from = edit.range.upperBound
        }
        return result + source.text[from...]
    }

    /// Replaces a part, unless some of it is replaced already.
    @discardableResult
    package mutating func replace(_ range: Range<String.Index>, with text: String) -> Bool {
        var at = firstIndex(from: range.lowerBound)
        if at > 0, edits[at - 1].range.upperBound > range.lowerBound { return false }
        // What is put before this place stays before it.
        while at < edits.count, edits[at].range == range.lowerBound..<range.lowerBound { at += 1 }
        if at < edits.count, edits[at].range.lowerBound < range.upperBound { return false }
        edits.insert((range, text), at: at)
        return true
    }

    /// Puts lines before a line of the text, or at its end.
    package mutating func insert(_ lines: [String], beforeLine number: Int) {
        guard !lines.isEmpty else { return }
        let place = source.line(number)?.startIndex ?? source.text.endIndex
        edits.insert((place..<place, lines.map { $0 + "\n" }.joined()), at: firstIndex(from: place))
    }

    /// Whether some of a part is replaced.
    package func touches(_ range: Range<String.Index>) -> Bool {
        let at = firstIndex(from: range.lowerBound)
        return (at > 0 && edits[at - 1].range.upperBound > range.lowerBound)
            || (at < edits.count && edits[at].range.lowerBound < range.upperBound)
    }

    /// The part of a line between two columns, counted in scalars from 1.
    package func range(line number: Int, columns: Range<Int>) -> Range<String.Index>? {
        guard let scalars = source.line(number)?.unicodeScalars, columns.lowerBound > 0,
            let start = scalars.index(scalars.startIndex, offsetBy: columns.lowerBound - 1, limitedBy: scalars.endIndex),
            let end = scalars.index(start, offsetBy: columns.count, limitedBy: scalars.endIndex)
        else { return nil }
        return start..<end
    }

    /// The first change that does not begin before a place.
    private func firstIndex(from place: String.Index) -> Int {
        var (low, high) = (0, edits.count)
        while low < high {
            let middle = (low + high) / 2
            if edits[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
