/// What the limits need to know of one line.
struct LineShape {
    private(set) var bytes = 0
    private(set) var isBlank = true
    private(set) var indentation = 0
    /// Containers that the line's head opens: `>`, `-`, `1.`, `[^1]:`.
    private(set) var markers = 0
    /// All signs that may make a node of the tree: `[`, `*`, `_`, `~`, `` ` ``, `<`, `&`, `@`, `:`, `\`.
    private(set) var signs = 0
    private(set) var brackets = 0
    private(set) var images = 0
    private(set) var delimiters = 0
    private(set) var longestDelimiterRun = 0
    private(set) var htmlOpeners = 0
    private(set) var atSigns = 0
    private(set) var pipes = 0
    /// Whether it may be a table's delimiter row.
    private(set) var isDelimiterRow = true
    /// Starts of addresses: `://`, `www`.
    private(set) var addresses = 0
    /// For each word, its bytes by its addresses and closing parentheses.
    private(set) var addressesByBytes = 0
    /// Whether its text begins with `[`, as a link reference definition does.
    private(set) var beginsWithBracket = false
    /// Whether it holds `]:`, as a link reference definition does.
    private(set) var hasBracketColon = false
    /// Whether the title of a definition may go on behind it. A line without title signs, or with one title in `"` at
    /// its end, leaves none open.
    private(set) var mayLeaveTitleOpen = false

    init(_ line: ArraySlice<UInt8>) {
        bytes = line.count
        head(line)
        guard !isBlank else { return }
        var word = Word()
        var previous: UInt8 = 0x20
        var run = 0
        var hasDash = false
        var quotes = 0
        for byte in line {
            run = byte == previous ? run + 1 : 1
            switch byte {
            case 0x5B, 0x2A, 0x5F, 0x7E, 0x60, 0x3C, 0x26, 0x40, 0x3A, 0x5C: signs += 1
            default: break
            }
            switch byte {
            case 0x5B:
                brackets += 1
                if previous == 0x21 { images += 1 }
            case 0x2A, 0x5F, 0x7E:
                delimiters += 1
                longestDelimiterRun = max(longestDelimiterRun, run)
            case 0x21, 0x3F: if previous == 0x3C { htmlOpeners += 1 }
            case 0x40: atSigns += 1
            case 0x7C: pipes += 1
            case 0x2D: hasDash = true
            case 0x3A: if previous == 0x5D { hasBracketColon = true }
            case 0x22: quotes += 1
            case 0x27, 0x28: if previous == 0x20 || previous == 0x09 { mayLeaveTitleOpen = true }
            default: break
            }
            switch byte {
            case 0x20, 0x09, 0x2D, 0x3A, 0x7C, 0x3E: break
            default: isDelimiterRow = false
            }
            if byte == 0x20 || byte == 0x09 {
                addresses += word.addresses
                addressesByBytes += word.cost
                word = Word()
            } else {
                word.add(byte, after: previous)
            }
            previous = byte
        }
        addresses += word.addresses
        addressesByBytes += word.cost
        isDelimiterRow = isDelimiterRow && hasDash
        mayLeaveTitleOpen = mayLeaveTitleOpen || !(quotes == 0 || (quotes == 2 && line.last { $0 != 0x20 && $0 != 0x09 } == 0x22))
    }

    /// Reads indentation and container markers.
    private mutating func head(_ line: ArraySlice<UInt8>) {
        var at = line.startIndex
        func skipBlanks() -> Int {
            var columns = 0
            while at < line.endIndex, line[at] == 0x20 || line[at] == 0x09 {
                columns += line[at] == 0x09 ? 4 : 1
                at += 1
            }
            return columns
        }
        indentation = skipBlanks()
        isBlank = at == line.endIndex
        let ruleStart = Self.startOfRule(line)
        while at < line.endIndex, at < ruleStart, let end = Self.marker(line[at...]) {
            markers += 1
            at = end
            _ = skipBlanks()
        }
        beginsWithBracket = at < line.endIndex && line[at] == 0x5B
    }

    /// The end of a container marker at the start of `text`.
    private static func marker(_ text: ArraySlice<UInt8>) -> Int? {
        func isBlank(_ index: Int) -> Bool { index >= text.endIndex || text[index] == 0x20 || text[index] == 0x09 }
        let start = text.startIndex
        switch text[start] {
        case 0x3E: return start + 1
        case 0x2D, 0x2B, 0x2A: return isBlank(start + 1) ? start + 1 : nil
        case 0x30...0x39:
            let end = text.prefix(11).firstIndex { !(0x30...0x39).contains($0) } ?? text.endIndex
            guard end < text.endIndex, text[end] == 0x2E || text[end] == 0x29, isBlank(end + 1) else { return nil }
            return end + 1
        case 0x5B:
            guard text.dropFirst().first == 0x5E, let close = text.firstIndex(of: 0x5D), text[(close + 1)...].first == 0x3A else {
                return nil
            }
            return close + 2
        default: return nil
        }
    }

    /// Where the line's last stretch of one sign and blanks begins, if it may be a rule: `- - -` nests nothing.
    private static func startOfRule(_ line: ArraySlice<UInt8>) -> Int {
        guard let sign = line.last(where: { $0 != 0x20 && $0 != 0x09 }), [0x2D, 0x2A, 0x5F].contains(sign) else { return line.endIndex }
        let tail = line.reversed().prefix { $0 == sign || $0 == 0x20 || $0 == 0x09 }
        return tail.count { $0 == sign } >= 3 ? line.endIndex - tail.count : line.endIndex
    }
}

/// A word, as far as addresses go: they end at white space.
private struct Word {
    private var bytes = 0
    private(set) var addresses = 0
    private var parentheses = 0
    private var beforeLast: UInt8 = 0

    mutating func add(_ byte: UInt8, after previous: UInt8) {
        bytes += 1
        switch byte {
        case 0x29: parentheses += 1
        case 0x2F: if previous == 0x2F, beforeLast == 0x3A { addresses += 1 }
        case 0x77, 0x57: if previous | 0x20 == 0x77, beforeLast | 0x20 == 0x77 { addresses += 1 }
        default: break
        }
        beforeLast = previous
    }

    var cost: Int { addresses == 0 ? 0 : bytes * (addresses + parentheses) }
}
