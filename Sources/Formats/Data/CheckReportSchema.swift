import Diagnostics

/// The JSON Schema of what `handbook check --format json` prints.
public enum CheckReportSchema {
    /// The schema, ended by a line end.
    public static let text = schema.file(.fitted)

    private static let place: [ShapeDescription.Key] = [
        key("path", .path, "The file, from the project's folder."),
        optional("line", .number(least: 1), "The line, from the top of the file; without it the file as a whole is meant."),
        optional("column", .number(least: 1), "Where it begins, in Unicode scalars."),
        optional("endColumn", .number(least: 1), "The first column behind it."),
    ]

    private static let finding = ShapeDescription(
        "finding",
        "Something that was found in the project.",
        [
            key("id", .text, "The rule's id; 'handbook explain' says what it means."),
            key("severity", .words(Shapes.severityWords), "How much it weighs."),
            key("message", .text, "What is wrong."),
            key("rule", .text, "What the rule says."),
            optional("help", .text, "What to do."),
            key("related", .list(of: "related"), "Other places that belong to it."),
            optional("fix", .one("fix"), "What mends it, where that is certain: 'handbook check --fix' does."),
        ] + place.map { optional($0.name, $0.type, $0.meaning) }
    )

    private static let related = ShapeDescription(
        "related",
        "A place that explains a finding.",
        [key("message", .text, "What is there."), key("place", .one("place"), "Where.")]
    )

    private static let fix = ShapeDescription(
        "fix",
        "What mends a finding, and the same one elsewhere in its file.",
        [
            key("sentence", .text, "What becomes of what."),
            key("edits", .list(.one("edit"), least: 1), "The changes, all to be made or none."),
        ]
    )

    private static let edit = ShapeDescription(
        "edit",
        "A part of a line, and what is to stand in its place.",
        [
            key("path", .path, "The file, from the project's folder."),
            key("line", .number(least: 1), "The line, from the top of the file."),
            key("column", .number(least: 1), "Where the part begins, in Unicode scalars."),
            key("endColumn", .number(least: 1), "The first column behind it."),
            key("text", .text, "What is to stand there."),
        ]
    )

    private static let counts = ShapeDescription(
        "counts",
        "How many findings there are of each weight.",
        Shapes.severityWords.map { key($0, .number(least: 0), "How many are of the weight \($0).") }
    )

    private static let report = ShapeDescription(
        "report",
        "What was found in a project.",
        [
            key("version", .only(1), "The version of this format."),
            key("findings", .list(of: "finding"), "By path, line and column."),
            key("counts", .one("counts"), "How many there are."),
            optional("mended", .list(of: "fix"), "What was mended, with --fix: the places are those before."),
            optional("baseline", .number(least: 0), "How many more the baseline has, where one was given."),
        ]
    )

    private static let schema = JSONValue.object(sorting: [
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The report of handbook check, version 1",
        "$ref": "#/$defs/report",
        "$defs": .object(
            sorting:
                Dictionary(
                    uniqueKeysWithValues: [
                        report, finding, related, fix, edit, counts, ShapeDescription("place", "A place in the project.", place),
                    ].map {
                        ($0.name, $0.schema)
                    }
                )
        ),
    ])

    private static func key(_ name: String, _ type: SchemaType, _ meaning: String) -> ShapeDescription.Key {
        ShapeDescription.Key(name: name, type: type, meaning: meaning, isOptional: false)
    }

    private static func optional(_ name: String, _ type: SchemaType, _ meaning: String) -> ShapeDescription.Key {
        ShapeDescription.Key(name: name, type: type, meaning: meaning, isOptional: true)
    }
}
