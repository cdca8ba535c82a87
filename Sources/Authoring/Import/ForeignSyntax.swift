import Diagnostics
import Handbook
import Markdown

/// What other tools understand in a body and Markdown does not: it stays, and is reported.
enum ForeignSyntax {
    private static let most = 3

    /// The lines that have some, the first few of a page.
    static func places(in source: SourceText, from bodyLine: Int) -> [(line: Int, message: String)] {
        var found: [(line: Int, message: String)] = []
        var fence: Substring?
        for (index, line) in source.lines.enumerated().dropFirst(bodyLine - 1) {
            let bare = line.drop { $0 == " " }
            if let open = fence {
                if bare.hasPrefix(open) { fence = nil }
                continue
            }
            if bare.hasPrefix("```") || bare.hasPrefix("~~~") {
                fence = bare.prefix(3)
                continue
            }
            guard let what = what(in: bare) else { continue }
            found.append((index + 1, "\(what) stays as text"))
            if found.count == most { break }
        }
        if let line = source.lines.indices.dropFirst(bodyLine - 1).first(where: { source.lines[$0].contains("%%") }) {
            found.append((line + 1, "comments between '%%' are left out of the site"))
        }
        return found
    }

    private static func what(in line: Substring) -> String? {
        if line.contains("{{<") || line.contains("{{%") { return "a shortcode of Hugo's" }
        if line.contains("{% ") || line.contains("{%- ") { return "a tag of Liquid's" }
        if line.hasPrefix(":::") { return "a container ':::'" }
        if line.hasPrefix("!!! ") || line.hasPrefix("??? ") { return "an admonition of MkDocs's" }
        return nil
    }
}
