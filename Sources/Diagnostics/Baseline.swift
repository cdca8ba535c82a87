import Foundation

/// Findings that are known and do not count: a project with many of them can be checked for new ones.
public struct Baseline: Sendable, Equatable {
    /// What a finding is known by: not its line, so that it stays the same when lines above it come or go.
    public struct Key: Sendable, Hashable {
        /// The rule's id.
        public let id: String
        /// The file, if it is about one.
        public let path: String?
        /// What is wrong.
        public let message: String

        init(id: String, path: String?, message: String) {
            (self.id, self.path, self.message) = (id, path, message)
        }

        /// What a finding is known by.
        public init(_ finding: Diagnostic) { self.init(id: finding.rule.id, path: finding.location?.path, message: finding.message) }

        /// The same in sixteen letters (FNV-1a), for programs that compare runs.
        var hash: String {
            let bytes = [id, path ?? "", message].joined(separator: "\n").utf8
            let digits = String(FNV1a.hash(bytes), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
    }

    /// How many places each finding has.
    private let places: [Key: Int]

    /// The baseline for which a project has nothing new, but for what no baseline covers.
    public init(_ findings: Findings) {
        places = Dictionary(findings.sorted.filter { !$0.guardsPrivacy }.map { (Key($0), Self.count($0)) }) { first, _ in first }
    }

    /// How many findings it holds.
    public var count: Int { places.count }

    /// What a run's findings are beside a baseline.
    public struct Comparison: Sendable {
        /// Those that the baseline does not have, or has in fewer places.
        public let new: Findings
        /// How many it has.
        public let known: Int
        /// Entries that are no longer found, by path, id and message.
        public let gone: [Key]
    }

    /// Holds a run's findings against the baseline.
    public func compare(_ findings: Findings) -> Comparison {
        var new = Findings()
        var gone = Set(places.keys)
        let sorted = findings.sorted
        for finding in sorted {
            gone.remove(Key(finding))
            if finding.guardsPrivacy || Self.count(finding) > places[Key(finding)] ?? 0 { new.add(finding) }
        }
        return Comparison(new: new, known: sorted.count - new.all.count, gone: gone.sorted(by: Self.comesBefore))
    }

    /// A finding that several lines have is reported once, with the others beside it.
    private static func count(_ finding: Diagnostic) -> Int { 1 + finding.related.count { $0.message == Findings.repeated } }

    private static func comesBefore(_ a: Key, _ b: Key) -> Bool {
        (a.path ?? "", a.id, a.message) < (b.path ?? "", b.id, b.message)
    }
}

// MARK: - As a file

extension Baseline {
    private struct File: Decodable {
        let version: Int
        let findings: [Entry]
    }

    private struct Entry: Decodable {
        let id: String
        let path: String?
        let message: String
        /// Absent if it is one.
        let places: Int?
    }

    /// The file's text: an entry for each finding, by path, id and message.
    public var text: String {
        let entries = places.keys.sorted(by: Self.comesBefore).map { key in
            JSONValue.object(sorting: [
                "id": .string(key.id),
                "path": key.path.map(JSONValue.string),
                "message": .string(key.message),
                "places": places[key].flatMap { $0 > 1 ? .number($0) : nil },
            ])
        }
        return JSONValue.object(sorting: ["version": 1, "findings": .array(entries)]).file(.indented)
    }

    /// Reads a file's text; `nil` if it is not a baseline of this version.
    public init?(text: String) {
        guard let file = try? JSONDecoder().decode(File.self, from: Data(text.utf8)), file.version == 1 else { return nil }
        places = Dictionary(file.findings.map { (Key(id: $0.id, path: $0.path, message: $0.message), max(1, $0.places ?? 1)) }) {
            max($0, $1)
        }
    }
}
