import Testing

@testable import Templates

/// `{{>name}}`, `{{>*name}}`, comments and delimiters
@Suite struct PartialTests {
    private static let values: View.Record = [
        "tea": "Hojicha", "lines": .html(HTML("<b>\n</b>")), "cups": [["tea": "one"], ["tea": "two"]], "yes": true,
    ]

    @Test(arguments: [
        ("a partial is written in place", "[{{>inner}}]", "roast", "[roast]"),
        ("it sees the value at hand", "{{#cups}}{{>inner}};{{/cups}}", "{{tea}}", "one;two;"),
        ("it sees the values around", "{{#yes}}{{>inner}}{{/yes}}", "*{{tea}}*", "*Hojicha*"),
        ("whitespace around a tag in a line stays", "| {{>inner}} |", "\t>\t", "| \t>\t |"),
        ("text in a line is not indented", "  {{tea}}  {{>inner}}\n", ">\n>", "  Hojicha  >\n>\n"),
        ("a tag alone on its line takes the line", "a\n{{>inner}}\nb\n", "x\n", "a\nx\nb\n"),
        ("and indents each line of the partial", "a\n  {{>inner}}\nb\n", "x\n\ny\n", "a\n  x\n\n  y\nb\n"),
        ("with carriage returns", "a\r\n {{>inner}}\r\nb", "x\r\ny\r\n", "a\r\n x\r\n y\r\nb"),
        ("on the first line", "  {{>inner}}\n>", ">\n>", "  >\n  >>"),
        ("on the last line", ">\n  {{>inner}}", ">\n>", ">\n  >\n  >"),
        ("what values write is not indented", "  {{>inner}}\n", "|\n{{lines}}\n|\n", "  |\n  <b>\n</b>\n  |\n"),
        (
            "a line that begins with a tag is indented", " {{>inner}}\n", "{{tea}}\n{{#yes}}x{{/yes}}\n{{#yes}}\ny\n{{/yes}}\n",
            " Hojicha\n x\n y\n"
        ),
        ("whitespace in the tag", "|{{> inner }}|", "=", "|=|"),
    ])
    func partialsAreWrittenWhereTheyAreNamed(rule: String, template: String, inner: String, expected: String) {
        let rendered = Rendered(template, Self.values, files: ["inner": inner])
        #expect(rendered.text == expected, "\(rule)")
        #expect(rendered.findings.isEmpty, "\(rendered.report)")
    }

    @Test func indentationAddsUpAndALinesRestIsNotIndented() {
        let files = ["list": "<ul>\n  {{>item}}\n</ul>\n", "item": "<li>\n{{>end}}</li>\n", "end": "a\nb\n"]
        #expect(Rendered("  {{>list}}\n", files: files).text == "  <ul>\n    <li>\n    a\n    b\n</li>\n  </ul>\n")
        #expect(Rendered(" {{>a}}\n", files: ["a": "x {{>b}}\n", "b": "y\nz"]).text == " x y\n z\n")
    }

    @Test func aPartialThatDoesNotExistWritesNothingAndIsAFinding() {
        let rendered = Rendered("[{{>inne}}]", files: ["inner": "x"])
        #expect(rendered.text == "[]")
        #expect(rendered.report == "templates/main.mustache:1:5: error[template-name]: unknown template 'inne'\n")
        #expect(rendered.findings.all.first?.help == "did you mean 'inner'?")
    }

    // MARK: - Dynamic names

    private static let dynamic: View.Record = [
        "kind": "green", "box": ["kind": "black", "tea": "Assam"], "tea": "Sencha", "unknown": "word", "nothing": .none,
        "rows": [["kind": "green", "tea": "1"], ["kind": "black", "tea": "2"]],
    ]

    @Test(arguments: [
        ("a value names the partial", "[{{>*kind}}]", "[g Sencha]"),
        ("a dotted name does not change the value at hand", "{{>*box.kind}}", "b Sencha"),
        ("the value at hand names it", "{{#rows}}{{>*kind}};{{/rows}}", "g 1;b 2;"),
        ("whitespace in the tag", "{{> * kind }}", "g Sencha"),
        ("a parent", "{{<*kind}}{{$end}}!{{/end}}{{/*kind}}", "g Sencha!"),
        ("alone on its line, it indents", "  {{>*kind}}\n|", "  g Sencha|"),
    ])
    func aNameWithAStarIsTheTemplateThatItsValueNames(rule: String, template: String, expected: String) {
        let rendered = Rendered(template, Self.dynamic, files: ["green": "g {{tea}}{{$end}}{{/end}}", "black": "b {{tea}}"])
        #expect(rendered.text == expected, "\(rule)")
        #expect(rendered.findings.isEmpty, "\(rendered.report)")
    }

    @Test func aNameThatDoesNotStandForATemplateIsAFinding() {
        let rendered = Rendered("[{{>*unknown}}{{>*nothing}}{{>*missing}}]", Self.dynamic)
        #expect(rendered.text == "[]")
        #expect(
            rendered.report == """
                templates/main.mustache:1:5: error[template-name]: 'unknown' does not name a template
                templates/main.mustache:1:18: error[template-name]: 'nothing' does not name a template
                templates/main.mustache:1:31: error[template-name]: unknown name 'missing'

                """
        )
    }

    // MARK: - Comments and delimiters

    @Test(arguments: [
        ("a comment writes nothing", "12{{! a tag: {{ }}34", "1234"),
        ("over several lines", "12{{!\n  a\n  b\n}}34\n", "1234\n"),
        ("alone on its line", "a\n  {{! b }}\nc\n", "a\nc\n"),
        ("alone on its lines", "a\n{{!\nb\n}}\nc\n", "a\nc\n"),
        ("at the end", "a\n  {{! b }}", "a\n"),
        ("with carriage returns", "|\r\n{{! b }}\r\n|", "|\r\n|"),
        ("in a line", "  12 {{! 34 }}\n", "  12 \n"),
        ("other delimiters", "{{=<% %>=}}<%tea%> {{tea}}", "Hojicha {{tea}}"),
        ("of one sign", "{{=| |=}}|tea|", "Hojicha"),
        ("and back", "{{=<% %>=}}<%tea%><%={{ }}=%>{{tea}}", "HojichaHojicha"),
        ("in sections", "{{#yes}}{{=| |=}}|#yes|{{tea}}|/yes||={{ }}=|{{/yes}}", "{{tea}}"),
        ("alone on their line", "a\n  {{=| |=}}\nb |tea|\n", "a\nb Hojicha\n"),
        ("in a line", "[ {{=| |=}} ]", "[  ]"),
        ("whitespace between them", "{{=  |\n|  =}}|tea|", "Hojicha"),
    ])
    func commentsAndDelimitersWriteNothing(rule: String, template: String, expected: String) {
        let rendered = Rendered(template, Self.values)
        #expect(rendered.text == expected, "\(rule)")
        #expect(rendered.findings.isEmpty, "\(rendered.report)")
    }

    @Test func delimitersHoldInTheirFileAlone() {
        #expect(Rendered("{{=| |=}}|>inner||tea|", Self.values, files: ["inner": "{{tea}} "]).text == "Hojicha Hojicha")
        #expect(Rendered("{{>inner}}{{tea}}", Self.values, files: ["inner": "{{=| |=}}|tea| "]).text == "Hojicha Hojicha")
    }
}
