import Diagnostics
import Markdown

extension Rule {
    /// A page whose title is made from its file's name.
    public static let missingTitle = Rule("missing-title", .warning, "a page has a title in its front matter or a heading")
    /// A slug with signs that an address should not have.
    public static let invalidSlug = Rule("invalid-slug", .error, "a slug has letters, digits, hyphens, dots and underscores only")
}

/// Reads one file as a page, without knowing the others.
package struct PageReader {
    /// What reading a page depends on beside its own file.
    package struct Context: Hashable {
        package let prefix: String
        package let hasHome: Bool
        /// The handbook's title, which a page without one may get.
        package let title: String
        package let sections: SectionNames
    }

    package let context: Context
    /// Whether drafts are read as pages that readers get.
    private let publishesDrafts: Bool

    /// A reader for the pages of a project.
    package init(_ files: ProjectFiles, settings: Settings, publishesDrafts: Bool = false) {
        self.publishesDrafts = publishesDrafts
        let prefix = files.contentPrefix
        let home = prefix + "index.md"
        let hasHome = files.texts.keys.contains { $0.utf8.count == home.utf8.count && $0.lowercased() == home.lowercased() }
        context = Context(prefix: prefix, hasHome: hasHome, title: settings.title, sections: settings.sections)
    }

    /// Whether another reader reads a file of the same path and bytes in the same way.
    func isEquivalent(to other: PageReader) -> Bool { context == other.context && publishesDrafts == other.publishesDrafts }

    /// A file as it was read.
    package struct Read {
        /// The page as readers may know it.
        package let page: Page
        /// The page with what is private, for checks.
        package let whole: Page
        /// What was found in it.
        package var findings: Findings
        /// What was found in what is private.
        package var hidden: Findings
    }

    /// The page, and what was found in it.
    ///
    /// - Parameter also: what is private beside what the page itself says.
    package func read(_ path: String, _ bytes: [UInt8], hiding also: Set<String> = []) -> Read {
        var findings = Findings()
        let source = SourceText.decode(bytes, path: path, into: &findings)
        // Both sides of a conflict are in the text: what else is wrong with it says nothing.
        let isConflicted = ConflictMarkers.report(in: source, into: &findings)
        let conflict = findings
        let split = SplitPage(source, into: &findings)
        let address = PageAddress(path, prefix: context.prefix, hasHome: context.hasHome)
        let (read, kind) = reading(of: split, folder: address.kind, source, also, &findings)
        let found = isConflicted ? nil : read
        let record = found?.record ?? Record(at: source.location(line: 1))
        let document = isConflicted ? .empty : DocumentReader.read(split, in: source, into: &findings)
        let slug = slug(record, address, &findings)
        let (title, block) = title(found?.record, document, kind, address, source, &findings)
        var privacy = PagePrivacy()
        (privacy.keys, privacy.lines) = (found?.names ?? [], found?.lines ?? [])
        privacy.isDraft = !publishesDrafts && !address.isPrivate && found?.whole.boolean("draft")?.value == true
        privacy.isWhole = address.isPrivate || privacy.isDraft
        func page(_ record: Record) -> Page {
            Page(
                Page.Values(
                    id: address.id(kind, slug: slug),
                    source: source,
                    record: record,
                    privacy: privacy,
                    isFrontMatterRead: found != nil,
                    split: split,
                    document: document,
                    title: title,
                    titleBlock: block,
                    summary: record.words("summary").map { CitedText($0.value) },
                    order: record.integer("order")?.value,
                    sources: record.texts("sources"),
                    mentions: record.boolean("mentions")?.value ?? true,
                    updated: record.text("updated").flatMap { CalendarDate($0.value) },
                    address: address.address(kind, slug: slug)
                )
            )
        }
        if isConflicted { findings = conflict }
        let own = page(record)
        let whole = privacy.keys.isEmpty ? own : page(found?.whole ?? record)
        var result = Read(page: own, whole: whole, findings: findings, hidden: Findings())
        if privacy.isWhole { (result.findings, result.hidden) = (Findings(), findings) }
        if let found { result.hidden.add(contentsOf: found.findings) }
        return result
    }

    // MARK: - Front matter

    /// The front matter, and the kind: `kind:` in it, else what the folder says. The kind decides which keys are
    /// known, so it is looked for in the text; where the YAML says it in another way, it is read once more.
    private func reading(
        of split: SplitPage,
        folder: Kind,
        _ source: SourceText,
        _ also: Set<String>,
        _ findings: inout Findings
    ) -> (reading: HiddenKeys.Reading?, kind: Kind) {
        guard let yaml = split.frontMatter else {
            return (withoutFrontMatter(folder, source, &findings).map(HiddenKeys.Reading.init), folder)
        }
        let kind = Self.kind(in: yaml) ?? folder
        let reader = RecordReader(source: source, firstLine: split.frontMatterLine)
        func read(as kind: Kind, _ findings: inout Findings) -> HiddenKeys.Reading? {
            reader.read(yaml, fields: PageFields.fields(of: kind), hiding: PageFields.hidden(of: kind), also: also, into: &findings)
        }
        var found = Findings()
        let reading = read(as: kind, &found)
        if let other = reading?.record.text("kind").flatMap({ Kind(rawValue: $0.value) }), other != kind {
            return (read(as: other, &findings), other)
        }
        findings.add(contentsOf: found)
        return (reading, kind)
    }

    private static func kind(in yaml: String) -> Kind? {
        for line in yaml.split(separator: "\n") where line.hasPrefix("kind:") {
            let word = line.dropFirst(5).prefix { $0 != "#" }.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
            if let kind = Kind(rawValue: String(word)) { return kind }
        }
        return nil
    }

    /// Without front matter only a kind with required keys is at fault.
    private func withoutFrontMatter(_ kind: Kind, _ source: SourceText, _ findings: inout Findings) -> Record? {
        // It opens and does not end.
        if source.lines.first(where: { !$0.allSatisfy(\.isWhitespace) })?.hasPrefix("---") == true { return nil }
        let place = source.location(line: 1)
        if let key = PageFields.fields(of: kind).first(where: \.required) {
            findings.add(
                Rule.missingKey(
                    "'\(key.key)' is missing",
                    at: place,
                    help: "begin the page with ---, '\(key.key):', \(key.type.name), and ---"
                )
            )
        }
        return Record(at: place)
    }

    private func slug(_ record: Record, _ address: PageAddress, _ findings: inout Findings) -> String {
        guard let given = record.words("slug") else { return address.slug }
        let cleaned = PageAddress.slug(given.value)
        if cleaned != given.value {
            findings.add(Rule.invalidSlug("'\(given.value)' is no slug", at: given.location, help: "write '\(cleaned)'"))
        }
        return cleaned
    }

    // MARK: - Title

    private func title(
        _ record: Record?,
        _ document: Document,
        _ kind: Kind,
        _ address: PageAddress,
        _ source: SourceText,
        _ findings: inout Findings
    ) -> (Located<String>, Block?) {
        var heading: Block?
        if let first = document.blocks.first(where: { !$0.isHTML }), case .heading(level: 1, _) = first.kind,
            !first.plainText.isEmpty
        {
            heading = first
        }
        if let given = record?.words("title") {
            // A first heading that repeats the title is the title, written once more for readers of the file.
            let repeats = heading.map { NameIndex.key($0.plainText) == NameIndex.key(given.value) } ?? false
            return (given, repeats ? heading : nil)
        }
        if let heading { return (Located(heading.plainText, at: source.location(line: heading.lines.lowerBound)), heading) }
        if let first = document.headings.first(where: { !$0.text.isEmpty }), kind != .relation, !isKnown(first.text) {
            return (Located(first.text, at: first.location), nil)
        }
        let words = nameAsTitle(address)
        let place = source.location(line: 1)
        if record != nil, kind != .relation {
            findings.add(
                Rule.missingTitle(
                    "'\(words)' is made from the file's name",
                    at: place,
                    help: "begin the page with '# \(words)', or with 'title: \(words)' in its front matter"
                )
            )
        }
        return (Located(words, at: place), nil)
    }

    private func isKnown(_ heading: String) -> Bool { context.sections.meaning(of: heading) != nil }

    /// The file's name as words, `data-engineer` as `Data engineer`; an index is named after its folder.
    private func nameAsTitle(_ address: PageAddress) -> String {
        guard let name = address.isIndex ? address.parts.dropLast().last : address.parts.last else { return context.title }
        let words = name.split { $0 == "-" || $0 == "_" || $0.isWhitespace }.joined(separator: " ")
        return words.isEmpty ? context.title : words.prefix(1).uppercased() + words.dropFirst()
    }
}
