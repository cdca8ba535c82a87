/// The alert that a call-out of another tool becomes.
struct AlertKind {
    /// The word in brackets: `NOTE`.
    let mark: String
    /// A title for one that has none of its own: what the word of the other tool says and the mark does not.
    let title: String?

    /// `nil` for a word that no tool is known to use.
    init?(_ word: String) {
        let word = word.lowercased()
        guard let mark = Self.marks[word] else { return nil }
        self.mark = mark
        let isSaid = [mark.lowercased(), "info", "hint", "danger", "attention"].contains(word)
        title = isSaid ? nil : word.prefix(1).uppercased() + word.dropFirst()
    }

    /// An alert for any word, which becomes its title.
    init(naming word: String) {
        self = AlertKind(word) ?? AlertKind(mark: "NOTE", title: word.prefix(1).uppercased() + word.dropFirst())
    }

    private init(mark: String, title: String?) { (self.mark, self.title) = (mark, title) }

    private static let marks: [String: String] = {
        let all: [(String, [String])] = [
            (
                "NOTE",
                ["note", "info", "abstract", "summary", "tldr", "todo", "example", "question", "help", "faq", "seealso", "quote", "cite"]
            ),
            ("TIP", ["tip", "hint", "success", "check", "done"]), ("IMPORTANT", ["important"]), ("WARNING", ["warning", "attention"]),
            ("CAUTION", ["caution", "danger", "error", "bug", "failure", "fail", "missing"]),
        ]
        return Dictionary(all.flatMap { mark, words in words.map { ($0, mark) } }) { first, _ in first }
    }()

    /// The lines of an alert: its mark, its title if there is one, and what it holds. `nil` when it holds nothing.
    static func lines(_ kind: AlertKind?, title: String?, _ inner: [BodyLines.Line], opening: BodyLines.Line) -> [BodyLines.Line]? {
        let body = trimmed(inner)
        let indent = String(opening.indent)
        let heading = title.flatMap { $0.isEmpty ? nil : $0 } ?? kind?.title
        guard !body.isEmpty || heading != nil else { return nil }
        var lines: [BodyLines.Line] = []
        if let kind { lines.append(opening.with("\(indent)> [!\(kind.mark)]")) }
        if let heading {
            lines.append(opening.with("\(indent)> **\(heading.replacing("**", with: ""))**"))
            if !body.isEmpty { lines.append(opening.with("\(indent)>")) }
        }
        for line in body {
            let text = line.text.hasPrefix(indent) ? String(line.text.dropFirst(indent.count)) : line.text
            lines.append(line.with(line.isBlank ? "\(indent)>" : "\(indent)> \(text)"))
        }
        return lines
    }

    /// Without blank lines at both ends.
    private static func trimmed(_ lines: [BodyLines.Line]) -> ArraySlice<BodyLines.Line> {
        var slice = lines[...]
        while slice.first?.isBlank == true { slice.removeFirst() }
        while slice.last?.isBlank == true { slice.removeLast() }
        return slice
    }
}
