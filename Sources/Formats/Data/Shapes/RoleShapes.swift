import Diagnostics
import Handbook
import Markdown

extension Shapes {
    /// The parts of a piece of work, as front matter calls them.
    static let partWords = Part.allCases.map(\.rawValue)

    static let role = Shape<Role>(
        "role",
        "A role, and all that the handbook says of it, wherever it says so.",
        common(.role) + roleFacts + roleWork
    )

    private static let roleFacts: [Shape<Role>.Key] = [
        .init("short", .text, "How matrices head its column; the title where none is given.") { role, _ in .string(role.short) },
        .init("aliases", .list(.text), "Other names that lead to it.") { role, _ in .strings(role.aliases.map(\.value)) },
        .optional("group", .category, "Its group.") { role, _ in role.group.map(JSONValue.string) },
        .optional("side", .category, "Its side.") { role, _ in role.side.map(JSONValue.string) },
        .optional("involve", .one("citedText"), "When to involve it.") { role, facts in role.involve.map { citedText.json($0, facts) } },
        .init("kpis", .list(of: "citedText"), "How one knows that it does well.") { role, facts in citedText.list(role.kpis, facts) },
        .init("deliverables", .list(of: "citedText"), "What it delivers.") { role, facts in citedText.list(role.deliverables, facts) },
        .init("coreSkills", .list(of: "citedText"), "The few skills at its core.") { role, facts in citedText.list(role.coreSkills, facts)
        },
        .init("neverAccountable", .truth, "Whether it can answer for nothing: an AI agent, a vendor.") { role, _ in
            .bool(role.isNeverAccountable)
        },
        .init("responsibilities", .list(of: "item"), "What it does.") { role, facts in
            item.list(NumberedItem.all(role.responsibilities, of: role.page, .responsibilities), facts)
        },
        .init("knowledge", .list(of: "item"), "What it knows.") { role, facts in
            item.list(NumberedItem.all(role.knowledge, of: role.page, .knowledge), facts)
        },
        .init("skills", .list(of: "item"), "What it can do.") { role, facts in
            item.list(NumberedItem.all(role.skills, of: role.page, .skills), facts)
        },
        .init("eras", .list(of: "eraPart"), "What it does in each era, in the eras' order.") { role, facts in
            let eras = facts.handbook.settings.eras
            let parts = EraHistory(of: role, eras: eras, likenesses: facts.site.analysis.likenesses).parts
            return eraPart.list(parts.map { EraOfRole(role: role, part: $0) }, facts)
        },
        .init("accounts", .list(of: "item"), "What each source says of it.") { role, facts in
            item.list(NumberedItem.all(role.accounts, of: role.page, .accounts), facts)
        },
        .init("differences", .list(of: "item"), "Where sources differ about it: each item's own items are the claims.") { role, facts in
            item.list(NumberedItem.all(role.differences, of: role.page, .differences), facts)
        },
    ]

    private static let roleWork: [Shape<Role>.Key] = [
        .init("relations", .list(of: "partner"), "The roles it has a relation with.") { role, facts in
            partner.list(facts.handbook.relations(of: role.slug).map { RelationOfRole(role: role, relation: $0) }, facts)
        },
        .init("comparisons", .slugs(.role), "The roles without a relation that it has something in common with, by computation.") {
            role,
            facts in
            .strings(facts.site.pairs.pairs(of: role.slug).map { $0.partner(of: role.slug) })
        },
        .init("rows", .list(of: "rowPart"), "The rows of matrices in which it has letters.") { role, facts in
            rowPart.list(facts.site.analysis.work(of: role.slug).cells, facts)
        },
        .init("activities", .list(of: "activityPart"), "What sources and matrices give it a part in.") { role, facts in
            activityPart.list(facts.site.analysis.work(of: role.slug).claims, facts)
        },
        .init("stages", .list(of: "stagePart"), "The stages that it has a part in.") { role, facts in
            let parts = facts.site.analysis.work(of: role.slug).stages.flatMap { place in
                [("drives", place.drives), ("takes_part", place.takesPart), ("key", place.isKey)].filter(\.1).map {
                    StageOfRole(stage: place.stage.slug, part: $0.0)
                }
            }
            return stagePart.list(parts, facts)
        },
        .init("teams", .list(of: "teamPart"), "The teams that it is on.") { role, facts in
            teamPart.list(facts.site.analysis.work(of: role.slug).teams.map { TeamOfRole(team: $0.team, member: $0.member) }, facts)
        },
    ]

    // MARK: - Its parts

    struct EraOfRole: Sendable {
        let role: Role
        let part: EraHistory.Part

        func items(_ items: [Item], changes: [EraChange?]) -> [NumberedItem] {
            NumberedItem.all(items, under: "\(Facts.id(role.id))/eras/\(Anchors.slug(part.era.id))", changes: changes)
        }
    }

    static let eraPart = Shape<EraOfRole>(
        "eraPart",
        "A role in one era.",
        [
            .init("era", .category, "The era.") { value, _ in .string(value.part.era.id) },
            .init("items", .list(of: "item"), "What the role does then.") { value, facts in
                item.list(value.items(value.part.items.map(\.item), changes: value.part.items.map(\.change)), facts)
            },
            .init("gone", .list(.id), "Items of the era before that are no longer named.") { value, facts in
                let parts = EraHistory(
                    of: value.role,
                    eras: facts.handbook.settings.eras,
                    likenesses: facts.site.analysis.likenesses
                ).parts
                guard let place = parts.firstIndex(where: { $0.era == value.part.era }), place > 0 else { return [] }
                let before = EraOfRole(role: value.role, part: parts[place - 1])
                let numbered = before.items(before.part.items.map(\.item), changes: [])
                let gone = Set(value.part.gone.map(\.block.id))
                return .strings(numbered.filter { gone.contains($0.item.block.id) }.map(\.id))
            },
        ]
    )

    struct RelationOfRole: Sendable {
        let role: Role
        let relation: Relation
    }

    static let partner = Shape<RelationOfRole>(
        "partner",
        "A role that another has a relation with, seen from that other.",
        [
            .init("role", .slug(.role), "The other role.") { value, _ in .string(value.relation.partner(of: value.role.slug) ?? "") },
            .init("relation", .slug(.relation), "The relation.") { value, _ in .string(value.relation.slug) },
            .init("basis", .words(basisWords), "How it came about: a source states it, or it is inferred.") { value, _ in
                .string(value.relation.basis.rawValue)
            },
        ]
    )

    static let rowPart = Shape<RoleWork.Cell>(
        "rowPart",
        "A row of a matrix in which a role has letters.",
        [
            .init("row", .id, "The row.") { cell, facts in facts.rowID(cell.row) },
            .init("matrix", .slug(.matrix), "The matrix.") { cell, _ in .string(cell.matrix.slug) },
            .init("task", .text, "The row's task.") { cell, _ in .string(cell.row.task) },
            .optional("activity", .slug(.activity), "The activity of that name.") { cell, _ in cell.row.activity.map(JSONValue.string) },
        ] + cellKeys(\.cell)
    )

    static let activityPart = Shape<RoleWork.Claim>(
        "activityPart",
        "A part that a role has in an activity.",
        [
            .init("activity", .slug(.activity), "The activity.") { value, _ in .string(value.activity.slug) },
            .init("part", .words(partWords), "The part.") { value, _ in .string(value.part.rawValue) },
            .optional("source", .slug(.source), "The source that says so.") { value, _ in value.position.source.map(JSONValue.string) },
            .optional("matrix", .slug(.matrix), "The matrix that says so, if it is one.") { value, _ in
                value.position.matrix.map(JSONValue.string)
            },
        ]
    )

    struct StageOfRole: Sendable {
        let stage: String
        let part: String
    }

    static let stagePart = Shape<StageOfRole>(
        "stagePart",
        "A part that a role has in a stage.",
        [
            .init("stage", .slug(.stage), "The stage.") { value, _ in .string(value.stage) },
            .init("part", .words(["drives", "takes_part", "key"]), "The part.") { value, _ in .string(value.part) },
        ]
    )

    struct TeamOfRole: Sendable {
        let team: Team
        let member: Team.Member
    }

    static let teamPart = Shape<TeamOfRole>(
        "teamPart",
        "A role's place on a team.",
        [
            .init("team", .slug(.team), "The team.") { value, _ in .string(value.team.slug) },
            .init("optional", .truth, "Whether the team can do without.") { value, _ in .bool(value.member.isOptional) },
            .optional("note", .one("citedText"), "What is special about the place.") { value, facts in
                value.member.note.map { citedText.json($0, facts) }
            },
            .init("samePerson", .slugs(.role), "Other roles of the team that the same person holds.") { value, _ in
                .strings(value.team.doubles(of: value.member.role))
            },
        ]
    )
}
