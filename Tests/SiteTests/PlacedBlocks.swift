import Handbook

/// Every kind of block at every place of every section of every kind of page: a project in which each block holds words
/// that are nowhere else, so that a word that is lost can be named.
struct PlacedBlocks {
    /// A kind of block, as Markdown with words of its own.
    enum Kind: String, CaseIterable {
        case paragraph, bullets, numbers, tasks, table, code, quote, alert, heading, deepHeading, image, footnote, html, inlineHTML

        /// The lines of the block, and the words in them. Images and addresses count by their alternative text.
        func block(_ id: String) -> (lines: [String], words: [String]) {
            let (a, b) = ("\(id)a", "\(id)b")
            return switch self {
            case .paragraph: (["Some \(a) words."], [a])
            case .bullets: (["- Item \(a)", "  - Inner \(b)", "- Last item"], [a, b])
            case .numbers: (["1. Item \(a)", "2. Item \(b)"], [a, b])
            case .tasks: (["- [ ] Open \(a)", "- [x] Done \(b)"], [a, b])
            case .table: (["| \(a) | Two |", "|---|---|", "| Three | \(b) |"], [a, b])
            case .code: (["```", "\(a) = 1", "```"], [a])
            case .quote: (["> Quoted \(a)"], [a])
            case .alert: (["> [!NOTE]", "> Noted \(a)"], [a])
            case .heading: (["### Head \(a)", "", "Under \(b)."], [a, b])
            case .deepHeading: (["#### Head \(a)", "", "Under \(b)."], [a, b])
            case .image: (["![Picture \(a)](pic.png)"], [a])
            case .footnote: (["Note \(a).[^\(id)]", "", "[^\(id)]: Below \(b)."], [a, b])
            case .html: (["<div class=\"note\">Do not skip \(a).</div>"], [a])
            case .inlineHTML: (["Keep <b>bold \(a)</b> words<br>\(b) too."], [a, b])
            }
        }
    }

    /// Where in a section the block is, seen from the items that the section expects.
    enum Place: String, CaseIterable {
        case before, between, after, alone, inside

        func section(_ heading: String, _ block: [String], _ item: (Int) -> [String]) -> [String] {
            let inside = item(1) + [""] + block.map { $0.isEmpty ? "" : "   " + $0 } + [""] + item(2)
            let body: [String] =
                switch self {
                case .before: block + [""] + item(1) + item(2)
                case .between: item(1) + ["", "Then:", ""] + block + [""] + item(2)
                case .after: item(1) + item(2) + [""] + block
                case .alone: block
                case .inside: inside
                }
            return [heading, ""] + body + [""]
        }
    }

    /// A word, and the page and lines on which its block is.
    struct Word {
        let text: String
        let path: String
        let lines: ClosedRange<Int>
        /// What the word's block is, and where.
        let about: String
    }

    private(set) var words: [Word] = []
    private var texts: [String: [UInt8]] = [:]
    private var count = 0

    var files: ProjectFiles { ProjectFiles(texts: texts, assets: ["content/pic.png"]) }

    /// A page that is made of sections, each with a block of a kind at a place.
    ///
    /// - Parameter sections: headings, each with how its items are written.
    mutating func addPage(
        _ path: String,
        _ front: [String],
        _ kind: Kind,
        _ place: Place,
        _ sections: [(heading: String, item: (Int) -> [String])]
    ) {
        var lines = front
        var found: [(String, ClosedRange<Int>, String)] = []
        for section in sections {
            count += 1
            let block = kind.block("zq\(count)x")
            // A picture is in the folder of the content.
            let depth = path.split(separator: "/").count - 2
            let moved = block.lines.map { $0.replacing("(pic.png)", with: "(\(String(repeating: "../", count: depth))pic.png)") }
            let start = lines.count
            lines += place.section(section.heading, moved, section.item)
            let own = lines.indices[start...].filter { index in block.words.contains { lines[index].contains($0) } }
            for word in block.words {
                let about = "\(kind.rawValue) \(place.rawValue) '\(section.heading)' of \(path)"
                found.append((word, (own.first ?? start) + 1...(own.last ?? start) + 1, about))
            }
        }
        words += found.map { Word(text: $0.0, path: path, lines: $0.1, about: $0.2) }
        texts[path] = Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    mutating func add(_ path: String, _ text: String) { texts[path] = Array(text.utf8) }
}
