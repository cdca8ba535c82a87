import Diagnostics
import Markdown

/// A way to sort roles, or a time they are looked at: a group, a side, an era.
public struct Category: Sendable, Hashable {
    /// How pages name it.
    public let id: String
    /// How readers see it.
    public let title: String
    /// One sentence.
    public let summary: String?
}

/// What `handbook.yml` says, or its defaults.
public struct Settings: Sendable {
    /// The handbook's title.
    public var title = "Handbook"
    /// What it is, in one sentence.
    public var description: String?
    /// The address it is published at, with a final `/`.
    public var baseURL: String?
    /// Where a page can be edited; `{path}` stands for its file.
    public var editURL: String?
    /// The language of the content, as BCP 47 names it.
    public var language = "en"
    /// The groups of roles, in order.
    public var groups: [Category] = []
    /// The second way to group roles, in order.
    public var sides: [Category] = []
    /// The eras, in order.
    public var eras: [Category] = []
    /// Which headings mean what.
    public var sections = SectionNames()
    /// The theme's own words that are replaced, by key.
    public var strings: [Located<String>: String] = [:]
    /// Whether raw HTML in pages is kept.
    public var allowsHTML = false
    /// Whether first mentions of roles become links.
    public var linksMentions = true

    /// The defaults.
    public init() {}

    /// The settings' file, in the project's folder.
    public static let file = "handbook.yml"

    private static let category: [Field] = [
        Field("id", .text, "How pages name it.", required: true),
        Field("title", .text, "How readers see it.", required: true),
        Field("summary", .text, "One sentence."),
    ]

    /// The keys of `handbook.yml`.
    public static let fields: [Field] = [
        Field("title", .text, "The handbook's title."),
        Field("description", .text, "What the handbook is, in one sentence."),
        Field("base_url", .text, "The address the site is published at."),
        Field("edit_url", .text, "Where a page can be edited; {path} stands for its file."),
        Field("language", .text, "The language of the content, as BCP 47 names it: en, pt-BR."),
        Field("groups", .list(.record(category)), "The groups of roles, in order."),
        Field("sides", .list(.record(category)), "A second way to group roles, in order."),
        Field("eras", .list(.record(category)), "The eras, in order."),
        Field(
            "sections", .record(SectionName.allCases.map { Field($0.rawValue, .list(.text), "Headings that mean '\($0.defaults[0])'.") }),
            "Which headings mean what. The first of several is the one that is shown."),
        Field("strings", .map(.text), "The theme's own words, by key."),
        Field("markdown", .record([Field("html", .boolean, "Whether raw HTML is kept.")]), "How Markdown is read."),
        Field("mentions", .boolean, "Whether the first mention of a role in a section becomes a link."),
    ]
}

extension Rule {
    /// A setting that is no address.
    public static let invalidURL = Rule("invalid-url", .error, "an address in the settings is a whole one, with https:// or http://")
    /// Two groups, sides or eras of one id.
    public static let duplicateID = Rule("duplicate-id", .error, "each group, side and era has an id of its own")
}

extension Settings {
    /// Reads `handbook.yml`. Without a file the defaults hold.
    static func read(_ files: ProjectFiles, into findings: inout Findings) -> Settings {
        var settings = Settings()
        guard let bytes = files.texts[file] else { return settings }
        let source = SourceText.decode(bytes, path: file, into: &findings)
        guard let record = RecordReader(source: source, firstLine: 1).read(source.text, fields: fields, into: &findings) else {
            return settings
        }
        if let title = record.text("title") { settings.title = title.value }
        settings.description = record.text("description")?.value
        if let url = address(record.text("base_url"), &findings) { settings.baseURL = url.hasSuffix("/") ? url : url + "/" }
        settings.editURL = editAddress(record.text("edit_url"), &findings)
        if let language = record.text("language") { settings.language = language.value }
        settings.groups = categories(record.records("groups"), &findings)
        settings.sides = categories(record.records("sides"), &findings)
        settings.eras = categories(record.records("eras"), &findings)
        if let sections = record.record("sections") {
            let pairs = SectionName.allCases.map { ($0, sections.texts($0.rawValue).map(\.value)) }.filter { !$0.1.isEmpty }
            settings.sections = SectionNames(Dictionary(uniqueKeysWithValues: pairs))
        }
        settings.strings = Dictionary(record.textMap("strings").map { ($0.key, $0.value.value) }) { first, _ in first }
        settings.allowsHTML = record.record("markdown")?.boolean("html")?.value ?? false
        settings.linksMentions = record.boolean("mentions")?.value ?? true
        return settings
    }

    private static func address(_ text: Located<String>?, _ findings: inout Findings) -> String? {
        guard let text else { return nil }
        let rest = text.value.lowercased().hasPrefix("https://") ? text.value.dropFirst(8) : text.value.dropFirst(7)
        guard text.value.lowercased().hasPrefix("https://") || text.value.lowercased().hasPrefix("http://"), !rest.isEmpty,
            !text.value.contains(where: \.isWhitespace), !text.value.contains("?"), !text.value.contains("#")
        else {
            findings.add(
                Rule.invalidURL("'\(text.value)' is no address of a site", at: text.location, help: "write it like https://example.org/handbook/"))
            return nil
        }
        return text.value
    }

    private static func editAddress(_ text: Located<String>?, _ findings: inout Findings) -> String? {
        guard let text, address(text, &findings) != nil else { return nil }
        guard text.value.contains("{path}") else {
            findings.add(
                Rule.invalidURL(
                    "'\(text.value)' does not say where a page's path goes", at: text.location,
                    help: "put {path} where the file's path belongs: https://example.org/edit/main/{path}"))
            return nil
        }
        return text.value
    }

    private static func categories(_ records: [Record], _ findings: inout Findings) -> [Category] {
        var seen: [String: Location] = [:]
        return records.compactMap { record in
            guard let id = record.text("id"), let title = record.text("title") else { return nil }
            if let first = seen[id.value] {
                findings.add(
                    Rule.duplicateID(
                        "'\(id.value)' is an id already", at: id.location, help: "choose another id",
                        related: [Related("first given", at: first)]))
                return nil
            }
            seen[id.value] = id.location
            return Category(id: id.value, title: title.value, summary: record.text("summary")?.value)
        }
    }
}
