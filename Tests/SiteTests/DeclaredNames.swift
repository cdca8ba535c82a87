import Templates

/// The names that shapes declare, and which of them were seen to have a value.
struct DeclaredNames {
    final class Node {
        let path: String
        let shape: ViewShape
        fileprivate(set) var fields: [String: Node] = [:]
        fileprivate(set) var element: Node?
        fileprivate(set) var isGiven = false

        init(_ path: String, _ shape: ViewShape) { (self.path, self.shape) = (path, shape) }

        /// Notes a value, and what in it differs from what is declared.
        func note(_ view: View, _ problems: inout Set<String>) {
            switch (view, shape) {
            case (.none, _): return
            // Where markup is declared, text can be given too: its type decides how it is written.
            case (.text, .text), (.html, .html), (.text, .html), (.flag, .flag): break
            case (.text(let name), .template(let names)):
                if !names.contains(name) { problems.insert("\(path) names the template \(name)") }
            case (.list(let items), .list):
                for item in items { element?.note(item, &problems) }
                if items.isEmpty { return }
            case (.record(let record), .record):
                for (name, value) in record.fields {
                    if let field = fields[name] { field.note(value, &problems) } else { problems.insert("\(path).\(name) is not declared") }
                }
            default: problems.insert("\(path) has another type than declared")
            }
            isGiven = true
        }
    }

    private let partNames: [String: String]
    private var parts: [String: Node] = [:]
    private var all: [Node] = []

    /// - Parameter parts: shapes that stand for the same part wherever they are.
    init(parts: [(String, ViewShape)]) {
        partNames = Dictionary(uniqueKeysWithValues: parts.map { (String(describing: $0.1), $0.0) })
    }

    /// The names of a shape; those of a part are the same wherever it is.
    mutating func node(_ shape: ViewShape, _ path: String) -> Node {
        let key = String(describing: shape)
        let part = partNames[key]
        if let part, let known = parts[part] { return known }
        let node = Node(part ?? path, shape)
        if let part { parts[part] = node }
        all.append(node)
        switch shape {
        case .text, .html, .flag, .template: break
        case .list(let element): node.element = self.node(element, node.path + "[]")
        case .record(let fields):
            for (name, shape) in fields.all { node.fields[name] = self.node(shape, "\(node.path).\(name)") }
        }
        return node
    }

    /// Names that never had a value.
    var neverGiven: [String] { all.filter { !$0.isGiven }.map(\.path).filter { $0.contains(".") } }
}
