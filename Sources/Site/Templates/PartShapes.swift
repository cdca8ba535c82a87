import Templates

extension ViewShape.Fields {
    /// The prose that opens a page.
    static let opening: ViewShape.Fields = ["summary": .html, "opening": .html]
}

/// Parts that several pages show.
extension ViewShape {
    /// `{title, href}`
    static let link: ViewShape = ["title": .text, "href": .text]
    /// A link, and one sentence on what it leads to.
    static let summarizedLink: ViewShape = ["title": .text, "href": .text, "summary": .html]
    /// A role as every page shows it; `color` are classes.
    static let role: ViewShape = ["title": .text, "short": .text, "href": .text, "color": .text]
    static let roles: ViewShape = .list(role)
    /// A section of a body as its author wrote it.
    static let section: ViewShape = ["id": .text, "title": .html, "html": .html]
    /// What a source says.
    static let claim: ViewShape = [
        "sources": .list(["number": .text, "title": .text, "href": .text, "locator": .text]), "html": .html,
    ]
    /// A letter of a matrix, with the class of its shape.
    static let legend: ViewShape = .list(["letter": .text, "name": .text, "shape": .text, "note": .text])
    /// A stage with its roles.
    static let stage: ViewShape = [
        "number": .text, "title": .text, "href": .text, "id": .text, "summary": .html, "drives": roles, "takes_part": roles, "key": roles,
        "outputs": .list(.html),
    ]
    /// A role as a card, with what the filter of the home page looks at.
    static let card: ViewShape = [
        "title": .text, "short": .text, "call": .text, "href": .text, "color": .text, "side": .text, "stages": .text, "words": .text,
        "summary": .text, "involve": .text, "delivers": .text,
    ]
    /// A deck of cards or questions.
    static let deck: ViewShape = ["title": .text, "href": .text, "color": .text, "count": .text]
    /// What the lines of a map mean.
    static let mapKey: ViewShape = .list(["kind": .text, "words": .text])
    /// A map, for wide pages and for narrow ones.
    static let mapFigures: ViewShape = [
        "wide": .html, "narrow": .html, "names": .list(["number": .text, "id": .text]), "key": mapKey, "left_out": .text,
        "picture_href": .text,
    ]
}
