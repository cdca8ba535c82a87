import Diagnostics

extension Rule {
    /// Text that reads like a link, a picture or a footnote, and is none.
    public static let notALink = Rule("not-a-link", .warning, "what reads like a link is one")
    /// A line that reads like a heading and is none.
    public static let notAHeading = Rule("not-a-heading", .warning, "a space stands between the # of a heading and its words")
}

/// Text that was meant as Markdown and is none: an address with spaces in it, a reference without a definition, a heading
/// without a space behind its signs.
struct Lookalikes {
    private let source: SourceText

    init(_ source: SourceText) { self.source = source }

    // MARK: - Links

    /// Finds them in a run of text.
    func links(in text: String, _ lines: ClosedRange<Int>, isCell: Bool) -> [Diagnostic] {
        let bytes = Array(text.utf8)
        guard bytes.contains(Self.open) || bytes.contains(Self.close) else { return [] }
        var findings: [Diagnostic] = []
        func add(_ range: Range<Int>, _ help: (String) -> String) {
            let words = String(decoding: bytes[range], as: UTF8.self)
            guard let place = place(of: words, lines) else { return }
            findings.append(Rule.notALink("'\(Self.shortened(words))' reads like a link and is none", at: place, help: help(words)))
        }
        var at = 0
        while at < bytes.count {
            let next = at + 1 < bytes.count ? bytes[at + 1] : 0
            switch bytes[at] {
            case Self.close where next == UInt8(ascii: "("):
                if let range = address(behind: at, bytes) {
                    add(range) { Self.remedy(forAddress: $0) }
                    at = range.upperBound
                    continue
                }
            case Self.close where next == Self.open:
                if let range = label(behind: at, bytes) {
                    let label = String(decoding: bytes[(at + 2)..<(range.upperBound - 1)], as: UTF8.self)
                    let name = label.isEmpty ? String(decoding: bytes[(range.lowerBound + 1)..<at], as: UTF8.self) : label
                    add(range) { _ in "add a line '[\(name)]: ' with the address, or write [words](address)" }
                    at = range.upperBound
                    continue
                }
            case Self.close where next == 0x20 && at + 2 < bytes.count && bytes[at + 2] == UInt8(ascii: "("):
                if let end = end(of: bytes, from: at + 3, at: UInt8(ascii: ")")), let start = opening(before: at, bytes),
                    Self.isAddress(bytes[(at + 3)..<end])
                {
                    add(start..<end + 1) { _ in "remove the space between ] and (" }
                }
            case UInt8(ascii: ")") where next == Self.open:
                if let end = end(of: bytes, from: at + 2, at: Self.close), Self.isAddress(bytes[(at + 2)..<end]),
                    let start = bytes[..<at].lastIndex(of: UInt8(ascii: "("))
                {
                    add(start..<end + 1) { _ in "write the words between [ and ], and the address between ( and )" }
                }
            case Self.open where next == UInt8(ascii: "^"):
                if let end = end(of: bytes, from: at + 2, at: Self.close), end > at + 2, !bytes[at..<end].contains(0x20) {
                    let mark = String(decoding: bytes[at...end], as: UTF8.self)
                    add(at..<end + 1) { _ in "add a line '\(mark): ' with the text of the footnote" }
                }
            case Self.open where next == Self.open && at + 2 < bytes.count && Self.isLetter(bytes[at + 2]):
                let end = end(of: bytes, from: at + 2, at: Self.close) ?? bytes.count
                let rest = bytes[(at + 2)..<end].prefix { $0 != 0x0A && $0 != Self.open }
                if isCell || (end < bytes.count && rest.endIndex == end) {
                    add(at..<(end < bytes.count ? end + 1 : rest.endIndex)) { words in
                        isCell ? "write \\| for a pipe in a table: \(words)\\|words]]" : "close it with ]]"
                    }
                    at = rest.endIndex
                    continue
                }
            default: break
            }
            at += 1
        }
        return findings
    }

    /// What keeps `[words](address)` from being a link.
    private static func remedy(forAddress words: String) -> String {
        if !words.hasSuffix(")") { return "close it with )" }
        if !words.count(where: { $0 == "\"" }).isMultiple(of: 2) { return "close the title with \"" }
        if words.contains(" =") { return "leave the size out: Markdown has none" }
        return "put an address with spaces in it between < and >: [words](<my page.md>)"
    }

    private static let open = UInt8(ascii: "[")
    private static let close = UInt8(ascii: "]")

    /// `[words](an address)`, from the bracket that closes the words; also without its opening, which may be in another run.
    private func address(behind close: Int, _ bytes: [UInt8]) -> Range<Int>? {
        guard let end = end(of: bytes, from: close + 2, at: UInt8(ascii: ")")) else {
            // Not closed on its line: only what is an address by its looks.
            let rest = bytes[(close + 2)...].prefix { $0 > 0x20 }
            guard Self.isAddress(rest) else { return nil }
            return (opening(before: close, bytes) ?? close)..<rest.endIndex
        }
        let inside = bytes[(close + 2)..<end]
        guard inside.contains(where: { $0 > 0x20 }) else { return nil }
        if let start = opening(before: close, bytes) { return start..<end + 1 }
        return Self.isAddress(inside) ? close..<end + 1 : nil
    }

    /// `[words][label]`, from the bracket that closes the words. Behind a word it is an index: `rows[i][j]`.
    private func label(behind close: Int, _ bytes: [UInt8]) -> Range<Int>? {
        guard let end = end(of: bytes, from: close + 2, at: Self.close), let start = opening(before: close, bytes),
            bytes[(start + 1)..<close].contains(where: { $0 > 0x20 })
        else { return nil }
        if start > 0, Self.isLetter(bytes[start - 1]) || (0x30...0x39).contains(bytes[start - 1]) || bytes[start - 1] == Self.close {
            return nil
        }
        return start..<end + 1
    }

    /// The next `sign` on the same line, with no bracket before it.
    private func end(of bytes: [UInt8], from start: Int, at sign: UInt8) -> Int? {
        guard start <= bytes.count else { return nil }
        let inside = bytes[start...].prefix(Self.longest).prefix { $0 != sign && $0 != 0x0A && $0 != Self.open && $0 != Self.close }
        return inside.endIndex < bytes.count && bytes[inside.endIndex] == sign ? inside.endIndex : nil
    }

    private func opening(before close: Int, _ bytes: [UInt8]) -> Int? {
        let words = bytes[..<close].suffix(Self.longest)
        guard let start = words.lastIndex(where: { $0 == Self.open || $0 == Self.close }), words[start] == Self.open else { return nil }
        return start > 0 && bytes[start - 1] == UInt8(ascii: "!") ? start - 1 : start
    }

    private static let longest = 300

    /// Whether it is an address by its looks: a file with an ending, a path, or one of another site.
    private static func isAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self).trimmingWhitespace.lowercased()
        let path = text.prefix { $0 != "#" && $0 != "?" }
        return [".md", ".markdown", ".html", ".png", ".jpg", ".jpeg", ".svg", ".gif", ".pdf"].contains { path.hasSuffix($0) }
            || ["http://", "https://", "mailto:", "./", "../"].contains { text.hasPrefix($0) }
            || (text.hasPrefix("#") && text.utf8.count > 1 && !text.contains(" "))
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

    /// Where the text stands as it reads; `nil` where its signs are escaped.
    private func place(of words: String, _ lines: ClosedRange<Int>) -> Location? {
        let needle = words.utf8.prefix { $0 != 0x0A }
        for line in lines {
            for columns in source.columns(of: String(Substring(needle)), inLine: line) {
                let before = columns.lowerBound > 1 ? source.line(line)?.unicodeScalars.dropFirst(columns.lowerBound - 2).first : nil
                if before != "\\" { return source.location(line: line, columns: [columns]) }
            }
        }
        return nil
    }

    private static func shortened(_ words: String) -> String { words.count > 60 ? "\(words.prefix(60))…" : words }

    // MARK: - Headings

    /// Lines of a paragraph that begin with the signs of a heading and no space.
    ///
    /// - Parameter isFirst: whether the paragraph opens the page, where one sign begins the title. Elsewhere one sign begins a
    ///   heading if a word in a capital letter stands alone: else `#word` is a tag.
    func headings(in lines: ClosedRange<Int>, isFirst: Bool) -> [Diagnostic] {
        lines.compactMap { line in
            guard let text = source.line(line).map(Self.withoutMarkers), text.utf8.first == UInt8(ascii: "#") else { return nil }
            let signs = text.prefix { $0 == "#" }
            let words = text.dropFirst(signs.count)
            guard let first = words.first, first.isLetter || first.isNumber else { return nil }
            let isTitle = isFirst && line == lines.lowerBound && first.isUppercase
            let isAlone = lines.count == 1 && first.isUppercase && words.dropFirst().contains { $0.isLowercase } && !words.contains("#")
            guard (2...6).contains(signs.count) || (signs.count == 1 && (isTitle || isAlone)) else { return nil }
            // Signs at the end belong to the heading as well.
            let title = String(words).trimmingWhitespace
            let end = title.reversed().prefix { $0 == "#" }.count
            let shown = String(title.dropLast(end)).trimmingWhitespace
            return Rule.notAHeading(
                "'\(Self.shortened(String(text)))' is text, not a heading",
                at: source.locate(String(text), in: line...line),
                help: "write '\(signs) \(Self.shortened(shown.isEmpty ? title : shown))'"
            )
        }
    }

    /// A line without the signs of quotes and of the item that it begins.
    private static func withoutMarkers(_ line: Substring) -> Substring {
        let text = line.drop { " >\t".contains($0) }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        guard let sign = rest.first, digits.isEmpty ? "-*+".contains(sign) : ".)".contains(sign) else { return text }
        let inner = rest.dropFirst()
        return inner.first == " " || inner.first == "\t" ? inner.drop { " \t".contains($0) } : text
    }
}
