import Diagnostics
import Markdown

extension Check {
    /// Texts of front matter, which are plain: names in `[[ ]]` are read as the titles that they stand for, and other Markdown is
    /// shown as it is written.
    static let plainTexts = Check(rules: [.notALink, .unknownName]) { handbook, findings in
        let resolver = LinkResolver(handbook)
        let names = OnDemand { Suggestions(handbook.names.names(among: nil)) }
        for page in handbook.everyPage {
            for text in page.record.everyText where text.value.utf8.contains(UInt8(ascii: "[")) {
                for piece in InlinePiece.split(text.value) {
                    switch piece {
                    case .text(let words):
                        guard let link = firstLink(in: words) else { continue }
                        findings.add(
                            Rule.notALink(
                                "'\(link)' is shown as it is written: front matter is plain text",
                                at: text.location,
                                help: "write the words alone, and the link in the page's text"
                            )
                        )
                    case .wikiLink(let link, _):
                        guard case .unknown = resolver.resolve(link, in: page) else { continue }
                        let drafts = handbook.privacy.drafts
                        findings.add(
                            drafts.fault(ofName: link.name, at: text.location)
                                ?? Rule.unknownName(
                                    "'\(link.target)' is the name of no page",
                                    at: text.location,
                                    help: names.value.best(for: link.target).map { "did you mean '\($0)'?" }
                                        ?? "write the page, or name another one"
                                )
                        )
                    case .mention, .citations: continue
                    }
                }
            }
        }
    }

    /// Whether brackets behind these words are an index: `rows[1][2]`.
    private static func isIndex(_ before: Substring) -> Bool { before.last.map { $0.isLetter || $0.isNumber } ?? false }

    /// `[words](address)` or `[words][label]`, if a text has one.
    private static func firstLink(in words: String) -> String? {
        for (middle, end) in [("](", ")"), ("][", "]")] {
            guard let joint = words.firstRange(of: middle), let open = words[..<joint.lowerBound].lastIndex(of: "["),
                words.index(after: open) < joint.lowerBound, !isIndex(words[..<open]),
                let close = words[joint.upperBound...].firstRange(of: end)
            else { continue }
            return String(words[open..<close.upperBound])
        }
        return nil
    }
}
