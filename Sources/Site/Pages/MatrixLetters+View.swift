import Formats
import Handbook
import Templates

extension MatrixLetters {
    /// What `letters.mustache` is given.
    static let shape: ViewShape.Fields = [
        "letters": .list(["letter": .text, "shape": .text, "name": .text, "joined": .flag]), "note": .text, "weak": .flag,
        "empty": .flag, "footnotes": .html,
    ]

    func fields(_ context: PageContext) -> [(String, View)] {
        [
            (
                "letters",
                .each(letters.enumerated()) { index, entry in
                    [
                        "letter": .text(String(entry.letter)), "shape": .text(entry.shape), "name": .text(entry.name),
                        "joined": .flag(index > 0),
                    ]
                }
            ), ("note", View(note)), ("weak", .flag(isWeak)), ("empty", .flag(letters.isEmpty)),
            ("footnotes", View(footnotes.map(context.html))),
        ]
    }
}

extension Scheme {
    /// What each letter means, for the legend of a matrix.
    func legend(_ strings: Strings) -> View {
        .each(letters) { letter in
            let key = nameKey(of: letter) + "_note"
            let note = strings[key]
            return [
                "letter": .text(String(letter)), "name": .text(strings[nameKey(of: letter)]), "shape": .text(shape(of: letter)),
                "note": note == key ? .none : .text(note),
            ]
        }
    }
}
