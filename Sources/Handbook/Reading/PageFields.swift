import Markdown

/// The keys of front matter by kind: the one declaration that reading, messages and schemas are made from.
public enum PageFields {
    /// The keys that a page of a kind may have.
    public static func fields(of kind: Kind) -> [Field] { byKind[kind] ?? [] }

    /// Made once: every page asks.
    private static let byKind = Dictionary(
        uniqueKeysWithValues: Kind.allCases.map { kind in (kind, (common + own(kind) + [exempt(kind)]).map { limited($0, kind) }) }
    )

    /// How a page says what of its front matter is private. What it is called, what it describes, and what its kind cannot
    /// do without, is not.
    static func hidden(of kind: Kind) -> HiddenKeys { HiddenKeys(key: "private", shown: shown(kind)) }

    private static func shown(_ kind: Kind) -> Set<String> {
        Set(["title", "slug", "kind", "draft", "private"] + (common + own(kind)).filter(\.required).map(\.key))
    }

    /// What the kind decides of keys that all pages have.
    private static func limited(_ field: Field, _ kind: Kind) -> Field {
        switch field.key {
        // Every kind can be read: what is written decides which keys are known. These are for the one that it says.
        case "kind": field.limited(to: .names([kind.rawValue]))
        case "private": field.limited(to: .otherThan(shown(kind)))
        default: field
        }
    }

    private static let common: [Field] = [
        Field("title", .text, "The page's title; without it the first heading, else the file's name."),
        Field("slug", .text, "Its name in addresses; without it the file's name.", limit: .form(.slug)),
        Field("kind", .choice(Kind.allCases.map(\.rawValue)), "What it describes; without it the folder says so."),
        Field("summary", .text, "One sentence, which may end in citations."),
        Field("order", .integer, "Its place in its section."),
        Field("sources", .list(.text), "Keys of the sources it rests on."),
        Field("mentions", .boolean, "Whether the first mention of a role in a section becomes a link."),
        Field("updated", .date, "When it last changed."),
        Field("redirect_from", .list(.text), "Addresses that it once had, which lead to it: /roles/old-name/.", limit: .form(.oldAddress)),
        Field("private", .list(.text), "Keys of this front matter that no reader is told; one that handbook does not know is a note."),
        Field("draft", .boolean, "Whether it is not to be published yet."),
        Field("review_by", .date, "The day by which it is to be looked through again."),
        Field("owners", .list(.text), "Who keeps it: names, @handles, addresses of e-mail; without it, as CODEOWNERS says."),
    ]

    private static func exempt(_ kind: Kind) -> Field {
        let about =
            kind == .matrix
            ? Field("row", .text, "The row's task; without it, all that the rule finds about the matrix.")
            : Field("about", .text, "What on the page it is about: an item, a task, a role; without it, all that the rule finds.")
        return Field(
            "exempt",
            .list(
                .record([
                    Field("rule", .text, "The id of the rule.", required: true, limit: .names(Checks.settableRuleIDs)), about,
                    Field("reason", .text, "Why the finding is accepted.", required: true, limit: .form(.words)),
                ])
            ),
            "Findings about the page that are accepted, with reasons."
        )
    }

    private static func own(_ kind: Kind) -> [Field] {
        switch kind {
        case .role: role
        case .relation:
            [
                Field("between", .list(.text), "The two roles.", required: true, limit: .count(RelationPair.count)),
                Field("basis", .choice([Basis.stated.rawValue, Basis.inferred.rawValue]), "Whether a source states it."),
            ]
        case .matrix: matrix
        case .activity: activity
        case .stage:
            [
                Field("drives", .list(.text), "Roles that drive the stage."),
                Field("takes_part", .list(.text), "Roles that take part."),
                Field("key", .list(.text), "Roles that the source calls the key ones."),
                Field("outputs", .list(.text), "What comes out."),
            ]
        case .team:
            [
                Field("era", .text, "The era it belongs to."),
                Field("cast", .list(.recordOrText(member, key: "role")), "Who is on it."),
                Field("same_person", .list(.record(person)), "Roles of the cast that one person holds."),
                Field("follows", .list(.text), "The teams it grows out of: what changes from them is shown."),
            ]
        case .source:
            [
                Field("short", .text, "Its label in tight places."),
                Field("author", .text, "Who wrote it."),
                Field("type", .text, "What kind of thing it is."),
                Field("url", .text, "Where it is found.", limit: .form(.webAddress)),
                Field("published", .date, "When it was published."),
                Field("retrieved", .date, "When it was read."),
            ]
        case .page: []
        }
    }

    private static let role: [Field] = [
        Field("short", .text, "How matrices head its column."),
        Field("aliases", .list(.text), "Other names that lead here."),
        Field("group", .text, "Its group."),
        Field("side", .text, "Its side: a second way to group."),
        Field("involve", .text, "When to involve it."),
        Field("kpis", .list(.text), "How one knows that it does well."),
        Field("deliverables", .list(.text), "What it delivers."),
        Field("core_skills", .list(.text), "The few skills at its core."),
        Field("never_accountable", .boolean, "Whether it can answer for nothing: an AI agent, a vendor."),
    ]

    private static let matrix: [Field] = [
        Field("scheme", .choice(Scheme.allCases.map(\.rawValue)), "Its letters; raci when not given."),
        Field("basis", .choice([Basis.stated.rawValue, Basis.derived.rawValue]), "Whether a source has it as it stands."),
        Field("columns", .list(.text), "The roles in the order of the columns, where the table lists roles in its cells."),
    ]

    private static let activity: [Field] = [
        Field("also", .list(.text), "Other names under which matrices list it."),
        Field("stage", .text, "The stage it belongs to."),
        Field("approval", .boolean, "Whether it is an approval of somebody's work."),
        Field(
            "positions",
            .list(
                .record(
                    [Field("source", .text, "The source's key.", required: true)]
                        + Part.allCases.map { Field($0.rawValue, .list(.text), "Roles that have this part in the source's view.") }
                        + [Field("says", .text, "The claim in one line.")]
                )
            ),
            "What each source says of who does it."
        ),
    ]

    private static let member: [Field] = [
        Field("role", .text, "The role.", required: true),
        Field("note", .text, "What is special about the place."),
        Field("optional", .boolean, "Whether the team can do without."),
    ]

    private static let person: [Field] = [
        Field("roles", .list(.text), "Two or more roles of the cast.", required: true, limit: .count(HandbookBuilder.rolesOfPerson)),
        Field("note", .text, "What is special about it."),
    ]
}
