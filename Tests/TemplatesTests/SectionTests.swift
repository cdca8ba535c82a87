import Testing

@testable import Templates

/// `{{#name}}…{{/name}}` and `{{^name}}…{{/name}}`
@Suite struct SectionTests {
    private static let values: View.Record = [
        "yes": true, "no": false, "none": .none, "word": "leaf", "blank": "", "rows": ["a", "b"], "nothing": [],
        "pot": ["name": "Kyusu", "word": "inner"],
        "cups": [["name": "one", "handles": ["left", "right"]], ["name": "two", "handles": []]],
        "grid": [["a", "b"], ["c"]],
        "deep": ["one": "1", "two": ["two": "2", "three": ["three": "3"]]],
    ]

    @Test(arguments: [
        ("a true flag", "{{#yes}}shown{{/yes}}", "shown"),
        ("a false flag", "[{{#no}}shown{{/no}}]", "[]"),
        ("nothing", "[{{#none}}shown{{/none}}]", "[]"),
        ("text is the value at hand", "{{#word}}<{{.}}>{{/word}}", "<leaf>"),
        ("empty text", "[{{#blank}}shown{{/blank}}]", "[]"),
        ("a flag is not the value at hand", "{{#rows}}{{#yes}}{{.}}{{/yes}}{{/rows}}", "ab"),
        ("a record is the value at hand", "{{#pot}}{{name}}{{/pot}}", "Kyusu"),
        ("the innermost value hides those around it", "{{word}} {{#pot}}{{word}}{{/pot}} {{word}}", "leaf inner leaf"),
        (
            "names are looked up in the values around", "{{#pot}}{{#yes}}{{name}} {{blank}}{{#rows}}{{.}}{{/rows}}{{/yes}}{{/pot}}",
            "Kyusu ab"
        ),
        ("a list", "{{#rows}}<{{.}}>{{/rows}}", "<a><b>"),
        ("an empty list", "[{{#nothing}}shown{{/nothing}}]", "[]"),
        ("a list of records", "{{#cups}}{{name}}:{{#handles}}{{.}},{{/handles}};{{/cups}}", "one:left,right,;two:;"),
        ("a list of lists", "{{#grid}}({{#.}}{{.}}{{/.}}){{/grid}}", "(ab)(c)"),
        (
            "values deep inside one another",
            "{{#deep}}{{one}}{{#two}}{{one}}{{two}}{{#three}}{{one}}{{two}}{{three}}{{/three}}{{/two}}{{/deep}}", "112123"
        ),
        ("the same section twice", "{{#yes}}1{{/yes}}-{{#no}}2{{/no}}-{{#yes}}3{{/yes}}", "1--3"),
        ("the same section nested", "{{#yes}}1{{#yes}}2{{/yes}}3{{/yes}}", "123"),
        ("the same section nested, left out", "[{{#no}}1{{#no}}2{{/no}}3{{/no}}]", "[]"),
        ("a dotted name", "{{#deep.two.three}}{{three}}{{/deep.two.three}}", "3"),
        ("whitespace in tags", "|{{# yes }}={{/ yes }}|", "|=|"),
    ])
    func writesOncePerValue(rule: String, template: String, expected: String) {
        let rendered = Rendered(template, Self.values)
        #expect(rendered.text == expected, "\(rule)")
        #expect(rendered.findings.isEmpty, "\(rendered.report)")
    }

    @Test(arguments: [
        ("a false flag", "{{^no}}shown{{/no}}", "shown"),
        ("a true flag", "[{{^yes}}shown{{/yes}}]", "[]"),
        ("nothing", "{{^none}}shown{{/none}}", "shown"),
        ("text", "[{{^word}}shown{{/word}}]", "[]"),
        ("empty text", "{{^blank}}shown{{/blank}}", "shown"),
        ("a record", "[{{^pot}}shown{{/pot}}]", "[]"),
        ("a list", "[{{^rows}}shown{{/rows}}]", "[]"),
        ("an empty list", "{{^nothing}}shown{{/nothing}}", "shown"),
        ("the value at hand stays", "{{#cups}}{{^handles}}{{name}}{{/handles}}{{/cups}}", "two"),
        ("the other half of a section", "{{#no}}a{{/no}}{{^no}}b{{/no}}", "b"),
        ("nested", "{{^no}}1{{^no}}2{{/no}}3{{/no}}", "123"),
    ])
    func invertedSectionsWriteWhatIsEmpty(rule: String, template: String, expected: String) {
        #expect(Rendered(template, Self.values).text == expected, "\(rule)")
    }

    @Test(arguments: [
        ("tags alone on their lines write nothing", "a\n{{#yes}}\nb\n{{/yes}}\nc\n", "a\nb\nc\n"),
        ("inverted ones too", "a\n{{^no}}\nb\n{{/no}}\nc\n", "a\nb\nc\n"),
        ("with whitespace around them", "a\n  {{#yes}}\t\nb\n {{/yes}} \nc\n", "a\nb\nc\n"),
        ("with carriage returns", "a\r\n{{#yes}}\r\nb\r\n{{/yes}}\r\nc", "a\r\nb\r\nc"),
        ("on the first line", "  {{#yes}}\na{{/yes}}\n", "a\n"),
        ("on the last line, without an end", "a\n{{#yes}}\nb\n  {{/yes}}", "a\nb\n"),
        ("for each item", "{{#rows}}\n- {{.}}\n{{/rows}}\n", "- a\n- b\n"),
        ("between other text they keep it", " | {{#yes}}\t|\t{{/yes}} | \n", " | \t|\t | \n"),
        ("two on a line keep the line", " {{#yes}}A{{/yes}}\n {{^no}}B{{/no}}\n", " A\n B\n"),
        ("a line that is only spaces stays", "a\n  \n{{#yes}}b{{/yes}}\n", "a\n  \nb\n"),
    ])
    func linesOfTagsAloneAreLeftOut(rule: String, template: String, expected: String) {
        #expect(Rendered(template, Self.values).text == expected, "\(rule)")
    }

    @Test(arguments: [
        ("a list", "{{#rows.any}}<{{#rows}}{{.}}{{/rows}}>{{/rows.any}}", "<ab>"),
        ("an empty list", "[{{#nothing.any}}shown{{/nothing.any}}]", "[]"),
        ("text", "{{#word.any}}{{word}}{{/word.any}}", "leaf"),
        ("empty text", "{{^blank.any}}none{{/blank.any}}", "none"),
        ("a record", "{{#pot.any}}{{word}}{{/pot.any}}", "leaf"),
        ("nothing", "{{^none.any}}none{{/none.any}}", "none"),
        ("a flag", "{{#yes.any}}1{{/yes.any}}{{#no.any}}2{{/no.any}}", "1"),
        ("in a list", "{{#cups}}{{name}}{{#handles.any}}:{{#handles}}{{.}} {{/handles}}{{/handles.any}};{{/cups}}", "one:left right ;two;"),
    ])
    func anyAsksWhetherAValueIsThereAndIsNotTheValueAtHand(rule: String, template: String, expected: String) {
        #expect(Rendered(template, Self.values).text == expected, "\(rule)")
    }

    @Test func aRecordsOwnNameAnyIsItsOwn() {
        #expect(Rendered("{{pot.any}}", ["pot": ["any": "mine"]]).text == "mine")
    }
}
