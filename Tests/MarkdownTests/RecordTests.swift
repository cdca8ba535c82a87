import Diagnostics
import Testing

@testable import Markdown

@Suite("YAML is read by declared keys")
struct RecordTests {
    static let fields = [
        Field("title", .text, ""), Field("order", .integer, ""), Field("draft", .boolean, ""), Field("updated", .date, ""),
        Field("basis", .choice(["stated", "inferred"]), ""), Field("aliases", .list(.text), ""),
        Field("position", .record([Field("source", .text, ""), Field("says", .text, "")]), ""),
        Field("positions", .list(.record([Field("source", .text, "", required: true)])), ""),
        Field("sections", .map(.list(.text)), ""), Field("strings", .map(.text), ""),
        Field("cast", .list(.recordOrText([Field("role", .text, ""), Field("note", .text, "")], key: "role")), ""),
    ]

    static func read(_ yaml: String, fields: [Field] = fields) -> (record: Record?, findings: Findings) {
        var findings = Findings()
        let source = SourceText(path: "page.md", text: "---\n\(yaml)\n---\n")
        let record = RecordReader(source: source, firstLine: 2).read(yaml + "\n", fields: fields, into: &findings)
        return (record, findings)
    }

    @Test func readsEveryType() throws {
        let (found, findings) = Self.read(
            """
            title: Data Engineer
            order: 3
            draft: true
            updated: 2026-01-31
            basis: inferred
            aliases: [One, "Two"]
            position: {source: a, says: b}
            positions:
              - source: c
              - {source: d}
            sections:
              skills: [Skills, Fähigkeiten]
              none: []
            strings:
              title: Titel
            cast:
              - analyst
              - role: engineer
                note: part-time
            """
        )
        #expect(findings.isEmpty)
        let record = try #require(found)
        #expect(record.text("title") == Located("Data Engineer", at: Location("page.md", line: 2, columns: [8..<21])))
        #expect(record.integer("order") == Located(3, at: Location("page.md", line: 3, columns: [8..<9])))
        #expect(record.boolean("draft")?.value == true)
        #expect(record.text("updated")?.value == "2026-01-31")
        #expect(record.text("basis")?.value == "inferred")
        #expect(record.texts("aliases").map(\.value) == ["One", "Two"])
        #expect(record.texts("aliases").map(\.location.shown) == ["7:11-13", "7:17-19"])
        #expect(record.record("position")?.text("says")?.value == "b")
        #expect(record.records("positions").compactMap { $0.text("source")?.value } == ["c", "d"])
        #expect(record.textLists("sections").map(\.key.value) == ["skills", "none"])
        #expect(record.textLists("sections").map { $0.values.map(\.value) } == [["Skills", "Fähigkeiten"], []])
        #expect(record.textMap("strings").map(\.value.value) == ["Titel"])
        #expect(record.records("cast").map { $0.text("role")?.value } == ["analyst", "engineer"])
        #expect(record.records("cast").map { $0.text("note")?.value } == [nil, "part-time"])
        #expect(record.keyLocation("basis")?.shown == "6:1-5")
        #expect(record.keyLocation("gone") == nil)
    }

    @Test(
        "A value of another type is told with its place",
        arguments: [
            ("title: [a]", "'title' is a list, not text", "2:8", "write one text, not a list"),
            ("title: {a: b}", "'title' is keys and values, not text", "2:8", "put text that holds ': ' in quotes"),
            ("order: soon", "'order' is 'soon', not a whole number", "2:8-11", "write a whole number"),
            ("order: 1.5", "'order' is '1.5', not a whole number", "2:8-10", "write a whole number"),
            ("order: \"3\"", "'order' is '3', not a whole number", "2:9", "write a whole number"),
            ("order: 99999999999999999999", "'order' is '99999999999999999999', not a whole number", "2:8-27", "write a whole number"),
            ("order: [1]", "'order' is a list, not a whole number", "2:8", "write a whole number"),
            ("draft: maybe", "'draft' is 'maybe', not true or false", "2:8-12", "write true or false"),
            ("draft: 'maybe'", "'draft' is 'maybe', not true or false", "2:9-13", "write true or false"),
            ("updated: soon", "'updated' is 'soon', not a date like 2026-01-31", "2:10-13", "write a date like 2026-01-31"),
            ("updated: 2026-02-30", "'updated' is '2026-02-30', not a date like 2026-01-31", "2:10-19", "write a date like 2026-01-31"),
            ("basis: statd", "'basis' is 'statd', not one of stated, inferred", "2:8-12", "did you mean 'stated'?"),
            ("basis: other", "'basis' is 'other', not one of stated, inferred", "2:8-12", "choose one of stated, inferred"),
            ("aliases: One", "'aliases' is 'One', not a list", "2:10-12", "write a list: aliases: [One]"),
            ("aliases: [[a]]", "'aliases' is a list, not text", "2:11", "write one text, not a list"),
            ("aliases:\n  -\n  - b", "'aliases' is nothing, not text", "3:4", "write text"),
            ("position: a", "'position' is 'a', not keys and values", "2:11", "write keys and values"),
            ("positions: [a]", "'positions' is 'a', not keys and values", "2:13", "write keys and values"),
            ("sections: [a]", "'sections' is a list, not keys and values", "2:11", "write keys and values"),
            ("sections: {a: b}", "'a' is 'b', not a list", "2:15", "write a list: a: [b]"),
            ("strings: {a: [b]}", "'a' is a list, not text", "2:14", "write one text, not a list"),
            ("cast: [[a]]", "'cast' is a list, not text, or keys and values", "2:8", "write text, or keys and values"),
        ]
    )
    func wrongType(yaml: String, message: String, place: String, help: String) throws {
        let (record, findings) = Self.read(yaml)
        #expect(record != nil)
        let finding = try #require(findings.sorted.first)
        #expect(findings.sorted.count == 1)
        #expect(finding.rule == .wrongType)
        #expect(finding.message == message)
        #expect(
            finding.location?.column.map { "\(finding.location?.line ?? 0):\($0)" } == place.split(separator: "-").first.map(String.init)
        )
        #expect(finding.location?.shown == place || !place.contains("-"))
        #expect(finding.help == help)
    }

    @Test(
        "What is not text may be given for text",
        arguments: [
            ("title: 3", "3"), ("title: 1.10", "1.10"), ("title: true", "true"), ("title: 2026-01-31", "2026-01-31"), ("title: 007", "007"),
            ("title: 'yes'", "yes"), ("title: \"a: b\"", "a: b"), ("title: >\n  a\n  b", "a b\n"), ("title: |\n  a\n  b", "a\nb\n"),
            ("title: a\n  b", "a b"), ("title: 'null'", "null"), ("title: ''", ""), ("title: \"\\u00e9\"", "é"), ("title: 0x10", "0x10"),
        ]
    )
    func text(yaml: String, expected: String) {
        let (record, findings) = Self.read(yaml)
        #expect(record?.text("title")?.value == expected)
        #expect(findings.isEmpty)
    }

    @Test("Nothing is no value", arguments: ["title:", "title: ~", "title: null", "title: NULL", "", "# only a comment", "aliases:"])
    func nothing(yaml: String) {
        let (record, findings) = Self.read(yaml)
        #expect(record != nil)
        #expect(record?.text("title") == nil)
        #expect(record?.texts("aliases").isEmpty == true)
        #expect(findings.isEmpty)
    }

    @Test(
        "Words for truth",
        arguments: [("true", true), ("True", true), ("yes", true), ("on", true), ("false", false), ("NO", false), ("off", false)]
    )
    func truth(word: String, expected: Bool) {
        #expect(Self.read("draft: \(word)").record?.boolean("draft")?.value == expected)
    }

    @Test(
        "An unknown key is told with what it may mean",
        arguments: [
            ("titel: x", "'titel' is not a known key", "2:1-5", "did you mean 'title'?"),
            ("position: {sorce: x}", "'sorce' is not a known key", "2:12-16", "did you mean 'source'?"),
            ("position: {colour: x}", "'colour' is not a known key", "2:12-17", "known keys here: says, source"),
            (
                "'': x", "'' is not a known key", "2:1",
                "known keys here: aliases, basis, cast, draft, order, position, positions, sections, and 3 more"
            ),
            (
                "<<: {title: x}", "'<<' is not a known key", "2:1-2",
                "known keys here: aliases, basis, cast, draft, order, position, positions, sections, and 3 more"
            ),
        ]
    )
    func unknownKey(yaml: String, message: String, place: String, help: String) throws {
        let finding = try #require(Self.read(yaml).findings.sorted.first)
        #expect(finding.rule == .unknownKey)
        #expect(finding.message == message)
        #expect(finding.location?.shown == place)
        #expect(finding.help == help)
    }

    @Test(
        "A required key that is missing or empty is told",
        arguments: [
            ("a: 1", "'title' is missing", "2:1"), ("title:", "'title' is empty", "2:1-5"), ("a: 1\ntitle: ~", "'title' is empty", "3:1-5"),
        ]
    )
    func missing(yaml: String, message: String, place: String) throws {
        let (_, findings) = Self.read(yaml, fields: [Field("title", .text, "", required: true), Field("a", .integer, "")])
        #expect(findings.sorted.count == 1)
        let finding = try #require(findings.sorted.first)
        #expect(finding.message == message)
        #expect(finding.location?.shown == place)
        #expect(finding.help == "add 'title:', text")
    }

    @Test func missingKeyOfANestedRecordIsToldThere() {
        #expect(Self.read("positions:\n  - {}\n  - source: x").findings.told == ["missing-key 3:5"])
    }

    @Test(arguments: [("- a\n- b", "a list"), ("word", "text"), ("[a]", "a list")])
    func theWholeMustBeKeysAndValues(yaml: String, kind: String) {
        let (record, findings) = Self.read(yaml)
        #expect(record == nil)
        #expect(findings.sorted.map(\.message) == ["expected keys and values, found \(kind)"])
    }

    @Test func everyTextIsToldInOrder() {
        let record = Self.read("title: a\ncast:\n  - b\n  - role: c\n    note: d\norder: 3\nstrings: {x: e}\naliases: [f, g]").record
        #expect(record?.everyText.map(\.value) == ["a", "b", "c", "d", "e", "f", "g"])
    }
}

@Suite("A day of the calendar")
struct CalendarDateTests {
    @Test(arguments: ["2026-01-31", "2024-02-29", "2000-02-29", "0001-12-31"])
    func isRead(text: String) throws {
        let date = try #require(CalendarDate(text))
        #expect(text.hasPrefix(String(repeating: "0", count: 4 - String(date.year).count) + String(date.year)))
    }

    @Test(
        arguments: [
            "2026-1-31", "2026-13-01", "2026-00-10", "2026-02-29", "1900-02-29", "2026-04-31", "26-01-01", "2026/01/31", "2026-01-31 ",
            "2026-01-", "", "٢٠٢٦-٠١-٣١", "2026-01-3a", "-026-01-01",
        ])
    func isNotRead(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test func isOrdered() throws {
        let days = try ["2025-12-31", "2026-01-30", "2026-01-31"].map { try #require(CalendarDate($0)) }
        #expect(days == days.sorted())
        #expect(days[0] < days[1])
    }
}
