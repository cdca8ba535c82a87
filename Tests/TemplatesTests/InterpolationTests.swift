import Testing

@testable import Templates

/// `{{name}}`
@Suite struct InterpolationTests {
    private static let tea: View.Record = [
        "name": "Sencha", "pot": ["size": "2 l", "lid": ["colour": "green"]], "price": View(12), "empty": .none, "sign": "<&>\"'",
    ]

    @Test(arguments: [
        ("no tag at all", "Boil { water }.\n", "Boil { water }.\n"),
        ("a name", "A pot of {{name}}.", "A pot of Sencha."),
        ("text is escaped", "[{{sign}}]", "[&lt;&amp;&gt;&quot;&#39;]"),
        ("three braces and an ampersand are aliases", "{{{sign}}} {{&sign}}", "&lt;&amp;&gt;&quot;&#39; &lt;&amp;&gt;&quot;&#39;"),
        ("a number", "{{price}} coins", "12 coins"),
        ("nothing", "[{{empty}}]", "[]"),
        ("a dotted name", "{{pot.size}}", "2 l"),
        ("a dotted name of three parts", "{{pot.lid.colour}}", "green"),
        ("a record has no text", "[{{pot}}]", "[]"),
        ("whitespace around a tag stays", " {{name}} \n", " Sencha \n"),
        ("a value alone on its line keeps the line", "  {{name}}\n|", "  Sencha\n|"),
        ("whitespace in a tag does not count", "{{ name }}{{& name }}{{{ name }}}{{\n\tname\n}}", "SenchaSenchaSenchaSencha"),
    ])
    func writesValues(rule: String, template: String, expected: String) {
        let rendered = Rendered(template, Self.tea)
        #expect(rendered.text == expected, "\(rule)")
        #expect(rendered.findings.isEmpty, "\(rendered.report)")
    }

    @Test(arguments: [
        ("an unknown name", "[{{milk}}]"), ("an unknown part of a record", "[{{pot.handle}}]"), ("a part of text", "[{{name.first}}]"),
        ("an empty part", "[{{pot..size}}]"),
    ])
    func anUnknownNameWritesNothingAndIsAFinding(rule: String, template: String) {
        let rendered = Rendered(template, Self.tea)
        #expect(rendered.text == "[]", "\(rule)")
        #expect(rendered.report.contains("error[template-name]: unknown name"))
    }

    @Test func theFirstPartOfADottedNameDecidesWhereTheRestIsLookedUp() {
        let values: View.Record = ["cup": ["size": "outer", "glaze": "blue"], "tray": ["cup": ["size": "inner"]]]
        #expect(Rendered("{{#tray}}{{cup.size}}{{/tray}}", values).text == "inner")
        let broken = Rendered("{{#tray}}[{{cup.glaze}}]{{/tray}}", values)
        #expect(broken.text == "[]")
        #expect(broken.report == "templates/main.mustache:1:13: error[template-name]: unknown name 'cup.glaze'\n")
    }

    @Test func theValueAtHandIsADot() {
        #expect(Rendered("{{#teas}}{{.}};{{/teas}}", ["teas": ["Assam", "<Oolong>"]]).text == "Assam;&lt;Oolong&gt;;")
        #expect(Rendered("[{{.}}]", Self.tea).text == "[]")
    }

    @Test func textWithTagsInItIsNotATemplate() {
        #expect(Rendered("{{a}}", ["a": "{{b}}", "b": "no"]).text == "{{b}}")
    }
}
