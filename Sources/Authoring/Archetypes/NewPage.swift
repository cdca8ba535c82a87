import Diagnostics
import Handbook
import Markdown

extension Rule {
    /// A new page that cannot be made.
    public static let cannotMake = Rule("cannot-make-page", .error, "a new page has a name and a file of its own")
    /// A name that an archetype asks for and is not given.
    public static let archetypeName = Rule("archetype-name", .error, "an archetype asks for names that it is given")
}

/// A page to begin with: its file, and the front matter and sections that its kind has, in the handbook's own words.
public struct NewPage: Sendable {
    /// The file's path in the project.
    public let path: String
    /// What is in it.
    public let text: String

    /// Makes a page.
    ///
    /// - Parameters:
    ///   - names: its title; for a relation the names of its two roles.
    ///   - archetype: the text that it is made from, and where that comes from.
    ///   - namesSchema: whether its front matter names the schema of its kind to editors.
    /// - Throws: a finding when the name is taken, or the archetype asks for what there is not.
    public init(
        _ kind: Kind,
        _ names: [String],
        slug: String? = nil,
        archetype: (path: String, text: String),
        namesSchema: Bool = false,
        in handbook: Handbook
    ) throws(Diagnostic) {
        let names = names.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        var pair: [Role] = []
        if kind == .relation {
            guard names.count == 2 else { throw Rule.cannotMake("a relation is between two roles", help: "name both") }
            for name in names { pair.append(try handbook.role(named: name)) }
            guard pair[0].slug != pair[1].slug else {
                throw Rule.cannotMake("'\(names[0])' and '\(names[1])' are the same role", help: "name two")
            }
            if let other = handbook.relations(of: pair[0].slug).first(where: { Set($0.between) == Set(pair.map(\.slug)) }) {
                throw Self.taken("'\(pair[0].title)' and '\(pair[1].title)'", "relation", by: other.page, "have")
            }
        } else {
            guard names.count == 1, let title = names.first, !title.isEmpty else {
                throw Rule.cannotMake("a \(kind.rawValue) has one title", help: "put it in quotes: '\(names.joined(separator: " "))'")
            }
            if kind != .page, case .found(let id) = handbook.names.resolve(title, among: [kind]), let other = handbook.page(id) {
                throw Self.taken("'\(title)'", kind.rawValue, by: other)
            }
        }
        let title = pair.isEmpty ? names.joined(separator: " ") : pair.map(\.title).joined(separator: " · ")
        let made = PageAddress.fileSlug(slug ?? (pair.isEmpty ? title : pair.map(\.slug).joined(separator: "-")))
        if let slug, made != slug { throw Rule.invalidSlug("'\(slug)' is no slug", help: "write '\(made)'") }
        let folders = [handbook.contentRoot, kind.folder ?? ""].filter { !$0.isEmpty }
        path = (folders + [made + ".md"]).joined(separator: "/")
        if let other = handbook.page(at: path) ?? (kind == .page ? nil : handbook.page(PageID(kind, made))) {
            throw Rule.cannotMake(
                "'\(made)' is the file name of '\(other.title.value)' already",
                help: "give this \(kind.rawValue) another one with --slug",
                related: [Related("it is here", at: other.place)]
            )
        }
        var values = Self.values(kind, handbook)
        (values["title"], values["slug"]) = (title, made)
        if pair.count == 2 { (values["first"], values["second"]) = (pair[0].slug, pair[1].slug) }
        let filled = try Self.fill(archetype, values)
        text = namesSchema ? Modeline.joined(toPage: filled, at: path, schema: kind.rawValue) : filled
    }

    private static func taken(_ name: String, _ kind: String, by page: Page, _ verb: String = "has") -> Diagnostic {
        Rule.cannotMake(
            "\(name) \(verb) a \(kind)'s page already",
            help: "edit \(page.path)",
            related: [Related("it is here", at: page.place)]
        )
    }

    // MARK: - What archetypes are given

    private static func values(_ kind: Kind, _ handbook: Handbook) -> [String: String] {
        let settings = handbook.settings
        func list(_ ids: [String], _ otherwise: String) -> String { ids.isEmpty ? otherwise : ids.joined(separator: ", ") }
        var values = [
            "groups": list(settings.groups.map(\.id), "'groups' of handbook.yml"),
            "sides": list(settings.sides.map(\.id), "'sides' of handbook.yml"),
            "eras_known": list(settings.eras.map(\.id), "'eras' of handbook.yml"),
            "stages": list(handbook.stages.map(\.slug), "the stages"),
            "order": "\(order(kind, handbook))", "table": table(handbook), "era_sections": eras(settings), "first": "", "second": "",
        ]
        for name in SectionName.allCases { values[name.rawValue] = settings.sections.heading(of: name) }
        return values
    }

    /// The place behind all others of the kind.
    private static func order(_ kind: Kind, _ handbook: Handbook) -> Int {
        (handbook.everyPage.filter { $0.id.kind == kind }.compactMap(\.order).max() ?? 0) + 1
    }

    private static func eras(_ settings: Settings) -> String {
        guard !settings.eras.isEmpty else { return "" }
        return (["## " + settings.sections.heading(of: .eras)] + settings.eras.map { "### " + $0.title }).joined(separator: "\n\n")
    }

    /// An empty matrix: a column for each role, or, where there are many or none, the letters with roles to be named below.
    private static func table(_ handbook: Handbook) -> String {
        let own = Dictionary(handbook.settings.strings.map { ($0.key.value, $0.value) }) { first, _ in first }
        let letters = ["accountable", "responsible", "consulted", "informed"].map { own[$0] ?? $0.capitalized }
        let roles = handbook.roles.map(\.short)
        let columns = [own["task"] ?? "Task"] + ((1...10).contains(roles.count) ? roles : letters)
        let cells = columns.map { $0.replacing("|", with: "\\|") }
        return "| \(cells.joined(separator: " | ")) |\n|\(cells.map { _ in "---|" }.joined())"
    }

    // MARK: - Filling

    private static func fill(_ archetype: (path: String, text: String), _ values: [String: String]) throws(Diagnostic) -> String {
        var lines: [String] = []
        var fences = 0
        for (index, line) in archetype.text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            if line.hasPrefix("---"), index == 0 || fences == 1 { fences += 1 }
            var filled = ""
            var rest = line
            while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
                let name = String(rest[open.upperBound..<close.lowerBound]).filter { !$0.isWhitespace }
                guard let value = values[name] else {
                    throw Rule.archetypeName(
                        "'{{\(name)}}' is no name that an archetype is given",
                        at: Location(archetype.path, line: index + 1),
                        help: NearMiss.help(for: name, among: values.keys, called: "names")
                    )
                }
                filled += rest[..<open.lowerBound] + (fences == 1 && name == "title" ? YAMLText.scalar(value) : value)
                rest = rest[close.upperBound...]
            }
            lines.append(filled + rest)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }
}
