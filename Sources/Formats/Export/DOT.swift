/// A graph in the language of Graphviz. Every name and title is a quoted string, in which a quote and a backslash are
/// escaped: a backslash would begin an escape of labels otherwise. An ampersand would begin an entity.
enum DOT {
    static func text(_ graph: ExportGraph) -> String {
        var lines = ["\(graph.isDirected ? "digraph" : "graph") \(quoted(graph.title)) {"]
        lines.append("  graph [rankdir=LR, label=\(quoted(graph.title)), labelloc=t]")
        lines.append("  node [shape=box, style=rounded]")
        for (place, group) in graph.groups.enumerated() {
            let nodes = group.nodes.map { "\(quoted($0.id)) [label=\(quoted($0.title))\($0.isRole ? "" : ", shape=plaintext")]" }
            if let title = group.title {
                lines.append("  subgraph \"cluster_\(place)\" {")
                lines.append("    label=\(quoted(title))")
                lines += nodes.map { "    \($0)" }
                lines.append("  }")
            } else {
                lines += nodes.map { "  \($0)" }
            }
        }
        for edge in graph.edges {
            let facts = ["style=\(edge.isFirm ? "solid" : "dashed")"] + [edge.label.map { "label=\(quoted($0))" }].compactMap(\.self)
            lines.append("  \(quoted(edge.from)) \(graph.isDirected ? "->" : "--") \(quoted(edge.to)) [\(facts.joined(separator: ", "))]")
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    static func quoted(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return "\"" + line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("&", with: "&amp;") + "\""
    }
}
