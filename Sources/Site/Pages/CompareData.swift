import Diagnostics
import Formats
import Handbook

/// What the picker on `/compare/` shows: every role's facts, as a script, since pages opened from disk cannot fetch.
enum CompareData {
    /// The script's file; none in a handbook with fewer than two roles.
    static func file(_ site: SiteContent) -> OutputFile? {
        guard site.handbook.roles.count > 1 else { return nil }
        let text = text(site)
        return OutputFile(path: "assets/compare-data-\(ThemeFiles.fingerprint(text)).js", text: text)
    }

    /// The script. It is in the folder of the theme's files, so addresses in it are relative to the picker's page.
    private static func text(_ site: SiteContent) -> String {
        let (handbook, strings) = (site.handbook, site.strings)
        let addresses = Addresses(from: Area.comparisons.address)
        let pairs = handbook.relations.map(\.between) + site.pairs.all.map(\.slugs)
        let names = handbook.settings.sections
        let labels =
            [strings["group"], strings["involve"], strings["delivers"], strings["kpis"], strings["core_skills"]]
            + [SectionName.responsibilities, .knowledge, .skills].map { names.heading(of: $0) }
        let roles = handbook.roles.map { role in
            // A list for each label.
            let facts = [
                handbook.settings.groups.filter { $0.id == role.group }.map(\.title), [role.involve?.text].compactMap(\.self),
                role.deliverables.map(\.text), role.kpis.map(\.text), role.coreSkills.map(\.text), role.responsibilities.map(\.name),
                role.knowledge.map(\.name), role.skills.map(\.name),
            ]
            return JSONValue.object(sorting: [
                "slug": .string(role.slug), "title": .string(role.title), "href": .string(addresses.page(role.page.address)),
                "color": .string(site.color(role)), "facts": .array(facts.map(JSONValue.strings)),
            ])
        }
        // Addresses of comparison pages by `a,b` in alphabetical order.
        var pages: [String: JSONValue] = [:]
        for pair in pairs { pages[pair.sorted().joined(separator: ",")] = .string(addresses.page(Addresses.comparison(of: pair))) }
        let data = JSONValue.object(sorting: [
            "labels": .strings(labels), "roles": .array(roles), "pages": .object(sorting: pages),
        ])
        return "window.handbookCompare = \(data.text(.compact, escaping: .script));\n"
    }
}
