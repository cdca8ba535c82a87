import Foundation

/// As much of JSON Schema (draft 2020-12) as the tests' schemas use: types, constants, keys, items, numbers, patterns and
/// references into `$defs`. A keyword that it does not know fails.
public struct JSONSchema {
    private let root: [String: Any]

    /// A schema's text.
    public init(_ text: String) throws {
        root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    }

    /// What is wrong with a document by the schema, a line for each fault.
    public func faults(_ text: String) throws -> [String] {
        faults(try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed), root, "")
    }

    private func faults(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
        schema.keys.sorted().flatMap { keyword in
            faults(value, keyword, schema, place).map { "\(place): \($0)" } + inner(value, keyword, schema, place)
        }
    }

    /// What is wrong with the value itself.
    private func faults(_ value: Any, _ keyword: String, _ schema: [String: Any], _ place: String) -> [String] {
        switch keyword {
        case "$schema", "$defs", "$id", "title", "description", "format", "$ref", "properties", "items": return []
        case "type": return Self.isA(schema[keyword] as? String ?? "", value) ? [] : ["is no \(schema[keyword] ?? "")"]
        case "const": return Self.same(value, schema[keyword]) ? [] : ["is not \(schema[keyword] ?? "")"]
        case "enum": return (schema[keyword] as? [Any] ?? []).contains { Self.same(value, $0) } ? [] : ["is '\(value)'"]
        case "required":
            let keys = (value as? [String: Any]).map { Set($0.keys) } ?? []
            return (schema[keyword] as? [String] ?? []).filter { !keys.contains($0) }.map { "has no '\($0)'" }
        case "additionalProperties":
            guard schema[keyword] as? Bool == false else { return [] }
            let known = Set((schema["properties"] as? [String: Any] ?? [:]).keys)
            return ((value as? [String: Any])?.keys.sorted() ?? []).filter { !known.contains($0) }.map { "has '\($0)'" }
        case "minimum": return (value as? NSNumber)?.intValue ?? .min >= schema[keyword] as? Int ?? 0 ? [] : ["is too small"]
        case "minItems": return (value as? [Any])?.count ?? 0 >= schema[keyword] as? Int ?? 0 ? [] : ["is too short"]
        case "minLength": return (value as? String)?.count ?? 0 >= schema[keyword] as? Int ?? 0 ? [] : ["is too short"]
        case "pattern":
            let range = (value as? String)?.range(of: schema[keyword] as? String ?? "", options: .regularExpression)
            return range == nil ? ["is '\(value)'"] : []
        default: return ["the schema's '\(keyword)' is not known here"]
        }
    }

    /// What is wrong within the value.
    private func inner(_ value: Any, _ keyword: String, _ schema: [String: Any], _ place: String) -> [String] {
        switch keyword {
        case "$ref":
            let name = (schema[keyword] as? String ?? "").replacing("#/$defs/", with: "")
            guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else { return ["\(place): no '\(name)'"] }
            return faults(value, target, place)
        case "properties":
            guard let object = value as? [String: Any], let own = schema[keyword] as? [String: [String: Any]] else { return [] }
            return own.keys.sorted().flatMap { key in object[key].map { faults($0, own[key] ?? [:], "\(place)/\(key)") } ?? [] }
        case "additionalProperties":
            guard let object = value as? [String: Any], let own = schema[keyword] as? [String: Any] else { return [] }
            let known = Set((schema["properties"] as? [String: Any] ?? [:]).keys)
            return object.keys.sorted().filter { !known.contains($0) }.flatMap { faults(object[$0] ?? "", own, "\(place)/\($0)") }
        case "items":
            guard let items = value as? [Any], let own = schema[keyword] as? [String: Any] else { return [] }
            return items.enumerated().flatMap { faults($1, own, "\(place)/\($0)") }
        default: return []
        }
    }

    private static func isA(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "string": value is String
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "integer": !(value is String) && (value as? NSNumber).map { $0.doubleValue == Double($0.intValue) } ?? false
        case "boolean": value is Bool
        default: false
        }
    }

    private static func same(_ a: Any, _ b: Any?) -> Bool {
        guard let b else { return false }
        if let a = a as? String { return a == b as? String }
        return (a as? NSNumber) == (b as? NSNumber)
    }
}
