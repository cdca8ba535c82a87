/// Markdown whose links lead elsewhere. The source stays as it is, to the letter, but for where links, pictures, citations
/// and wiki links lead.
public struct LinkRewriter: Sendable {
    /// What becomes of a link.
    public enum Outcome: Sendable, Hashable {
        /// It leads here.
        case to(String)
        /// It leads nowhere: its words stay.
        case nowhere
    }

    /// The addresses of all links and pictures that the text has, as the parser reads them: nothing else is a link.
    private let known: Set<String>
    private let link: @Sendable (String) -> Outcome
    private let citations: @Sendable ([Citation]) -> String
    private let wikiLink: @Sendable (WikiLink) -> String

    /// A rewriter for the text of a document.
    public init(
        _ document: Document,
        link: @escaping @Sendable (String) -> Outcome,
        citations: @escaping @Sendable ([Citation]) -> String,
        wikiLink: @escaping @Sendable (WikiLink) -> String
    ) {
        known = Set(
            document.references.compactMap { reference in
                switch reference.target {
                case .link(let url), .image(let url): url
                default: nil
                }
            }
        )
        (self.link, self.citations, self.wikiLink) = (link, citations, wikiLink)
    }

    /// Blocks of Markdown, none of them code.
    public func rewrite(_ text: String) -> String {
        var work = LinkScan(bytes: Array(text.utf8))
        while let byte = work.next { step(byte, &work) }
        return String(decoding: work.written, as: UTF8.self)
    }

    private func step(_ byte: UInt8, _ work: inout LinkScan) {
        switch byte {
        case LinkScan.backslash: work.copy(2)
        case LinkScan.tick: work.copy(work.codeSpan)
        case LinkScan.open:
            if work.isAtLineStart, let place = work.definition, let (target, end) = work.target(from: place) {
                if case .to(let address)? = outcome(target) {
                    work.copy(place - work.place)
                    work.write(address, upTo: end)
                } else if known.contains(target) {
                    work.skip(to: work.endOfLine(from: end))
                } else {
                    work.copy(1)
                }
                return
            }
            switch InlinePiece.split(work.ahead).first {
            case .citations(let found, let raw)?: work.write(citations(found), upTo: work.place + raw.utf8.count)
            case .wikiLink(let found, let raw)?: work.write(wikiLink(found), upTo: work.place + raw.utf8.count)
            default: work.copy(1)
            }
        case LinkScan.close where work.byte(1) == LinkScan.round:
            guard let (target, end) = work.target(from: work.place + 2), let outcome = outcome(target) else { return work.copy(1) }
            switch outcome {
            case .to(let address):
                work.copy(2)
                work.write(address, upTo: end)
            case .nowhere:
                work.copy(1)
                work.skip(to: work.endOfLink(from: end))
            }
        default: work.copy(1)
        }
    }

    private func outcome(_ target: String) -> Outcome? { known.contains(target) ? link(target) : nil }
}
