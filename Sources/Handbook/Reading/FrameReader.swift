import Diagnostics
import Markdown

/// Reads what the settings put round every page as a page of its own: the footer's text, and the header's links among
/// its references. So links in it are resolved, checked and shown as those of every page are.
enum FrameReader {
    /// The page; `nil` when the settings have neither a footer nor links.
    static func read(_ theme: ThemeSettings, _ source: SourceText, into findings: inout Findings) -> Page? {
        guard theme.footer != nil || !theme.links.isEmpty else { return nil }
        let place = theme.footer?.location ?? source.location(line: 1)
        let split = SplitPage(body: theme.footer?.value ?? "", line: place.line ?? 1)
        var document = DocumentReader.read(split, in: source, into: &findings)
        for block in document.blocks where block.kind != .paragraph {
            findings.add(
                Rule.footerText("the footer has more than paragraphs", at: place, help: "write it as running text, with links and emphasis")
            )
            document.blocks.removeAll { $0.id == block.id }
        }
        document.references += theme.links.map { Reference(target: .link($0.address.value), location: $0.address.location) }
        return Page(
            Page.Values(
                // No file's slug has a slash in front.
                id: PageID(.page, "/frame"),
                source: source,
                record: Record(at: place),
                privacy: PagePrivacy(),
                isFrontMatterRead: true,
                split: split,
                document: document,
                title: Located("", at: place),
                titleBlock: nil,
                summary: nil,
                order: nil,
                sources: [],
                mentions: false,
                updated: nil,
                address: ""
            )
        )
    }
}
