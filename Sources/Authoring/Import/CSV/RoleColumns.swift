import Handbook
import Markdown

/// What the columns of a table of roles mean, by their names.
struct RoleColumns {
    enum Meaning: Hashable {
        case title, slug
        /// A key of the front matter.
        case key(String)
        case section(SectionName)
    }

    /// By column; `nil` for one that nothing is known of.
    let meanings: [Meaning?]
    let title: Int

    /// `nil` without a column of titles.
    init?(_ header: CSVTable.Row) {
        var seen: Set<Meaning> = []
        meanings = header.cells.map { cell in
            guard let meaning = Self.meaning(of: cell.text), seen.insert(meaning).inserted else { return nil }
            return meaning
        }
        guard let title = meanings.firstIndex(of: .title) else { return nil }
        self.title = title
    }

    static func meaning(of heading: String) -> Meaning? {
        let key = ImportedPage.key(heading).split { $0 == "_" || $0.isWhitespace }.joined(separator: " ")
        if let meaning = words[key] { return meaning }
        if SectionWords.isMeasures(heading) { return .key("kpis") }
        switch SectionWords.meaning(of: heading) {
        case .responsibilities: return .section(.responsibilities)
        case .knowledge: return .section(.knowledge)
        case .skills: return .section(.skills)
        default: return nil
        }
    }

    private static let words: [String: Meaning] = {
        let all: [(Meaning, [String])] = [
            (.title, ["title", "role", "role title", "role name", "name", "job title", "rolle"]),
            (.slug, ["slug"]),
            (.key("short"), ["short", "short name", "abbreviation"]),
            (.key("aliases"), ["aliases", "alias", "also known as", "also called", "other names", "synonyms"]),
            (.key("group"), ["group", "category", "department", "team", "area", "gruppe"]),
            (.key("side"), ["side"]),
            (.key("summary"), ["summary", "description", "purpose", "mission", "beschreibung"]),
            (.key("involve"), ["involve", "when to involve"]),
            (.key("kpis"), ["kpis", "kpi", "how it is measured"]),
            (.key("deliverables"), ["deliverables", "deliverable", "delivers", "outputs"]),
            (.key("core_skills"), ["core skills", "key skills"]),
            (.key("never_accountable"), ["never accountable"]),
            (.key("order"), ["order", "position"]),
            (.key("updated"), ["updated"]),
        ]
        return Dictionary(all.flatMap { meaning, words in words.map { ($0, meaning) } }) { first, _ in first }
    }()
}
