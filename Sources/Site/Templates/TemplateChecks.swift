import Diagnostics

extension Rule {
    /// A template that shows itself, directly or through others.
    public static let templateCycle = Rule("template-cycle", .error, "no template includes itself")
    /// A block that the template above does not have.
    public static let templateBlock = Rule("template-block", .error, "a template fills blocks that the one above it has")
}

/// What can be told of templates before a page is made: that the templates and blocks they name are there, and that
/// none includes itself.
struct TemplateChecks {
    private let texts: [String: TemplateText]

    /// - Parameter texts: the templates by name.
    init(_ texts: [String: TemplateText]) { self.texts = texts }

    /// Adds what is wrong, and gives the names of templates that must not be rendered, since that would not end.
    ///
    /// - Parameter catalogues: for each name that stands for many, such as `t`, those it has.
    func run(catalogues: [String: Set<String>], into findings: inout Findings) -> Set<String> {
        for (_, text) in texts.sorted(by: { $0.key < $1.key }) {
            for (index, tag) in text.tags.enumerated() {
                switch tag.kind {
                case .partial, .parent: checkTemplate(tag, into: &findings)
                case .value, .section: checkCatalogue(tag, catalogues, into: &findings)
                case .block, .end: break
                }
                if tag.kind == .parent { checkBlocks(text.blocks(filledIn: index), of: tag.name, into: &findings) }
            }
        }
        return cycles(into: &findings)
    }

    private func checkTemplate(_ tag: TemplateText.Tag, into findings: inout Findings) {
        guard texts[tag.name] == nil else { return }
        findings.add(
            Rule.templateName(
                "there is no template '\(tag.name)'",
                at: tag.location,
                help: NearMiss.best(for: tag.name, among: texts.keys).map { "did you mean '\($0)'?" }
                    ?? "add templates/\(tag.name).mustache"
            )
        )
    }

    private func checkCatalogue(_ tag: TemplateText.Tag, _ catalogues: [String: Set<String>], into findings: inout Findings) {
        guard let known = catalogues[String(tag.first)], !tag.rest.isEmpty, !known.contains(String(tag.rest)) else { return }
        let near = NearMiss.best(for: String(tag.rest), among: known)
        findings.add(
            Rule.templateName(
                "'\(tag.name)' is nothing that pages provide",
                at: tag.location,
                help: near.map { "did you mean '\(tag.first).\($0)'?" } ?? "take another name, or leave the tag out"
            )
        )
    }

    private func checkBlocks(_ filled: [TemplateText.Tag], of parent: String, into findings: inout Findings) {
        guard texts[parent] != nil else { return }
        let known = blocks(of: parent)
        for tag in filled where !known.contains(tag.name) {
            findings.add(
                Rule.templateBlock(
                    "'\(tag.name)' is no block of the template '\(parent)'",
                    at: tag.location,
                    help: NearMiss.help(for: tag.name, among: known, called: "blocks")
                )
            )
        }
    }

    /// The blocks of a template and of all that it shows.
    private func blocks(of name: String) -> Set<String> {
        var (blocks, seen, waiting): (Set<String>, Set<String>, [String]) = ([], [], [name])
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted, let text = texts[next] else { continue }
            for tag in text.tags {
                if tag.kind == .block { blocks.insert(tag.name) }
                if tag.kind == .partial || tag.kind == .parent { waiting.append(tag.name) }
            }
        }
        return blocks
    }

    /// Every template that leads back to itself.
    private func cycles(into findings: inout Findings) -> Set<String> {
        var found: Set<String> = []
        var done: Set<String> = []
        func visit(_ name: String, _ path: [String]) {
            guard !done.contains(name), let text = texts[name] else { return }
            for tag in text.tags where tag.kind == .partial || tag.kind == .parent {
                guard let start = (path + [name]).firstIndex(of: tag.name) else {
                    visit(tag.name, path + [name])
                    continue
                }
                let ring = (path + [name])[start...]
                found.formUnion(ring)
                findings.add(
                    Rule.templateCycle(
                        ring.count == 1
                            ? "template '\(name)' includes itself"
                            : "template '\(name)' includes itself, by way of \(ring.dropLast().reversed().map { "'\($0)'" }.joined(separator: ", "))",
                        at: tag.location,
                        help: "to fill blocks of the theme's own, name it 'theme.\(tag.name)'"
                    )
                )
            }
            done.insert(name)
        }
        for name in texts.keys.sorted() { visit(name, []) }
        return found
    }
}
