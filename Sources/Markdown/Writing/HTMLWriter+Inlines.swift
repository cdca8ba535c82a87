extension HTMLWriter {
    mutating func write(_ inlines: [Inline]) {
        for inline in inlines { write(inline) }
    }

    private mutating func write(_ inline: Inline) {
        switch inline {
        case .text(let words): bytes.append(escaping: words)
        case .code(let words):
            bytes.append("<code>")
            bytes.append(escaping: words)
            bytes.append("</code>")
        case .emphasis(let inner): element("em", inner)
        case .strong(let inner): element("strong", inner)
        case .strikethrough(let inner): element("del", inner)
        case .link(let target, let inner): link(target, inner)
        case .image(let target, let alt): image(target, alt)
        case .softBreak: bytes.append(UInt8(ascii: "\n"))
        case .lineBreak: bytes.append("<br />\n")
        case .html(let tag): rawInline(tag)
        case .footnoteReference(let number, let use): footnoteReference(number, use)
        case .citations(let citations): write(citations)
        case .wikiLink(let link): write(link)
        case .mention(let words, let key): mention(words, key)
        }
    }

    private mutating func element(_ name: StaticString, _ inner: [Inline]) {
        name.withUTF8Buffer { name in
            bytes.append(UInt8(ascii: "<"))
            bytes.append(contentsOf: name)
            bytes.append(UInt8(ascii: ">"))
        }
        write(inner)
        name.withUTF8Buffer { name in
            bytes.append("</")
            bytes.append(contentsOf: name)
            bytes.append(UInt8(ascii: ">"))
        }
    }

    private mutating func attribute(_ name: StaticString, _ value: String) {
        bytes.append(UInt8(ascii: " "))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append("=\"")
        bytes.append(escaping: value, apostrophes: true)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func rawInline(_ tag: String) {
        if options.allowsHTML {
            TagFilter.append(resolved(tag), to: &bytes, onlyAtStart: true)
        } else if RawHTML.isLineBreak(tag) {
            bytes.append("<br />")
        }
    }

    /// Raw HTML with its addresses as they are from the page.
    func resolved(_ html: String) -> String {
        options.form == .page ? RawAddresses.rewritten(html) { destinations.raw($1, $0) } : html
    }

    // MARK: - Links and images

    private mutating func link(_ target: LinkTarget, _ inner: [Inline]) {
        bytes.append("<a")
        if options.form == .reference {
            bytes.append(" href=\"")
            bytes.append(address: target.url)
            bytes.append("\"")
            referenceTitle(target.title)
        } else {
            if let link = destinations.link(target.url) {
                if link.isExternal { attribute("class", "external") }
                attribute("href", link.href)
            }
            if !target.title.isEmpty { attribute("title", target.title) }
        }
        bytes.append(UInt8(ascii: ">"))
        write(inner)
        bytes.append("</a>")
    }

    private mutating func image(_ target: LinkTarget, _ alt: [Inline]) {
        guard options.form == .page else {
            bytes.append("<img src=\"")
            bytes.append(address: target.url)
            bytes.append("\" alt=\"")
            referenceAlternative(alt)
            bytes.append("\"")
            referenceTitle(target.title)
            bytes.append(" />")
            return
        }
        write(destinations.image(target.url), alt: alt.plainText, title: target.title)
    }

    private mutating func write(_ image: HTMLImage, alt: String, title: String = "") {
        bytes.append("<img")
        attribute("src", image.src)
        if let width = image.width, let height = image.height {
            bytes.append(" width=\"\(width)\" height=\"\(height)\" loading=\"lazy\"")
        } else if let width = image.width {
            bytes.append(" width=\"\(width)\"")
        }
        if !title.isEmpty { attribute("title", title) }
        attribute("alt", alt)
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func referenceTitle(_ title: String) {
        guard !title.isEmpty else { return }
        bytes.append(" title=\"")
        bytes.append(escaping: title)
        bytes.append("\"")
    }

    /// The text for an image as cmark-gfm writes it: raw HTML is text there.
    private mutating func referenceAlternative(_ inlines: [Inline]) {
        for inline in inlines {
            switch inline {
            case .text(let words), .code(let words), .html(let words): bytes.append(escaping: words)
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner), .image(_, let inner),
                .mention(let inner, _):
                referenceAlternative(inner)
            case .softBreak, .lineBreak: bytes.append(UInt8(ascii: " "))
            case .footnoteReference, .citations, .wikiLink: break
            }
        }
    }

    // MARK: - Marks of our own

    private mutating func write(_ citations: [Citation]) {
        let marks = citations.compactMap { destinations.citation($0) }
        guard !marks.isEmpty else { return }
        // No blank before the marks, so that none begins a line.
        while bytes.count > start, let last = bytes.last, last == 0x20 || (0x09...0x0D).contains(last) { bytes.removeLast() }
        HTMLText.append(marks, to: &bytes)
    }

    private mutating func write(_ link: WikiLink) {
        if link.isEmbed, let image = destinations.embed(link) { return write(image, alt: link.alternative) }
        guard let found = destinations.wikiLink(link) else { return bytes.append(escaping: link.words, apostrophes: true) }
        bytes.append("<a")
        attribute("href", found.href)
        bytes.append(UInt8(ascii: ">"))
        bytes.append(escaping: link.label ?? found.title, apostrophes: true)
        bytes.append("</a>")
    }

    private mutating func mention(_ words: [Inline], _ key: String) {
        guard let href = destinations.mention(key) else { return write(words) }
        bytes.append("<a class=\"mention\"")
        attribute("href", href)
        bytes.append(UInt8(ascii: ">"))
        write(words)
        bytes.append("</a>")
    }
}

extension HTMLText {
    /// Appends the marks of citations, each a link.
    package static func append(_ marks: [HTMLCitation], to bytes: inout [UInt8]) {
        guard !marks.isEmpty else { return }
        bytes.append("<span class=\"cites\">")
        for mark in marks {
            bytes.append("<a class=\"cite\" href=\"")
            bytes.append(escaping: mark.href, apostrophes: true)
            bytes.append("\" title=\"")
            bytes.append(escaping: mark.label, apostrophes: true)
            bytes.append("\" aria-label=\"")
            bytes.append(escaping: mark.label, apostrophes: true)
            bytes.append("\">\(mark.number)</a>")
        }
        bytes.append("</span>")
    }
}
