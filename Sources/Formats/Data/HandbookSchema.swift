import Diagnostics
import Handbook
import Markdown

/// The JSON Schema of `handbook.json` and of the files of roles and matrices.
public enum HandbookSchema {
    /// The schema, ended by a line end.
    public static let text = schema.file(.fitted)

    private static func reference(_ name: String) -> JSONValue { ["$ref": .string("#/$defs/\(name)")] }

    private static func rule(_ format: JSONValue, then name: String) -> JSONValue {
        ["if": hasFormat(["const": format]), "then": reference(name)]
    }

    private static func hasFormat(_ schema: JSONValue) -> JSONValue {
        ["properties": ["format": schema], "required": ["format"]]
    }

    private static let schema = JSONValue.object(sorting: [
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": .string("handbook.json, version \(Shapes.version)"),
        "description": "A handbook of roles for programs: handbook.json, and index.json beside the page of each role and matrix.",
        "type": "object",
        // Which of them it is decides what is said about it.
        "allOf": [
            rule(Shapes.roleFormat, then: "roleDocument"), rule(Shapes.matrixFormat, then: "matrixDocument"),
            ["if": ["not": hasFormat(["enum": [Shapes.roleFormat, Shapes.matrixFormat]])], "then": reference("handbook")],
        ],
        "$defs": .object(
            sorting:
                Dictionary(uniqueKeysWithValues: (Shapes.descriptions + FrontMatterShapes.descriptions).map { ($0.name, $0.schema) })
        ),
    ])
}

/// The shapes of settings and of front matter, from the fields that their reading knows.
enum FrontMatterShapes {
    static let descriptions: [ShapeDescription] =
        Kind.allCases.map { kind in
            describe("\(kind.rawValue)FrontMatter", "The front matter of \(words(kind)).", PageFields.fields(of: kind))
        } + [describe("settings", "What `handbook.yml` says.", Settings.fields)] + inner.values.sorted { $0.name < $1.name }

    static func words(_ kind: Kind) -> String {
        switch kind {
        case .activity: "an activity"
        case .page: "a plain page"
        default: "a \(kind.rawValue)"
        }
    }

    /// Records inside of others, by name.
    private static let inner: [String: ShapeDescription] = {
        var found: [String: ShapeDescription] = [:]
        let all = Kind.allCases.map { ("\($0.rawValue)FrontMatter", PageFields.fields(of: $0)) } + [("settings", Settings.fields)]
        for (name, fields) in all {
            for field in fields { gather(field.type, name, field, &found) }
        }
        return found
    }()

    private static func gather(_ type: FieldType, _ name: String, _ field: Field, _ found: inout [String: ShapeDescription]) {
        switch type {
        case .list(let element), .map(let element): gather(element, name, field, &found)
        case .record(let fields), .recordOrText(let fields, _):
            let own = innerName(name, field)
            found[own] = describe(own, field.summary, fields)
            for field in fields { gather(field.type, own, field, &found) }
        case .text, .integer, .boolean, .date, .choice: break
        }
    }

    private static func innerName(_ name: String, _ field: Field) -> String { "\(name).\(field.key)" }

    private static func describe(_ name: String, _ meaning: String, _ fields: [Field]) -> ShapeDescription {
        ShapeDescription(
            name,
            meaning,
            fields.filter { $0.key != "private" }.map { field in
                ShapeDescription.Key(
                    name: field.key,
                    type: type(field.type, name, field),
                    meaning: field.summary,
                    isOptional: !field.required
                )
            }
        )
    }

    private static func type(_ type: FieldType, _ name: String, _ field: Field) -> SchemaType {
        switch type {
        case .text: .text
        case .integer: .number(least: .min)
        case .boolean: .truth
        case .date: .day
        case .choice(let words): .words(words)
        case .list(let element): .list(self.type(element, name, field))
        case .map(let element): .map(self.type(element, name, field))
        case .record, .recordOrText: .one(innerName(name, field))
        }
    }
}
