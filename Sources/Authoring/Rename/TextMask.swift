import Handbook

/// The parts of a Markdown text that are no running text: code, addresses, marks, tags.
struct TextMask {
    /// In order, none in another.
    struct Ranges {
        fileprivate var all: [Range<String.Index>] = []

        /// Whether some of a range is in one of them.
        func contains(_ range: Range<String.Index>) -> Bool {
            var (low, high) = (0, all.count)
            while low < high {
                let middle = (low + high) / 2
                if all[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
            }
            return low < all.count && all[low].lowerBound < range.upperBound
        }
    }

    private(set) var ranges = Ranges()
    private let text: String

    init(_ text: String) {
        self.text = text
        var at = text.startIndex
        while at < text.endIndex {
            if let end = end(of: at) {
                ranges.all.append(at..<end)
                at = end
            } else {
                at = text.index(after: at)
            }
        }
    }

    /// Where the part ends that begins here, if one does.
    private func end(of start: String.Index) -> String.Index? {
        let rest = text[start...]
        switch text[start] {
        case "`":
            let ticks = rest.prefix { $0 == "`" }
            // Behind as many ticks again; a run of ticks alone is text.
            var from = ticks.endIndex
            while let next = text[from...].prefix(4_000).firstIndex(of: "`") {
                let run = text[next...].prefix { $0 == "`" }
                if run.count == ticks.count { return run.endIndex }
                from = run.endIndex
            }
            return ticks.endIndex
        case "[":
            if rest.hasPrefix("[[") || rest.hasPrefix("[@") {
                // What a link is called is text; where it leads is not.
                let inner = rest.dropFirst(2).prefix(1_000).prefix { !"]|\n".contains($0) }
                return inner.endIndex
            }
            return nil
        case "]":
            if rest.hasPrefix("](") { return close(rest.dropFirst(2), ")") }
            if rest.hasPrefix("]: ") { return rest.prefix { $0 != "\n" }.endIndex }
            return nil
        case "<": return rest.dropFirst().first.map { $0.isLetter || $0 == "/" || $0 == "!" } == true ? close(rest.dropFirst(), ">") : nil
        case "{": return rest.hasPrefix("{#") ? close(rest.dropFirst(2), "}") : nil
        case "h":
            guard rest.hasPrefix("https://") || rest.hasPrefix("http://") else { return nil }
            return rest.prefix { !$0.isWhitespace && $0 != ")" && $0 != ">" }.endIndex
        default: return nil
        }
    }

    private func close(_ rest: Substring, _ sign: Character) -> String.Index? {
        rest.prefix(2_000).firstIndex(of: sign).map { text.index(after: $0) }
    }
}
