import Diagnostics
import Handbook
import Markdown

/// A handbook as Markdown. An export stands alone: every name is written out, and citations are numbers of the list of
/// sources at its end. In a site names and citations are links to twins.
package struct MarkdownExport {
    let site: SiteContent
    /// Whether names and citations are links, as `TwinLinks` has them.
    var isLinked = false

    var strings: Strings { site.strings }
    var handbook: Handbook { site.handbook }
    var names: SectionNames { handbook.settings.sections }

    func text(of subject: Export.Subject) -> String {
        let lines: [String]
        switch subject {
        case .handbook: lines = whole
        case .role(let role):
            lines = self.role(role, depth: 1) + sources(citedBy: [role.page] + handbook.relations(of: role.slug).map(\.page), depth: 2)
        case .matrix(let matrix): lines = self.matrix(matrix, depth: 1) + sources(citedBy: [matrix.page], depth: 2)
        }
        return Self.joined(lines)
    }

    /// Lines as a text: one blank line between blocks, none at the end.
    static func joined(_ lines: [String]) -> String {
        var lines = lines[...]
        while lines.last == "" { lines.removeLast() }
        var text = ""
        var isAfterBlank = true
        for line in lines where line != "" || !isAfterBlank {
            text += line + "\n"
            isAfterBlank = line == ""
        }
        return text
    }

    // MARK: - The whole handbook

    private var whole: [String] {
        var lines = [
            "# \(MarkdownText.escaped(handbook.settings.title))", "", handbook.settings.description.map(MarkdownText.escaped) ?? "", "",
        ]
        func add(_ key: String, _ parts: [[String]]) {
            guard !parts.isEmpty else { return }
            lines += ["## \(strings[key])", ""] + parts.joined()
        }
        add("roles", handbook.roles.map { role($0, depth: 3) })
        add("matrices", handbook.matrices.map { matrix($0, depth: 3) })
        add("activities", handbook.activities.map { activity($0, depth: 3) })
        add("lifecycle", handbook.stages.map { stage($0, depth: 3) })
        add("teams", handbook.teams.map { team($0, depth: 3) })
        return lines + sources(citedBy: nil, depth: 2)
    }

    // MARK: - Pieces

    package func heading(_ text: String, _ depth: Int) -> [String] {
        ["", "\(String(repeating: "#", count: min(depth, 6))) \(MarkdownText.escaped(text))", ""]
    }

    package func cited(_ text: CitedText) -> String { MarkdownText.escaped(text.text) + marks(text.citations) }

    /// The numbers of sources, each once: ` [1, p. 3; 2]`.
    func marks(_ citations: [Citation]) -> String {
        let marks = citations.compactMap { citation in
            handbook.source(citation.key).map { source in
                let words = [String(source.number), citation.locator.map(MarkdownText.escaped)].compactMap(\.self).joined(separator: ", ")
                return isLinked ? "[[\(words)]](\(TwinLinks.target(source.page.address)))" : words
            }
        }
        if marks.isEmpty { return "" }
        return isLinked ? " " + marks.uniqued().joined(separator: " ") : " [\(marks.uniqued().joined(separator: "; "))]"
    }

    package func title(_ slug: String) -> String { handbook.role(slug).map { name($0) } ?? MarkdownText.escaped(slug) }

    /// What a page is called, with the way to it where there is one.
    package func name(_ described: any Described) -> String { name(described.title, described.page.address) }

    package func name(_ title: String, _ address: String) -> String {
        let title = MarkdownText.escaped(title)
        return isLinked ? "[\(title)](\(TwinLinks.target(address)))" : title
    }

    package func titles(_ slugs: [String]) -> String { slugs.map(title).joined(separator: ", ") }

    /// A line of a list of facts; none where there is nothing to say.
    package func fact(_ name: String, _ text: String) -> [String] { text.isEmpty ? [] : ["- **\(MarkdownText.escaped(name))**: \(text)"] }

    func items(_ items: [Item], indent: String = "") -> [String] {
        items.flatMap { item in
            // An item with nothing but a list in it.
            guard !item.name.isEmpty else { return self.items(item.children, indent: indent) }
            let lead = item.lead.map { "**\(MarkdownText.escaped($0))**" } ?? ""
            return ["\(indent)- \(lead)\(item.joint)\(text(of: item))\(marks(item.citations))"]
                + self.items(item.children, indent: indent + "  ")
        }
    }

    /// A list under a heading; nothing where it is empty.
    package func section(_ title: String, _ list: [String], _ depth: Int) -> [String] {
        list.isEmpty ? [] : heading(title, depth) + list + [""]
    }

    func table(_ rows: [[String]], numbers: Bool = false) -> [String] {
        guard let header = rows.first else { return [] }
        func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
        return ["", line(header), line(header.indices.map { numbers && $0 > 0 ? ":-:" : "---" })] + rows.dropFirst().map(line) + [""]
    }

    /// The sources that pages name, or all of them.
    func sources(citedBy pages: [Page]?, depth: Int) -> [String] {
        let keys = pages.map { Set($0.flatMap { Backlinks.citations(of: $0) }) }
        return sources(handbook.sources.filter { keys?.contains($0.slug) ?? true }, depth)
    }

    /// The list of sources that marks count on.
    func sources(_ cited: [Source], _ depth: Int) -> [String] {
        let lines = cited.map { source in
            let facts = [source.author, source.type].compactMap(\.self).map { MarkdownText.escaped($0) }
            let words = ([name(source)] + facts).joined(separator: ", ")
            return "- \\[\(source.number)\\] \(words)\(source.url.map { ": <\($0)>" } ?? "")"
        }
        return section(strings["sources"], lines, depth)
    }
}

extension Item {
    /// What stands between its lead and its text: a colon, unless the lead is a question or the like.
    var joint: String {
        guard let lead, !text.isEmpty else { return "" }
        return lead.last.map { "?!.…".contains($0) } == true ? " " : ": "
    }
}
