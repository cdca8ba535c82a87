import Markdown

/// The body of a page by lines, each of which knows its line in the file. Lines that no conversion changes stay as they are,
/// to the byte.
struct BodyLines {
    struct Line {
        var text: String
        /// The line end as it was written; empty at the end of the file.
        var end: String
        /// The line of the file.
        let number: Int
        /// Whether it is code, fenced or indented, which no conversion touches.
        var isCode = false

        var isBlank: Bool { text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

        /// White space before the text.
        var indent: Substring { text.prefix { $0 == " " || $0 == "\t" } }

        /// Another line at the same place.
        func with(_ text: String) -> Line { Line(text: text, end: end.isEmpty ? "\n" : end, number: number) }
    }

    private(set) var lines: [Line]
    /// Whether a line has changed.
    private(set) var isChanged = false

    /// - Parameter firstLine: the line of the file on which the body begins.
    init(_ body: String, firstLine: Int) {
        lines = Self.flagged(Self.split(body, firstLine))
    }

    /// The body.
    var text: String {
        var text = ""
        for line in lines {
            text += line.text
            text += line.end
        }
        return text
    }

    /// Puts other lines in the place of all.
    mutating func set(_ new: [Line]) {
        lines = Self.flagged(new)
        isChanged = true
    }

    /// Changes the words of a line, counted from 0. What the document knows of lines stays true.
    mutating func setText(_ index: Int, _ text: String) { lines[index].text = text }

    /// Puts a line before another, counted from 0.
    mutating func insert(_ text: String, at index: Int) {
        guard let near = lines.last(where: { !$0.end.isEmpty }) ?? lines.first else { return }
        let line = lines.dropFirst(max(0, index - 1)).first ?? near
        if index == lines.count, let last = lines.indices.last, lines[last].end.isEmpty { lines[last].end = "\n" }
        lines.insert(line.with(text), at: min(index, lines.count))
        isChanged = true
    }

    /// Puts lines in the place of some.
    mutating func replace(_ range: Range<Int>, with texts: [String]) {
        guard let first = lines[range].first else { return }
        lines.replaceSubrange(range, with: texts.map(first.with))
        lines = Self.flagged(lines)
        isChanged = true
    }

    private static func split(_ body: String, _ firstLine: Int) -> [Line] {
        var lines: [Line] = []
        let bytes = Array(body.utf8)
        var start = 0
        var index = 0
        while index < bytes.count {
            guard bytes[index] == 0x0A || bytes[index] == 0x0D else {
                index += 1
                continue
            }
            let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
            let end = isPair ? "\r\n" : bytes[index] == 0x0A ? "\n" : "\r"
            lines.append(Line(text: String(decoding: bytes[start..<index], as: UTF8.self), end: end, number: firstLine + lines.count))
            index += isPair ? 2 : 1
            start = index
        }
        if start < bytes.count || lines.isEmpty {
            lines.append(Line(text: String(decoding: bytes[start...], as: UTF8.self), end: "", number: firstLine + lines.count))
        }
        return lines
    }

    // MARK: - Code

    /// The lines with what is code marked.
    static func flagged(_ lines: [Line]) -> [Line] {
        var lines = lines
        var fence: (sign: UInt8, length: Int)?
        var mayBeCode = true
        var isInList = false
        for index in lines.indices {
            let text = lines[index].text.utf8
            let bare = text.drop { $0 == 0x20 || $0 == 0x09 }
            if let open = fence {
                lines[index].isCode = true
                let run = unquoted(bare).prefix { $0 == open.sign }
                if run.count >= open.length, unquoted(bare).dropFirst(run.count).allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { fence = nil }
                continue
            }
            lines[index].isCode = false
            guard let first = bare.first else {
                mayBeCode = true
                continue
            }
            if let open = opening(unquoted(bare)) {
                (fence, lines[index].isCode, mayBeCode) = (open, true, false)
                continue
            }
            let indent = text.count - bare.count
            if indent >= 4 || text.first == 0x09, mayBeCode, !isInList {
                lines[index].isCode = true
                continue
            }
            mayBeCode = false
            if isItem(first, bare) { isInList = true } else if indent == 0 { isInList = false }
        }
        return lines
    }

    /// Without the signs of quotes before it.
    private static func unquoted(_ text: Substring.UTF8View) -> Substring.UTF8View {
        text.first == UInt8(ascii: ">") ? text.drop { $0 == UInt8(ascii: ">") || $0 == 0x20 } : text
    }

    private static func opening(_ text: Substring.UTF8View) -> (sign: UInt8, length: Int)? {
        // A fence may follow the sign of an item.
        var text = text
        if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "*"), text.dropFirst().first == 0x20 {
            text = text.dropFirst().drop { $0 == 0x20 }
        }
        guard let sign = text.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return nil }
        let run = text.prefix { $0 == sign }
        guard run.count >= 3, sign == UInt8(ascii: "~") || !text.dropFirst(run.count).contains(sign) else { return nil }
        return (sign, run.count)
    }

    private static func isItem(_ first: UInt8, _ text: Substring.UTF8View) -> Bool {
        let digits = text.prefix { (0x30...0x39).contains($0) }
        let sign = digits.isEmpty ? first : text.dropFirst(digits.count).first
        let isSign =
            digits.isEmpty
            ? sign == UInt8(ascii: "-") || sign == UInt8(ascii: "*") || sign == UInt8(ascii: "+")
            : sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")
        let next = text.dropFirst(digits.count + 1).first
        return isSign && (next == 0x20 || next == 0x09 || next == nil)
    }
}

/// What was converted in a body, and what was left, each with the lines of the file.
struct ConversionNotes {
    /// Sentences in the order of their first lines.
    struct List {
        private(set) var all: [(what: String, lines: [Int])] = []
        private var places: [String: Int] = [:]

        mutating func add(_ what: String, _ line: Int) {
            if let place = places[what] {
                if all[place].lines.last != line { all[place].lines.append(line) }
            } else {
                places[what] = all.count
                all.append((what, [line]))
            }
        }
    }

    private(set) var converted = List()
    private(set) var left = List()

    mutating func convert(_ what: String, _ line: Int) { converted.add(what, line) }
    mutating func leave(_ what: String, _ line: Int) { left.add(what, line) }

    /// A sentence about several lines; the first is the place of the sentence itself.
    static func sentence(_ what: String, _ lines: [Int]) -> String {
        lines.count > 1 ? "\(what) (also lines \(lines.dropFirst().map(String.init).joined(separator: ", ")))" : what
    }
}
