import Diagnostics

extension Rule {
    /// A key that is to be hidden and is not there, or cannot be.
    public static let invalidPrivate = Rule(
        "invalid-private",
        .error,
        "private names keys of the same front matter that a page can do without",
        guardsPrivacy: true
    )
}

/// Keys of a mapping that its author keeps back, as the list under one of its keys names them.
public struct HiddenKeys: Sendable {
    /// The key that has the list.
    public let key: String
    /// Keys that a reader could not do without.
    public let shown: Set<String>

    /// - Parameters:
    ///   - key: the key that has the list.
    ///   - shown: keys that cannot be kept back.
    public init(key: String, shown: Set<String>) {
        self.key = key
        self.shown = shown
    }

    /// Keys that hide a page, or parts of it.
    static let hiding: Set<String> = ["draft", "private"]

    /// Whether other tools keep a whole page back that has a key with a value.
    package static func keepsPageBack(_ key: String, _ value: String) -> Bool {
        foreign[key.lowercased()]?.contains(value.lowercased()) ?? false
    }

    /// Keys by which other tools keep a whole page back, each with the values that do.
    private static let foreign: [String: Set<String>] = {
        let (yes, no): (Set<String>, Set<String>) = (["true", "yes", "on", "y", "1"], ["false", "no", "off", "n", "0"])
        let states: Set<String> = ["draft", "drafts", "private", "hidden", "unlisted", "unpublished", "internal"]
        return [
            "publish": no, "published": no, "public": no, "visible": no, "visibility": states, "status": states, "state": states,
            "hidden": yes, "hide": yes, "unlisted": yes, "unpublished": yes, "isdraft": yes, "is_draft": yes, "dg-publish": no,
        ]
    }()

    /// A mapping that was read with and without what is kept back.
    public struct Reading: Sendable {
        /// Without the keys that are kept back, and without the list of them: nothing in it is private.
        public let record: Record
        /// With all of it, for checks.
        public let whole: Record
        /// The keys that are kept back.
        public let names: Set<String>
        /// The lines on which they and their values stand.
        public let lines: [ClosedRange<Int>]
        /// What was found in them.
        public let findings: Findings

        init(record: Record, whole: Record, names: Set<String>, lines: [ClosedRange<Int>], findings: Findings) {
            (self.record, self.whole, self.names, self.lines, self.findings) = (record, whole, names, lines, findings)
        }

        /// A mapping in which nothing is kept back.
        public init(_ record: Record) {
            self.init(record: record, whole: record, names: [], lines: [], findings: Findings())
        }
    }
}

extension RecordReader {
    /// Reads YAML by `fields`, as `read(_:fields:into:)` does, and separates what its author keeps back. A key that is
    /// kept back need not be known: it is a note of the author's own.
    public func read(
        _ yaml: String,
        fields: [Field],
        hiding hidden: HiddenKeys,
        also others: Set<String> = [],
        into findings: inout Findings
    )
        -> HiddenKeys.Reading?
    {
        guard let (entries, place) = entries(yaml, into: &findings) else { return nil }
        let given = Dictionary(entries.map { ($0.key.value, $0.key) }) { first, _ in first }
        var names = others.intersection(given.keys)
        let list = entries.first { $0.key.value == hidden.key }
        for name in list.map({ texts($0.value, key: hidden.key, &findings) }) ?? [] {
            if hidden.shown.contains(name.value) {
                findings.add(
                    Rule.invalidPrivate(
                        "'\(name.value)' cannot be private",
                        at: name.location,
                        help: "move the page to the folder 'private'"
                    )
                )
            } else if given[name.value] == nil {
                findings.add(
                    Rule.invalidPrivate(
                        "'\(name.value)' is no key of this page",
                        at: name.location,
                        help: NearMiss.best(for: name.value, among: given.keys.filter { $0 != hidden.key }).map { "did you mean '\($0)'?" }
                            ?? "name a key that the front matter has"
                    )
                )
            } else {
                names.insert(name.value)
            }
        }
        let known = Set(fields.map(\.key))
        let foreign = entries.filter { !names.contains($0.key.value) && !known.contains($0.key.value) && keepsBack($0.key.value, $0.value) }
        for (key, value) in foreign {
            findings.add(
                Rule.unknownKey(
                    "'\(key.value): \(value.words ?? "")' does not hide the page",
                    at: key.location,
                    help: "write 'draft: true', or move the page to the folder 'private'"
                )
                .guardingPrivacy()
            )
        }
        let closed = names.union(foreign.map(\.key.value) + [hidden.key])
        let open = entries.filter { !closed.contains($0.key.value) }
        let kept = entries.filter { names.contains($0.key.value) && known.contains($0.key.value) }
        var found = Findings()
        let whole = kept.isEmpty ? nil : record(open + kept, fields: fields, at: place, &found)
        var ofOpen = Findings()
        let record = record(open, fields: fields, at: place, &ofOpen)
        findings.add(contentsOf: ofOpen)
        return HiddenKeys.Reading(
            record: record,
            whole: whole ?? record,
            names: names,
            lines: lines(of: names, entries.map(\.key), yaml),
            findings: found
        )
    }

    /// Whether a key of another tool keeps the whole page back.
    private func keepsBack(_ key: String, _ value: YAMLValue) -> Bool {
        value.words.map { HiddenKeys.keepsPageBack(key, $0) } ?? false
    }

    private func texts(_ value: YAMLValue, key: String, _ findings: inout Findings) -> [Located<String>] {
        switch value.content {
        case .null: return []
        case .sequence(let items):
            // Anything else in the list would not keep anything back.
            return items.compactMap { item in
                if case .scalar(let text, _) = item.content { return Located(text, at: item.location) }
                findings.add(
                    Rule.wrongType("'\(key)' has \(item.kindName) in it", at: item.location, help: "name keys: \(key): [kpis]")
                        .guardingPrivacy()
                )
                return nil
            }
        case .scalar, .mapping:
            let isWhole = value.words.map { ["true", "yes", "on", "y"].contains($0.lowercased()) } ?? false
            findings.add(
                Rule.wrongType(
                    "'\(key)' is \(value.kindName), not a list",
                    at: value.location,
                    help: isWhole
                        ? "to hide the whole page, write 'draft: true', or move it to the folder 'private'"
                        : "write a list: \(key): [kpis]"
                )
                .guardingPrivacy()
            )
            return []
        }
    }

    /// From each key's line to the one before the next key's.
    private func lines(of names: Set<String>, _ keys: [Located<String>], _ yaml: String) -> [ClosedRange<Int>] {
        let starts = keys.compactMap { key in key.location.line.map { (line: $0, name: key.value) } }.sorted { $0.line < $1.line }
        return starts.enumerated().filter { names.contains($0.element.name) }.map { place, start in
            let next = starts.dropFirst(place + 1).first { $0.line > start.line }?.line ?? Int.max
            return start.line...max(start.line, next - 1)
        }
    }
}
