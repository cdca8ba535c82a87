import Diagnostics
import Handbook
import Markdown

/// What a page says of itself to programs, in the words of schema.org: where it stands, and what it describes.
struct StructuredData {
    let page: any SitePage
    let context: PageContext
    /// From the home page down to the page's area, without the page itself.
    let above: [(title: String, address: String)]

    var text: String {
        let graph = [breadcrumbs, described].compactMap(\.self)
        return JSON.object([("@context", .text("https://schema.org")), ("@graph", .list(graph))]).written
    }

    private var settings: Settings { context.handbook.settings }

    /// A page's whole address; without `base_url` the way to it from here, which says the same to who has fetched the page.
    private func address(_ address: String) -> JSON {
        .text(settings.baseURL.map { $0 + Addresses.escaped(address) } ?? context.href(address))
    }

    private var breadcrumbs: JSON? {
        guard !page.address.isEmpty else { return nil }
        let items = (above + [(page.title, page.address)]).enumerated().map { index, crumb in
            JSON.object([
                ("@type", .text("ListItem")), ("position", .number(index + 1)), ("name", .text(crumb.title)),
                ("item", .object([("@type", .text("WebPage")), ("@id", address(crumb.address))])),
            ])
        }
        return .object([("@type", .text("BreadcrumbList")), ("itemListElement", .list(items))])
    }

    private var described: JSON? {
        switch page {
        case is HomePage: webSite
        case let page as RolePage: occupation(page.subject)
        case let page as SkillsPage: terms(page)
        default: nil
        }
    }

    private var webSite: JSON {
        .object([
            ("@type", .text("WebSite")), ("name", .text(settings.title)),
            ("description", JSON.some(settings.description ?? page.description)),
            ("url", address("")), ("inLanguage", .text(settings.language)),
        ])
    }

    /// schema.org/Occupation, with the properties that a handbook has something for.
    private func occupation(_ role: Role) -> JSON {
        let skills = role.coreSkills.map(\.text) + role.skills.map(\.name) + role.knowledge.map(\.name)
        let names = ([role.title, role.short] + role.aliases.map(\.value)).uniqued { $0.lowercased() }.dropFirst()
        return .object([
            ("@type", .text("Occupation")), ("name", .text(role.title)), ("alternateName", JSON.texts(Array(names))),
            ("description", JSON.some(role.page.summary?.text)), ("occupationalCategory", category(role)),
            ("responsibilities", JSON.texts(role.responsibilities.map(\.name))),
            // To schema.org knowledge is a skill too; a qualification is what somebody has a certificate of.
            ("skills", JSON.texts(skills.uniqued { $0.lowercased() })),
            ("url", address(page.address)),
        ])
    }

    /// The group, as a term of the handbook's own: a mere text would be taken for one of O*NET's.
    private func category(_ role: Role) -> JSON? {
        settings.groups.first { $0.id == role.group }.map { group in
            .object([
                ("@type", .text("CategoryCode")), ("name", .text(group.title)), ("codeValue", .text(group.id)),
                ("inCodeSet", .object([("@type", .text("CategoryCodeSet")), ("name", .text(settings.title)), ("url", address(""))])),
            ])
        }
    }

    /// Every skill and piece of knowledge as a term.
    private func terms(_ page: SkillsPage) -> JSON {
        let skills = Skill.gather(context.handbook, likenesses: context.analysis.likenesses)
        return .object([
            ("@type", .text("DefinedTermSet")), ("name", .text(page.title)), ("url", address(page.address)),
            ("inLanguage", .text(settings.language)),
            ("hasDefinedTerm", .list(skills.map { .object([("@type", .text("DefinedTerm")), ("name", .text($0.name))]) })),
        ])
    }
}
