/// Inlines as a Markdown writer needs them: links resolved, names and citations as the text that stands for them, no two
/// texts side by side.
struct PreparedInlines<Resolver: MarkdownResolver> {
    private let resolver: Resolver
    private var inlines: [Inline] = []
    /// Whether something between the last inline and the next one was left out.
    private var leftOut = false

    static func of(_ inlines: [Inline], _ resolver: Resolver) -> [Inline] {
        var prepared = Self(resolver: resolver)
        prepared.add(inlines)
        prepared.endLine()
        return prepared.inlines
    }

    private init(resolver: Resolver) { self.resolver = resolver }

    private mutating func add(_ new: [Inline]) {
        for inline in new {
            switch inline {
            case .link(let target, let inner): addLink(target, inner)
            case .image(let target, let alt):
                if let target = resolver.image(target) {
                    append(.image(target, alt: Self.of(alt, resolver)))
                } else {
                    add(alt)
                }
            case .citations(let found): addResolved(resolver.citations(found))
            case .wikiLink(let link): addResolved(resolver.wikiLink(link))
            case .html(let html): addResolved(resolver.html(html))
            case .emphasis(let inner): addSpan(inner) { .emphasis($0) }
            case .strong(let inner): addSpan(inner) { .strong($0) }
            case .strikethrough(let inner): addSpan(inner) { .strikethrough($0) }
            case .mention(let words, _): add(words)
            case .footnoteReference(let number, let use): addResolved(resolver.footnoteReference(number, use: use))
            case .text, .code, .softBreak, .lineBreak: append(inline)
            }
        }
    }

    private mutating func addLink(_ target: LinkTarget, _ inner: [Inline]) {
        if let target = resolver.link(target) { append(.link(target, Self.of(inner, resolver))) } else { add(inner) }
    }

    private mutating func addSpan(_ inner: [Inline], _ span: ([Inline]) -> Inline) {
        let inner = Self.of(inner, resolver)
        if inner.isEmpty { leftOut = true } else { append(span(inner)) }
    }

    private mutating func addResolved(_ new: [Inline]) {
        if new.isEmpty { leftOut = true }
        new.forEach { append($0) }
    }

    private mutating func append(_ inline: Inline) {
        switch inline {
        case .text(let words): append(words)
        case .citations(let citations): append("[\(citations.map(\.markdown).joined(separator: "; "))]")
        case .wikiLink(let link): append(link.markdown)
        case .code(let code):
            // Two spans of code side by side would become one.
            if case .code? = inlines.last { append(" ") }
            leftOut = false
            inlines.append(.code(code))
        case .softBreak, .lineBreak:
            endLine()
            inlines.append(inline)
        default:
            leftOut = false
            inlines.append(inline)
        }
    }

    private mutating func append(_ words: String) {
        var words = words[...]
        if leftOut, endsWithSpace {
            words = words.drop { $0 == " " }
            if let first = words.first, ".,;:!?)".contains(first) { endLine() }
        }
        guard !words.isEmpty else { return }
        leftOut = false
        if case .text(let before)? = inlines.last {
            inlines[inlines.count - 1] = .text(before + words)
        } else {
            inlines.append(.text(String(words)))
        }
    }

    private var endsWithSpace: Bool {
        switch inlines.last {
        case nil, .softBreak, .lineBreak: true
        case .text(let words): words.hasSuffix(" ")
        default: false
        }
    }

    /// Takes away the space before something that was left out at the end of a line.
    private mutating func endLine() {
        defer { leftOut = false }
        guard leftOut, case .text(var words)? = inlines.last else { return }
        while words.hasSuffix(" ") { words.removeLast() }
        inlines.removeLast()
        if !words.isEmpty { inlines.append(.text(words)) }
    }
}

extension Citation {
    /// `@key, p. 3`.
    fileprivate var markdown: String { "@\(key)" + (locator.map { ", \($0)" } ?? "") }
}

extension WikiLink {
    /// `[[Page#part|words]]`.
    fileprivate var markdown: String { "\(isEmbed ? "!" : "")[[\(name)\(label.map { "|\($0)" } ?? "")]]" }
}
