import Diagnostics
import Markdown

extension Rule {
    /// A page whose title is made from its file's name.
    public static let missingTitle = Rule("missing-title", .warning, "a page has a title in its front matter or a heading")
    /// A slug with signs that an address should not have.
    public static let invalidSlug = Rule("invalid-slug", .error, "a slug has letters, digits, hyphens, dots and underscores only")
}

/// Reads one file as a page, without knowing the others.
struct PageReader {
    let contentRoot: String
    let settings: Settings

    /// The page, and what was found in it.
    func read(_ path: String, _ bytes: [UInt8]) -> (page: Page, findings: Findings) {
        var findings = Findings()
        let source = SourceText.decode(bytes, path: path, into: &findings)
        let split = SplitPage(source, into: &findings)
        let kind = kind(of: split, path: path)
        let record = record(of: split, kind: kind, source, &findings)
        let document = DocumentReader.read(split, in: source, into: &findings)
        let parts = pathParts(path)
        let slug = slug(record ?? Record(at: source.location()), parts, source, &findings)
        let (title, block) = title(record, document, kind, parts, source, &findings)
        let page = Page(
            id: PageID(kind, kind == .page ? Self.pageAddress(parts, slug: slug, isIndex: isIndex(parts)) : slug),
            source: source, record: record ?? Record(at: source.location()), isFrontMatterRead: record != nil, split: split, document: document, title: title,
            titleBlock: block, summary: record?.text("summary").map { CitedText($0.value) }, order: record?.integer("order")?.value,
            sources: record?.texts("sources") ?? [], mentions: record?.boolean("mentions")?.value ?? true,
            updated: record?.text("updated").flatMap { CalendarDate($0.value) },
            address: address(kind: kind, slug: slug, parts))
        return (page, findings)
    }

    // MARK: - Kind

    /// `kind:` in the front matter, else the folder. It decides which keys are known, so it is looked for first,
    /// in the text, and checked with the other keys.
    private func kind(of split: SplitPage, path: String) -> Kind {
        for line in (split.frontMatter ?? "").split(separator: "\n") where line.hasPrefix("kind:") {
            let word = line.dropFirst(5).prefix { $0 != "#" }.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
            if let kind = Kind(rawValue: String(word)) { return kind }
        }
        let parts = pathParts(path)
        if parts.count < 2 || isIndex(parts) { return .page }
        return Kind.allCases.first { $0.folder == parts[0] } ?? .page
    }

    private func record(of split: SplitPage, kind: Kind, _ source: SourceText, _ findings: inout Findings) -> Record? {
        guard let yaml = split.frontMatter else {
            // Without front matter only a kind with required keys is at fault.
            let required = PageFields.fields(of: kind).filter(\.required)
            guard let key = required.first else { return Record(at: source.location()) }
            findings.add(
                Rule.missingKey(
                    "'\(key.key)' is missing", at: source.location(line: 1), help: "begin the page with ---, '\(key.key):', \(key.type.name), and ---"))
            return Record(at: source.location())
        }
        return RecordReader(source: source, firstLine: SplitPage.frontMatterLine)
            .read(yaml, fields: PageFields.fields(of: kind), into: &findings)
    }

    // MARK: - Address

    /// The file's path below the content folder, in parts, without the ending.
    private func pathParts(_ path: String) -> [String] {
        var relative = path[...]
        if !contentRoot.isEmpty, relative.hasPrefix(contentRoot + "/") { relative = relative.dropFirst(contentRoot.count + 1) }
        var parts = relative.split(separator: "/").map(String.init)
        if let last = parts.last, let dot = last.lastIndex(of: ".") { parts[parts.count - 1] = String(last[..<dot]) }
        return parts
    }

    private func isIndex(_ parts: [String]) -> Bool {
        guard let last = parts.last?.lowercased() else { return false }
        return last == "index" || (last == "readme" && parts.count == 1)
    }

    private func slug(_ record: Record, _ parts: [String], _ source: SourceText, _ findings: inout Findings) -> String {
        guard let given = record.text("slug") else { return Self.slug(parts.last ?? "") }
        let cleaned = Self.slug(given.value)
        if cleaned != given.value {
            findings.add(Rule.invalidSlug("'\(given.value)' is no slug", at: given.location, help: "write '\(cleaned)'"))
        }
        return cleaned
    }

    private func address(kind: Kind, slug: String, _ parts: [String]) -> String {
        guard kind == .page, let section = kind.section ?? parts.first else {
            return "\(kind.section ?? "")/\(slug)/"
        }
        _ = section
        let path = Self.pageAddress(parts, slug: slug, isIndex: isIndex(parts))
        return path.isEmpty ? "" : path + "/"
    }

    /// A plain page's address follows its folders; the folder of relations is `compare` in the site.
    private static func pageAddress(_ parts: [String], slug: String, isIndex: Bool) -> String {
        var folders = parts.dropLast().map(Self.slug)
        if let kind = Kind.allCases.first(where: { $0.folder == folders.first }), let section = kind.section { folders[0] = section }
        return (isIndex ? folders : folders + [slug]).joined(separator: "/")
    }

    /// A name fit for an address: lower case, white space as hyphens; letters of all languages stay.
    static func slug(_ name: String) -> String {
        let kept = name.lowercased().map { character -> Character in
            character.isLetter || character.isNumber || "-_.".contains(character) ? character : "-"
        }
        let slug = String(kept).split(separator: "-").joined(separator: "-")
        return slug.isEmpty || slug.allSatisfy({ $0 == "." }) ? "page" : slug
    }

    // MARK: - Title

    private func title(
        _ record: Record?, _ document: Document, _ kind: Kind, _ parts: [String], _ source: SourceText, _ findings: inout Findings
    ) -> (Located<String>, Block?) {
        let first = document.blocks.first { $0.kind != .html }
        var heading: Block?
        if let first, case .heading(level: 1, _) = first.kind { heading = first }
        if let given = record?.text("title") {
            // A first heading that repeats the title is the title, written once more for readers of the file.
            let repeats = heading.map { NameIndex.key($0.plainText) == NameIndex.key(given.value) } ?? false
            return (given, repeats ? heading : nil)
        }
        if let heading { return (Located(heading.plainText, at: source.location(line: heading.lines.lowerBound)), heading) }
        if let first = document.headings.first, kind != .relation, !isKnown(first.text) {
            return (Located(first.text, at: first.location), nil)
        }
        let name = isIndex(parts) ? (parts.dropLast().last ?? settings.title) : (parts.last ?? "")
        let words = isIndex(parts) && parts.count == 1 ? settings.title : Self.words(name)
        if record != nil, kind != .relation {
            findings.add(
                Rule.missingTitle(
                    "'\(words)' is made from the file's name", at: source.location(),
                    help: "begin the page with '# \(words)', or with 'title: \(words)' in its front matter"))
        }
        return (Located(words, at: source.location()), nil)
    }

    private func isKnown(_ heading: String) -> Bool { settings.sections.meaning(of: heading) != nil }

    /// `data-engineer` as words: `Data engineer`.
    private static func words(_ name: String) -> String {
        let words = name.split { $0 == "-" || $0 == "_" || $0.isWhitespace }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
