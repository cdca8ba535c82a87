import Markdown

/// Declared fields as JSON Schema has them, for editors: what the reader takes is valid, and what it refuses is not, as far as
/// a schema can tell. It sees a document as YAML 1.2 reads it, in which a text without quotes may be a number or a truth value.
///
/// Of the keywords only those are used that draft-07 has too, since editors may know no later one.
enum FieldSchema {
    private typealias Keywords = [String: DataValue?]

    /// A mapping with these keys and no others.
    static func object(_ fields: [Field]) -> [String: DataValue?] {
        let required = fields.filter(\.required).map(\.key)
        return [
            "type": "object", "properties": properties(fields), "required": required.isEmpty ? nil : .texts(required),
            "additionalProperties": false,
        ]
    }

    /// What each key may hold.
    static func properties(_ fields: [Field]) -> DataValue {
        let known: [(String, DataValue?)] = fields.map { field in
            (field.key, described(value(field.type, field.limit, orNothing: mayBeEmpty(field)), field.summary))
        }
        return .keys(Dictionary(known) { first, _ in first })
    }

    /// A key without a value is as good as none, where it need not be there.
    private static func mayBeEmpty(_ field: Field) -> Bool {
        if case .text = field.type, case .form(let form)? = field.limit, !form.mayBeBlank { return false }
        return !field.required
    }

    private static func described(_ keywords: Keywords, _ summary: String) -> DataValue {
        .keys(keywords.merging(["description": .text(summary)]) { own, _ in own })
    }

    // MARK: - Values

    private static func value(_ type: FieldType, _ limit: FieldLimit?, orNothing: Bool = false) -> Keywords {
        switch type {
        case .text: text(limit, orNothing)
        case .integer: integer(limit, orNothing)
        case .boolean:
            [
                "type": types(["boolean", "string"], orNothing),
                // YAML 1.2 takes these for texts.
                "pattern": "^([Yy][Ee][Ss]|[Nn][Oo]|[Oo][Nn]|[Oo][Ff][Ff])$", "patternErrorMessage": "Write true or false.",
            ]
        case .date:
            [
                "type": types(["string"], orNothing), "format": "date", "pattern": .text(CalendarDate.pattern),
                "patternErrorMessage": .text("Write \(type.name)."),
            ]
        case .choice(let words):
            if case .names(let names)? = limit { oneOf(words.filter(names.contains), orNothing) } else { oneOf(words, orNothing) }
        case .list(let element): list(element, limit, orNothing)
        case .record(let fields): object(fields).merging(["type": types(["object"], orNothing)]) { $1 }
        case .map(let element): map(element, limit, orNothing)
        case .recordOrText(let fields, let key): recordOrText(fields, key, orNothing)
        }
    }

    private static func types(_ types: [String], _ orNothing: Bool) -> DataValue {
        let all = orNothing ? types + ["null"] : types
        return all.count == 1 ? .text(all[0]) : .texts(all)
    }

    private static func text(_ limit: FieldLimit?, _ orNothing: Bool) -> Keywords {
        let any: Keywords = ["type": types(["string", "number", "boolean"], orNothing)]
        switch limit {
        case .names(let names): return oneOf(names, orNothing)
        case .otherThan(let names): return any.merging(["not": .keys(["enum": .texts(names.sorted())])]) { $1 }
        case .form(let form):
            // The words of truth are texts too, and may have the form.
            let others = (form.numbers == nil ? [] : ["number"]) + (form.fits("true") ? ["boolean"] : [])
            return [
                "type": types(["string"] + others, orNothing), "minimum": bound(form.numbers?.lowerBound),
                "maximum": bound(form.numbers?.upperBound), "pattern": .text("^\\s*(?:\(form.pattern))\(form.mayBeBlank ? "?" : "")\\s*$"),
                "patternErrorMessage": .text("Write \(form.name)."),
            ]
        default: return any
        }
    }

    private static func bound(_ number: Double?) -> DataValue? { number.flatMap { Int(exactly: $0) }.map(DataValue.number) }

    private static func integer(_ limit: FieldLimit?, _ orNothing: Bool) -> Keywords {
        var keywords: Keywords = ["type": types(["integer"], orNothing)]
        if case .range(let range)? = limit {
            keywords["minimum"] = DataValue.number(range.lowerBound)
            keywords["maximum"] = range.upperBound == .max ? nil : DataValue.number(range.upperBound)
        }
        return keywords
    }

    private static func oneOf(_ words: [String], _ orNothing: Bool) -> Keywords {
        let truths = words.compactMap { ["true": DataValue.truth(true), "false": .truth(false)][$0] }
        return ["enum": .list(words.map(DataValue.text) + truths + (orNothing ? [.nothing] : []))]
    }

    private static func list(_ element: FieldType, _ limit: FieldLimit?, _ orNothing: Bool) -> Keywords {
        var keywords: Keywords = ["type": types(["array"], orNothing), "items": .keys(value(element, limit))]
        if case .count(let range)? = limit {
            keywords["minItems"] = DataValue.number(range.lowerBound)
            keywords["maxItems"] = range.upperBound == .max ? nil : DataValue.number(range.upperBound)
        }
        return keywords
    }

    /// Known keys have no value of their own to fall back on: each that is there has one.
    private static func map(_ element: FieldType, _ limit: FieldLimit?, _ orNothing: Bool) -> Keywords {
        var keywords: Keywords = ["type": types(["object"], orNothing), "additionalProperties": .keys(value(element, nil))]
        if case .keys(let fields)? = limit {
            let known: [(String, DataValue?)] = fields.map { ($0.key, described(value($0.type, $0.limit), $0.summary)) }
            keywords["properties"] = DataValue.keys(Dictionary(known) { first, _ in first })
            keywords["additionalProperties"] = DataValue.truth(false)
        }
        return keywords
    }

    private static func recordOrText(_ fields: [Field], _ key: String, _ orNothing: Bool) -> Keywords {
        let short = fields.first { $0.key == key }
        var ways = [value(short?.type ?? .text, short?.limit), object(fields)]
        if orNothing { ways.append(["type": "null"]) }
        return ["oneOf": .list(ways.map { DataValue.keys($0) })]
    }
}
