import Diagnostics

/// A graph as a flowchart in Mermaid's language. Nodes have names of the export's own, since Mermaid takes words such as
/// `end` for its own; titles are quoted, with entities for the signs that mean something there.
enum Mermaid {
    static func text(_ graph: ExportGraph) -> String {
        var names: [String: String] = [:]
        for node in graph.groups.flatMap(\.nodes) { names[node.id] = "n\(names.count + 1)" }
        var lines = ["---", "title: \(yaml(graph.title))", "---", "flowchart LR"]
        for (place, group) in graph.groups.enumerated() {
            let nodes = group.nodes.map { node in
                "\(names[node.id] ?? "")\(node.isRole ? "(" : "[")\(quoted(node.title))\(node.isRole ? ")" : "]")"
            }
            if let title = group.title {
                lines.append("  subgraph g\(place + 1)[\(quoted(title))]")
                lines += nodes.map { "    \($0)" }
                lines.append("  end")
            } else {
                lines += nodes.map { "  \($0)" }
            }
        }
        for edge in graph.edges {
            guard let from = names[edge.from], let to = names[edge.to] else { continue }
            let line = edge.isFirm ? (graph.isDirected ? "-->" : "---") : (graph.isDirected ? "-.->" : "-.-")
            lines.append("  \(from) \(line)\(edge.label.map { "|\(quoted($0))|" } ?? "") \(to)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    static func quoted(_ text: String) -> String {
        var quoted = ""
        for character in text {
            switch character {
            case "\"", "#", "&", "<", ">", "`", "\\", ";", "|": quoted += "#\(character.unicodeScalars.first?.value ?? 0);"
            case _ where character.isNewline: quoted += " "
            default: quoted.append(character)
            }
        }
        return "\"\(quoted)\""
    }

    /// A string of YAML, which JSON's strings are.
    private static func yaml(_ text: String) -> String { JSONValue.string(text).text(.fitted) }
}
