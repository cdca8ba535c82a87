import Foundation
import Handbook
import Markdown
import Testing

@testable import Formats

/// The schemas for editors say what the reader's declarations say.
@Suite struct EditorSchemaTests {
    private static func object(_ schema: EditorSchema) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(schema.text.utf8)) as? [String: Any])
    }

    private static func fields(_ schema: EditorSchema) -> [Field] {
        switch schema {
        case .settings: Settings.fields
        case .frontMatter(let kind): PageFields.fields(of: kind)
        }
    }

    @Test(arguments: EditorSchema.all)
    func everyFieldIsThere(schema: EditorSchema) throws {
        let object = try Self.object(schema)
        try Self.expect(Self.fields(schema), in: object, "\(schema.name)")
        #expect(object["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }

    /// A mapping with these keys, each with its summary, and in it again.
    private static func expect(_ fields: [Field], in schema: [String: Any], _ place: String) throws {
        let properties = try #require(schema["properties"] as? [String: [String: Any]], "\(place)")
        #expect(properties.keys.sorted() == fields.map(\.key).sorted(), "\(place)")
        #expect((schema["required"] as? [String] ?? []) == fields.filter(\.required).map(\.key), "\(place)")
        for field in fields {
            let own = try #require(properties[field.key])
            #expect(own["description"] as? String == field.summary, "\(place).\(field.key)")
            try expect(field.type, in: own, "\(place).\(field.key)")
        }
    }

    private static func expect(_ type: FieldType, in schema: [String: Any], _ place: String) throws {
        switch type {
        case .list(let element): try expect(element, in: try #require(schema["items"] as? [String: Any]), "\(place)[]")
        case .record(let fields):
            try expect(fields, in: schema, place)
            #expect(schema["additionalProperties"] as? Bool == false, "\(place)")
        case .recordOrText(let fields, _):
            let ways = try #require(schema["oneOf"] as? [[String: Any]], "\(place)")
            try expect(fields, in: try #require(ways.first { $0["type"] as? String == "object" }), place)
        case .text, .integer, .boolean, .date, .choice, .map: break
        }
    }

    @Test(arguments: Kind.allCases)
    func frontMatterHasNoOtherKeys(kind: Kind) throws {
        let object = try Self.object(.frontMatter(kind))
        let otherwise = try #require(object["else"] as? [String: Any])
        #expect(otherwise["additionalProperties"] as? Bool == false)
        #expect((otherwise["properties"] as? [String: Bool])?.keys.sorted() == PageFields.fields(of: kind).map(\.key).sorted())
    }

    /// What editors complete.
    @Test func knownValuesAreListed() throws {
        let settings = try #require(try Self.object(.settings)["properties"] as? [String: [String: Any]])
        let rules = try #require(settings["rules"]?["properties"] as? [String: [String: Any]])
        #expect(rules.keys.sorted() == Checks.settableRuleIDs.sorted())
        #expect(rules["two-accountable"]?["description"] as? String == "A task has exactly one accountable role.")
        let ways = try #require(rules["oversized"]?["oneOf"] as? [[String: Any]])
        #expect(ways[0]["enum"] as? [String] == ["off", "note", "warning", "error"])
        #expect((ways[1]["properties"] as? [String: Any])?.keys.sorted() == ["limit", "rows", "severity"])
        let strings = try #require(settings["strings"]?["properties"] as? [String: [String: Any]])
        #expect(strings.keys.sorted() == Strings.keys)
        #expect(strings["close"]?["description"] as? String == "In English: Close")
        let matrix = try #require(try Self.object(.frontMatter(.matrix))["properties"] as? [String: [String: Any]])
        #expect((matrix["scheme"]?["enum"] as? [Any])?.compactMap { $0 as? String } == Scheme.allCases.map(\.rawValue))
        #expect((matrix["kind"]?["enum"] as? [Any])?.compactMap { $0 as? String } == ["matrix"])
    }

    @Test func aNewProjectHasTheSchemasAndNamesThem() {
        let files = EditorFiles.joined(to: [("handbook.yml", "title: A\n"), ("content/index.md", "# A\n")])
        #expect(files.map(\.path) == ["handbook.yml", "content/index.md"] + EditorSchema.all.map { ".handbook/schema/\($0.name).json" })
        #expect(files[0].text == "# yaml-language-server: $schema=.handbook/schema/settings.json\ntitle: A\n")
        #expect(files[1].text == "# A\n")
        let again = EditorFiles.joined(to: Array(files.prefix(1)))
        #expect(again[0].text == files[0].text)
    }
}
