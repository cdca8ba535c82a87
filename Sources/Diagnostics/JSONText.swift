import Foundation

/// Values as JSON text that is the same on every machine.
public enum JSONText {
    /// Indented, keys in alphabetical order, ended by a line end.
    public static func of(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
