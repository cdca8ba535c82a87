import Diagnostics
import Handbook
import Markdown

extension Rule {
    /// A string of the theme that there is not.
    public static let unknownString = Rule("unknown-string", .error, "the keys of strings in handbook.yml are the theme's")
}

extension Rule {
    /// Strings of the theme that a handbook in another language leaves in English.
    package static let untranslatedString = Rule(
        "untranslated-string",
        .note,
        "a handbook that translates the theme's strings translates all of them"
    )
}

/// The theme's own words, each of which a handbook can say in its language.
package struct Strings: Sendable {
    private var words: [String: String]

    /// The English words, replaced where the settings have others.
    package init(_ settings: Settings, into findings: inout Findings) {
        words = Self.english
        reportMissing(settings, into: &findings)
        let source = settings.source
        for (key, text) in settings.strings.sorted(by: { $0.key.value < $1.key.value }) {
            if words[key.value] == nil {
                findings.add(
                    Rule.unknownString(
                        "'\(key.value)' is no string of the theme",
                        at: key.location,
                        help: NearMiss.help(for: key.value, among: Array(Self.english.keys), called: "strings")
                    )
                    .fixed(
                        by: Suggestions(Self.english.keys).meant(by: key.value).flatMap { meant in
                            settings.strings.keys.contains { $0.value == meant } ? nil : source.fix(key.value, at: key.location, to: meant)
                        }
                    )
                )
            }
            words[key.value] = text
        }
    }

    /// Reports to a handbook that translates some of the theme's words which of them are still English.
    private func reportMissing(_ settings: Settings, into findings: inout Findings) {
        let given = Set(settings.strings.keys.map(\.value))
        let missing = Set(Self.english.keys).subtracting(given).sorted()
        guard !settings.language.lowercased().hasPrefix("en"), !given.isEmpty, let first = missing.first else { return }
        findings.add(
            Rule.untranslatedString(
                "\(missing.count) strings of the theme are still English, such as '\(first)'",
                at: Location(Settings.file),
                help: "add under 'strings:' \(missing.prefix(12).joined(separator: ", "))\(missing.count > 12 ? ", …" : "")"
            )
        )
    }

    package subscript(_ key: String) -> String { words[key] ?? key }

    /// A text with `{name}` replaced. What a value holds is not replaced again.
    package func text(_ key: String, _ values: [String: String]) -> String {
        var rest = self[key][...]
        var text = ""
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            let end = rest.utf8.index(after: close)
            text += rest[..<open]
            if let value = values[String(rest[rest.utf8.index(after: open)..<close])] {
                text += value
                rest = rest[end...]
            } else {
                text += "{"
                rest = rest[rest.utf8.index(after: open)...]
            }
        }
        return text + rest
    }

    /// The keys of all strings, sorted.
    package static let keys = english.keys.sorted()

    /// What the theme says, by key.
    package static let english = Words.all.reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }
}
