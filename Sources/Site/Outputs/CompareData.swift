import Foundation
import Handbook

/// What the picker on `/compare/` shows: every role's facts, as a script, since pages opened from disk cannot fetch.
enum CompareData {
    /// The script's file; none in a handbook with fewer than two roles.
    static func file(_ site: Site) -> OutputFile? {
        guard site.handbook.roles.count > 1, let text = try? text(site) else { return nil }
        return OutputFile(path: "assets/compare-data-\(ThemeFiles.fingerprint(text)).js", text: text)
    }

    private struct Data: Encodable {
        let labels: [String]
        let roles: [Entry]
        /// Addresses of comparison pages by `a,b` in either order.
        let pages: [String: String]
    }

    private struct Entry: Encodable {
        let slug: String
        let title: String
        let href: String
        let color: String
        /// A list for each label.
        let facts: [[String]]
    }

    /// The script; it stands in the folder of the theme's files, so addresses in it count from the picker's page.
    private static func text(_ site: Site) throws -> String {
        let (handbook, strings) = (site.handbook, site.strings)
        let context = PageContext(site, at: Area.comparisons.address)
        let pairs = handbook.relations.map(\.between) + site.pairs.all.map(\.slugs)
        let names = handbook.settings.sections
        let labels =
            [strings["group"], strings["involve"], strings["delivers"], strings["kpis"], strings["core_skills"]]
            + [SectionName.responsibilities, .knowledge, .skills].map { names.heading(of: $0) }
        let roles = handbook.roles.map { role in
            Entry(
                slug: role.slug,
                title: role.title,
                href: context.href(role),
                color: context.color(role),
                facts: [
                    handbook.settings.groups.filter { $0.id == role.group }.map(\.title), [role.involve?.text].compactMap(\.self),
                    role.deliverables.map(\.text), role.kpis.map(\.text), role.coreSkills.map(\.text), role.responsibilities.map(\.name),
                    role.knowledge.map(\.name), role.skills.map(\.name),
                ]
            )
        }
        var pages: [String: String] = [:]
        for pair in pairs { pages[pair.sorted().joined(separator: ",")] = context.href(PairPage.address(of: pair)) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = String(decoding: try encoder.encode(Data(labels: labels, roles: roles, pages: pages)), as: UTF8.self)
        return "window.handbookCompare = \(json);\n"
    }
}
