import Diagnostics
import Testing

@testable import Templates

/// What is done once, when a template is compiled.
@Suite struct CompilationTests {
    @Test func escapingFollowsFromTheType() {
        let values: View.Record = ["text": "a < b", "html": .html(HTML("<b>a</b>")), "both": ["<i>", .html(HTML("<i>"))]]
        #expect(Rendered("{{text}} {{{text}}} {{&text}}", values).text == "a &lt; b a &lt; b a &lt; b")
        #expect(Rendered("{{html}} {{{html}}} {{&html}}", values).text == "<b>a</b> <b>a</b> <b>a</b>")
        #expect(Rendered("{{#both}}{{.}}{{/both}}", values).text == "&lt;i&gt;<i>")
        #expect(Rendered("{{text}}{{html}}", constants: values).text == "a &lt; b<b>a</b>")
        #expect(HTML(escaping: "a'b\"ü").text == "a&#39;b&quot;ü")
    }

    private static let constants: View.Record = [
        "t": ["home": "Home & more"], "printed": false, "shown": true,
        "links": [["title": "a", "kind": "x"], ["title": "b", "kind": .none]],
        "part": "part", "none": [],
    ]

    @Test(arguments: [
        ("text", "<{{t.home}}>", "<Home &amp; more>"),
        ("a false flag", "a{{#printed}}{{title}}{{/printed}}{{^printed}}b{{/printed}}", "ab"),
        ("a true flag", "a{{#shown}}b{{/shown}}{{^shown}}c{{/shown}}", "ab"),
        ("a list", "{{#links.any}}{{#links}}{{title}}{{#kind}}({{.}}){{/kind}};{{/links}}{{/links.any}}", "a(x);b;"),
        ("an empty list", "{{#none}}{{title}}{{/none}}{{^none}}-{{/none}}", "-"),
        ("a record", "{{#t}}{{home}}{{/t}}", "Home &amp; more"),
        ("the name of a template", "{{>*part}}", "=Home &amp; more="),
        ("partials and blocks", "{{>part}}{{<part}}{{$b}}!{{/b}}{{/part}}", "=Home &amp; more==Home &amp; more!"),
    ])
    func constantsBecomeOnePieceOfText(rule: String, template: String, expected: String) {
        let rendered = Rendered(template, ["title": "unused"], files: ["part": "={{t.home}}{{$b}}={{/b}}"], constants: Self.constants)
        #expect(rendered.text == expected, "\(rule)")
        #expect(rendered.findings.isEmpty, "\(rendered.report)")
        #expect(rendered.template.instructions.count == 1, "\(rule)")
    }

    @Test func oneTemplateOfASetCanBeReplaced() {
        let files = ["page": "{{<layout}}{{$main}}{{title}}{{/main}}{{/layout}}", "layout": "<header>{{$main}}{{/main}}"]
        var findings = Findings()
        let set = TemplateSet(files.map { TemplateFile(name: $0, path: $0, text: $1, isOwn: false) }, into: &findings)
        let page = PageTemplate("page", shape: ["title": .text])
        func text(_ set: TemplateSet) -> [String] { set.compile([page], into: &findings).map { $0.text(["title": "A"]) } }
        #expect(text(set) == ["<header>A"])
        #expect(text(set.replacing("layout", with: "{{$main}}{{/main}}")) == ["A"])
        #expect(findings.isEmpty)
    }

    @Test func constantsAndValuesMix() {
        let rendered = Rendered(
            "{{#links}}{{title}}{{#rows}} {{.}}{{t.home}}{{kind}}{{/rows}}{{top}}{{/links}}",
            ["rows": ["1", "2"], "top": "|"],
            constants: Self.constants
        )
        #expect(rendered.text == "a 1Home &amp; morex 2Home &amp; morex|b 1Home &amp; more 2Home &amp; more|")
    }

    @Test func namesInSectionsThatAreLeftOutAreChecked() {
        let rendered = Rendered(
            "{{#printed}}{{titel}}{{#links}}{{titles}}{{/links}}{{/printed}}{{^links}}{{x}}{{/links}}",
            constants: Self.constants
        )
        #expect(rendered.text == "")
        #expect(rendered.template.instructions.isEmpty)
        #expect(Set(rendered.findings.all.map(\.message)) == ["unknown name 'titel'", "unknown name 'titles'", "unknown name 'x'"])
    }

    @Test func aValueOfAnotherTypeThanDeclaredIsNoCrash() {
        var findings = Findings()
        let set = TemplateSet(
            [TemplateFile(name: "main", path: "m", text: "{{#a}}{{b}}{{.}}{{/a}}{{^a}}-{{/a}}{{a}}", isOwn: true)],
            into: &findings
        )
        let template = set.compile([PageTemplate("main", shape: ["a": .list(["b": .text])])], into: &findings)[0]
        let results = [View.none, "x", true, ["y"], [["b": "z"]], ["b": "r", "c": "s"]].map { template.text(["a": $0]) }
        #expect(results == ["-", "xx", "truetrue", "y", "z", "r"])
        #expect(template.text([:]) == "-")
    }

    @Test func aTemplateRendersOnManyThreadsAtOnce() async {
        let rendered = Rendered(
            "{{#rows}}{{>row}}{{/rows}}",
            ["rows": .list((0..<50).map { ["n": View($0)] })],
            files: ["row": "{{#n}}<{{.}}>{{/n}}"]
        )
        let template = rendered.template
        let texts = await withTaskGroup(of: String.self) { group in
            for thread in 0..<64 {
                group.addTask { template.text(["rows": .list((0..<thread).map { ["n": View($0 * thread)] })]) }
            }
            return await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(texts == Set((0..<64).map { thread in (0..<thread).map { "<\($0 * thread)>" }.joined() }))
    }
}
