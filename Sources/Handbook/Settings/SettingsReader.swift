import Diagnostics
import Markdown

extension Rule {
    /// A text that is no web address.
    public static let invalidURL = Rule("invalid-url", .error, "an address is a whole one, with https:// or http://")
    /// A language that no reader's browser knows.
    public static let invalidLanguage = Rule("invalid-language", .error, "a language is named as BCP 47 does")
    /// Two groups, sides or eras of one id.
    public static let duplicateID = Rule("duplicate-id", .error, "each group, side and era has an id of its own")
    /// A heading that is to mean two sections.
    public static let sharedHeading = Rule("shared-heading", .error, "a heading means one thing")
}

extension Settings {
    /// Reads `handbook.yml`. Without a file the defaults hold.
    package static func read(_ files: ProjectFiles, into findings: inout Findings) -> Settings {
        var settings = Settings()
        guard let bytes = files.texts[file] else { return settings }
        let source = SourceText.decode(bytes, path: file, into: &findings)
        settings.place = source.location(line: 1)
        settings.text = source.text
        if ConflictMarkers.report(in: source, into: &findings) { return settings }
        guard let record = RecordReader(source: source, firstLine: 1).read(source.text, fields: fields, into: &findings) else {
            return settings
        }
        settings.record = record
        if let title = record.words("title") { settings.title = title.value }
        settings.description = record.words("description")?.value
        if let url = address(record.words("base_url"), &findings) { settings.baseURL = url.hasSuffix("/") ? url : url + "/" }
        settings.editURL = editAddress(record.words("edit_url"), &findings)
        if let language = language(record.words("language"), &findings) { settings.language = language }
        settings.groups = categories(record.records("groups"), &findings)
        settings.sides = categories(record.records("sides"), &findings)
        settings.eras = categories(record.records("eras"), &findings)
        if let sections = record.record("sections") { settings.sections = headings(sections, &findings) }
        settings.rules = RuleSettings.read(record, in: source, known: Checks.settableRules.map(\.id), into: &findings)
        settings.synonyms = record.textLists(in: "synonyms").map { $0.map(\.value) }
        settings.comparisonsPerRole = max(0, record.integer("comparisons")?.value ?? settings.comparisonsPerRole)
        if let changes = record.record("changes") { settings.changes = Changes(changes, &findings) }
        settings.writesTwins = record.text("twins")?.value != "off"
        settings.printsWhole = record.text("print").map { $0.value == "on" }
        settings.strings = Dictionary(record.textMap("strings").map { ($0.key, $0.value.value) }) { first, _ in first }
        settings.matrixWords = matrixWords(record, strings: settings.strings, &findings)
        settings.allowsHTML = record.record("markdown")?.boolean("html")?.value ?? false
        settings.theme = ThemeSettings.read(record.record("theme"), into: &findings)
        if let word = record.text("search"), let fullText = FullText(rawValue: word.value) {
            (settings.fullText, settings.fullTextPlace) = (fullText, word.location)
        }
        settings.ignoredLinks = record.record("links")?.texts("ignore").map { AddressPattern($0.value) } ?? []
        settings.linksMentions = record.boolean("mentions")?.value ?? true
        settings.reviewAfter = ReviewPeriod.read(record.words("review_after"), into: &findings)
        settings.baseline = record.words("baseline")
        settings.readsCodeOwners = record.text("codeowners")?.value != "off"
        return settings
    }

    private static func address(_ text: Located<String>?, _ findings: inout Findings) -> String? {
        guard let text else { return nil }
        if TextForm.siteAddress.fits(text.value) { return text.value }
        findings.add(
            Rule.invalidURL(
                "'\(text.value)' is no address of a site",
                at: text.location,
                help: "write it like https://example.org/handbook/"
            )
        )
        return nil
    }

    private static func editAddress(_ text: Located<String>?, _ findings: inout Findings) -> String? {
        guard let text else { return nil }
        if TextForm.editAddress.fits(text.value) { return text.value }
        let example = "https://example.org/edit/main/{path}"
        findings.add(
            TextForm.webAddress.fits(text.value)
                ? Rule.invalidURL(
                    "'\(text.value)' does not say where a page's path goes",
                    at: text.location,
                    help: "put {path} where the file's path belongs: \(example)"
                )
                : Rule.invalidURL("'\(text.value)' is no web address", at: text.location, help: "write it like \(example)")
        )
        return nil
    }

    private static func language(_ text: Located<String>?, _ findings: inout Findings) -> String? {
        guard let text else { return nil }
        guard let remedy = LanguageName.remedy(for: text.value) else { return text.value }
        findings.add(Rule.invalidLanguage("'\(text.value)' is no language", at: text.location, help: remedy))
        return nil
    }

    private static func headings(_ record: Record, _ findings: inout Findings) -> SectionNames {
        let names = headings(record, SectionName.allCases.map { ($0, $0.rawValue) }, &findings)
        return SectionNames(names)
    }

    private static func matrixWords(_ record: Record, strings: [Located<String>: String], _ findings: inout Findings) -> MatrixWords {
        let more = record.record("matrices").map { headings($0, MatrixWords.Meaning.everyMeaning.map { ($0, $0.key) }, &findings) }
        let own = Dictionary(strings.map { ($0.key.value, $0.value) }) { first, _ in first }
        return MatrixWords(strings: own, more: more ?? [:])
    }

    /// Lists of headings by what they mean; a heading means one thing.
    private static func headings<Name: Hashable>(
        _ record: Record,
        _ all: [(name: Name, key: String)],
        _ findings: inout Findings
    ) -> [Name: [String]] {
        var names: [Name: [String]] = [:]
        var seen: [String: (name: Name, key: String, location: Location)] = [:]
        for (name, key) in all {
            for heading in record.texts(key) where !heading.value.trimmingWhitespace.isEmpty {
                let words = NameIndex.key(heading.value)
                if let first = seen[words], first.name != name {
                    findings.add(
                        Rule.sharedHeading(
                            "'\(heading.value)' means '\(first.key)' already",
                            at: heading.location,
                            help: "choose another heading for one of the two",
                            related: [Related("first given", at: first.location)]
                        )
                    )
                    continue
                }
                seen[words] = (name, key, heading.location)
                names[name, default: []].append(heading.value.trimmingWhitespace)
            }
        }
        return names
    }

    private static func categories(_ records: [Record], _ findings: inout Findings) -> [Category] {
        var seen: [String: Location] = [:]
        return records.compactMap { record in
            guard let id = record.words("id"), let title = record.words("title") else { return nil }
            let key = NameIndex.key(id.value)
            if let first = seen[key] {
                findings.add(
                    Rule.duplicateID(
                        "'\(id.value)' is an id already",
                        at: id.location,
                        help: "choose another id",
                        related: [Related("first given", at: first)]
                    )
                )
                return nil
            }
            seen[key] = id.location
            return Category(id: id.value, title: title.value, summary: record.words("summary")?.value)
        }
    }
}
