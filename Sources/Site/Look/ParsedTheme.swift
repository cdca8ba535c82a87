import Diagnostics
import Handbook
import Templates

/// A theme with its templates parsed and checked, and what both depend on.
struct ParsedTheme: Sendable {
    private struct Inputs: Equatable {
        let overrides: [String: String]
        let groups: Int
        let roles: Int
        let accent: ThemeSettings.Accent?
    }

    let theme: ThemeFiles
    let findings: Findings
    private let inputs: Inputs
    private let parsed: OnDemand<TemplateSet>

    /// The theme of a project, taken over from an earlier state of it if nothing that it depends on has changed.
    static func of(_ project: CheckedProject, _ overrides: [String: String], reusing earlier: ParsedTheme?) -> ParsedTheme {
        let settings = project.handbook.settings
        let inputs = Inputs(
            overrides: overrides,
            groups: settings.groups.count,
            roles: project.handbook.roles.count,
            accent: settings.theme.accent
        )
        if let earlier, earlier.inputs == inputs { return earlier }
        return ParsedTheme(inputs)
    }

    private init(_ inputs: Inputs) {
        var findings = Findings()
        theme = ThemeFiles(
            overrides: inputs.overrides,
            groups: inputs.groups,
            roles: inputs.roles,
            accent: inputs.accent.map(Accent.init)
        )
        let files = theme.templates
        if files.contains(where: \.isOwn) {
            let templates = TemplateSet(files, into: &findings)
            TemplateCheck.run(templates, theme, into: &findings)
            parsed = OnDemand { templates }
        } else {
            // The theme's own have no faults, so nothing has to be parsed to find them.
            parsed = OnDemand {
                var none = Findings()
                return TemplateSet(files, into: &none)
            }
        }
        (self.findings, self.inputs) = (findings, inputs)
    }

    /// The templates, parsed.
    var templates: TemplateSet { parsed.value }
}
