import Diagnostics
import Handbook
import Markdown

extension Shapes {
    // MARK: - Activities

    static let activity = Shape<Activity>(
        "activity",
        "A piece of work: who does it, in whose view.",
        common(.activity) + [
            .init("also", .list(.text), "Other names under which matrices list it.") { activity, _ in .strings(activity.also.map(\.value))
            },
            .optional("stage", .slug(.stage), "The stage it belongs to.") { activity, _ in activity.stage.map(JSONValue.string) },
            .init("isApproval", .truth, "Whether it approves somebody's work.") { activity, _ in .bool(activity.isApproval) },
            .init(
                "positions",
                .list(of: "position"),
                "What is said of it, by its own page and by matrices, in the order of the sources."
            ) { activity, facts in position.list(facts.site.analysis.tally(of: activity).positions, facts) },
            .init(
                "verdict",
                .words(["single", "apart", "agree", "differ"]),
                "How the sources stand to each other: fewer than two name anyone; they speak of different parts; the same roles; others."
            ) { activity, facts in .string("\(facts.site.analysis.tally(of: activity).verdict)") },
            .optional("disagreement", .one("disagreement"), "What the sources differ in.") { activity, facts in
                facts.site.analysis.tally(of: activity).disagreement.map { disagreement.json($0, facts) }
            },
        ]
    )

    static let position = Shape<Position>(
        "position",
        "What one source says of who does a piece of work.",
        [
            .optional("source", .slug(.source), "The source; a matrix that names none has none.") { value, _ in
                value.source.map(JSONValue.string)
            },
            .optional("matrix", .slug(.matrix), "The matrix it is read from, if it is.") { value, _ in value.matrix.map(JSONValue.string) },
            .init("parts", .one("parts"), "The roles, by the part they have.") { value, facts in parts.json(value.parts, facts) },
            .optional("says", .one("citedText"), "The claim in one line.") { value, facts in value.says.map { citedText.json($0, facts) } },
            .init("place", .one("place"), "Where it stands.") { value, facts in place.json(value.location, facts) },
        ]
    )

    static let parts = Shape<[Part: [String]]>(
        "parts",
        "Roles by the part they have in a piece of work.",
        Part.allCases.map { part in
            .optional(part.rawValue, .slugs(.role, least: 1), "Roles that have this part.") { value, _ in
                value[part].flatMap { $0.isEmpty ? nil : .strings($0.uniqued()) }
            }
        }
    )

    static let disagreement = Shape<Disagreement>(
        "disagreement",
        "What sources differ in on a piece of work. A list is empty where they do not.",
        [
            .init("lastWord", .list(of: "side"), "Who answers for it or decides.") { value, facts in side.list(value.lastWord, facts) },
            .init("work", .list(of: "side"), "Who does it.") { value, facts in side.list(value.work, facts) },
        ]
    )

    static let side = Shape<Disagreement.Side>(
        "side",
        "What one source says, or several that say the same.",
        [
            .init("roles", .slugs(.role, least: 1), "The roles it names.") { value, _ in .strings(value.roles) },
            .init("sources", .slugs(.source, least: 1), "The sources.") { value, _ in .strings(value.sources.uniqued()) },
        ]
    )

    // MARK: - Stages

    static let stage = Shape<Stage>(
        "stage",
        "A stage of the work.",
        common(.stage) + [
            .init("drives", .slugs(.role), "Roles that drive it.") { stage, _ in .strings(stage.drives.uniqued()) },
            .init("takesPart", .slugs(.role), "Roles that take part.") { stage, _ in .strings(stage.takesPart.uniqued()) },
            .init("key", .slugs(.role), "Roles that the source calls the key ones.") { stage, _ in .strings(stage.key.uniqued()) },
            .init("outputs", .list(of: "citedText"), "What comes out.") { stage, facts in citedText.list(stage.outputs, facts) },
        ]
    )

    // MARK: - Teams

    static let team = Shape<Team>(
        "team",
        "A shape of a team.",
        common(.team) + [
            .optional("era", .category, "The era it belongs to.") { team, _ in team.era.map(JSONValue.string) },
            .init("cast", .list(of: "member"), "Who is on it, in the author's order.") { team, facts in member.list(team.cast, facts) },
            .init("samePerson", .list(of: "person"), "Roles of the cast that one person holds.") { team, facts in
                person.list(team.people, facts)
            },
            .init("follows", .slugs(.team), "The teams it grows out of.") { team, _ in .strings(team.follows) },
        ]
    )

    static let member = Shape<Team.Member>(
        "member",
        "A place on a team.",
        [
            .init("role", .slug(.role), "The role.") { value, _ in .string(value.role) },
            .init("optional", .truth, "Whether the team can do without.") { value, _ in .bool(value.isOptional) },
            .optional("note", .one("citedText"), "What is special about the place.") { value, facts in
                value.note.map { citedText.json($0, facts) }
            },
        ]
    )

    static let person = Shape<Team.Person>(
        "person",
        "One person who holds several places on a team.",
        [
            .init("roles", .slugs(.role, least: 2), "The roles, in the author's order.") { value, _ in .strings(value.roles) },
            .optional("note", .one("citedText"), "What is special about it.") { value, facts in
                value.note.map { citedText.json($0, facts) }
            },
        ]
    )

    // MARK: - Skills

    static let skill = Shape<Skill>(
        "skill",
        "A skill or a piece of knowledge, and the roles that have it. Names that are the same or synonyms are one.",
        [
            .init("name", .text, "Its name, as the first role has it.") { skill, _ in .string(skill.name) },
            .init("holders", .list(.one("holder"), least: 1), "The roles that have it, in the order of the roles.") { skill, facts in
                holder.list(skill.holders.map { HolderOfSkill(role: $0.role, kind: $0.kind, name: $0.name) }, facts)
            },
        ]
    )

    struct HolderOfSkill: Sendable {
        let role: String
        let kind: Skill.Kind
        let name: String
    }

    static let holder = Shape<HolderOfSkill>(
        "holder",
        "A role that has a skill.",
        [
            .init("role", .slug(.role), "The role.") { value, _ in .string(value.role) },
            .init("list", .words(["coreSkills", "skills", "knowledge"]), "The list on which the role has it.") { value, _ in
                switch value.kind {
                case .coreSkill: "coreSkills"
                case .skill: "skills"
                case .knowledge: "knowledge"
                }
            },
            .init("name", .text, "What the role calls it.") { value, _ in .string(value.name) },
        ]
    )
}
