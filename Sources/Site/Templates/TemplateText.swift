import Diagnostics

/// A template's text and its tags, with their places: the library that renders templates keeps none.
struct TemplateText: Sendable {
    /// What a tag asks for.
    enum Kind: Sendable {
        /// A value: `{{name}}`, `{{{name}}}`, `{{&name}}`.
        case value
        /// `{{#name}}` and `{{^name}}`.
        case section
        /// `{{>name}}`
        case partial
        /// `{{<name}}`: the template that this one fills the blocks of.
        case parent
        /// `{{$name}}`
        case block
        /// `{{/name}}`
        case end
    }

    /// A tag whose name stands in the template.
    struct Tag: Sendable {
        let kind: Kind
        let name: String
        /// Where its name stands.
        let location: Location
        fileprivate let range: Range<String.Index>
        /// The index of the section, block or parent that an end tag ends, or that the tag stands in.
        fileprivate(set) var opener: Int?
    }

    let path: String
    let text: String
    let tags: [Tag]

    /// Finds the tags of a template that the library could parse.
    init(path: String, _ text: String) {
        self.path = path
        self.text = text
        tags = Self.read(path, text)
    }

    /// The names of the blocks that a parent's tag fills.
    func blocks(filledIn parent: Int) -> [Tag] { tags.filter { $0.kind == .block && $0.opener == parent } }

    /// The text with a number after the first part of each name that a value or section asks for: `{{title?3}}`.
    ///
    /// - Parameter number: gives a number for a tag.
    func numbered(_ number: (Tag) -> Int) -> String {
        var numbers: [Int?] = []
        for tag in tags {
            switch tag.kind {
            case .value, .section: numbers.append(tag.first.isEmpty ? nil : number(tag))
            case .end: numbers.append(tag.opener.flatMap { numbers[$0] })
            case .partial, .parent, .block: numbers.append(nil)
            }
        }
        var numbered = ""
        var at = text.startIndex
        for (tag, number) in zip(tags, numbers) {
            guard let number else { continue }
            let end = text.index(tag.range.lowerBound, offsetBy: tag.first.count)
            numbered += text[at..<end] + "\(TemplateText.mark)\(number)"
            at = end
        }
        return numbered + text[at...]
    }

    /// Stands between a name and its number. The library allows it in names, and no page provides a name with it.
    static let mark: Character = "?"

    private static func read(_ path: String, _ text: String) -> [Tag] {
        // Other delimiters are Mustache too, but rare: such a template is rendered, and its tags have no places.
        guard !text.contains("{{=") else { return [] }
        var tags: [Tag] = []
        var open: [Int] = []
        var (line, lineStart, at) = (1, text.startIndex, text.startIndex)
        while let start = text[at...].firstRange(of: "{{") {
            var cursor = start.upperBound
            let sign = cursor < text.endIndex ? text[cursor] : " "
            guard let end = text[cursor...].firstRange(of: "}}") else { break }
            for index in text[at..<start.lowerBound].indices where text[index].isNewline {
                (line, lineStart) = (line + 1, text.index(after: index))
            }
            at = start.lowerBound
            if "#^/>$<&{".contains(sign) { cursor = text.index(after: cursor) }
            while cursor < end.lowerBound, text[cursor].isWhitespace { cursor = text.index(after: cursor) }
            let name = text[cursor..<end.lowerBound].trimmingSuffix { $0.isWhitespace }
            let column = text[lineStart..<cursor].unicodeScalars.count + 1
            let location = Location(path, line: line, columns: [column..<column + max(1, name.unicodeScalars.count)])
            var tag = Tag(kind: kind(sign), name: String(name), location: location, range: cursor..<end.lowerBound, opener: open.last)
            if sign == "/" { tag.opener = open.popLast() }
            if "#^$<".contains(sign) { open.append(tags.count) }
            // A comment, a pragma, or a name that is worked out when the page is made.
            if !"!%".contains(sign), !name.hasPrefix("*") { tags.append(tag) } else if "#^$<".contains(sign) { open.removeLast() }
            let next = end.upperBound
            for index in text[at..<next].indices where text[index].isNewline { (line, lineStart) = (line + 1, text.index(after: index)) }
            at = next
        }
        return tags
    }

    private static func kind(_ sign: Character) -> Kind {
        switch sign {
        case "#", "^": .section
        case "/": .end
        case ">": .partial
        case "<": .parent
        case "$": .block
        default: .value
        }
    }
}

extension TemplateText.Tag {
    /// The first part of a name that a page provides: `t` of `t.home`. Empty for the value at hand, for names that look
    /// at that alone, and for those that are put through a function.
    var first: Substring {
        name.contains("(") || name.hasPrefix(".") ? "" : name.prefix { $0 != "." }
    }

    /// What stands after the first part: `home` of `t.home`.
    var rest: Substring { name.dropFirst(first.count + 1) }
}

extension Substring {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
        var text = self
        while let last = text.last, predicate(last) { text.removeLast() }
        return text
    }
}
