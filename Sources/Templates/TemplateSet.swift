import Diagnostics

/// What the template of a page is compiled against.
package struct PageTemplate: Sendable {
    /// The template's name.
    package let name: String
    /// What pages provide, constants included.
    package let shape: ViewShape.Fields
    /// Values that are known before any page is: they are written into the text.
    package let constants: [String: View]

    /// A template with what pages provide to it.
    package init(_ name: String, shape: ViewShape.Fields, constants: [String: View] = [:]) {
        (self.name, self.shape, self.constants) = (name, shape, constants)
    }
}

/// Templates that can include one another, parsed and checked.
package struct TemplateSet: Sendable {
    private let templates: [String: ParsedTemplate]

    /// Parses templates and checks what can be checked whatever pages provide: that they can be parsed (`template-syntax`), that
    /// the templates and blocks they name exist (`template-name`, `template-block`), and that none includes itself
    /// (`template-cycle`).
    ///
    /// - Parameter files: the author's and the theme's; each name once.
    package init(_ files: [TemplateFile], into findings: inout Findings) {
        var templates: [String: ParsedTemplate] = [:]
        for file in files { templates[file.name] = Parser.parse(file, into: &findings) }
        for name in TemplateGraph(templates).check(into: &findings) {
            guard let template = templates[name] else { continue }
            templates[name] = ParsedTemplate(name: name, path: template.path, isOwn: template.isOwn, nodes: nil)
        }
        self.templates = templates
    }

    private init(_ templates: [String: ParsedTemplate]) { self.templates = templates }

    /// The templates with another text for one of them; neither is checked again.
    package func replacing(_ name: String, with text: String) -> TemplateSet {
        var findings = Findings()
        let file = TemplateFile(name: name, path: "\(name).mustache", text: text, isOwn: false)
        return TemplateSet(templates.merging([name: Parser.parse(file, into: &findings)]) { $1 })
    }

    /// Compiles the templates of pages. A name that a page does not provide is a finding (`template-name`), one for each
    /// place, however many pages use it; it writes nothing.
    ///
    /// - Returns: a template for each page, in the same order. One that is at fault writes what it can.
    package func compile(_ pages: [PageTemplate], into findings: inout Findings) -> [Template] {
        var faults = NameFaults()
        let compiled = pages.map { page in
            if templates[page.name] == nil {
                findings.add(Rule.templateName("unknown template '\(page.name)'", help: "add templates/\(page.name).mustache"))
            }
            return Compiler.compile(page, templates, &faults)
        }
        if let page = pages.first { checkUnused(page, pages, &faults) }
        findings.add(contentsOf: faults.findings)
        return compiled
    }

    /// Compiles the template of a page, whose faults are known.
    package func compile(_ page: PageTemplate) -> Template {
        var faults = NameFaults()
        return Compiler.compile(page, templates, &faults)
    }

    /// Checks the constants in templates that no page uses: of their other names nothing is known.
    private func checkUnused(_ page: PageTemplate, _ pages: [PageTemplate], _ faults: inout NameFaults) {
        let used = faults.reached.union(pages.map(\.name))
        let constants = ViewShape.Fields(
            page.shape.all.filter { page.constants[$0.name] != nil && $0.shape.fields != nil }.map { ($0.name, $0.shape) }
        )
        var scope = Scope(page: constants, constants: page.constants)
        for template in templates.values where !used.contains(template.name) {
            template.nodes?.forEachNode { node in
                let name: Name
                switch node {
                case .value(let value): name = value
                case .section(let value, _, _): name = value
                case .lineStart, .text, .partial, .parent, .block: return
                }
                guard let first = name.parts.first, constants[first] != nil, scope.meaning(of: name) == nil else { return }
                faults.add(name, names: scope.known(beside: name))
            }
        }
    }
}
