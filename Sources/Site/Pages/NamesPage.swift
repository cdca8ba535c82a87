import Formats
import Foundation
import Handbook
import Markdown
import Templates

/// Every name from A to Z, with what it leads to: the index at the end of a book, and the search of those without JavaScript.
struct NamesPage: ListPage {
    let site: SiteContent
    /// Every name of the site, this page aside.
    let names: [FoundName]
    var area: Area { .names }
    static let templates = ["names"]
    static let sheets: Set<StyleSheet> = [.names]
    static let shape: ViewShape.Fields = .opening.adding([
        "letters": .list([
            "letter": .text, "id": .text,
            "entries": .list(["name": .text, "href": .text, "color": .text, "kind": .text, "title": .text, "roles": .roles]),
        ])
    ])

    /// A line of the index.
    private struct Entry {
        let name: String
        /// What it is a name of.
        let found: FoundName
        let isAlias: Bool
    }

    func values(_ context: PageContext) -> PageValues {
        var values = openingValues(context)
        values["letters"] = .each(letters(context)) { letter in
            [
                "letter": .text(letter.letter), "id": context.id(context.anchor(letter.id, in: area)),
                "entries": .each(letter.entries) { view($0, context) },
            ]
        }
        return values
    }

    /// Names by their first letter, accents aside; what begins with no letter comes last.
    private func letters(_ context: PageContext) -> [(letter: String, id: String, entries: [Entry])] {
        var byLetter: [String: [(key: String, entry: Entry)]] = [:]
        for found in names where found.kind != .comparison {
            for (name, isAlias) in [(found.title, false)] + ([found.short].compactMap(\.self) + found.aliases).map({ ($0, true) }) {
                let key = name.sortKey
                let letter = key.first.flatMap { $0.isLetter ? String($0).uppercased() : nil } ?? ""
                byLetter[letter, default: []].append((key, Entry(name: name, found: found, isAlias: isAlias)))
            }
        }
        let sorted = byLetter.sorted { ($0.key.isEmpty ? 1 : 0, $0.key) < ($1.key.isEmpty ? 1 : 0, $1.key) }
        return sorted.map { letter, entries in
            (
                letter.isEmpty ? context.strings["names_other"] : letter, letter.isEmpty ? "other" : "letter-\(letter.lowercased())",
                entries.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }.map(\.element.entry)
            )
        }
    }

    private func view(_ entry: Entry, _ context: PageContext) -> View {
        let found = entry.found
        return [
            "name": .text(entry.name), "href": .text(context.href(found.address, found.anchor)), "color": View(found.color),
            "kind": .text(context.strings[found.kind.nameKey]), "title": entry.isAlias ? .text(found.title) : .none,
            "roles": context.roles(found.holders),
        ]
    }
}
