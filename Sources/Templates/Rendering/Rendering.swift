/// One run of a template.
struct Rendering {
    private let template: Template
    /// The page's values, by slot.
    private let slots: [View]
    /// The values at hand, the page's place first.
    private var frames: [View] = [.none]

    init(_ template: Template, _ values: [String: View]) {
        self.template = template
        slots = template.names.map { values[$0] ?? .none }
    }

    mutating func run(_ range: Range<Int>, into output: inout [UInt8]) {
        var index = range.lowerBound
        while index < range.upperBound {
            switch template.instructions[index] {
            case .text(let start, let end):
                output.append(contentsOf: template.text[start..<end])
                index += 1
            case .value(let path):
                value(path).write(into: &output)
                index += 1
            case .section(let path, let end):
                section(value(path), index + 1..<end, into: &output)
                index = end
            case .condition(let path, let end):
                index = value(path).isEmpty ? end : index + 1
            case .inverted(let path, let end):
                index = value(path).isEmpty ? index + 1 : end
            case .choice(let path, let choices, let end):
                if case .text(let name) = value(path), let chosen = template.choices[choices][name] { run(chosen, into: &output) }
                index = end
            }
        }
    }

    private mutating func section(_ value: View, _ body: Range<Int>, into output: inout [UInt8]) {
        guard case .list(let items) = value else {
            guard !value.isEmpty else { return }
            frames.append(value)
            run(body, into: &output)
            frames.removeLast()
            return
        }
        for item in items {
            frames.append(item)
            run(body, into: &output)
            frames.removeLast()
        }
    }

    private func value(_ index: Int) -> View {
        let path = template.paths[index]
        var value = path.slot.map { slots[$0] } ?? frames[path.frame]
        for step in path.steps {
            guard case .record(let record) = value, let next = record.value(step.name, at: step.place) else { return .none }
            value = next
        }
        return path.asksWhetherAny ? .flag(!value.isEmpty) : value
    }
}

extension View {
    /// Appends the value as a template writes it. Records and lists have no text of their own.
    func write(into output: inout [UInt8]) {
        switch self {
        case .text(let text): HTML.escape(text, into: &output)
        case .html(let html): output.append(contentsOf: html.text.utf8)
        case .flag(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
        case .none, .list, .record: break
        }
    }
}
