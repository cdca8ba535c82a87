import Diagnostics

/// Which templates include which, and what is wrong with that whatever pages provide.
struct TemplateGraph {
    private struct Edge {
        let template: String
        let location: Location
        let isOwn: Bool
    }

    private let templates: [String: ParsedTemplate]
    private let edges: [String: [Edge]]

    init(_ templates: [String: ParsedTemplate]) {
        self.templates = templates
        edges = templates.mapValues { template in
            var edges: [Edge] = []
            template.nodes?.forEachNode { node in
                switch node {
                case .partial(let inclusion), .parent(let inclusion, _):
                    guard case .template(let name) = inclusion.target else { return }
                    edges.append(Edge(template: name, location: inclusion.location, isOwn: template.isOwn))
                case .lineStart, .text, .value, .section, .block: break
                }
            }
            return edges
        }
    }

    /// Adds a finding for each template and block that does not exist, and for each template that includes itself.
    ///
    /// - Returns: the templates that include themselves.
    func check(into findings: inout Findings) -> Set<String> {
        checkTemplates(into: &findings)
        checkBlocks(into: &findings)
        return checkCycles(into: &findings)
    }

    private func checkTemplates(into findings: inout Findings) {
        for edge in edges.values.joined() where templates[edge.template] == nil {
            let near = NearMiss.best(for: edge.template, among: templates.keys)
            findings.add(
                Rule.templateName(
                    "unknown template '\(edge.template)'",
                    at: edge.location,
                    help: near.map { "did you mean '\($0)'?" } ?? "add templates/\(edge.template).mustache"
                )
            )
        }
    }

    // MARK: - Blocks

    private func checkBlocks(into findings: inout Findings) {
        // By parent: blocks that templates of the theme fill and that the author's parent no longer has.
        var dropped: [String: Set<String>] = [:]
        for template in templates.values {
            template.nodes?.forEachNode { node in
                guard case .parent(let inclusion, let arguments) = node, case .template(let parent) = inclusion.target,
                    let known = blocks(of: parent)
                else { return }
                for block in arguments where !known.names.contains(block.name) {
                    if !template.isOwn, let own = known.own {
                        dropped[own, default: []].insert(block.name)
                        continue
                    }
                    findings.add(
                        Rule.templateBlock(
                            "template '\(parent)' has no block '\(block.name)'",
                            at: block.location,
                            help: NearMiss.help(for: block.name, among: known.names, called: "blocks")
                        )
                    )
                }
            }
        }
        for (parent, blocks) in dropped {
            guard let template = templates[parent] else { continue }
            let names = blocks.sorted()
            let list = names.map { "'\($0)'" }.joined(separator: ", ")
            findings.add(
                Rule.templateBlock(
                    "template '\(parent)' lacks \(names.count == 1 ? "a block" : "blocks") that other templates fill: \(list)",
                    at: Location(template.path),
                    help: "add \(names.map { "{{$\($0)}}{{/\($0)}}" }.joined(separator: ", "))"
                )
            )
        }
    }

    /// The blocks of a template and of all that it includes, and the author's own template among them; `nil` when one of
    /// them cannot be read, or is not known before pages are.
    private func blocks(of name: String) -> (names: Set<String>, own: String?)? {
        var (names, seen, waiting): (Set<String>, Set<String>, [String]) = ([], [], [name])
        var own: String?
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            guard let template = templates[next], let nodes = template.nodes else { return nil }
            if template.isOwn, own == nil { own = next }
            nodes.forEachNode { node in
                if case .block(let block) = node { names.insert(block.name) }
            }
            waiting += edges[next]?.map(\.template) ?? []
        }
        return (names, own)
    }

    // MARK: - Cycles

    private func checkCycles(into findings: inout Findings) -> Set<String> {
        var found: Set<String> = []
        var done: Set<String> = []
        func visit(_ name: String, _ path: [(name: String, edge: Edge?)]) {
            for edge in edges[name] ?? [] {
                guard let start = path.firstIndex(where: { $0.name == edge.template }) else {
                    if !done.contains(edge.template) { visit(edge.template, path + [(edge.template, edge)]) }
                    continue
                }
                let ring = path[start...]
                if found.isSuperset(of: ring.map(\.name)) { continue }
                found.formUnion(ring.map(\.name))
                // Of the tags that make the ring, the one that its author can change.
                let tags = [edge] + ring.dropFirst().reversed().compactMap(\.edge)
                report(ring.map(\.name), tags.first(where: \.isOwn) ?? edge, into: &findings)
            }
            done.insert(name)
        }
        for name in edges.keys.sorted() where !done.contains(name) { visit(name, [(name, nil)]) }
        return found
    }

    private func report(_ ring: [String], _ tag: Edge, into findings: inout Findings) {
        let start = ring.firstIndex(of: tag.template) ?? ring.startIndex
        // From the template that holds the tag, round the ring: the last before it is the first in the sentence.
        let order = Array(ring[start...] + ring[..<start])
        let name = order.last ?? tag.template
        let between = order.dropLast().map { "'\($0)'" }.joined(separator: ", ")
        findings.add(
            Rule.templateCycle(
                "template '\(name)' includes itself" + (between.isEmpty ? "" : ", by way of \(between)"),
                at: tag.location,
                help: "to fill blocks of the theme's own template, include 'theme.\(tag.template)'"
            )
        )
    }
}
