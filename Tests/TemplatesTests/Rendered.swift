import Diagnostics

@testable import Templates

/// A template, compiled for exactly what its values provide.
struct Rendered {
    let template: Template
    let findings: Findings
    private let values: [String: View]

    /// - Parameters:
    ///   - files: other templates by name, all of them the author's.
    ///   - constants: values that are known when the template is compiled.
    init(
        _ text: String,
        _ values: View.Record = [:],
        files: [String: String] = [:],
        theme: [String: String] = [:],
        constants: View.Record = [:]
    ) {
        var findings = Findings()
        let own = files.merging(["main": text]) { first, _ in first }
        let sources =
            own.map { TemplateFile(name: $0.key, path: "templates/\($0.key).mustache", text: $0.value, isOwn: true) }
            + theme.map { TemplateFile(name: $0.key, path: "theme/\($0.key).mustache", text: $0.value, isOwn: false) }
        let set = TemplateSet(sources, into: &findings)
        let all = View.Record(values.fields.map { ($0.name, $0.value) } + constants.fields.map { ($0.name, $0.value) })
        let page = PageTemplate(
            "main",
            shape: ViewShape(describing: .record(all), templates: Set(own.keys).union(theme.keys)).fields ?? [:],
            constants: Dictionary(uniqueKeysWithValues: constants.fields.map { ($0.name, $0.value) })
        )
        template = set.compile([page], into: &findings).first ?? Template()
        self.findings = findings
        self.values = Dictionary(uniqueKeysWithValues: values.fields.map { ($0.name, $0.value) })
    }

    /// What the template makes of the values.
    var text: String { template.text(values) }

    /// The findings, a line each.
    var report: String { ShortReport.text(of: findings) }
}

extension ViewShape {
    /// The shape that a value has; of a list, what its items have together.
    init(describing view: View, templates: Set<String>) {
        switch view {
        case .none: self = .text
        case .text(let text): self = templates.contains(text) ? .template([text]) : .text
        case .html: self = .html
        case .flag: self = .flag
        case .list(let items):
            let shapes = items.map { ViewShape(describing: $0, templates: templates) }
            self = .list(shapes.dropFirst().reduce(shapes.first ?? .text) { $0.merged(with: $1) })
        case .record(let record):
            self = .record(Fields(record.fields.map { ($0.name, ViewShape(describing: $0.value, templates: templates)) }))
        }
    }

    private func merged(with other: ViewShape) -> ViewShape {
        switch (self, other) {
        case (.record(let first), .record(let second)):
            let both = first.adding(second).all.map { field in
                (field.name, first[field.name].flatMap { one in second[field.name].map { one.merged(with: $0) } } ?? field.shape)
            }
            return .record(Fields(both))
        case (.list(let first), .list(let second)): return .list(first.merged(with: second))
        case (.template(let first), .template(let second)): return .template(first + second)
        case (.text, _): return other
        default: return self
        }
    }
}
