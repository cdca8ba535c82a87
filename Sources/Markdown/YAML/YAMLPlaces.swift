import Diagnostics
import Yams

/// Turns Yams's marks into places of the file.
struct YAMLPlaces {
    let source: SourceText
    /// The file's line of the YAML's first line.
    let firstLine: Int

    /// The scalars of lines that were asked for: one line may hold all of the values.
    private var scalars: [Int: [Unicode.Scalar]] = [:]

    init(source: SourceText, firstLine: Int) {
        self.source = source
        self.firstLine = firstLine
    }

    /// The YAML's first line.
    var start: Location { source.location(line: firstLine) }

    /// A line of the YAML, counted from 1.
    func line(_ number: Int) -> Location { source.location(line: number + firstLine - 1) }

    /// A place without an extent; the last line when it is behind that.
    func place(_ mark: Mark) -> Location {
        let last = max(firstLine, source.lines.count)
        let number = mark.line + firstLine - 1
        if number > last { return source.location(line: last) }
        let column = max(1, mark.column)
        return source.location(line: number, columns: [column..<column + 1])
    }

    /// A node's place: the whole text where it stands as it reads; only its start for a quoted or folded text.
    mutating func place(of node: Node) -> Location {
        guard let mark = node.mark else { return start }
        var place = place(mark)
        guard case .scalar(let scalar) = node, !scalar.string.isEmpty, let line = place.line, let column = place.column else {
            return place
        }
        let text = scalar.string.unicodeScalars
        let found = scalarsOfLine(line)
        for first in [column, column + 1] where first - 1 + text.count <= found.count {
            if found[(first - 1)...].starts(with: text) {
                place.columns = [first..<first + text.count]
                return place
            }
        }
        return place
    }

    private mutating func scalarsOfLine(_ number: Int) -> [Unicode.Scalar] {
        if let known = scalars[number] { return known }
        let line = source.line(number).map { Array($0.unicodeScalars) } ?? []
        scalars[number] = line
        return line
    }
}
