import Diagnostics

/// Compiles the template of a page, with all that it includes, for the values that the page provides.
///
/// Everything is expanded in place: partials, parents and blocks are gone afterwards, and every name is a path to a value.
/// Values that are known already are written into the text, and sections over them are decided.
struct Compiler {
    /// Where the compiler is: the tags that led to the node at hand.
    struct Step {
        let template: ParsedTemplate
        /// The tag that includes the next template, or is filled by the next block.
        let location: Location
        /// The template that it includes.
        let included: String?
    }

    private struct Argument {
        let block: Block
        let template: ParsedTemplate
        /// The templates that include the one it is written in.
        let including: [String]
    }

    private let templates: [String: ParsedTemplate]
    private let entry: String
    private var scope: Scope
    private var program = Template()
    private var pathIndices: [Template.Path: Int] = [:]
    private var arguments: [String: Argument] = [:]
    private var steps: [Step] = []
    /// The templates that include the node at hand, where it is written, the page's first.
    private var including: [String]
    private var indentation: [UInt8] = []
    /// Whether the next line begins where the including line already is indented.
    private var skipsLineStart = false
    /// How many sections around are left out, being over constants: names in them are checked, and nothing is written.
    private var leftOut = 0
    /// Text may be joined to an instruction before this one no more.
    private var barrier = 0
    private var faults: NameFaults

    private init(_ page: PageTemplate, _ templates: [String: ParsedTemplate], _ faults: NameFaults) {
        self.templates = templates
        self.faults = faults
        entry = page.name
        including = [page.name]
        scope = Scope(page: page.shape, constants: page.constants)
    }

    /// Compiles a page's template; what is wrong with its names is added to `faults`.
    static func compile(_ page: PageTemplate, _ templates: [String: ParsedTemplate], _ faults: inout NameFaults) -> Template {
        var compiler = Compiler(page, templates, faults)
        if let template = templates[page.name], let nodes = template.nodes { compiler.compile(nodes, template) }
        faults = compiler.faults
        compiler.program.names = compiler.scope.names
        return compiler.program
    }

    // MARK: - Nodes

    private mutating func compile(_ nodes: [Node], _ template: ParsedTemplate) {
        for node in nodes {
            switch node {
            case .lineStart:
                if !skipsLineStart { emit(indentation) }
            case .text(let text): emit(text)
            case .value(let name): emitValue(name, template)
            case .section(let name, let isInverted, let body): compileSection(name, isInverted, body, template)
            case .partial(let inclusion): include(inclusion, [], template)
            case .parent(let inclusion, let arguments): include(inclusion, arguments, template)
            case .block(let block): compileBlock(block, template)
            }
            skipsLineStart = false
        }
    }

    private mutating func emitValue(_ name: Name, _ template: ParsedTemplate) {
        guard let meaning = meaning(of: name, template) else { return }
        if let constant = meaning.constant {
            var text: [UInt8] = []
            constant.write(into: &text)
            emit(text)
        } else if let path = index(of: meaning.path) {
            emit(.value(path: path))
        }
    }

    private mutating func compileSection(_ name: Name, _ isInverted: Bool, _ body: [Node], _ template: ParsedTemplate) {
        guard let meaning = meaning(of: name, template) else { return }
        if let constant = meaning.constant {
            compileConstant(constant, meaning.shape, isInverted, body, template)
            return
        }
        guard let path = index(of: meaning.path) else { return }
        let start = program.instructions.count
        emit(.inverted(path: path, end: 0))
        // A flag decides and is not a value to look into: `{{.}}` in its section is the value around it.
        let isPushed = !isInverted && !meaning.shape.isFlag
        if isPushed { scope.push(meaning.shape.element, constant: nil) }
        compile(body, template)
        if isPushed { scope.pop() }
        guard leftOut == 0 else { return }
        let end = program.instructions.count
        program.instructions[start] =
            isInverted ? .inverted(path: path, end: end) : isPushed ? .section(path: path, end: end) : .condition(path: path, end: end)
        barrier = end
    }

    private mutating func compileConstant(_ value: View, _ shape: ViewShape, _ isInverted: Bool, _ body: [Node], _ template: ParsedTemplate)
    {
        let isWritten = value.isEmpty == isInverted
        if isInverted || shape.isFlag {
            if !isWritten { leftOut += 1 }
            compile(body, template)
            if !isWritten { leftOut -= 1 }
            return
        }
        var items = [value]
        if case .list(let elements) = value { items = elements }
        guard isWritten else {
            leftOut += 1
            scope.push(shape.element, constant: View.none)
            compile(body, template)
            scope.pop()
            leftOut -= 1
            return
        }
        for item in items {
            scope.push(shape.element, constant: item)
            compile(body, template)
            scope.pop()
        }
    }

    // MARK: - Other templates

    private mutating func include(_ inclusion: Inclusion, _ blocks: [Block], _ template: ParsedTemplate) {
        let given = arguments
        for block in blocks where arguments[block.name] == nil {
            arguments[block.name] = Argument(block: block, template: template, including: including)
        }
        switch inclusion.target {
        case .template(let name): expand(name, inclusion, template)
        case .dynamic(let name): choose(name, inclusion, template)
        }
        arguments = given
    }

    private mutating func expand(_ name: String, _ inclusion: Inclusion, _ template: ParsedTemplate) {
        // That a template does not exist or includes itself is a finding already.
        guard let included = templates[name], let nodes = included.nodes else { return }
        faults.reached.insert(name)
        guard !including.contains(name) else {
            faults.addCycle(name, at: inclusion.location)
            return
        }
        let outer = indentation
        steps.append(Step(template: template, location: inclusion.location, included: name))
        including.append(name)
        if let own = inclusion.indentation { indentation += own } else { skipsLineStart = true }
        compile(nodes, included)
        indentation = outer
        including.removeLast()
        steps.removeLast()
    }

    /// Compiles each template that a value may name; which of them is written is decided when the page is rendered.
    private mutating func choose(_ name: Name, _ inclusion: Inclusion, _ template: ParsedTemplate) {
        guard let meaning = meaning(of: name, template) else { return }
        if case .text(let chosen)? = meaning.constant {
            expand(chosen, inclusion, template)
            return
        }
        guard case .template(let names) = meaning.shape, let path = index(of: meaning.path) else {
            faults.addNotATemplate(name)
            return
        }
        let start = program.instructions.count
        let index = program.choices.count
        emit(.choice(path: path, choices: index, end: 0))
        if leftOut == 0 { program.choices.append([:]) }
        for name in names {
            barrier = program.instructions.count
            let first = program.instructions.count
            expand(name, inclusion, template)
            if leftOut == 0 { program.choices[index][name] = first..<program.instructions.count }
        }
        guard leftOut == 0 else { return }
        program.instructions[start] = .choice(path: path, choices: index, end: program.instructions.count)
        barrier = program.instructions.count
    }

    private mutating func compileBlock(_ block: Block, _ template: ParsedTemplate) {
        guard let argument = arguments[block.name] else {
            compile(block.body, template)
            return
        }
        // Within what fills a block, the block of the same name is the default.
        arguments[block.name] = nil
        let outer = (indentation, including)
        steps.append(Step(template: template, location: block.location, included: nil))
        including = argument.including
        indentation += block.indentation ?? []
        if !block.isStandalone {
            skipsLineStart = true
        } else if !argument.block.isStandalone {
            emit(indentation)
        }
        compile(argument.block.body, argument.template)
        (indentation, including) = outer
        steps.removeLast()
        arguments[block.name] = argument
    }

    // MARK: - Names

    private mutating func meaning(of name: Name, _ template: ParsedTemplate) -> Scope.Meaning? {
        let meaning = scope.meaning(of: name)
        faults.note(name, isKnown: meaning != nil, in: template, by: steps, entry: entry) { scope.known(beside: name) }
        return meaning
    }

    private mutating func index(of path: Template.Path?) -> Int? {
        guard let path else { return nil }
        if let index = pathIndices[path] { return index }
        pathIndices[path] = program.paths.count
        program.paths.append(path)
        return program.paths.count - 1
    }

    // MARK: - Instructions

    private mutating func emit(_ instruction: Template.Instruction) {
        if leftOut == 0 { program.instructions.append(instruction) }
    }

    private mutating func emit(_ text: [UInt8]) {
        guard leftOut == 0, !text.isEmpty else { return }
        let start = program.text.count
        program.text += text
        if program.instructions.count > barrier, case .text(let first, start) = program.instructions.last {
            program.instructions[program.instructions.count - 1] = .text(first, program.text.count)
        } else {
            program.instructions.append(.text(start, program.text.count))
        }
    }
}

extension ViewShape {
    fileprivate var isFlag: Bool {
        if case .flag = self { true } else { false }
    }

    /// The shape of the value at hand in a section over this one.
    fileprivate var element: ViewShape {
        if case .list(let element) = self { element } else { self }
    }
}
