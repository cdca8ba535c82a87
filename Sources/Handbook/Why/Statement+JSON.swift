import Diagnostics

extension Described {
    /// The page for a program.
    var json: JSONValue { .object(sorting: ["slug": .string(slug), "title": .string(title), "path": .string(page.path)]) }
}

extension PieceOfWork {
    /// The work for a program: without slug and path if it is a task that has no page.
    var json: JSONValue {
        .object(sorting: [
            "title": .string(title),
            "slug": activity.map { .string($0.slug) },
            "path": activity.map { .string($0.page.path) },
        ])
    }
}

extension Statement {
    /// The statement for a program. Keys and kinds are stable; a key that says nothing about a statement is left out.
    var json: JSONValue {
        let facts: [String: JSONValue?] = [
            // The statement in words.
            "text": .string(WhyReport.words(self)),
            "path": .string(location.path),
            "line": location.line.map(JSONValue.number),
            "column": location.column.map(JSONValue.number),
            "sources": .array(
                sources.map {
                    .object(sorting: ["key": .string($0.key), "title": .string($0.title), "locator": $0.locator.map(JSONValue.string)])
                }
            ),
        ]
        return .object(sorting: facts.merging(contentMembers) { fact, _ in fact })
    }

    private var contentMembers: [String: JSONValue?] {
        switch content {
        case .cell(let page, let task, let cell):
            [
                "kind": "cell",
                "matrix": page.json,
                "task": .string(task),
                // As they are written.
                "letters": .strings(cell.letters.map(String.init)),
                "note": cell.note.map(JSONValue.string),
                // Whether the letter is in brackets.
                "weak": cell.isWeak ? true : nil,
            ]
        case .position(let part, let says):
            ["kind": "position", "part": .string(part.rawValue), "says": says.map(JSONValue.string)]
        case .card(let place, let words, let match):
            itemMembers("card", place, words, match)
        case .relation(let page, let place, let words, let match):
            itemMembers("relation", place, words, match).merging(["relation": page.json]) { $1 }
        }
    }

    private func itemMembers(_ kind: String, _ place: Place, _ words: String, _ match: WordMatch) -> [String: JSONValue?] {
        [
            "kind": .string(kind),
            // The part of the page, and how the page heads it.
            "field": .string(place.field),
            "heading": .string(place.heading),
            "words": .string(words),
            "match": match.json,
        ]
    }
}

extension Statement.PageName {
    fileprivate var json: JSONValue { .object(sorting: ["slug": .string(slug), "title": .string(title)]) }
}

extension WordMatch {
    /// How it was found, and the name, or the words that are alike.
    fileprivate var json: JSONValue {
        switch self {
        case .name(let name): .object(sorting: ["by": "name", "words": [.string(name)]])
        case .link: ["by": "link"]
        case .phrase(let name): .object(sorting: ["by": "phrase", "words": [.string(name)]])
        case .words(let words): .object(sorting: ["by": "words", "words": .strings(words)])
        }
    }
}
