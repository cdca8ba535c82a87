import Diagnostics
import Handbook
import Markdown

/// Finds a title in running text, and says where it is certain what the words mean.
struct TitleInText {
    private let renaming: Renaming
    private let mentions: Mentions
    private let isOneWord: Bool

    /// Keys of front matter whose texts are names and facts, not prose.
    private static let facts: Set<String> = [
        "title", "slug", "kind", "short", "aliases", "also", "group", "side", "era", "stage", "type", "author", "url", "redirect_from",
        "private", "sources", "source", "published", "retrieved", "updated", "rule", "row", "review_by", "owners",
    ]

    init(_ renaming: Renaming, in handbook: Handbook) {
        self.renaming = renaming
        // A name that is part of a longer one is found as that.
        var names = handbook.mentionedNames.map { (name: $0.name, key: "role:" + $0.key) }
        if renaming.kind != .role { names.append((renaming.oldTitle, "own")) }
        mentions = Mentions(names)
        isOneWord = !renaming.oldTitle.contains { $0.isWhitespace || $0 == "-" || $0 == "/" }
    }

    private var key: String { renaming.kind == .role ? "role:" + renaming.oldSlug : "own" }

    /// Renames in a page's prose, and gives the places that are left alone.
    func rename(in page: Page, _ edits: inout TextEdits) -> [Diagnostic] {
        guard renaming.title != renaming.oldTitle else { return [] }
        let text = edits.source.text
        let places = mentions.places(in: text).filter { $0.key == key }
        guard !places.isEmpty else { return [] }
        let hidden = TextMask(text).ranges
        let lines = LineNumbers(edits.source)
        let factLines = factLines(of: page)
        // Tasks of a matrix are names too: what is to be renamed in its tables has been.
        let isMatrix = page.id.kind == .matrix
        let quoted = Self.lines(in: page.blocks) { kind in
            switch kind {
            case .code, .html, .quote, .alert: true
            case .table: isMatrix
            default: false
            }
        }
        var left: [Diagnostic] = []
        var headings: Set<Int> = []
        for (range, _) in places where !hidden.contains(range) {
            let number = lines.number(at: range.lowerBound)
            if factLines.contains(number) || edits.touches(range) { continue }
            guard let new = renamed(range, in: text), !quoted.contains(number) else {
                if let told = leaving(range, number, edits.source) { left.append(told) }
                continue
            }
            if edits.replace(range, with: new) { headings.insert(number) }
        }
        keepAnchors(of: page, on: headings, &edits)
        return left
    }

    /// The words in the place of a mention; `nil` where they may mean something else.
    private func renamed(_ range: Range<String.Index>, in text: String) -> String? {
        let found = text[range].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isPlural = found == renaming.oldTitle + "s" || found == renaming.oldTitle + "es"
        guard found == renaming.oldTitle || isPlural, !isOneWord || isAlone(range, in: text) else { return nil }
        guard isPlural else { return renaming.title }
        let endsInHiss = ["s", "x", "z", "ch", "sh"].contains { renaming.title.lowercased().hasSuffix($0) }
        return renaming.title + (endsInHiss ? "es" : "s")
    }

    /// A title of one word may be a part of a name that is no page's: Graphic Designer. That of a piece of work may be any
    /// word, but not where it is an item's name, as cards have it.
    private func isAlone(_ range: Range<String.Index>, in text: String) -> Bool {
        if text[range.upperBound...].hasPrefix("**:"), text[..<range.lowerBound].hasSuffix("**") { return true }
        guard renaming.kind == .role else { return false }
        let before = text[..<range.lowerBound].suffix(40)
        let after = text[range.upperBound...].prefix(2)
        let previous = before.last == " " ? before.dropLast().split { !$0.isLetter }.last : nil
        let isJoined = before.dropLast().last.map { $0.isLetter || $0 == "," } ?? false
        return !(isJoined && previous?.first?.isUppercase == true) && !(after.first == " " && after.last?.isUppercase == true)
            && before.last != "-" && after.first != "-"
    }

    /// The title in other letters, or where it may be part of another name. Other names of the page stay true.
    private func leaving(_ range: Range<String.Index>, _ number: Int, _ source: SourceText) -> Diagnostic? {
        let words = text(source.text[range])
        let title = text(renaming.oldTitle[...])
        guard words == title || words == title + "s" || words == title + "es" else { return nil }
        return Rule.leftAsItIs(
            "'\(source.text[range].split(whereSeparator: \.isWhitespace).joined(separator: " "))' is left as it is",
            at: source.location(line: number),
            help: "change it if it means the \(renaming.kind.rawValue)"
        )
    }

    private func text(_ words: Substring) -> String {
        words.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "/" }.joined(separator: " ")
    }

    private func factLines(of page: Page) -> Set<Int> {
        guard page.split.frontMatter != nil else { return [] }
        var facts: Set<Int> = [1, page.split.bodyLine - 1]
        var isFact = false
        for number in page.split.frontMatterLine..<max(page.split.frontMatterLine, page.split.bodyLine - 1) {
            let line = page.source.line(number) ?? ""
            let key = line.drop { " \t-".contains($0) }.prefix { $0.isLetter || $0 == "_" }
            if line[key.endIndex...].hasPrefix(":") { isFact = Self.facts.contains(String(key)) }
            if isFact || Modeline.isOne(line) { facts.insert(number) }
        }
        return facts
    }

    private static func lines(in blocks: [Block], of isIncluded: (Block.Kind) -> Bool) -> Set<Int> {
        blocks.reduce(into: []) { lines, block in
            if isIncluded(block.kind) {
                lines.formUnion(block.lines)
            } else {
                lines.formUnion(Self.lines(in: block.children, of: isIncluded))
            }
        }
    }

    /// A heading whose words change keeps its anchor, since somebody may link to it.
    private func keepAnchors(of page: Page, on lines: Set<Int>, _ edits: inout TextEdits) {
        for heading in page.document.headings {
            guard let number = heading.location.line, lines.contains(number), let line = edits.source.line(number),
                !line.contains("{#"), !line.hasSuffix("#"), heading.anchor != page.titleAnchor
            else { continue }
            let end = line.lastIndex { !$0.isWhitespace }.map(line.index(after:)) ?? line.endIndex
            edits.replace(end..<end, with: " {#\(heading.anchor)}")
        }
    }
}

extension Page {
    /// The anchor of the heading that is the page's title.
    fileprivate var titleAnchor: String? {
        if case .heading(_, let anchor)? = titleBlock?.kind { anchor } else { nil }
    }
}

/// The numbers of lines by places in the text.
struct LineNumbers {
    private let starts: [String.Index]

    init(_ source: SourceText) { starts = source.lines.map(\.startIndex) }

    func number(at place: String.Index) -> Int {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
