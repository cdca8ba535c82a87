import Diagnostics

extension Rule {
    /// A key that is not declared.
    public static let unknownKey = Rule("unknown-key", .error, "every key is one that handbook knows")
    /// A value of another type than declared.
    public static let wrongType = Rule("wrong-type", .error, "a key's value has the type it is declared with")
    /// A required key that is not there.
    public static let missingKey = Rule("missing-key", .error, "required keys are given")
}

/// Reads YAML by a list of declared fields, reporting all that does not fit.
public struct RecordReader: Sendable {
    private let source: SourceText
    private let firstLine: Int

    /// A reader for YAML that is in `source` from line `firstLine` on.
    public init(source: SourceText, firstLine: Int) {
        self.source = source
        self.firstLine = firstLine
    }

    /// Reads YAML by `fields`. `nil` means that it could not be read at all: a finding says why.
    public func read(_ yaml: String, fields: [Field], into findings: inout Findings) -> Record? {
        guard let entries = entries(yaml, into: &findings) else { return nil }
        return record(entries.entries, fields: fields, at: entries.location, &findings)
    }

    /// The keys and values of YAML; `nil` when there are none to read, for which a finding says why.
    func entries(
        _ yaml: String,
        into findings: inout Findings
    ) -> (entries: [(key: Located<String>, value: YAMLValue)], location: Location)? {
        guard let root = YAMLReader(source: source, firstLine: firstLine).read(yaml, into: &findings) else { return nil }
        if case .null = root.content { return ([], root.location) }
        guard case .mapping(let entries) = root.content else {
            findings.add(
                Rule.wrongType(
                    "expected keys and values, found \(root.kindName)",
                    at: root.location,
                    help: "write 'title: …', a key and its value on each line"
                )
                .guardingPrivacy()
            )
            return nil
        }
        return (entries, root.location)
    }

    func record(
        _ entries: [(key: Located<String>, value: YAMLValue)],
        fields: [Field],
        at location: Location,
        _ findings: inout Findings
    ) -> Record {
        let known = Dictionary(fields.map { ($0.key, $0) }) { first, _ in first }
        var values: [String: Record.Value] = [:]
        var keys: [String: Location] = [:]
        let misspelled = MisspelledKeys(entries.map(\.key.value), known: known.keys)
        for (key, value) in entries {
            guard let field = known[key.value] else {
                let meant = misspelled.meant(by: key.value).flatMap { known[$0] }
                findings.add(
                    Rule.unknownKey(
                        "'\(key.value)' is not a known key",
                        at: key.location,
                        help: NearMiss.help(for: key.value, among: known.keys, called: "keys here")
                    )
                    .fixed(by: meant.flatMap { fits(value, $0) ? source.fix(key.value, at: key.location, to: $0.key) : nil })
                    .guardingPrivacy(if: meant.map { HiddenKeys.hiding.contains($0.key) } ?? false)
                )
                continue
            }
            keys[key.value] = key.location
            if case .null = value.content {
                if let fault = PlainScalars(source: source).comment(insteadOf: key.value, line: key.location.line) { findings.add(fault) }
                // Whether the page is one is not said.
                if key.value == "draft" {
                    findings.add(
                        Rule.wrongType("'draft' has no value", at: key.location, help: "write 'draft: true', or take it out")
                            .guardingPrivacy()
                    )
                }
                continue
            }
            values[key.value] = read(value, as: field.type, key: key.value, &findings)
        }
        let empty = Set(entries.filter { if case .null = $0.value.content { true } else { false } }.map(\.key.value))
        for field in fields where field.required && (keys[field.key] == nil || empty.contains(field.key)) {
            let (what, place) = keys[field.key].map { ("empty", $0) } ?? ("missing", location)
            findings.add(Rule.missingKey("'\(field.key)' is \(what)", at: place, help: "add '\(field.key):', \(field.type.name)"))
        }
        return Record(location: location, values: values, keys: keys)
    }

    private func read(_ value: YAMLValue, as type: FieldType, key: String, _ findings: inout Findings) -> Record.Value? {
        switch (type, value.content) {
        case (.text, .scalar(let text, let isPlain)):
            if isPlain, let fault = PlainScalars(source: source).fault(of: text, key: key, at: value.location) { findings.add(fault) }
            return .text(Located(text, at: value.location))
        case (.integer, .scalar(let text, plain: true)):
            if let number = Int(text) { return .integer(Located(number, at: value.location)) }
        // In quotes too: a page that says `draft: "yes"` is not to be published.
        case (.boolean, .scalar(let text, _)):
            if let truth = Self.truth(text) { return .boolean(Located(truth, at: value.location)) }
        case (.date, .scalar(let text, _)):
            if CalendarDate(text) != nil { return .text(Located(text, at: value.location)) }
        case (.choice(let words), .scalar(let text, _)):
            if words.contains(text) { return .text(Located(text, at: value.location)) }
            findings.add(
                Rule.wrongType(
                    "'\(key)' is '\(text)', not \(type.name)",
                    at: value.location,
                    help: NearMiss.best(for: text, among: words).map { "did you mean '\($0)'?" } ?? "choose \(type.name)"
                )
                .fixed(by: Suggestions(words).meant(by: text).flatMap { source.fix(text, at: value.location, to: $0) })
            )
            return nil
        case (.list(let element), .sequence(let items)):
            return .list(items.compactMap { read($0, as: element, key: key, &findings) }, value.location)
        case (.record(let fields), .mapping(let entries)), (.recordOrText(let fields, _), .mapping(let entries)):
            return .record(record(entries, fields: fields, at: value.location, &findings))
        case (.recordOrText(_, let textKey), .scalar(let text, _)):
            let text = Record.Value.text(Located(text, at: value.location))
            return .record(Record(location: value.location, values: [textKey: text], keys: [textKey: value.location]))
        case (.map(let element), .mapping(let entries)):
            return .map(entries.compactMap { key, item in read(item, as: element, key: key.value, &findings).map { (key, $0) } })
        case (_, .null):
            let lines = [value.location.line, value.location.line.map { $0 - 1 }]
            let faults = lines.lazy.compactMap { PlainScalars(source: source).comment(insteadOf: key, line: $0) }
            if let fault = faults.first(where: { _ in true }) {
                findings.add(fault)
                return nil
            }
        default:
            break
        }
        findings.add(
            Rule.wrongType(
                "'\(key)' is \(Self.describe(value)), not \(type.name)",
                at: value.location,
                help: Self.help(key, type, value)
            )
            .guardingPrivacy(if: HiddenKeys.hiding.contains(key) || Self.mayHide(key, value))
        )
        return nil
    }

    /// Whether a value could stand behind another key without a word of complaint.
    private func fits(_ value: YAMLValue, _ field: Field) -> Bool {
        if case .null = value.content { return !field.required }
        var found = Findings()
        return read(value, as: field.type, key: field.key, &found) != nil && found.isEmpty
    }

    /// What a word says as a truth value, with or without quotes; `nil` for any other word.
    package static func truth(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "yes", "on", "y": true
        case "false", "no", "off", "n": false
        default: nil
        }
    }

    /// Whether other tools hide a page that has such a value: `published: false` where a date is meant.
    private static func mayHide(_ key: String, _ value: YAMLValue) -> Bool {
        value.words.map { HiddenKeys.keepsPageBack(key, $0) } ?? false
    }

    private static func describe(_ value: YAMLValue) -> String {
        if case .scalar(let text, _) = value.content, text.count <= 40, !text.contains("\n") { return "'\(text)'" }
        return value.kindName
    }

    private static func help(_ key: String, _ type: FieldType, _ value: YAMLValue) -> String {
        if mayHide(key, value) { return "write \(type.name); to hide the page, write 'draft: true'" }
        return switch (type, value.content) {
        case (.list, .scalar(let text, _)) where text.count <= 60 && !text.contains(where: \.isNewline):
            "write a list: \(key): [\(YAMLText.scalar(text))]"
        case (.text, .sequence): "write one text, not a list"
        case (.text, .mapping): "put text that holds ': ' in quotes"
        default: "write \(type.name)"
        }
    }
}

/// A day of the Gregorian calendar, as written in content.
public struct CalendarDate: Sendable, Hashable, Comparable {
    /// Year, month and day.
    public let year: Int, month: Int, day: Int

    /// The days that there are, as a regular expression for JSON Schema.
    public static let pattern: String = {
        let anyYear = "[0-9]{4}"
        let ofFour = "0[48]|[2468][048]|[13579][26]"
        let leapYear = "([0-9]{2}(\(ofFour))|(00|\(ofFour))00)"
        let months = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8])"
        return "^(\(anyYear)-(\(months))|\(leapYear)-02-29)$"
    }()

    /// Reads `2026-01-31`; `nil` if there is no such day.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...12).contains(month), (1...days[month - 1]).contains(day) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Orders by time.
    public static func < (a: Self, b: Self) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }
}
