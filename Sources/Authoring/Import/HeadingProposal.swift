import Diagnostics
import Handbook
import Markdown

/// Which headings mean the sections that handbook knows: `sections` of the settings.
struct HeadingProposal {
    /// What the settings say: for each section its headings, the most frequent first.
    private(set) var settings: [SectionName: [String]] = [:]
    /// On how many pages a heading stands that the settings give a meaning.
    private(set) var reasons: [String] = []

    var sections: SectionNames { SectionNames(settings) }

    /// Looks through the pages of roles and relations. A heading that stands on a page beside another one of the same section
    /// is left as it is: only the first of a page is read.
    init(_ pages: inout [ImportedPage]) {
        let defaults = SectionNames()
        var counts: [SectionName: [String: Int]] = [:]
        var places: [String: [Int]] = [:]
        for (index, page) in pages.enumerated() where page.kind == .role || page.kind == .relation {
            for heading in page.sectionHeadings {
                guard let name = defaults.meaning(of: heading.text) ?? Self.meaning(heading.text, page.kind) else { continue }
                counts[name, default: [:]][heading.text, default: 0] += 1
                if places[heading.text]?.last != index { places[heading.text, default: []].append(index) }
            }
        }
        for name in SectionName.allCases {
            var chosen: [String] = []
            let found = (counts[name] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            // Handbook's own words go first: they mean it without being told.
            for (heading, count) in found.filter({ defaults.meaning(of: $0.key) == name })
                + found.filter({ defaults.meaning(of: $0.key) == nil })
            {
                if Self.standsBeside(chosen, heading, places[heading] ?? [], &pages, name) { continue }
                chosen.append(heading)
                guard defaults.meaning(of: heading) == nil else { continue }
                reasons.append("'\(heading)' means '\(defaults.heading(of: name))': \(count) \(count == 1 ? "page" : "pages")")
            }
            guard chosen.contains(where: { defaults.meaning(of: $0) == nil }) else { continue }
            let ranks = Dictionary(found.enumerated().map { ($1.key, $0) }) { first, _ in first }
            let all = chosen.sorted { (ranks[$0] ?? .max) < (ranks[$1] ?? .max) } + name.defaults
            settings[name] = all.uniqued(on: NameIndex.key)
        }
    }

    private static func meaning(_ heading: String, _ kind: Kind) -> SectionName? {
        guard let name = SectionWords.meaning(of: heading) else { return nil }
        let isOfRelation = [.overlap, .collaboration].contains(name)
        return isOfRelation == (kind == .relation) ? name : nil
    }

    /// Whether a heading stands on a page that has one of the chosen ones already, which is then told.
    ///
    /// - Parameter places: the pages that have the heading.
    private static func standsBeside(
        _ chosen: [String],
        _ heading: String,
        _ places: [Int],
        _ pages: inout [ImportedPage],
        _ name: SectionName
    ) -> Bool {
        guard !chosen.isEmpty else { return false }
        let taken = Set(chosen.map(NameIndex.key))
        if taken.contains(NameIndex.key(heading)) { return false }
        var isBeside = false
        for index in places {
            let headings = pages[index].sectionHeadings
            guard let own = headings.first(where: { $0.text == heading }),
                let other = headings.first(where: { taken.contains(NameIndex.key($0.text)) })
            else { continue }
            isBeside = true
            pages[index].cannotTell(
                "'\(heading)' may be \(name.rawValue) too; '\(other.text)' is read",
                line: pages[index].fileLine(own.location.line)
            )
        }
        return isBeside
    }

    /// The settings' entry.
    var entry: PlainValue.Entry? {
        guard !settings.isEmpty else { return nil }
        let lists = SectionName.allCases.compactMap { name in
            settings[name].map { PlainValue.Entry(name.rawValue, .list($0.map(PlainValue.text))) }
        }
        return PlainValue.Entry("sections", .record(lists))
    }
}
