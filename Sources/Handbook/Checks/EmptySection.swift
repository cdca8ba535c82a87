import Diagnostics
import Markdown

extension Rule {
    /// A heading with nothing under it.
    public static let emptySection = Rule("empty-section", .note, "something stands under each heading")
}

extension SettableCheck {
    /// Headings without content, deeper headings counted as content.
    static let emptySection = SettableCheck(rules: [.emptySection]) { context, found in
        for page in context.handbook.everyPage {
            let blocks = page.blocks
            for (index, block) in blocks.enumerated() {
                guard case .heading(let level, _) = block.kind else { continue }
                if index + 1 < blocks.count {
                    guard case .heading(let next, _) = blocks[index + 1].kind, next <= level else { continue }
                }
                found.add(
                    Rule.emptySection(
                        "'\(block.plainText)' has nothing under it",
                        at: page.source.location(line: block.lines.lowerBound),
                        help: "write it, or remove the heading"
                    ),
                    on: [page.id],
                    about: [block.plainText]
                )
            }
        }
    }
}
