import Diagnostics
import Handbook
import Testing

@testable import Authoring

/// What other tools write in a body, as Markdown that means the same.
@Suite struct ImportConversionTests {
    // MARK: - Call-outs

    @Test(arguments: [
        // Docusaurus and VuePress
        (":::note\n\ntext\n\n:::\n", "> [!NOTE]\n> text\n"), (":::tip Try it\ntext\n:::\n", "> [!TIP]\n> **Try it**\n>\n> text\n"),
        (":::danger[Hot]\ntext\n:::\nmore\n", "> [!CAUTION]\n> **Hot**\n>\n> text\n\nmore\n"),
        ("::: warning\na\n\n- b\n:::\n", "> [!WARNING]\n> a\n>\n> - b\n"),
        ("::::info\na\n:::tip\nb\n:::\n::::\n", "> [!NOTE]\n> a\n> > [!TIP]\n> > b\n"),
        // MkDocs
        ("!!! note\n    text\n\n    more\n\nafter\n", "> [!NOTE]\n> text\n>\n> more\n\nafter\n"),
        ("!!! warning \"Hot\"\n    text\n", "> [!WARNING]\n> **Hot**\n>\n> text\n"),
        ("??? bug\n    text\n", "> [!CAUTION]\n> **Bug**\n>\n> text\n"), ("!!! custom\n    text\n", "> [!NOTE]\n> **Custom**\n>\n> text\n"),
        // Obsidian
        ("> [!info]- More\n> text\n", "> [!NOTE]\n> **More**\n>\n> text\n"), ("> [!bug]\n> text\n", "> [!CAUTION]\n> **Bug**\n>\n> text\n"),
        ("> [!tip]+ Try\n", "> [!TIP]\n> **Try**\n"), ("> [!NOTE]\n> text\n", "> [!NOTE]\n> text\n"),
        // GitBook
        ("{% hint style=\"danger\" %}\ntext\n{% endhint %}\n", "> [!CAUTION]\n> text\n"),
        // Notion
        ("<aside>\n💡 text\n\nmore\n</aside>\n", "> 💡 text\n>\n> more\n"), ("<aside>text</aside>\nmore\n", "> text\n\nmore\n"),
        ("<aside class=\"x\">\n- a\n\n</aside>\n", "> - a\n"),
    ])
    func aCallOutIsAnAlert(body: String, result: String) {
        let (text, report) = Imported.page("# A\n\n" + body)
        #expect(text == "# A\n\n" + result)
        #expect(report.contains("\nConverted:\n  wiki/a.md:") == (body != result))
    }

    @Test func whatIsFoldedIsReported() {
        let report = Imported.page("# A\n\n> [!info]- More\n> text\n\n??? note\n    text\n").report
        #expect(report.contains("wiki/a.md:3: a call-out of Obsidian is an alert, which is always open\n"))
        #expect(report.contains("wiki/a.md:6: an admonition of MkDocs is an alert, which is always open\n"))
    }

    // MARK: - Other blocks

    @Test(arguments: [
        ("=== \"Linux\"\n\n    run\n\n=== \"macOS\"\n\n    walk\n", "**Linux**\n\n\nrun\n\n**macOS**\n\n\nwalk\n"),
        ("{% tabs %}\n{% tab title=\"One\" %}\na\n{% endtab %}\n{% endtabs %}\n", "**One**\na\n\n\n"),
        ("{% highlight ruby %}\nputs\n{% endhighlight %}\n", "```ruby\nputs\n```\n"),
        ("{{< highlight go >}}\nx\n{{< /highlight >}}\n", "```go\nx\n```\n"),
        ("{% embed url=\"https://example.org/\" %}\n", "<https://example.org/>\n"),
        ("* TOC\n{:toc}\n\ntext\n", "\ntext\n"), ("[TOC]\n\ntext\n", "\ntext\n"), ("[[_TOC_]]\ntext\n", "text\n"),
        ("text\n{: .lead }\n", "text\n\n"), ("[a](https://example.org){:target=\"_blank\"}\n", "[a](https://example.org)\n"),
        ("## B {: #own .x}\n", "## B {#own}\n"),
        ("A thing. ^a1b2c3\n\n- b ^item-two\n", "A thing.\n\n- b\n"), ("2 ^2 and x^2\n", "2 ^2 and x^2\n"),
        ("{% raw %}{{ x }}{% endraw %}\n", "{{ x }}\n"), ("{{< youtube abc >}}\n", "<https://www.youtube.com/watch?v=abc>\n"),
        ("{{< figure src=\"https://x.org/p.png\" caption=\"A p\" >}}\n", "![A p](https://x.org/p.png) *A p*\n"),
        ("<img src=\"https://x.org/p.png\" alt=\"p\" width=\"9\">\n", "![p](https://x.org/p.png)\n"),
        ("see <a href=\"https://x.org/\">x</a>\n", "see [x](https://x.org/)\n"),
        (
            "<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>1 | 2</td><td><b>x</b></td></tr>\n</table>\n\ntext\n",
            "| a | b |\n|---|---|\n| 1 \\| 2 | **x** |\n\ntext\n"
        ),
    ])
    func whatIsCertainIsConverted(body: String, result: String) {
        let (text, report) = Imported.page("# A\n\n" + body)
        #expect(text == "# A\n\n" + result)
        #expect(report.contains("\nConverted:\n  wiki/a.md:") == (body != result) || body.contains("[TOC]"), "\(report)")
    }

    @Test(arguments: [
        "{% comment %}secret{% endcomment %}\n", "{%- comment -%}\nsecret\n{%- endcomment -%}\n", "{/* secret */}\n", "{/*\nsecret\n*/}\n",
        "{{< comment >}}secret{{< /comment >}}\n", "{{/* secret */}}\n", "before {/* secret */} after\n",
    ])
    func commentsAreLeftOut(body: String) {
        let (text, report) = Imported.page("# A\n\n" + body + "end\n")
        #expect(!text.contains("secret") && text.contains("end\n"), "\(text)")
        #expect(report.contains("wiki/a.md:3: a comment is left out"))
    }

    @Test func javaScriptOfMDXIsLeftOut() {
        let body =
            "import Tabs from '@theme/Tabs';\nimport {\n  x,\n} from \"y\";\n\n# A\n\nexport const a = 1;\n\n{/* note */}\n\n<Tabs>text</Tabs>\n"
        let (text, report) = Imported.page(body, named: "a.mdx")
        #expect(!text.contains("import") && !text.contains("export") && !text.contains("note") && text.contains("# A\n"), "\(text)")
        #expect(report.contains("a line of JavaScript ('import Tabs from '@theme/Tabs';') is left out"))
        #expect(report.contains("wiki/a.mdx:12: the component <Tabs>, without its tags, stays as text"))
        // Elsewhere such words are text.
        let plain = "# A\n\nimport tea from China\n"
        #expect(Imported.page(plain).text == plain)
    }

    @Test(arguments: [
        ("{{< note >}}\n", "a shortcode of Hugo"), ("{% include x.html %}\n", "a tag of Liquid"),
        ("{{ page.title }}\n", "a template expression '{{'"),
        (":::details More\nx\n:::\n", "a container ':::'"), (":::tip\nno end\n", "a container ':::'"),
        ("--8<-- \"x.md\"\n", "a snippet of MkDocs, which is another file's text,"),
        ("<table><tr><td colspan=\"2\">a</td></tr></table>\n", "a table in HTML, without its tags,"),
    ])
    func theRestIsReported(body: String, what: String) {
        let (text, report) = Imported.page("# A\n\n" + body)
        #expect(text == "# A\n\n" + body)
        #expect(report.contains("wiki/a.md:3: \(what) stays as text\n"), "\(report)")
    }

    @Test func everyLineIsReported() {
        let report = Imported.page("# A\n\n" + String(repeating: "{% x %}\n\n", count: 5)).report
        #expect(report.contains("wiki/a.md:3: a tag of Liquid stays as text (also lines 5, 7, 9, 11)\n"))
    }

    @Test(arguments: [
        "```\n:::note\nx\n:::\n{% comment %}\n```\n", "    {{< x >}}\n", "`{% raw %}` and `<img src=\"x\">`\n",
        "~~~\n!!! note\n    x\n~~~\n",
        "> ```\n> [!info]- x\n> ```\n", "- ```\n  [TOC]\n  ```\n",
    ])
    func codeStays(body: String) {
        let (text, report) = Imported.page("# A\n\n" + body)
        #expect(text == "# A\n\n" + body)
        #expect(!report.contains("Converted:") && !report.contains("stays as text"), "\(report)")
    }

    @Test func linesKeepTheirNumbersInTheReport() {
        let body = "# A\n\n:::note\nx\n:::\n\n{% comment %}\ny\n{% endcomment %}\n\n## Skills\n\n## KPIs\n- z\n"
        let report = Imported.plan(["roles/a.md": body]).report.text
        #expect(report.contains("wiki/roles/a.md:13: 'KPIs' is a section"), "\(report)")
    }

    // MARK: - Handles

    @Test(arguments: [
        ("Ask [@ann].\n", "Ask (@ann).\n"), ("[@ann] and [@ann], [@bob; @eve]\n", "(@ann) and (@ann), (@bob; @eve)\n"),
        ("`[@ann]`\n", "`[@ann]`\n"), ("[@ann](https://x.org/)\n", "[@ann](https://x.org/)\n"), ("[@book, p. 3]\n", "[@book, p. 3]\n"),
    ])
    func aHandleIsText(body: String, result: String) async {
        let book = ["references/book.md": "---\ntags: [source]\n---\n# Book\n"]
        let plan = Imported.plan(book.merging(["a.md": "# A\n\n" + body]) { $1 })
        #expect(Imported.text(plan, "content/a.md") == "# A\n\n" + result)
        #expect(plan.report.text.contains("no source has that key") == (body != result))
        let findings = await HandbookReader.read(plan.project).findings
        #expect(!findings.all.contains { $0.rule == .unknownSource }, "\(findings.all)")
    }

    // MARK: - Front matter

    @Test(arguments: [
        "{\n  \"title\": \"A\",\n  \"weight\": 2,\n  \"draft\": true\n}\n", "{\"title\": \"A\", \"weight\": 2, \"draft\": true}\n",
        "{\n\t\"title\": \"A\",\n\t\"weight\": 2,\n\t\"draft\": true\n}\n",
        "---json\n{\"title\": \"A\", \"weight\": 2, \"draft\": true}\n---\n",
    ])
    func frontMatterInJSONIsRead(front: String) {
        #expect(Imported.page(front + "text\n").text == "---\ntitle: A\norder: 2\ndraft: true\n---\ntext\n")
    }

    @Test func unreadableJSONIsKept() {
        let (text, report) = Imported.page("{\n  \"title\": \"A\",\n  \"b\": [1,,\n]}\ntext\n")
        #expect(text.contains("draft: true\n") && text.contains("#     \"title\": \"A\",\n") && text.hasSuffix("---\ntext\n"), "\(text)")
        #expect(report.contains("the front matter cannot be read, and is kept in comments; the page is a draft"))
        // A brace alone is text.
        #expect(Imported.page("{ not json }\n\ntext\n").text.hasSuffix("{ not json }\n\ntext\n"))
    }

    @Test(arguments: [
        "---\ntitle: Pay\ndraft: true\n\n# Pay\n", "# Head\n\n---\ntitle: Pay\ndraft: true\n---\ntext\n", "# A\n\n%% not closed\n",
        "<!-- x -->\n---\ntitle: Pay\ndraft: true\n---\ntext\n",
    ])
    func whatMayBePrivateIsADraft(text: String) async {
        let plan = Imported.plan(["a.md": text])
        #expect(Imported.text(plan, "content/a.md")?.contains("draft: true\n---\n") == true, "\(Imported.text(plan, "content/a.md") ?? "")")
        #expect(plan.report.text.contains("; the page is a draft\n"))
        #expect(await HandbookReader.read(plan.project).handbook.pages.isEmpty)
    }
}
