import Foundation

/// Findings as SARIF 2.1.0 (OASIS), which code scanners exchange.
public struct SARIFReport: Sendable {
    private let version: String
    private let explanations: [String: Explanation]
    private let folder: String

    /// - Parameters:
    ///   - version: that of this program.
    ///   - explanations: of every rule.
    ///   - folder: the way from the repository's folder to the project's: empty, or ended by `/`.
    public init(version: String, explanations: [Explanation], folder: String = "") {
        self.version = version
        self.explanations = Dictionary(explanations.map { ($0.rule.id, $0) }) { first, _ in first }
        self.folder = folder
    }

    /// A log with one run, ended by a line end. Columns count Unicode scalars, as the log says.
    public func text(of findings: Findings) throws -> String {
        let sorted = findings.sorted
        let rules = Dictionary(sorted.map { ($0.rule.id, $0.rule) }) { first, _ in first }.values.sorted { $0.id < $1.id }
        let places = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
        let driver = Driver(version: version, rules: rules.map(descriptor))
        let results = sorted.map { result($0, rule: places[$0.rule.id] ?? 0) }
        return try JSONText.of(Log(runs: [Run(tool: Tool(driver: driver), results: results)]))
    }

    private func descriptor(_ rule: Rule) -> Descriptor {
        let explanation = explanations[rule.id]
        return Descriptor(
            id: rule.id,
            shortDescription: Text(text: rule.statement),
            fullDescription: explanation.map { Text(text: $0.why) },
            help: explanation.map { Text(text: $0.mend) },
            defaultConfiguration: Configuration(level: rule.severity.rawValue)
        )
    }

    private func result(_ finding: Diagnostic, rule: Int) -> Result {
        Result(
            ruleId: finding.rule.id,
            ruleIndex: rule,
            level: finding.severity.rawValue,
            message: Text(text: [finding.message, finding.help].compactMap(\.self).joined(separator: ": ")),
            locations: finding.location.map { [place($0)] } ?? [],
            relatedLocations: finding.related.isEmpty ? nil : finding.related.map { place($0.location, $0.message) },
            fixes: finding.fix.map { [remedy($0)] },
            partialFingerprints: ["handbook/v1": Baseline.Key(finding).hash]
        )
    }

    private func place(_ location: Location, _ message: String? = nil) -> Place {
        let region = location.line.map { line in
            Region(startLine: line, startColumn: location.column, endColumn: location.columns.first?.upperBound)
        }
        return Place(
            physicalLocation: Physical(artifactLocation: Artifact(uri: Self.uri(folder + location.path)), region: region),
            message: message.map(Text.init)
        )
    }

    /// A fix has the changes of each file together.
    private func remedy(_ fix: Fix) -> Remedy {
        let paths = Set(fix.edits.map(\.path)).sorted()
        let changes = paths.map { path in
            Change(
                artifactLocation: Artifact(uri: Self.uri(folder + path)),
                replacements: fix.edits.filter { $0.path == path }.map { edit in
                    let region = Region(startLine: edit.line, startColumn: edit.columns.lowerBound, endColumn: edit.columns.upperBound)
                    return Replacement(deletedRegion: region, insertedContent: Content(text: edit.text))
                }
            )
        }
        return Remedy(description: Text(text: fix.sentence), artifactChanges: changes)
    }

    /// A path as a relative reference (RFC 3986).
    static func uri(_ path: String) -> String {
        path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed.subtracting([":"])) ?? path
    }
}

// MARK: - The objects of a log, named as SARIF names them

extension SARIFReport {
    fileprivate struct Log: Encodable {
        let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
        let version = "2.1.0"
        let runs: [Run]

        enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case version, runs
        }
    }

    fileprivate struct Run: Encodable {
        let tool: Tool
        let columnKind = "unicodeCodePoints"
        let results: [Result]
    }

    fileprivate struct Tool: Encodable { let driver: Driver }

    fileprivate struct Driver: Encodable {
        let name = "handbook"
        let version: String
        let rules: [Descriptor]
    }

    fileprivate struct Descriptor: Encodable {
        let id: String
        let shortDescription: Text
        let fullDescription: Text?
        let help: Text?
        let defaultConfiguration: Configuration
    }

    fileprivate struct Configuration: Encodable { let level: String }
    fileprivate struct Text: Encodable { let text: String }

    fileprivate struct Result: Encodable {
        let ruleId: String
        let ruleIndex: Int
        let level: String
        let message: Text
        let locations: [Place]
        let relatedLocations: [Place]?
        let fixes: [Remedy]?
        let partialFingerprints: [String: String]
    }

    fileprivate struct Place: Encodable {
        let physicalLocation: Physical
        let message: Text?
    }

    fileprivate struct Physical: Encodable {
        let artifactLocation: Artifact
        let region: Region?
    }

    fileprivate struct Artifact: Encodable { let uri: String }

    fileprivate struct Region: Encodable {
        let startLine: Int
        let startColumn: Int?
        let endColumn: Int?
    }

    /// SARIF's `fix`.
    fileprivate struct Remedy: Encodable {
        let description: Text
        let artifactChanges: [Change]
    }

    fileprivate struct Change: Encodable {
        let artifactLocation: Artifact
        let replacements: [Replacement]
    }

    fileprivate struct Replacement: Encodable {
        let deletedRegion: Region
        let insertedContent: Content
    }

    fileprivate struct Content: Encodable { let text: String }
}
