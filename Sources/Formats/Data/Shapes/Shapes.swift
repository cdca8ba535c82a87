import Diagnostics
import Handbook
import Markdown

/// The kinds of objects in `handbook.json`. A new one is a constant in one of the files beside this and one line in
/// `descriptions`.
enum Shapes {
    /// Every shape, as the documentation lists them.
    static let descriptions: [ShapeDescription] = [
        ShapeDescription(handbook), ShapeDescription(roleDocument), ShapeDescription(matrixDocument), ShapeDescription(category),
        ShapeDescription(role),
        ShapeDescription(eraPart), ShapeDescription(partner), ShapeDescription(rowPart), ShapeDescription(activityPart),
        ShapeDescription(stagePart), ShapeDescription(teamPart), ShapeDescription(relation), ShapeDescription(comparison),
        ShapeDescription(overlap), ShapeDescription(shared), ShapeDescription(handOff), ShapeDescription(matrix),
        ShapeDescription(table), ShapeDescription(column), ShapeDescription(row), ShapeDescription(rowNote), ShapeDescription(cell),
        ShapeDescription(exemption),
        ShapeDescription(activity), ShapeDescription(position), ShapeDescription(parts), ShapeDescription(disagreement),
        ShapeDescription(side), ShapeDescription(stage), ShapeDescription(team), ShapeDescription(member), ShapeDescription(person),
        ShapeDescription(skill), ShapeDescription(holder), ShapeDescription(guide), ShapeDescription(questionnaire),
        ShapeDescription(question), ShapeDescription(answer), ShapeDescription(entry), ShapeDescription(source),
        ShapeDescription(finding), ShapeDescription(related), ShapeDescription(exempted), ShapeDescription(asset),
        ShapeDescription(item), ShapeDescription(citedText), ShapeDescription(citation), ShapeDescription(place),
    ]

    // MARK: - Text

    static let place = Shape<Location>(
        "place",
        "Where something stands in the project.",
        [
            .init("path", .path, "The file, from the project's folder.") { place, _ in .string(place.path) },
            .optional("line", .number(least: 1), "The line, from the top of the file; without it the file as a whole is meant.") {
                place,
                _ in
                place.line.map(JSONValue.number)
            },
        ]
    )

    static let citation = Shape<Citation>(
        "citation",
        "A source that supports what stands before it.",
        [
            .init("source", .slug(.source), "The source's key.") { citation, _ in .string(citation.key) },
            .optional("locator", .text, "Where in the source: 'p. 3'.") { citation, _ in citation.locator.map(JSONValue.string) },
        ]
    )

    static let citedText = Shape<CitedText>(
        "citedText",
        "A text of the front matter.",
        [
            .init("text", .text, "The words, without their citations.") { text, _ in .string(text.text) },
            .init("citations", .list(of: "citation"), "The sources it rests on, as cited.") { text, facts in
                citation.list(text.citations, facts)
            },
        ]
    )

    static let item: Shape<NumberedItem> = Shape(
        "item",
        "An item of a list under a heading that handbook knows.",
        [
            .init("id", .id, "Its own, in the whole handbook: the page's id, the list, and its name as an address has it.") { entry, _ in
                .string(entry.id)
            },
            .optional("name", .text, "The bold words that it opens with.") { entry, _ in entry.item.lead.map(JSONValue.string) },
            .init("text", .text, "Its words without markup, the name left out.") { entry, _ in .string(entry.item.text) },
            .init("citations", .list(of: "citation"), "The sources it rests on, as cited.") { entry, facts in
                citation.list(entry.item.citations, facts)
            },
            .init("items", .list(of: "item"), "The items of a list inside it.") { entry, facts in item.list(entry.items, facts) },
            .optional(
                "change",
                .words(["added", "kept", "back", "gone"]),
                "In an era that is not the role's first: how it stands to the era before; 'back' was there further back."
            ) { entry, _ in entry.change.map { .string($0.rawValue) } },
            .init("place", .one("place"), "Where it stands.") { entry, facts in place.json(entry.item.location, facts) },
        ]
    )

    // MARK: - Pages

    /// The keys of everything that is described by one page.
    static func common<Value: Described>(_ kind: Kind) -> [Shape<Value>.Key] {
        let own: [Shape<Value>.Key] = [
            .init("id", .id, "Its own, in the whole handbook: its kind and its slug.") { value, _ in .string(Facts.id(value.id)) },
            .init("slug", .slug(kind), "Its name among those of its kind; it stays as long as the page is not renamed.") { value, _ in
                .string(value.slug)
            },
            .init("title", .text, "What it is called.") { value, _ in .string(value.title) },
            .optional("summary", .one("citedText"), "One sentence.") { value, facts in
                value.page.summary.map { citedText.json($0, facts) }
            },
            .optional("order", .number(least: .min), "Its place in its section, if its page gives one.") { value, _ in
                value.page.order.map(JSONValue.number)
            },
            .optional("updated", .day, "When it last changed: as its front matter says, else the day of the last commit that touched it.") {
                value,
                facts in
                facts.site.upkeep.lastChange(of: value.page).map { .string($0.text) }
            },
            .optional("reviewBy", .day, "The day by which it is to be looked through again.") { value, _ in
                value.page.reviewBy.map { .string($0.text) }
            },
            .init("owners", .list(.text, differing: true), "Who keeps its page: as its front matter says, else as CODEOWNERS does.") {
                value,
                facts in .strings(facts.site.upkeep.owners(of: value.page))
            },
            .init("address", .address, "Its page: a whole address where `baseURL` is known, else the way from the site's root.") {
                value,
                facts in facts.address(value.page.address)
            },
            .init("place", .one("place"), "Where its title is given.") { value, facts in place.json(value.page.title.location, facts) },
        ]
        let links: [Shape<Value>.Key] = [
            .init("sources", .slugs(.source), "The sources that its front matter says it rests on.") { value, _ in
                .strings(value.page.sources.map(\.value).uniqued())
            },
            .init("cites", .slugs(.source), "Every source that is named anywhere on its page, by number.") { value, facts in
                .strings(facts.byNumber(Backlinks.citations(of: value.page)))
            },
            .init("linkedFrom", .list(.id, differing: true), "Pages whose authors link to it.") { value, facts in
                .strings(facts.site.analysis.backlinks.linking(to: value.id).map(Facts.id))
            },
            .init("frontMatter", .one("\(kind.rawValue)FrontMatter"), "The front matter as values, without what is private.") { value, _ in
                JSONValue(value.page.record.plain)
            },
            .init("body", .markdown, "The text below the front matter, as it is stored; comments in it are empty.") { value, _ in
                .string(value.page.bodyWithoutComments)
            },
        ]
        return own + links
    }
}
