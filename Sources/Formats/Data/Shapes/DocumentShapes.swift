import Diagnostics
import Handbook
import Markdown

/// `handbook.json`, with the long lists written already.
struct HandbookDocument: Sendable {
    let roles: [JSONValue]
    let relations: [JSONValue]
    let comparisons: [JSONValue]
}

/// `roles/<slug>/index.json`.
struct RoleDocument: Sendable {
    let role: Role
    let object: JSONValue
}

extension Shapes {
    /// The version of the format. It changes when a program that reads the old one would be misled.
    static let version = 1
    static let handbookFormat: JSONValue = "handbook"
    static let roleFormat: JSONValue = "handbook-role"
    static let matrixFormat: JSONValue = "handbook-matrix"

    // MARK: - The handbook

    static let handbook = Shape<HandbookDocument>(
        "handbook",
        "The whole handbook, with every name resolved: `handbook.json`.",
        [
            .init("$schema", .text, "The schema, which stands beside it.") { _, _ in .string(DataFiles.schemaPath) },
            .init("format", .only(handbookFormat), "What kind of file it is.") { _, _ in handbookFormat },
            .init("version", .only(.number(version)), "The version of the format.") { _, _ in .number(version) },
            .init("title", .text, "The handbook's title.") { _, facts in .string(facts.handbook.settings.title) },
            .optional("description", .text, "What it is, in one sentence.") { _, facts in
                facts.handbook.settings.description.map(JSONValue.string)
            },
            .init("language", .text, "The language of its content, as BCP 47 names it.") { _, facts in
                .string(facts.handbook.settings.language)
            },
            .optional("baseURL", .address, "Where the site is published, with a final `/`. With it, all addresses are whole ones.") {
                _,
                facts in
                facts.handbook.settings.baseURL.map(JSONValue.string)
            },
            .init("settings", .one("settings"), "What `handbook.yml` says, as values.") { _, facts in
                JSONValue(facts.handbook.settings.record?.plain ?? [])
            },
            .init("contentFolder", .text, "The folder of the pages in the project; empty where the project's folder itself holds them.") {
                _,
                facts in .string(facts.handbook.contentRoot)
            },
        ] + categories + lists
    )

    private static let categories: [Shape<HandbookDocument>.Key] = [
        .init("groups", .list(of: "category"), "The groups of roles, in order.") { _, facts in
            category.list(categories(facts.handbook.settings.groups, facts) { [$0.group].compactMap(\.self) }, facts)
        },
        .init("sides", .list(of: "category"), "A second way to group roles, in order.") { _, facts in
            category.list(categories(facts.handbook.settings.sides, facts) { [$0.side].compactMap(\.self) }, facts)
        },
        .init("eras", .list(of: "category"), "The eras, in order.") { _, facts in
            category.list(categories(facts.handbook.settings.eras, facts) { $0.eras.map(\.era) }, facts)
        },
    ]

    private static let lists: [Shape<HandbookDocument>.Key] = [
        .init("roles", .list(of: "role"), "The roles, by group, order and title.") { document, _ in .array(document.roles) },
        .init("relations", .list(of: "relation"), "Pairs of roles that have a page, in the order of the roles.") { document, _ in
            .array(document.relations)
        },
        .init(
            "comparisons",
            .list(of: "comparison"),
            "Pairs of roles without such a page that have something in common by computation: a bounded number for each role."
        ) { document, _ in .array(document.comparisons) },
        .init("matrices", .list(of: "matrix"), "The matrices, by order and title.") { _, facts in
            matrix.list(facts.handbook.matrices, facts)
        },
        .init("activities", .list(of: "activity"), "The activities, by stage, order and title.") { _, facts in
            activity.list(facts.handbook.activities, facts)
        },
        .init("stages", .list(of: "stage"), "The stages, by order and title.") { _, facts in stage.list(facts.handbook.stages, facts) },
        .init("teams", .list(of: "team"), "The teams, by order and title.") { _, facts in team.list(facts.handbook.teams, facts) },
        .init("skills", .list(of: "skill"), "Skills and knowledge of all roles, by name.") { _, facts in
            skill.list(Skill.gather(facts.handbook, likenesses: facts.site.analysis.likenesses), facts)
        },
        .init("guides", .list(of: "guide"), "The plain pages, by order and title.") { _, facts in guide.list(facts.handbook.pages, facts) },
        .init("sources", .list(of: "source"), "The sources, by number.") { _, facts in source.list(facts.handbook.sources, facts) },
        .init("assets", .list(of: "asset"), "Files that are copied as they are. What is in them is no part of this file.") { _, facts in
            asset.list(facts.handbook.assets.sorted(), facts)
        },
        .init("findings", .list(of: "finding"), "What was found in the project, by path, rule and message.") { _, facts in
            finding.list(Facts.inOrder(facts.site.findings), facts)
        },
        .init("exempted", .list(of: "exempted"), "Findings that pages accept, with reasons.") { _, facts in
            exempted.list(facts.site.exempted, facts)
        },
    ]

    struct RolesOfCategory: Sendable {
        let category: Category
        let roles: [String]
    }

    private static func categories(_ all: [Category], _ facts: Facts, _ own: (Role) -> [String]) -> [RolesOfCategory] {
        var roles: [String: [String]] = [:]
        for role in facts.handbook.roles { for id in own(role).uniqued() { roles[id, default: []].append(role.slug) } }
        return all.map { RolesOfCategory(category: $0, roles: roles[$0.id] ?? []) }
    }

    static let category = Shape<RolesOfCategory>(
        "category",
        "A group, a side or an era.",
        [
            .init("id", .category, "How pages name it.") { value, _ in .string(value.category.id) },
            .init("title", .text, "How readers see it.") { value, _ in .string(value.category.title) },
            .optional("summary", .text, "One sentence.") { value, _ in value.category.summary.map(JSONValue.string) },
            .init("roles", .slugs(.role), "The roles in it, in the order of the roles.") { value, _ in .strings(value.roles) },
        ]
    )

    static let asset = Shape<String>(
        "asset",
        "A file that is copied as it is.",
        [
            .init("path", .path, "Where it stands in the project.") { path, _ in .string(path) },
            .init("address", .address, "Where it stands in the site, as pages do.") { path, facts in
                facts.address(ofFile: Addresses.output(ofAsset: path, contentRoot: facts.handbook.contentRoot))
            },
        ]
    )

    // MARK: - A part by itself

    static let roleDocument = Shape<RoleDocument>(
        "roleDocument",
        "One role, as in `handbook.json`, with its relations: `roles/<slug>/index.json`.",
        head(roleFormat) + [
            .init("role", .one("role"), "The role.") { document, _ in document.object },
            .init("relations", .list(of: "relation"), "The relations that it is part of.") { document, facts in
                relation.list(facts.handbook.relations(of: document.role.slug), facts)
            },
        ]
    )

    static let matrixDocument = Shape<Matrix>(
        "matrixDocument",
        "One matrix, as in `handbook.json`: `raci/<slug>/index.json`.",
        head(matrixFormat) + [.init("matrix", .one("matrix"), "The matrix.") { value, facts in matrix.json(value, facts) }]
    )

    /// What the file of a part begins with.
    private static func head<Value>(_ format: JSONValue) -> [Shape<Value>.Key] {
        [
            .init("$schema", .text, "The schema, from this file.") { _, _ in .string(DataFiles.root + DataFiles.schemaPath) },
            .init("format", .only(format), "What kind of file it is.") { _, _ in format },
            .init("version", .only(.number(version)), "The version of the format.") { _, _ in .number(version) },
            .init("title", .text, "The handbook's title.") { _, facts in .string(facts.handbook.settings.title) },
            .init("language", .text, "The language of its content, as BCP 47 names it.") { _, facts in
                .string(facts.handbook.settings.language)
            },
            .init("root", .only(.string(DataFiles.root)), "The way from this file to the site's root, from which addresses count.") {
                _,
                _ in
                .string(DataFiles.root)
            },
        ]
    }
}
