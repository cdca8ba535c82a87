/// Findings as a program reads them: one object, version 1.
public enum JSONReport {
    /// `{"version": 1, "findings": […], "counts": {…}}`, ended by a line end. Columns count Unicode scalars from 1.
    ///
    /// - Parameters:
    ///   - known: how many findings a baseline has; `nil` where there is none.
    ///   - mended: what was mended; `nil` where nothing was to be.
    public static func text(of findings: Findings, known: Int? = nil, mended: [Fix]? = nil) throws -> String {
        let counts = findings.counts
        let report = Report(
            baseline: known,
            counts: Dictionary(uniqueKeysWithValues: Severity.allCases.map { ($0.rawValue, counts[$0] ?? 0) }),
            findings: findings.sorted.map(Finding.init),
            mended: mended?.map(Remedy.init)
        )
        return try JSONText.of(report)
    }

    private struct Report: Encodable {
        let version = 1
        let baseline: Int?
        let counts: [String: Int]
        let findings: [Finding]
        let mended: [Remedy]?
    }

    private struct Remedy: Encodable {
        let sentence: String
        let edits: [Edit]

        init(_ fix: Fix) {
            sentence = fix.sentence
            edits = fix.edits.map(Edit.init)
        }
    }

    private struct Edit: Encodable {
        let path: String
        let line: Int
        let column: Int
        let endColumn: Int
        let text: String

        init(_ edit: Fix.Edit) {
            (path, line, text) = (edit.path, edit.line, edit.text)
            (column, endColumn) = (edit.columns.lowerBound, edit.columns.upperBound)
        }
    }

    private struct Place: Encodable {
        let path: String
        let line: Int?
        let column: Int?
        let endColumn: Int?

        init(_ location: Location) {
            path = location.path
            line = location.line
            column = location.column
            endColumn = location.columns.first?.upperBound
        }
    }

    private struct Finding: Encodable {
        let id: String
        let severity: String
        let message: String
        let rule: String
        let help: String?
        let path: String?
        let line: Int?
        let column: Int?
        let endColumn: Int?
        let related: [RelatedPlace]
        let fix: Remedy?

        init(_ finding: Diagnostic) {
            let place = finding.location.map(Place.init)
            id = finding.rule.id
            severity = finding.severity.rawValue
            message = finding.message
            rule = finding.rule.statement
            help = finding.help
            path = place?.path
            line = place?.line
            column = place?.column
            endColumn = place?.endColumn
            related = finding.related.map { RelatedPlace(message: $0.message, place: Place($0.location)) }
            fix = finding.fix.map(Remedy.init)
        }
    }

    private struct RelatedPlace: Encodable {
        let message: String
        let place: Place
    }
}
