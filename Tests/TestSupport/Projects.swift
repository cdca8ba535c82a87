import Diagnostics
import Handbook
import Testing

/// Reads a whole project given as one text; see `ProjectText`.
package func read(_ project: String, contentRoot: String = "content") async -> CheckedProject {
    await ProjectText(project, contentRoot: contentRoot).read().result
}

/// Rules that advise on whole matrices, cards and gaps. `MatrixRuleTests` is about them; the other tests are about what
/// is wrong in itself, and pass them over.
package let advice = Set(Checks.settableRuleIDs).subtracting(["no-accountable", "two-accountable", "nobody-acts", "accountable-and-weak"])

/// The findings without advice.
package func faults(_ findings: Findings) -> Findings {
    var faults = Findings()
    for finding in findings.all where !advice.contains(finding.rule.id) { faults.add(finding) }
    return faults
}

/// What is found in a project, a line for each finding: `path:line:column id: message -> help`.
package func findings(in project: String, contentRoot: String = "content") async -> [String] {
    faults(await read(project, contentRoot: contentRoot).findings).sorted.map(line)
}

/// A finding on one line.
package func line(_ finding: Diagnostic) -> String {
    let place = finding.location.map { "\($0.path):\($0.line ?? 0):\($0.column ?? 0)" } ?? "nowhere"
    return "\(place) \(finding.rule.id): \(finding.message) -> \(finding.help ?? "no help")"
}

/// Expects the human report of a project to be `report`, to the letter.
package func expectReport(of project: String, is report: String, at location: SourceLocation = #_sourceLocation) async {
    let result = await read(project)
    let found = HumanReport { result.sources[$0] }.text(of: faults(result.findings))
    #expect(found == report, sourceLocation: location)
}

/// Roles with nothing to find fault with, each with its title, its short form and its slug.
package func roles(_ names: [(title: String, short: String, slug: String)]) -> String {
    names.map { name in
        "-- content/roles/\(name.slug).md --\n---\ntitle: \(name.title)\nshort: \(name.short)\nsummary: Does a part.\n---\n"
    }.joined()
}

/// Four roles that most tests are about.
package let fourRoles = roles([
    ("Data Engineer", "Data Eng", "data-engineer"), ("ML Engineer", "ML Eng", "ml-engineer"), ("Product Manager", "PM", "product-manager"),
    ("UX Designer", "UX", "ux-designer"),
])

/// A matrix's page with a table.
package func matrix(_ table: String, frontMatter: String = "title: Delivery", name: String = "delivery") -> String {
    fourRoles + "-- content/raci/\(name).md --\n---\n\(frontMatter)\n---\n\(table)\n"
}

/// The cells of a handbook's first matrix, a line for each row: `Task: Role A/R, Role C (note)`.
package func rows(of project: String) async -> [String] {
    let handbook = await read(project).handbook
    return handbook.matrices.first?.tables.flatMap { table in
        table.rows.map { row in
            if row.isHeading { return "# \(row.task)" }
            let cells = zip(table.columns, row.cells).filter { !$1.letters.isEmpty }.map { column, cell in
                let letters = cell.letters.map(String.init).joined(separator: "/")
                let note = cell.note.map { " (\($0))" } ?? ""
                return "\(column.role ?? "?") \(cell.isWeak ? "weak " : "")\(letters)\(note)"
            }
            return "\(row.task): \(cells.joined(separator: ", "))"
        }
    } ?? []
}
