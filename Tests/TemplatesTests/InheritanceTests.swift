import Testing

@testable import Templates

/// `{{<name}}…{{/name}}` and `{{$name}}…{{/name}}`
@Suite struct InheritanceTests {
    private static let values: View.Record = ["tea": "Matcha", "mark": .html(HTML("<b>")), "bowl": ["tea": "bowl tea"], "no": false]

    @Test(arguments: [
        ("a block has default content", "{{$a}}own{{/a}}", "own"),
        ("with values", "{{$a}}{{tea}} {{mark}}{{/a}}", "Matcha <b>"),
        ("with sections", "{{$a}}{{#bowl}}{{tea}}{{/bowl}}{{^no}}!{{/no}}{{/a}}", "bowl tea!"),
        ("a parent without arguments is a partial", "{{<one}}{{/one}}|{{>one}}", "1 own|1 own"),
        ("an argument fills a block", "{{<one}}{{$a}}mine{{/a}}{{/one}}", "1 mine"),
        ("a value of that name does not", "{{<named}}{{/named}}", "in block"),
        ("nor does it hide an argument", "{{<named}}{{$tea}}mine{{/tea}}{{/named}}", "mine"),
        ("the same parent twice", "{{<one}}{{$a}}x{{/a}}{{/one}} {{<one}}{{$a}}y{{/a}}{{/one}}", "1 x 1 y"),
        ("some blocks filled", "{{<two}}{{$b}}mine{{/b}}{{/two}}", "a mine"),
        ("text between arguments does not count", "{{<one}} x {{$a}}mine{{/a}} y {{/one}}", "1 mine"),
        ("a parent of a parent", "{{<child}}{{/child}}", "1 child"),
        ("the outermost argument counts", "{{<child}}{{$a}}mine{{/a}}{{/child}}", "1 mine"),
        ("blocks of included templates can be filled", "{{<around}}{{$a}}mine{{/a}}{{/around}}", "<1 mine>"),
        ("an argument can have blocks", "{{<child2}}{{$inner}}mine{{/inner}}{{/child2}}", "1 (mine)"),
        ("and a parent", "{{<one}}{{$a}}{{<two}}{{$b}}mine{{/b}}{{/two}}{{/a}}{{/one}}", "1 a mine"),
        ("a block of the same name in an argument is the default", "{{<one}}{{$a}}<{{$a}}{{tea}}{{/a}}>{{/a}}{{/one}}", "1 <Matcha>"),
        ("an argument sees the values at its block", "{{<nested}}{{$a}}{{tea}}{{/a}}{{/nested}}", "bowl tea"),
    ])
    func blocksAreFilled(rule: String, template: String, expected: String) {
        let files = [
            "one": "1 {{$a}}own{{/a}}", "named": "{{$tea}}in block{{/tea}}", "two": "{{$a}}a{{/a}} {{$b}}b{{/b}}",
            "child": "{{<one}}{{$a}}child{{/a}}{{/one}}", "around": "<{{>one}}>",
            "child2": "{{<one}}{{$a}}({{$inner}}own{{/inner}}){{/a}}{{/one}}", "nested": "{{#bowl}}{{$a}}own{{/a}}{{/bowl}}",
        ]
        let rendered = Rendered(template, Self.values, files: files)
        #expect(rendered.text == expected, "\(rule)")
        #expect(rendered.findings.isEmpty, "\(rendered.report)")
    }

    @Test(arguments: [
        ("tags alone on a line write nothing", "{{<p}}\n{{$a}}\nx\n{{/a}}\n{{/p}}\n|", "{{$a}}\n{{/a}}\n", "x\n|"),
        ("nor do several", "{{<p}}{{$a}}\nx\n{{/a}}{{/p}}\n|", "{{$a}}{{/a}}", "x\n|"),
        ("blank lines in an argument stay", "{{<p}}{{$a}}\nx\n\ny\n{{/a}}{{/p}}", "{{$a}}z{{/a}}", "x\n\ny\n"),
        ("a parent indents all lines", "a\n  {{<p}}{{/p}}\nb", "x\ny\n", "a\n  x\n  y\nb"),
        ("also over several lines", "  {{<p}}\n{{$a}}\nm\n{{/a}}\n  {{/p}}\nb", "x\n{{$a}}\n{{/a}}\n", "  x\n  m\nb"),
        ("a block in a line keeps the line", "{{<p}}{{$a}}m{{/a}}{{/p}}", "top:\n  {{$a}}own{{/a}}\nend", "top:\n  m\nend"),
        ("its other lines are indented alike", "{{<p}}{{$a}}\nx\ny{{/a}}\n{{/p}}\n", "top:\n  {{$a}}{{/a}}\n", "top:\n  x\n  y\n"),
        (
            "an argument's indentation is replaced", "{{<p}}{{$a}}\n    x\n      y\n{{/a}}{{/p}}\n", "t\n  {{$a}}\n  {{/a}}\n",
            "t\n  x\n    y\n"
        ),
        ("by that of the default content", "{{<p}}{{$a}}\nx\n{{/a}}{{/p}}\n", "t\n{{$a}}\n   own\n{{/a}}\n", "t\n   x\n"),
        ("default content stays as it is", "{{<p}}{{/p}}", "t\n  {{$a}}\n  own\n  {{/a}}\n", "t\n  own\n"),
        (
            "in sections and partials too", "{{<p}}{{$a}}\n  {{#tea}}\n  {{.}}\n  {{>q}}\n  {{/tea}}\n{{/a}}{{/p}}", " {{$a}}\n {{/a}}\n",
            " Matcha\n q\n q\n"
        ),
        ("indentation adds up", "  {{<p}}{{$a}}\nx\ny\n{{/a}}{{/p}}", "t\n  {{$a}}\n  {{/a}}\n", "  t\n    x\n    y\n"),
        ("an argument in a line begins where the block does", "{{<p}}{{$a}}x{{/a}}{{/p}}", "t\n  {{$a}}\n  {{/a}}\n", "t\n  x"),
    ])
    func linesAndIndentation(rule: String, template: String, parent: String, expected: String) {
        let rendered = Rendered(template, Self.values, files: ["p": parent, "q": "q\nq\n"])
        #expect(rendered.text == expected, "\(rule)")
        #expect(rendered.findings.isEmpty, "\(rendered.report)")
    }

    @Test func aParentCanBeUsedAgainInWhatFillsItsBlock() {
        let files = ["box": "[{{$a}}{{/a}}]"]
        let rendered = Rendered("{{<box}}{{$a}}{{<box}}{{$b}}{{/b}}{{/box}}{{/a}}{{/box}}", files: files)
        #expect(rendered.text == "[[]]")
    }
}
