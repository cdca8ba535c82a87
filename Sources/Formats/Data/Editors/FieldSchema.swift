import Diagnostics
import Markdown

/// Declared fields as JSON Schema has them, for editors: what the reader takes is valid, and what it refuses is not, as far as
/// a schema can tell. It sees a document as YAML 1.2 reads it, in which a text without quotes may be a number or a truth value.
///
/// Of the keywords only those are used that draft-07 has too, since editors may know no later one.
enum FieldSchema {
    private typealias Keywords = [String: JSONValue?]

    /// A mapping with these keys and no others.
    static func object(_ fields: [Field]) -> [String: JSONValue?] {
        let required = fields.filter(\.required).map(\.key)
        return [
            "type": "object", "properties": properties(fields), "required": required.isEmpty ? nil : .strings(required),
            "additionalProperties": false,
        ]
    }

    /// What each key may hold.
    static func properties(_ fields: [Field]) -> JSONValue {
        let known: [(String, JSONValue?)] = fields.map { field in
            (field.key, described(value(field.type, field.limit, orNothing: mayBeEmpty(field)), field.summary))
        }
        return .object(sorting: Dictionary(known) { first, _ in first })
    }

    /// A key without a value is as good as none, where it need not be there.
    private static func mayBeEmpty(_ field: Field) -> Bool {
        if case .text = field.type, case .form(let form)? = field.limit, !form.mayBeBlank { return false }
        return !field.required
    }

    private static func described(_ keywords: Keywords, _ summary: String) -> JSONValue {
        .object(sorting: keywords.merging(["description": .string(summary)]) { own, _ in own })
    }

    // MARK: - Values

    private static func value(_ type: FieldType, _ limit: FieldLimit?, orNothing: Bool = false) -> Keywords {
        switch type {
        case .text: text(limit, orNothing)
        case .integer: integer(limit, orNothing)
        case .boolean:
            [
                "type": types(["boolean", "string"], orNothing),
                // YAML 1.2 takes these, and what is in quotes, for texts.
                "pattern": "^([Yy]([Ee][Ss])?|[Nn][Oo]?|[Oo][Nn]|[Oo][Ff][Ff]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$",
                "patternErrorMessage": "Write true or false.",
            ]
        case .date:
            [
                "type": types(["string"], orNothing), "format": "date", "pattern": .string(CalendarDate.pattern),
                "patternErrorMessage": .string("Write \(type.name)."),
            ]
        case .choice(let words):
            if case .names(let names)? = limit { oneOf(words.filter(names.contains), orNothing) } else { oneOf(words, orNothing) }
        case .list(let element): list(element, limit, orNothing)
        case .record(let fields): object(fields).merging(["type": types(["object"], orNothing)]) { $1 }
        case .map(let element): map(element, limit, orNothing)
        case .recordOrText(let fields, let key): recordOrText(fields, key, orNothing)
        }
    }

    private static func types(_ types: [String], _ orNothing: Bool) -> JSONValue {
        let all = orNothing ? types + ["null"] : types
        return all.count == 1 ? .string(all[0]) : .strings(all)
    }

    private static func text(_ limit: FieldLimit?, _ orNothing: Bool) -> Keywords {
        let any: Keywords = ["type": types(["string", "number", "boolean"], orNothing)]
        switch limit {
        case .names(let names): return oneOf(names, orNothing)
        case .otherThan(let names): return any.merging(["not": ["enum": .strings(names.sorted())]]) { $1 }
        case .form(let form):
            // The words of truth are texts too, and may have the form.
            let others = (form.numbers == nil ? [] : ["number"]) + (form.fits("true") ? ["boolean"] : [])
            return [
                "type": types(["string"] + others, orNothing), "minimum": bound(form.numbers?.lowerBound),
                "maximum": bound(form.numbers?.upperBound),
                "pattern": .string("^\\s*(?:\(form.pattern))\(form.mayBeBlank ? "?" : "")\\s*$"),
                "patternErrorMessage": .string("Write \(form.name)."),
            ]
        default: return any
        }
    }

    private static func bound(_ number: Double?) -> JSONValue? { number.flatMap { Int(exactly: $0) }.map(JSONValue.number) }

    private static func integer(_ limit: FieldLimit?, _ orNothing: Bool) -> Keywords {
        var keywords: Keywords = ["type": types(["integer"], orNothing)]
        if case .range(let range)? = limit {
            keywords["minimum"] = JSONValue.number(range.lowerBound)
            keywords["maximum"] = range.upperBound == .max ? nil : JSONValue.number(range.upperBound)
        }
        return keywords
    }

    private static func oneOf(_ words: [String], _ orNothing: Bool) -> Keywords {
        let truths = words.compactMap { ["true": JSONValue.bool(true), "false": .bool(false)][$0] }
        return ["enum": .array(words.map(JSONValue.string) + truths + (orNothing ? [.null] : []))]
    }

    private static func list(_ element: FieldType, _ limit: FieldLimit?, _ orNothing: Bool) -> Keywords {
        var keywords: Keywords = ["type": types(["array"], orNothing), "items": .object(sorting: value(element, limit))]
        if case .count(let range)? = limit {
            keywords["minItems"] = JSONValue.number(range.lowerBound)
            keywords["maxItems"] = range.upperBound == .max ? nil : JSONValue.number(range.upperBound)
        }
        return keywords
    }

    /// Known keys have no value of their own to fall back on: each that is there has one.
    private static func map(_ element: FieldType, _ limit: FieldLimit?, _ orNothing: Bool) -> Keywords {
        var keywords: Keywords = ["type": types(["object"], orNothing), "additionalProperties": .object(sorting: value(element, nil))]
        if case .keys(let fields)? = limit {
            let known: [(String, JSONValue?)] = fields.map { ($0.key, described(value($0.type, $0.limit), $0.summary)) }
            keywords["properties"] = JSONValue.object(sorting: Dictionary(known) { first, _ in first })
            keywords["additionalProperties"] = JSONValue.bool(false)
        }
        return keywords
    }

    private static func recordOrText(_ fields: [Field], _ key: String, _ orNothing: Bool) -> Keywords {
        let short = fields.first { $0.key == key }
        var ways = [value(short?.type ?? .text, short?.limit), object(fields)]
        if orNothing { ways.append(["type": "null"]) }
        return ["oneOf": .array(ways.map(JSONValue.object(sorting:)))]
    }
}
