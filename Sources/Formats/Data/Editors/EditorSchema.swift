import Diagnostics
import Handbook
import Markdown

/// What is written by hand and has a JSON Schema for editors: the settings, and the front matter of each kind of page.
public enum EditorSchema: Sendable, Hashable {
    case settings
    case frontMatter(Kind)

    /// All of them.
    public static let all = [settings] + Kind.allCases.map(frontMatter)

    /// Its name, and without the ending that of its file.
    public var name: String {
        switch self {
        case .settings: "settings"
        case .frontMatter(let kind): kind.rawValue
        }
    }

    /// What it is the schema of.
    public var title: String {
        switch self {
        case .settings: Settings.file
        case .frontMatter(let kind): "The front matter of \(FrontMatterShapes.words(kind))"
        }
    }

    /// The schema, ended by a line end.
    public var text: String {
        let own =
            switch self {
            case .settings: FieldSchema.object(Self.settingsFields)
            case .frontMatter(let kind): Self.page(PageFields.fields(of: kind))
            }
        let head: [String: JSONValue?] = [
            "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": .string("urn:handbook:schema:\(name)"),
            "title": .string(title), "description": .string(meaning),
        ]
        return JSONValue.object(sorting: own.merging(head) { $1 }).file(.fitted)
    }

    private var meaning: String {
        switch self {
        case .settings: "The settings of a handbook. Every key is optional."
        case .frontMatter(let kind):
            "What stands between the two lines --- at the top of "
                + (kind.folder.map { "a page in content/\($0)/." } ?? "a page in none of the folders that say a kind.")
        }
    }

    /// The theme's words are known here alone.
    private static let settingsFields = Settings.fields.map { field in
        field.key == "strings"
            ? field.limited(to: .keys(Strings.english.map { Field($0.key, .text, "In English: \($0.value)") })) : field
    }

    /// Front matter that keeps something back may have notes of its author's own, under any key.
    private static func page(_ fields: [Field]) -> [String: JSONValue?] {
        var keywords = FieldSchema.object(fields)
        keywords.removeValue(forKey: "additionalProperties")
        let isKeptBack = JSONValue.object(sorting: ["private": ["minItems": 1, "type": "array"]])
        let known: [(String, JSONValue?)] = fields.map { ($0.key, true) }
        keywords["if"] = JSONValue.object(sorting: ["properties": isKeptBack, "required": ["private"]])
        keywords["else"] = JSONValue.object(sorting: [
            "properties": .object(sorting: Dictionary(known) { first, _ in first }), "additionalProperties": false,
        ])
        return keywords
    }
}
