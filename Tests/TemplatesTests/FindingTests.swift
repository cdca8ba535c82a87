import Diagnostics
import Testing

@testable import Templates

/// What is wrong with templates, and where.
@Suite struct FindingTests {
    @Test(arguments: [
        ("{{#a}}x{{/b}}", "1:11", "expected '{{/a}}', found '{{/b}}'"),
        ("ä {{#a}}\n x", "1:6", "'{{#a}}' is not closed"),
        ("{{^a}}x", "1:4", "'{{^a}}' is not closed"),
        ("{{$a}}x", "1:4", "'{{$a}}' is not closed"),
        ("{{<a}}x", "1:4", "'{{<a}}' is not closed"),
        ("x\n{{/a}}", "2:4", "unexpected '{{/a}}'"),
        ("x {{a\n", "1:3", "the tag is not closed"),
        ("{{! a", "1:1", "the tag is not closed"),
        ("{{{a}}", "1:1", "the tag is not closed"),
        ("{{=a b}}", "1:1", "the tag is not closed"),
        ("{{  }}", "1:1", "the tag has no name"),
        ("{{#a}}{{# }}", "1:7", "the tag has no name"),
        ("{{a b}}", "1:3", "the name 'a b' contains a space"),
        ("{{=a=}}", "1:1", "invalid delimiters"),
        ("{{=a b c=}}", "1:1", "invalid delimiters"),
    ])
    func aSyntaxErrorIsOneFindingAtTheTag(text: String, place: String, message: String) {
        let rendered = Rendered("{{>broken}}", ["a": "x"], files: ["broken": text])
        #expect(
            rendered.report == "templates/broken.mustache:\(place): error[template-syntax]: cannot parse template 'broken': \(message)\n"
        )
        #expect(rendered.text == "")
    }

    @Test func columnsCountUnicodeScalarsOfTheName() {
        let rendered = Rendered("äö\n🙂 {{{ tee }}}", ["tea": "x"])
        #expect(rendered.findings.all.map(\.location) == [Location("templates/main.mustache", line: 2, columns: [7..<10])])
        #expect(rendered.findings.all.map(\.help) == ["did you mean 'tea'?"])
    }

    @Test func aNameIsSuggestedFromWhereItIsLookedUp() {
        let values: View.Record = ["t": ["skip": "x"], "rows": [["title": "x"]]]
        #expect(Rendered("{{t.skipp}}", values).findings.all.map(\.help) == ["did you mean 't.skip'?"])
        #expect(Rendered("{{#rows}}{{titel}}{{/rows}}", values).findings.all.map(\.help) == ["did you mean 'title'?"])
    }

    @Test func anUnknownSectionIsOneFinding() {
        let rendered = Rendered("{{#row}}{{title}}{{^other}}{{/other}}{{/row}}", ["rows": [["title": "x"]]])
        #expect(rendered.report == "templates/main.mustache:1:4: error[template-name]: unknown name 'row'\n")
    }

    @Test func namesInEmptyListsAndOtherBranchesAreChecked() {
        let rendered = Rendered(
            "{{#off}}{{a}}{{/off}}{{^on}}{{b}}{{/on}}{{#links}}{{hreff}}{{/links}}",
            ["off": false, "on": true, "links": [["href": .none]]]
        )
        #expect(rendered.findings.all.map(\.message).sorted() == ["unknown name 'a'", "unknown name 'b'", "unknown name 'hreff'"])
    }

    @Test(arguments: ["{{<p}}{{$foter}}x{{/foter}}{{/p}}", "{{<p}}{{$foter}}{{missing}}{{/foter}}{{/p}}"])
    func aBlockThatTheParentLacksIsOneFinding(text: String) {
        let rendered = Rendered(text, files: ["p": "{{>q}}", "q": "{{$footer}}{{/footer}}"])
        #expect(rendered.report == "templates/main.mustache:1:10: error[template-block]: template 'p' has no block 'foter'\n")
        #expect(rendered.findings.all.map(\.help) == ["did you mean 'footer'?"])
    }

    @Test func aTemplateThatIncludesItselfIsOneFindingAndEnds() {
        let one = Rendered("{{>a}}", files: ["a": "\n{{>a}}"])
        #expect(one.report == "templates/a.mustache:2:4: error[template-cycle]: template 'a' includes itself\n")
        let two = Rendered("{{>a}}{{>b}}", files: ["a": "{{>b}}", "b": " {{<a}}{{/a}}"])
        #expect(two.report == "templates/b.mustache:1:5: error[template-cycle]: template 'b' includes itself, by way of 'a'\n")
        let dynamic = Rendered("{{>*name}}", ["name": "a"], files: ["a": "x{{>*name}}"])
        #expect(dynamic.report == "templates/a.mustache:1:5: error[template-cycle]: template 'a' includes itself\n")
    }

    @Test func aCycleThroughTheThemeIsFoundInTheAuthorsFile() {
        let rendered = Rendered("x", files: ["card": "\n{{>home}}"], theme: ["home": "{{>list}}", "list": "{{>card}}"])
        #expect(
            rendered.report
                == "templates/card.mustache:2:4: error[template-cycle]: template 'card' includes itself, by way of 'home', 'list'\n"
        )
    }

    @Test func namesThatATemplateOfTheThemeNeedsAreOneFindingAtTheTagThatIncludesIt() {
        let rendered = Rendered("<h1>\n {{>card}}", ["title": "x"], theme: ["card": "{{>link}}{{color}}", "link": "{{href}}{{title}}"])
        #expect(
            rendered.report
                == "templates/main.mustache:2:5: error[template-name]: template 'card' uses names that are unknown here: 'color', 'href'\n"
        )
    }

    @Test func blocksThatTheAuthorsParentDropsAreOneFindingInItsFile() {
        let theme = [
            "home": "{{<layout}}{{$main}}x{{/main}}{{/layout}}", "role": "{{<layout}}{{$head}}y{{/head}}{{$main}}x{{/main}}{{/layout}}",
        ]
        let rendered = Rendered("x", files: ["layout": "<main>{{$mein}}{{/mein}}</main>"], theme: theme)
        #expect(
            rendered.report
                == "templates/layout.mustache: error[template-block]: template 'layout' lacks blocks that other templates fill: 'head', 'main'\n"
        )
    }

    @Test func aNameIsOneFindingHoweverManyPagesLackIt() {
        var findings = Findings()
        let set = TemplateSet(
            [
                TemplateFile(name: "a", path: "theme/a.mustache", text: "{{#rows}}{{>card}}{{/rows}}", isOwn: false),
                TemplateFile(name: "b", path: "theme/b.mustache", text: "{{>card}}", isOwn: false),
                TemplateFile(name: "card", path: "templates/card.mustache", text: "{{href}} {{title}}{{x}}", isOwn: true),
            ],
            into: &findings
        )
        _ = set.compile(
            [PageTemplate("a", shape: ["rows": .list(["href": .text, "title": .text])]), PageTemplate("b", shape: ["title": .text])],
            into: &findings
        )
        #expect(
            ShortReport.text(of: findings) == """
                templates/card.mustache:1:3: error[template-name]: unknown name 'href' on the pages of 'b'
                templates/card.mustache:1:21: error[template-name]: unknown name 'x'

                """
        )
    }

    @Test func constantsAreCheckedInTemplatesThatNoPageUses() {
        let rendered = Rendered("x", files: ["spare": "{{t.skipp}}{{whatever}}"], constants: ["t": ["skip": "x"]])
        #expect(rendered.report == "templates/spare.mustache:1:3: error[template-name]: unknown name 't.skipp'\n")
    }
}
