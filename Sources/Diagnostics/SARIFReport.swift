import Foundation

/// Findings as SARIF 2.1.0 (OASIS), which code scanners exchange.
public struct SARIFReport: Sendable {
    private let version: String
    private let explanations: [String: Explanation]
    private let folder: String

    /// - Parameters:
    ///   - version: that of this program.
    ///   - explanations: of every rule.
    ///   - folder: the path from the repository's folder to the project's: empty, or ended by `/`.
    public init(version: String, explanations: [Explanation], folder: String = "") {
        self.version = version
        self.explanations = Dictionary(explanations.map { ($0.rule.id, $0) }) { first, _ in first }
        self.folder = folder
    }

    /// A log with one run, ended by a line end. Columns count Unicode scalars, as the log says.
    public func text(of findings: Findings) -> String {
        let sorted = findings.sorted
        let rules = sorted.map(\.rule).uniqued(on: \.id).sorted { $0.id < $1.id }
        let places = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
        let driver = JSONValue.object(sorting: [
            "name": "handbook", "version": .string(version), "rules": .array(rules.map(descriptor)),
        ])
        let run = JSONValue.object(sorting: [
            "tool": ["driver": driver],
            "columnKind": "unicodeCodePoints",
            "results": .array(sorted.map { result($0, rule: places[$0.rule.id] ?? 0) }),
        ])
        return JSONValue.object(sorting: [
            "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            "version": "2.1.0",
            "runs": [run],
        ]).file(.indented)
    }

    // MARK: - The objects of a log, named as SARIF names them

    /// A `reportingDescriptor`.
    private func descriptor(_ rule: Rule) -> JSONValue {
        let explanation = explanations[rule.id]
        return .object(sorting: [
            "id": .string(rule.id),
            "shortDescription": message(rule.statement),
            "fullDescription": explanation.map { message($0.why) },
            "help": explanation.map { message($0.fix) },
            "defaultConfiguration": ["level": .string(rule.severity.rawValue)],
        ])
    }

    private func result(_ finding: Diagnostic, rule: Int) -> JSONValue {
        .object(sorting: [
            "ruleId": .string(finding.rule.id),
            "ruleIndex": .number(rule),
            "level": .string(finding.severity.rawValue),
            "message": message([finding.message, finding.help].compactMap(\.self).joined(separator: ": ")),
            "locations": .array(finding.location.map { [location($0)] } ?? []),
            "relatedLocations": finding.related.isEmpty ? nil : .array(finding.related.map { location($0.location, $0.message) }),
            "fixes": finding.fix.map { [fix($0)] },
            "partialFingerprints": ["handbook/v1": .string(Baseline.Key(finding).hash)],
        ])
    }

    private func location(_ location: Location, _ text: String? = nil) -> JSONValue {
        let physical = JSONValue.object(sorting: [
            "artifactLocation": artifact(location.path),
            "region": location.line.map { region($0, location.column, location.columns.first?.upperBound) },
        ])
        return .object(sorting: ["physicalLocation": physical, "message": text.map(message)])
    }

    private func region(_ line: Int, _ column: Int?, _ endColumn: Int?) -> JSONValue {
        .object(sorting: [
            "startLine": .number(line), "startColumn": column.map(JSONValue.number), "endColumn": endColumn.map(JSONValue.number),
        ])
    }

    /// A fix has the changes of each file together.
    private func fix(_ fix: Fix) -> JSONValue {
        let changes = Set(fix.edits.map(\.path)).sorted().map { path in
            JSONValue.object(sorting: [
                "artifactLocation": artifact(path), "replacements": .array(fix.edits.filter { $0.path == path }.map(replacement)),
            ])
        }
        return .object(sorting: ["description": message(fix.sentence), "artifactChanges": .array(changes)])
    }

    private func replacement(_ edit: Fix.Edit) -> JSONValue {
        .object(sorting: [
            "deletedRegion": region(edit.line, edit.columns.lowerBound, edit.columns.upperBound), "insertedContent": message(edit.text),
        ])
    }

    private func message(_ text: String) -> JSONValue { ["text": .string(text)] }

    private func artifact(_ path: String) -> JSONValue { ["uri": .string(Self.uri(folder + path))] }

    /// A path as a relative reference (RFC 3986).
    static func uri(_ path: String) -> String {
        path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed.subtracting([":"])) ?? path
    }
}
