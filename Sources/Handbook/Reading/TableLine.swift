import Markdown

/// A line of a GFM table, split at its pipes as cmark-gfm splits it: an escaped pipe is text, even in code.
package struct TableLine {
    /// The cells' texts without the white space around them.
    package let cells: [String]
    /// Their columns in the line, in Unicode scalars from 1; an empty cell is the space between its pipes.
    package let columns: [Range<Int>]

    package init(_ line: Substring) {
        let scalars = Array(line.unicodeScalars)
        var bounds: [Range<Int>] = []
        var start = 0
        // Any backslash before a pipe makes it text, even one that is escaped itself.
        for (index, scalar) in scalars.enumerated() where scalar == "|" && (index == 0 || scalars[index - 1] != "\\") {
            bounds.append(start..<index)
            start = index + 1
        }
        bounds.append(start..<scalars.count)
        func isBlank(_ range: Range<Int>) -> Bool { scalars[range].allSatisfy { $0 == " " || $0 == "\t" } }
        // The outer pipes are optional; what stands outside them is no cell.
        if let first = bounds.first, isBlank(first) { bounds.removeFirst() }
        if let last = bounds.last, isBlank(last), bounds.count > 1 || scalars.last == "|" { bounds.removeLast() }
        cells = bounds.map { range in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[range])
            return String(text).trimmingWhitespace
        }
        columns = bounds.map { range in
            var range = range
            while let first = range.first, range.count > 1, scalars[first] == " " { range = first + 1..<range.upperBound }
            while range.count > 1, scalars[range.upperBound - 1] == " " { range = range.lowerBound..<range.upperBound - 1 }
            return range.lowerBound + 1..<range.upperBound + 1
        }
    }
}
