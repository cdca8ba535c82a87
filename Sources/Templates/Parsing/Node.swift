import Diagnostics

/// A part of a parsed template.
enum Node: Sendable {
    /// The start of a line that writes something: where the indentation of an included template goes.
    case lineStart
    case text([UInt8])
    case value(Name)
    indirect case section(Name, isInverted: Bool, body: [Node])
    case partial(Inclusion)
    /// A template with some of its blocks filled.
    indirect case parent(Inclusion, arguments: [Block])
    /// A block that can be filled from outside.
    indirect case block(Block)
}

/// A dotted name in a tag.
struct Name: Sendable {
    /// The parts between the dots; empty for `{{.}}`, the value at hand.
    let parts: [String]
    /// The whole name as it is written.
    let text: String
    /// Where it is written.
    let location: Location
}

/// A tag that includes another template.
struct Inclusion: Sendable {
    enum Target: Sendable {
        case template(String)
        /// `{{>*name}}`: the template that a value names.
        case dynamic(Name)
    }

    let target: Target
    let location: Location
    /// The whitespace before a tag that is alone on its line; `nil` when it is not alone.
    let indentation: [UInt8]?
}

/// A block: with its default content, or as an argument of a parent with the content that fills it.
struct Block: Sendable {
    let name: String
    let location: Location
    let body: [Node]
    /// Whether the opening tag is alone on its line.
    let isStandalone: Bool
    /// The whitespace by which content that fills it is indented; `nil` when it does not begin a line.
    let indentation: [UInt8]?
}

extension [Node] {
    /// Calls a closure with each node, at whatever depth, in the order of the text.
    func forEachNode(_ visit: (Node) -> Void) {
        for node in self {
            visit(node)
            switch node {
            case .section(_, _, let body): body.forEachNode(visit)
            case .parent(_, let arguments): for argument in arguments { argument.body.forEachNode(visit) }
            case .block(let block): block.body.forEachNode(visit)
            case .lineStart, .text, .value, .partial: break
            }
        }
    }
}
