extension HTMLWriter {
    mutating func footnote(_ block: Block, _ number: Int, _ uses: Int, opensList: Bool, endsList: Bool) {
        startLine()
        switch options.form {
        case .page:
            if opensList {
                bytes.append(options.hasLandmarks ? "<section" : "<div")
                bytes.append(#" class="footnotes" role="doc-endnotes" aria-label=""#)
                bytes.append(escaping: options.labels.footnotes, apostrophes: true)
                bytes.append(number == 1 ? "\"><ol>" : "\"><ol start=\"\(number)\">")
            }
            bytes.append("<li id=\"")
            bytes.append(escaping: destinations.footnotePrefix, apostrophes: true)
            bytes.append("fn-\(number)\">\n")
        case .reference:
            if opensList { bytes.append("<section class=\"footnotes\" data-footnotes>\n<ol>\n") }
            bytes.append("<li id=\"fn-\(number)\">\n")
        }
        contents(of: block, number, uses)
        startLine()
        bytes.append("</li>")
        if options.form == .reference { bytes.append("\n") }
        if endsList {
            bytes.append(options.form == .page ? "</ol>" : "</ol>\n")
            bytes.append(options.form == .page && !options.hasLandmarks ? "</div>" : "</section>")
        }
        startLine()
    }

    /// What a footnote says, with the links back to the text at the end of its last paragraph.
    private mutating func contents(of block: Block, _ number: Int, _ uses: Int) {
        let last = block.children.last
        guard let last, last.kind == .paragraph else {
            write(block.children)
            startLine()
            guard uses > 0 || options.form == .reference else { return }
            if options.form == .page { bytes.append("<p>") }
            backLinks(number, uses)
            bytes.append(options.form == .page ? "</p>\n" : "\n")
            return
        }
        write(block.children.dropLast())
        startLine()
        bytes.append("<p>")
        write(last.inlines)
        if options.form == .reference { bytes.append(" ") }
        backLinks(number, uses)
        bytes.append("</p>\n")
    }

    private mutating func backLinks(_ number: Int, _ uses: Int) {
        // cmark-gfm counts every reference, also one in the text for an image, and always links back once.
        for use in 1...max(uses, 1) where uses > 0 || options.form == .reference {
            switch options.form {
            case .page:
                bytes.append(" <a class=\"footnote-back\" href=\"#")
                bytes.append(escaping: destinations.footnotePrefix, apostrophes: true)
                referenceID(number, use)
                bytes.append(#"" role="doc-backlink" aria-label=""#)
                bytes.append(escaping: options.labels.footnoteBack, apostrophes: true)
                bytes.append(use == 1 ? "\">↩</a>" : " \(use)\">↩<sup>\(use)</sup></a>")
            case .reference:
                if use > 1 { bytes.append(" ") }
                bytes.append("<a href=\"#")
                referenceID(number, use)
                bytes.append(#"" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩"#)
                if use > 1 { bytes.append("<sup class=\"footnote-ref\">\(use)</sup>") }
                bytes.append("</a>")
            }
        }
    }

    mutating func footnoteReference(_ number: Int, _ use: Int) {
        switch options.form {
        case .page:
            bytes.append("<sup class=\"footnote-ref\"><a ")
            if let footnote = destinations.footnote("fn-\(number)") {
                bytes.append("href=\"")
                bytes.append(escaping: footnote, apostrophes: true)
            } else {
                let prefix = destinations.footnotePrefix
                bytes.append("id=\"")
                bytes.append(escaping: prefix, apostrophes: true)
                referenceID(number, use)
                bytes.append("\" href=\"#")
                bytes.append(escaping: prefix, apostrophes: true)
                bytes.append("fn-\(number)")
            }
            bytes.append("\" role=\"doc-noteref\">\(number)</a></sup>")
        case .reference:
            bytes.append("<sup class=\"footnote-ref\"><a href=\"#fn-\(number)\" id=\"")
            referenceID(number, use)
            bytes.append("\" data-footnote-ref>\(number)</a></sup>")
        }
    }

    private mutating func referenceID(_ number: Int, _ use: Int) {
        bytes.append(use > 1 ? "fnref-\(number)-\(use)" : "fnref-\(number)")
    }
}
