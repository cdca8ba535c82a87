import Diagnostics

/// Lines at the top of a page that look like front matter and are not read as such: behind text or a comment, indented, with
/// other fences or none, or in another notation. Readers would see the keys, and `draft: true` would have no effect.
struct FrontMatterLookalike {
    /// Where it begins, counted from 0.
    let line: Int
    /// What is wrong with it.
    let message: String
    /// The remedy.
    let help: String

    /// How many lines from the top are searched.
    private static let searched = 40

    /// Keys that people write into front matter, and hardly at the start of a line of prose.
    private static let known: Set<String> = [
        "title", "draft", "slug", "kind", "publish", "published", "private", "visibility", "layout", "permalink", "aliases", "tags",
        "summary", "description", "group", "order", "weight", "categories", "sidebar_position", "nav_order", "redirect_from",
    ]

    /// Looks for it.
    ///
    /// - Parameters:
    ///   - first: the line on which the search begins, counted from 0: behind a page's front matter, if it has any.
    static func find(in source: SourceText, from first: Int = 0) -> FrontMatterLookalike? {
        // Behind a page's front matter, it would be the first that follows.
        if first > 0, !mayFollow(source.lines[first...]) { return nil }
        let lines = source.lines[first...].prefix(searched).map { Line($0) }
        return withFence(lines, first) ?? (first == 0 ? withoutFence(lines) : nil)
    }

    /// Whether the first of some lines that is not blank may be a fence, or a comment above one.
    private static func mayFollow(_ lines: ArraySlice<Substring>) -> Bool {
        let text = lines.prefix(searched).lazy.compactMap { line in line.utf8.first { $0 != 0x20 && $0 != 0x09 } }.first
        // `-`, `+`, `<`, `%`, `#`, and whatever is not ASCII.
        return text.map { $0 >= 0x80 || "-+<%#".utf8.contains($0) } ?? false
    }

    // MARK: - With a fence

    private static func withFence(_ lines: [Line], _ first: Int) -> FrontMatterLookalike? {
        var fences = CodeFences()
        // What may be above: blank lines, comments and headings. After text, a rule is a rule unless a blank line is above it.
        var isBelowText = false
        var isInComment = false
        for (place, line) in lines.enumerated() {
            if !isInComment, fences.isCode(line.bytes[...]) {
                isBelowText = true
                continue
            }
            if line.opensComment { isInComment = true }
            // A fence that is right opens front matter on the first line.
            if line.isFence, place + first > 0 || !line.isExactFence {
                let block = Block(lines[(place + 1)...])
                let isAfterBlank = place == 0 || lines[place - 1].isBlank || lines[place - 1].endsComment
                let isCertain = block.isKnown && (block.isClosed || !block.startsBlank) && !isBelowText
                let isLikely = isAfterBlank && block.isClosed && !block.startsBlank && block.hasKeys && line.isExactFence && first == 0
                if isCertain || isLikely { return misplaced(place + first, line, isBehind: place + first > 0, after: first) }
            }
            if !line.isBlank, !line.isAside, !isInComment { isBelowText = true }
            if line.endsComment { isInComment = false }
        }
        return nil
    }

    private static func misplaced(_ place: Int, _ line: Line, isBehind: Bool, after first: Int) -> FrontMatterLookalike {
        if first > 0 {
            return FrontMatterLookalike(
                line: place,
                message: "front matter follows the front matter of the page",
                help: "write all keys between the first two lines ---"
            )
        }
        if !line.isExactFence {
            return FrontMatterLookalike(
                line: place,
                message: "front matter begins with a line that is not '---' alone",
                help: "write --- alone on the line, without anything before it, and end the keys with another ---"
            )
        }
        return FrontMatterLookalike(line: place, message: "front matter is not at the top of the page", help: "move it to the first line")
    }

    // MARK: - Without

    private static func withoutFence(_ lines: [Line]) -> FrontMatterLookalike? {
        guard let place = lines.firstIndex(where: { !$0.isBlank && !$0.isComment }) else { return nil }
        if lines[place].bytes.first == UInt8(ascii: "{"),
            lines[place...].contains(where: { line in ["\"title\"", "\"draft\""].contains { line.shown.contains($0) } })
        {
            return FrontMatterLookalike(
                line: place,
                message: "the page begins with JSON, which is not read as front matter",
                help: "write the keys as YAML between two lines ---"
            )
        }
        let block = Block(lines[place...], endsAtBlank: true)
        guard lines[place].key != nil, block.isKnown, block.isWhole else { return nil }
        return FrontMatterLookalike(
            line: place,
            message: "'\(lines[place].key ?? ""):' looks like front matter, which begins with a line ---",
            help: "put a line --- before the first key and another after the last one"
        )
    }

    // MARK: - Lines

    /// Keys and their values, as far as they go.
    private struct Block {
        var hasKeys = false
        var isKnown = false
        var startsBlank = false
        /// Whether a fence follows.
        var isClosed = false
        /// Whether nothing but keys stands up to the fence, or to the blank line.
        var isWhole = false

        init(_ lines: ArraySlice<Line>, endsAtBlank: Bool = false) {
            startsBlank = lines.first?.isBlank ?? true
            for line in lines {
                if line.isFence || line.shown == "..." {
                    (isClosed, isWhole) = (true, true)
                    return
                }
                if let key = line.key {
                    hasKeys = true
                    isKnown = isKnown || FrontMatterLookalike.known.contains(key)
                } else if line.isBlank {
                    if endsAtBlank {
                        isWhole = true
                        return
                    }
                } else if !(hasKeys && line.continues) {
                    return
                }
            }
            isWhole = true
        }
    }

    /// A line, without what cannot be seen at its start.
    private struct Line {
        let bytes: [UInt8]
        let shown: String
        let isExactFence: Bool
        /// `key:` at the margin, in quotes or not; `nil` without one.
        let key: String?

        init(_ line: Substring) {
            isExactFence = line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
            let visible = line.unicodeScalars.drop { $0 == "\u{FEFF}" || $0 == "\u{200B}" || $0 == "\u{2060}" }
            bytes = Array(String(visible).utf8)
            shown = String(visible).trimmingWhitespace
            key = Self.key(bytes)
        }

        var isBlank: Bool { shown.isEmpty }
        var isComment: Bool { shown.hasPrefix("<!--") && shown.hasSuffix("-->") || shown.hasPrefix("%%") && shown.hasSuffix("%%") }
        var opensComment: Bool { shown.hasPrefix("<!--") && !shown.hasSuffix("-->") }
        var endsComment: Bool { shown.hasSuffix("-->") || shown.hasSuffix("%%") }
        /// Whether it is nothing that a page's text begins with.
        var isAside: Bool { isComment || endsComment || shown.hasPrefix("# ") || key != nil || isFence }
        /// Whether it belongs to the value of the key above: indented, an item, a comment or a bracket.
        var continues: Bool { bytes.first.map { " \t-#]}".utf8.contains($0) } ?? false }

        /// Three hyphens or more, indented by at most three spaces, or what a word processor or another tool writes for them.
        var isFence: Bool {
            guard bytes.prefix(4).contains(where: { $0 != 0x20 }), bytes.first != 0x09 else { return false }
            if shown == "---yaml" || shown == "--- yaml" || shown == "+++" { return true }
            return !shown.isEmpty && (shown.count > 2 && shown.allSatisfy { $0 == "-" } || shown.allSatisfy { $0 == "—" || $0 == "–" })
        }

        private static func key(_ bytes: [UInt8]) -> String? {
            let isQuoted = bytes.first == UInt8(ascii: "\"") || bytes.first == UInt8(ascii: "'")
            let text = isQuoted ? bytes.dropFirst() : bytes[...]
            let word = text.prefix {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
            }
            guard let first = word.first, (0x61...0x7A).contains(first | 0x20) || first == UInt8(ascii: "_") else { return nil }
            var rest = bytes[word.endIndex...]
            if isQuoted {
                guard rest.first == bytes.first else { return nil }
                rest = rest.dropFirst()
            }
            let sign = rest.drop { $0 == 0x20 }
            let name = String(decoding: word, as: UTF8.self)
            if sign.first == UInt8(ascii: "=") { return name }
            guard sign.first == UInt8(ascii: ":") else { return nil }
            let after = sign.dropFirst().first
            guard after == nil || after == 0x20 || after == 0x09 else { return nil }
            // Of the keys in capital letters only these two are hardly words of a sentence.
            return ["Title", "Draft"].contains(name) ? name.lowercased() : name
        }
    }
}
