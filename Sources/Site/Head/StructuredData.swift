import Diagnostics
import Formats
import Handbook
import Markdown

/// What a page says of itself to programs, in the words of schema.org: where it stands, and what it describes.
struct StructuredData {
    let page: any SitePage
    let context: PageContext
    /// From the home page down to the page's area, without the page itself.
    let above: [(title: String, address: String)]

    /// JSON in a `script` element: no text in it can end the element.
    var text: String {
        let graph = JSONValue.array([breadcrumbs, described].compactMap(\.self))
        let data: JSONValue = ["@context": "https://schema.org", "@graph": graph]
        return data.text(.compact, escaping: .html)
    }

    private var settings: Settings { context.handbook.settings }

    /// A page's whole address; without `base_url` the way to it from here, which says the same to who has fetched the page.
    private func address(_ address: String) -> JSONValue {
        .string(settings.baseURL.map { $0 + Addresses.escaped(address) } ?? context.href(address))
    }

    private var breadcrumbs: JSONValue? {
        guard !page.address.isEmpty else { return nil }
        let items = (above + [(page.title, page.address)]).enumerated().map { index, crumb -> JSONValue in
            [
                "@type": "ListItem", "position": .number(index + 1), "name": .string(crumb.title),
                "item": ["@type": "WebPage", "@id": address(crumb.address)],
            ]
        }
        return ["@type": "BreadcrumbList", "itemListElement": .array(items)]
    }

    private var described: JSONValue? {
        switch page {
        case is HomePage: webSite
        case let page as RolePage: occupation(page.subject)
        case let page as SkillsPage: terms(page)
        default: nil
        }
    }

    private var webSite: JSONValue {
        [
            "@type": "WebSite", "name": .string(settings.title),
            "description": (settings.description ?? page.description).map(JSONValue.string),
            "url": address(""), "inLanguage": .string(settings.language),
        ]
    }

    /// schema.org/Occupation, with the properties that a handbook has something for.
    private func occupation(_ role: Role) -> JSONValue {
        let skills = role.coreSkills.map(\.text) + role.skills.map(\.name) + role.knowledge.map(\.name)
        let names = ([role.title, role.short] + role.aliases.map(\.value)).uniqued { $0.lowercased() }.dropFirst()
        return [
            "@type": "Occupation", "name": .string(role.title), "alternateName": list(names),
            "description": (role.page.summary?.text).map(JSONValue.string), "occupationalCategory": category(role),
            "responsibilities": list(role.responsibilities.map(\.name)),
            // To schema.org knowledge is a skill too; a qualification is what somebody has a certificate of.
            "skills": list(skills.uniqued { $0.lowercased() }),
            "url": address(page.address),
        ]
    }

    private func list(_ texts: some Collection<String>) -> JSONValue? { texts.isEmpty ? nil : .strings(texts) }

    /// The group, as a term of the handbook's own: a mere text would be taken for one of O*NET's.
    private func category(_ role: Role) -> JSONValue? {
        settings.groups.first { $0.id == role.group }.map { group in
            [
                "@type": "CategoryCode", "name": .string(group.title), "codeValue": .string(group.id),
                "inCodeSet": ["@type": "CategoryCodeSet", "name": .string(settings.title), "url": address("")],
            ]
        }
    }

    /// Every skill and piece of knowledge as a term.
    private func terms(_ page: SkillsPage) -> JSONValue {
        let skills = Skill.gather(context.handbook, likenesses: context.analysis.likenesses)
        return [
            "@type": "DefinedTermSet", "name": .string(page.title), "url": address(page.address),
            "inLanguage": .string(settings.language),
            "hasDefinedTerm": .array(skills.map { ["@type": "DefinedTerm", "name": .string($0.name)] }),
        ]
    }
}
