import Diagnostics
import Handbook
import Markdown

extension Shapes {
    static let basisWords = Basis.allCases.map(\.rawValue)

    static let relation = Shape<Relation>(
        "relation",
        "Two roles, with a page about their overlap and collaboration.",
        common(.relation) + [
            .init("between", .slugs(.role, least: 2), "The two roles, in the author's order.") { relation, _ in .strings(relation.between)
            },
            .init("basis", .words(basisWords), "How it came about: a source states it, or it is inferred.") { relation, _ in
                .string(relation.basis.rawValue)
            },
            .init("overlap", .list(of: "item"), "What both have a part in, as the page says.") { relation, facts in
                item.list(NumberedItem.all(relation.overlap, of: relation.page, .overlap), facts)
            },
            .init("collaboration", .list(of: "item"), "How they work together, as the page says.") { relation, facts in
                item.list(NumberedItem.all(relation.collaboration, of: relation.page, .collaboration), facts)
            },
            .init("computed", .one("overlap"), "What they have in common by computation.") { relation, facts in
                computed(relation.between, facts)
            },
        ]
    )

    static let comparison = Shape<[String]>(
        "comparison",
        "Two roles without a relation that have something in common by computation.",
        [
            .init("between", .slugs(.role, least: 2), "The two roles, in the order of the roles.") { pair, _ in .strings(pair) },
            .init("address", .address, "Its page, as in the pages of the handbook.") { pair, facts in
                facts.address(Addresses.comparison(of: pair))
            },
            .init("computed", .one("overlap"), "What they have in common.") { pair, facts in computed(pair, facts) },
        ]
    )

    // MARK: - Computed overlap

    /// What two roles have in common, by their slugs.
    private static func computed(_ pair: [String], _ facts: Facts) -> JSONValue {
        let (roles, site) = (pair.compactMap { facts.handbook.role($0) }, facts.site)
        guard roles.count == 2 else { return .object([]) }
        let found = Overlap(roles[0], roles[1], site.analysis)
        return overlap.json(found, facts)
    }

    static let overlap = Shape<Overlap>(
        "overlap",
        "What two roles have in common by computation: 'first' and 'second' are those of 'between'.",
        [
            .init("responsibilities", .list(of: "shared"), "Responsibilities of both.") { value, facts in
                shared.list(value.shared(.responsibilities), facts)
            },
            .init("knowledge", .list(of: "shared"), "What both know.") { value, facts in shared.list(value.shared(.knowledge), facts)
            },
            .init("skills", .list(of: "shared"), "Skills of both.") { value, facts in shared.list(value.shared(.skills), facts) },
            .init("coreSkills", .list(of: "shared"), "Core skills of both.") { value, facts in shared.list(value.coreSkills, facts) },
            .init("handOffs", .list(of: "handOff"), "Tasks that one answers for and the other does.") { value, facts in
                handOff.list(value.handOffs, facts)
            },
            .init("activities", .slugs(.activity), "Activities in which one source gives both a part.") { value, _ in
                .strings(value.activities.map(\.slug))
            },
            .init("stages", .slugs(.stage), "Stages in which both have a part.") { value, _ in .strings(value.stages.map(\.slug)) },
            .init("teams", .slugs(.team), "Teams that both are on.") { value, _ in .strings(value.teams.map(\.slug)) },
        ]
    )

    static let shared = Shape<Overlap.Shared>(
        "shared",
        "Something that two roles have in a list of theirs.",
        [
            .init("first", .text, "The first role's name for it.") { value, _ in .string(value.first) },
            .init("second", .text, "The second role's name for it.") { value, _ in .string(value.second) },
            .init(
                "how",
                .words(["same", "synonym", "similar"]),
                "How the names were found to mean the same: 'similar' is more than half of the words."
            ) { value, _ in .string(value.how.rawValue) },
        ]
    )

    static let handOff = Shape<Overlap.HandOff>(
        "handOff",
        "A task of a matrix that one role answers for and another does.",
        [
            .init("accountable", .slug(.role), "Who answers for it.") { value, _ in .string(value.accountable) },
            .init("responsible", .slug(.role), "Who does it.") { value, _ in .string(value.responsible) },
            .init("matrix", .slug(.matrix), "The matrix.") { value, _ in .string(value.matrix.slug) },
            .init("row", .id, "The row.") { value, facts in facts.rowID(value.row) },
            .init("task", .text, "The row's task.") { value, _ in .string(value.row.task) },
        ]
    )
}
