import Diagnostics

let twoAccountable = Rule("two-accountable", .error, "a task has exactly one accountable role")
let missingTitle = Rule("missing-title", .warning, "a page has a title")
let noKPI = Rule("no-kpi", .note, "a role has a KPI")

/// A report whose files are given as texts.
func report(_ files: [String: String] = [:]) -> HumanReport {
    HumanReport { path in files[path].map { SourceText(path: path, text: $0) } }
}

func findings(_ list: Diagnostic...) -> Findings {
    var findings = Findings()
    for finding in list { findings.add(finding) }
    return findings
}
