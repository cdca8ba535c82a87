import Handbook

/// The words in which changes are told, in any language. A text has names in braces where something is put in.
public struct ChangeWords: Sendable {
    private let texts: [String: String]
    /// The names of parts by their English ones.
    private let parts: [String: String]

    /// English words, but for those that are given.
    public init(_ own: [String: String] = [:]) {
        let texts = Self.englishTexts.merging(own) { _, own in own }
        self.texts = texts
        let names = Self.englishTexts.filter { $0.key.hasPrefix("as_") }.map { ($0.value, texts[$0.key] ?? $0.value) }
        parts = Dictionary(names) { first, _ in first }
    }

    /// The words of `handbook diff`.
    public static let english = ChangeWords()

    /// The same by their keys.
    public static let englishTexts: [String: String] = [
        "page_added": "{kind} added", "page_gone": "{kind} gone", "page_renamed": "{kind} renamed to '{to}'",
        "page_moved": "slug '{from}' became '{to}'", "text_changed": "text changed",
        "value_changed": "{name} '{from}' became '{to}'", "value_added": "{name} added: {to}", "value_gone": "{name} gone: {from}",
        "entry_added": "{name} added: {entry}", "entry_gone": "{name} gone: {entry}", "entry_renamed": "{name} '{from}' became '{to}'",
        "entry_changed": "{name} changed: {entry}", "sources_changed": "sources of {name} changed: {from} became {to}",
        "entry_sources_changed": "sources of {name} '{entry}' changed: {from} became {to}", "no_sources": "none",
        "part_moved": "{part} moved from {from}{after} to {to}{before}", "part_moved_after": ", who has {parts} now,",
        "part_moved_before": ", who had {parts}", "part_changed": "{from} of {role} became {to}", "part_added": "{part} added for {role}",
        "part_gone": "{part} gone from {role}", "in_matrix": "{change} in {matrix}", "in_view": "{change} in the view of {source}",
        "and": "and", "optional": "optional",

        "kind_role": "role", "kind_relation": "relation", "kind_matrix": "matrix", "kind_activity": "activity", "kind_stage": "stage",
        "kind_team": "team", "kind_source": "source", "kind_page": "page",

        "fact_short": "short", "fact_summary": "summary", "fact_group": "group", "fact_side": "side", "fact_involve": "involve",
        "fact_basis": "basis", "fact_scheme": "scheme", "fact_stage": "stage", "fact_era": "era", "fact_author": "author",
        "fact_type": "type", "fact_url": "url", "fact_published": "published", "fact_retrieved": "retrieved", "fact_title": "title",
        "fact_description": "description", "fact_language": "language",

        "list_aliases": "alias", "list_kpis": "KPI", "list_deliverables": "deliverable", "list_core_skills": "core skill",
        "list_responsibilities": "responsibility", "list_knowledge": "knowledge", "list_skills": "skill", "list_accounts": "account",
        "list_differences": "difference", "list_era": "item of the era '{era}'", "list_overlap": "overlap",
        "list_collaboration": "collaboration", "list_rows": "row", "list_columns": "column", "list_exempt": "exemption",
        "list_positions": "position", "list_outputs": "output", "list_cast": "member", "list_same_person": "person in several roles",
        "list_follows": "team followed", "list_sources": "source", "list_groups": "group",
        "list_sides": "side", "list_eras": "era",

        "as_accountable": "accountable", "as_decides": "decides", "as_responsible": "responsible", "as_consulted": "consulted",
        "as_informed": "informed", "as_takes_part": "takes part", "as_drives": "drives", "as_key": "key",
    ]

    /// A text with its names replaced. What is put in is left as it is, whatever stands in it.
    func text(_ key: String, _ values: [String: String] = [:]) -> String {
        let text = texts[key] ?? key
        guard !values.isEmpty else { return text }
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open]
            let name = rest[rest.index(after: open)..<close]
            filled += values[String(name)] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    func kind(_ kind: Kind) -> String { text("kind_\(kind.rawValue)") }

    func fact(_ fact: ChangedFact) -> String { text("fact_\(fact.rawValue)") }

    /// What one entry of a list is called.
    func entry(of list: ChangedList) -> String {
        if case .era(let title) = list { text("list_era", ["era": title]) } else { text("list_\(list.id)") }
    }

    /// A part as comparisons name it: a letter, or words such as "takes part", perhaps several with "and" between them.
    func part(_ part: String) -> String {
        let names = part.replacing(" and ", with: "\n").split(separator: "\n").map { parts[String($0)] }
        let words = names.compactMap(\.self)
        return words.count == names.count ? words.joined(separator: " \(text("and")) ") : part
    }

    /// The detail of a position, "responsible: DevOps Engineer; decides: AI Engineer".
    func position(_ detail: String) -> String {
        detail.replacing("; ", with: "\n").split(separator: "\n").map { entry in
            guard let colon = entry.firstIndex(of: ":"), let name = parts[String(entry[..<colon])] else { return String(entry) }
            return name + entry[colon...]
        }.joined(separator: "; ")
    }

    /// The detail of a member, "part-time, optional".
    func member(_ detail: String) -> String {
        let own = Self.englishTexts["optional"] ?? ""
        return detail == own || detail.hasSuffix(", \(own)") ? detail.dropLast(own.count) + text("optional") : detail
    }
}
