import Markdown

/// What Notion writes below the title of a page of a database: a line `Key: value` for each property.
enum NotionFacts {
    /// The facts, and the lines of the body that they are on, counted from 0.
    ///
    /// - Parameter titleLine: the line of the title's heading, counted from 1; the facts are the first paragraph below it.
    static func facts(in lines: [BodyLines.Line], titleLine: Int?) -> (facts: [ForeignFrontMatter.Entry], range: Range<Int>)? {
        guard let title = lines.firstIndex(where: { !$0.isBlank }), titleLine != nil, lines[title].text.hasPrefix("# "),
            let start = lines.indices.dropFirst(title + 1).first(where: { !lines[$0].isBlank })
        else { return nil }
        let end = lines.indices.dropFirst(start).first { lines[$0].isBlank } ?? lines.count
        let facts = lines[start..<end].compactMap(fact)
        guard facts.count == end - start else { return nil }
        return (facts, start..<end)
    }

    private static func fact(_ line: BodyLines.Line) -> ForeignFrontMatter.Entry? {
        guard let colon = line.text.firstIndex(of: ":") else { return nil }
        let key = line.text[..<colon]
        let rest = line.text[line.text.index(after: colon)...]
        guard key.count <= 60, key.first?.isLetter == true || key.first?.isNumber == true, rest.first == " ",
            !key.contains(where: { "[]()|*_`<>".contains($0) })
        else { return nil }
        return entry(String(key), String(rest), line: line.number)
    }

    /// A property with its value as Notion writes it: several between commas, pages with their files in brackets.
    static func entry(_ key: String, _ value: String, line: Int) -> ForeignFrontMatter.Entry {
        let text = linked(value.trimmingWhitespace)
        let isList = lists.contains(ImportedPage.key(key))
        let parts = text.split(separator: ",").map { String($0).trimmingWhitespace }.filter { !$0.isEmpty }
        let found: ForeignValue =
            isList ? .list(parts.map { .scalar($0, isPlain: false) }) : .scalar(text, isPlain: true)
        return ForeignFrontMatter.Entry(key: key, value: found, lines: line...line)
    }

    /// Properties that have several values.
    private static let lists: Set<String> = [
        "tags", "aliases", "categories", "kpis", "metrics", "deliverables", "core_skills", "owners", "sources",
    ]

    /// `Head Chef (Head%20Chef%2012ab.md)` as a link.
    private static func linked(_ value: String) -> String {
        guard value.has(".md)") else { return value }
        return value.split(separator: ",").map { part in
            let text = String(part).trimmingWhitespace
            guard text.hasSuffix(".md)"), let open = text.lastIndex(of: "("), open > text.startIndex else { return text }
            let name = String(text[..<open]).trimmingWhitespace
            return "[\(name)](\(text[text.index(after: open)...].dropLast()))"
        }.joined(separator: ", ")
    }
}
