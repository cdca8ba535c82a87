/// Findings for programs: one object, version 1.
public enum JSONReport {
    /// `{"version": 1, "findings": […], "counts": {…}}`, ended by a line end. Columns count Unicode scalars from 1.
    ///
    /// - Parameters:
    ///   - known: how many findings a baseline has; `nil` without a baseline.
    ///   - fixed: what was fixed; `nil` if nothing was to be fixed.
    public static func text(of findings: Findings, known: Int? = nil, fixed: [Fix]? = nil) -> String {
        let counts = findings.counts
        return JSONValue.object(sorting: [
            "version": 1,
            "baseline": known.map(JSONValue.number),
            "counts": .object(sorting: Dictionary(uniqueKeysWithValues: Severity.allCases.map { ($0.rawValue, .number(counts[$0] ?? 0)) })),
            "findings": .array(findings.sorted.map(json)),
            "mended": fixed.map { .array($0.map(json)) },
        ]).file(.indented)
    }

    private static func json(_ finding: Diagnostic) -> JSONValue {
        let facts: [String: JSONValue?] = [
            "id": .string(finding.rule.id),
            "severity": .string(finding.severity.rawValue),
            "message": .string(finding.message),
            "rule": .string(finding.rule.statement),
            "help": finding.help.map(JSONValue.string),
            "related": .array(
                finding.related.map {
                    .object(sorting: ["message": .string($0.message), "place": .object(sorting: place($0.location))])
                }
            ),
            "fix": finding.fix.map(json),
        ]
        return .object(sorting: facts.merging(finding.location.map(place) ?? [:]) { fact, _ in fact })
    }

    private static func place(_ location: Location) -> [String: JSONValue?] {
        [
            "path": .string(location.path),
            "line": location.line.map(JSONValue.number),
            "column": location.column.map(JSONValue.number),
            "endColumn": location.columns.first.map { .number($0.upperBound) },
        ]
    }

    private static func json(_ fix: Fix) -> JSONValue {
        .object(sorting: ["sentence": .string(fix.sentence), "edits": .array(fix.edits.map(json))])
    }

    private static func json(_ edit: Fix.Edit) -> JSONValue {
        .object(sorting: [
            "path": .string(edit.path),
            "line": .number(edit.line),
            "column": .number(edit.columns.lowerBound),
            "endColumn": .number(edit.columns.upperBound),
            "text": .string(edit.text),
        ])
    }
}
