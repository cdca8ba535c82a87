import Diagnostics
import Handbook
import Markdown

/// What a value in `handbook.json` may be, as the schema and its documentation say it.
indirect enum SchemaType: Sendable {
    /// Plain text, without markup.
    case text
    /// Text in Markdown.
    case markdown
    /// A page's name among those of its kind. That of a plain page is its address without the final `/`, and may be empty.
    case slug(Kind?)
    /// What something is called in the whole handbook: `role:data-engineer`.
    case id
    /// The id of a group, a side or an era in the settings.
    case category
    /// The way of a file from the project's folder.
    case path
    /// Where something is found in the site.
    case address
    /// A day, `2026-01-31`.
    case day
    /// A whole number, of so much at least; of any size where that is `Int.min`.
    case number(least: Int)
    case truth
    /// One of some words.
    case words([String])
    /// This and nothing else.
    case only(JSONValue)
    /// A list, perhaps of at least so many, perhaps of such as differ.
    case list(SchemaType, least: Int = 0, differing: Bool = false)
    /// One of the schema's definitions.
    case one(String)
    /// Keys and values, both of an author's choice.
    case map(SchemaType)

    static func list(of name: String) -> SchemaType { .list(.one(name)) }
    static func slugs(_ kind: Kind, least: Int = 0) -> SchemaType { .list(.slug(kind), least: least, differing: true) }
}

// MARK: - Schema

extension SchemaType {
    /// As JSON Schema has it.
    var schema: JSONValue { JSONValue.object(sorting: keywords) }

    var keywords: [String: JSONValue?] {
        switch self {
        case .text, .markdown: ["type": "string"]
        case .slug(.page): ["type": "string", "pattern": "^[^\\s#?:]*$"]
        case .slug: ["type": "string", "pattern": "^[^\\s/#?:]+$"]
        case .id: ["type": "string", "pattern": .string("^(\(Kind.allCases.map(\.rawValue).joined(separator: "|"))):[^\\s#?:]*$")]
        case .category: ["type": "string", "minLength": 1]
        case .path: ["type": "string", "pattern": "^(?!/)(?!(.*/)?\\.\\.(/|$)).+$"]
        case .address: ["type": "string", "format": "uri-reference", "pattern": "^\\S+$"]
        case .day: ["type": "string", "format": "date", "pattern": .string(CalendarDate.pattern)]
        case .number(let least): ["type": "integer", "minimum": least == .min ? nil : .number(least)]
        case .truth: ["type": "boolean"]
        case .words(let words): ["enum": .strings(words)]
        case .only(let value): ["const": value]
        case .list(let element, let least, let differing):
            [
                "type": "array", "items": element.schema, "minItems": least > 0 ? .number(least) : nil,
                "uniqueItems": differing ? true : nil,
            ]
        case .one(let name): ["$ref": .string("#/$defs/\(name)")]
        case .map(let element): ["type": "object", "additionalProperties": element.schema]
        }
    }

    /// As the documentation calls it.
    var name: String {
        switch self {
        case .text: "text"
        case .markdown: "Markdown"
        case .slug(let kind?): kind == .page ? "slug of a plain page" : "slug of \(kind == .activity ? "an" : "a") \(kind.rawValue)"
        case .slug: "slug"
        case .id: "id"
        case .category: "id in the settings"
        case .path: "path"
        case .address: "address"
        case .day: "day"
        case .number(let least): least == 1 ? "number from 1" : "number"
        case .truth: "true or false"
        case .words(let words): words.map { "`\($0)`" }.joined(separator: ", ")
        case .only(let value): "`\(value.text(.fitted))`"
        case .list(let element, _, _): "list: \(element.name)"
        case .one(let name): "[\(name)](#\(Anchors.slug(name)))"
        case .map(let element): "keys and values: \(element.name)"
        }
    }
}
