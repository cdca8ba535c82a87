import Handbook
import Testing

@testable import Authoring

/// HTML in a body: what Markdown can say becomes Markdown, and nothing is lost.
@Suite struct ImportHTMLTests {
    private static let others = ["b.md": "# B\n"]

    private static func body(_ html: String) -> String {
        let plan = Imported.plan(["a.md": "# A\n\n" + html, "b.md": "# B\n"], others: ["p.png", "q.png"])
        let text = Imported.text(plan, "content/a.md") ?? ""
        return String(text.dropFirst("# A\n\n".count))
    }

    // MARK: - Tables

    @Test(arguments: [
        (
            "<table>\n<tr><th>Task</th><th>Who</th></tr>\n<tr><td>Ship</td><td>Anna decides\n</tr>\n</table>\n",
            "| Task | Who |\n|---|---|\n| Ship | Anna decides |\n"
        ),
        ("<table>\n<tr><th>a<th>b</tr>\n<tr><td>y<td>X</tr>\n</table>\n", "| a | b |\n|---|---|\n| y | X |\n"),
        (
            "<table><thead><tr><th>a<th>b<tbody><tr><td>1<td>2<tr><td>3<td>4</table>\n",
            "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n"
        ),
        ("<table>\n<tr><td>a<td>b\n<tr><td><b> </b>x<td><b>c</b> <b>d</b></table>\n", "| a | b |\n|---|---|\n| x | **c** **d** |\n"),
        ("<table>\n<tr><td>a<td>b\n<tr><td>c<td><ul><li>x</li><li>y</li></ul></table>\n", "| a | b |\n|---|---|\n| c | x; y |\n"),
        ("<table>\n<tr><td>a<td><img src=\"p.png\" alt=\"P\"></table>\n", "| a | ![P](p.png) |\n|---|---|\n"),
    ])
    func endTagsOfCellsAreOptional(html: String, result: String) { #expect(Self.body(html) == result) }

    @Test(arguments: [
        "<table>\n<tr><td>a</td><td>b</td></tr>\nbetween\n<tr><td>c</td><td>d</td></tr>\n</table>\n",
        "<table><caption>Words</caption><tr><td>a</td><td>b</td></tr></table>\n", "<table>\n<tr>words<td>a</td><td>b</td></tr>\n</table>\n",
    ])
    func aTableThatWouldLoseWordsStays(html: String) {
        let (text, report) = Imported.page("# A\n\n" + html)
        #expect(text == "# A\n\n" + html && report.contains("wiki/a.md:3: a table in HTML, without its tags, stays as text"), "\(text)")
    }

    @Test func aFactWithoutAnEndTagIsRead() {
        let table =
            "<table>\n<tr><th>Title</th><td>Data Engineer</td></tr>\n<tr><th>Department<td>Data\n<tr><th>Deliverables</th><td>Release notes</tr>\n</table>\n"
        let text = Imported.page(table).text
        #expect(text.contains("title: Data Engineer\n") && text.contains("deliverables: [Release notes]\n"), "\(text)")
    }

    @Test func linksInATableThatStaysAreNoMarkdown() {
        let html = "<table>\n<tr><td colspan=\"2\"><a href=\"b.md\">link</a></td></tr>\n</table>\n"
        #expect(Self.body(html) == html)
    }

    // MARK: - Paragraphs

    @Test(arguments: [
        ("<p>Text <a href=\"b.md\">link</a>.</p>\n", "Text [link](b.md).\n"),
        (
            "<p align=\"center\">\n<img src=\"p.png\" alt=\"Logo\">\n<br>\n<a href=\"b.md\">Docs</a> · <a href=\"b.md\">More</a>\n</p>\n",
            "![Logo](p.png)\\\n[Docs](b.md) · [More](b.md)\n"
        ),
        ("<section>\n  <p>One <b>bold</b></p>\n  <p>Two</p>\n</section>\n", "One **bold**\n\nTwo\n"),
        ("<div align=\"center\">\n<a href=\"b.md\"><img src=\"p.png\" alt=\"P\"></a>\n</div>\n", "[![P](p.png)](b.md)\n"),
        ("<center>See <a href=\"b.md\">the <em>page</em></a></center>\n", "See [the *page*](b.md)\n"),
        ("<div>\n\n**x** [l](b.md)\n\n</div>\n", "\n**x** [l](b.md)\n\n"), ("<div>\n- a\n- [b](b.md)\n</div>\n", "- a\n- [b](b.md)\n"),
        ("text\n<div>more</div>\n", "text\n\nmore\n"), ("<h2 align=\"center\">Head</h2>\n<p>x</p>\n", "## Head\n\nx\n"),
        ("<ul>\n<li>one</li>\n<li><a href=\"b.md\">two</a>\n</ul>\n", "- one\n- [two](b.md)\n"),
        ("<ol><li>one<ul><li>in</li></ul></li><li>two</li></ol>\n", "1. one\n   - in\n2. two\n"),
        ("<details>\n<summary>More</summary>\n\ntext\n\n</details>\n", "**More**\n\ntext\n\n"),
        ("<figure><img src=\"p.png\" alt=\"P\"><figcaption><p>A picture</p></figcaption></figure>\n", "![P](p.png)\n\n*A picture*\n"),
        ("<div>\n<video src=\"v.mp4\"></video>\n<a href=\"b.md\">x</a>\n</div>\n", "<video src=\"v.mp4\"></video>\n\n[x](b.md)\n"),
        ("<p>a<br>b<br/></p>\n", "a\\\nb\n"), ("<p># 1 of all</p>\n<p>2. step</p>\n<p>- x</p>\n", "\\# 1 of all\n\n2\\. step\n\n\\- x\n"),
        ("<p>\ntext `<a href=\"q\">` b\n</p>\n", "text `<a href=\"q\">` b\n"),
        ("<div>\n<pre>\n<a href=\"b.md\">x</a>\n</pre>\n</div>\n", "<pre>\n<a href=\"b.md\">x</a>\n</pre>\n"),
    ])
    func aBlockOfWordsIsMarkdown(html: String, result: String) { #expect(Self.body(html) == result) }

    @Test(arguments: [
        (
            "<a href=\"b.md\">one</a> and <img src=\"p.png\" alt=\"A\"> then text\n",
            "[one](b.md) and ![A](p.png) then text\n"
        ),
        ("<img src=\"p.png\" align=\"left\"/>\nOur company makes widgets.\n", "![](p.png)\nOur company makes widgets.\n"),
        ("<img src=\"p.png\" alt=\"A\"> This **whole** text.\n", "![A](p.png) This **whole** text.\n"),
        (
            "<aside>\n<img src=\"p.png\" alt=\"icon\" width=\"40px\" /> This **whole** call-out matters.\n</aside>\n",
            "> ![icon](p.png) This **whole** call-out matters.\n"
        ),
        ("text\n<img src=\"p.png\" alt=\"A\">\nmore\n", "text\n![A](p.png)\nmore\n"),
        ("a <b>bold</b> word, <b>half\n", "a **bold** word, <b>half\n"),
        ("<img src=\"p.png\"\n  alt=\"A\"\n  width=\"3\"> text\n", "![A](p.png) text\n"),
        ("see <a\n  href=\"b.md\">b</a>\n", "see [b](b.md)\n"), ("a <\nb > c\n", "a <\nb > c\n"),
        ("> <p>quoted <a href=\"b.md\">l</a></p>\n> <p>two</p>\n", "> quoted [l](b.md)\n>\n> two\n"),
        ("- <p>item <a href=\"b.md\">l</a></p>\n- x\n", "- item [l](b.md)\n- x\n"),
        ("1. <p>one</p><p><a href=\"b.md\">l</a></p>\n", "1. <p>one</p><p><a href=\"b.md\">l</a></p>\n"),
    ])
    func aPictureStaysInItsText(html: String, result: String) { #expect(Self.body(html) == result) }

    @Test func wordsOfABlockAreAllThere() {
        let words = ["alpha", "beta", "gamma", "delta"]
        for open in ["<p>", "<div>", "<section><p>", "<center>", "<ul><li>", "<figure>", "<details>", "<header>"] {
            for inner in [
                "alpha <b>beta</b> gamma delta", "<a href=\"b.md\">alpha beta</a> gamma<br>delta", "alpha <i>beta <b>gamma</b></i> delta",
                "<a href=\"b.md\">alpha <p>beta gamma delta",
            ] {
                let text = Self.body(open + inner + "\n")
                #expect(words.allSatisfy(text.contains), "\(open)\(inner) \(text)")
            }
        }
    }

    @Test func componentsOfMDXStay() {
        let body = "# A\n\n<Section>\ntext\n</Section>\n\nHello {props.name}, `{code}`.\n"
        let (text, report) = Imported.page(body, named: "a.mdx")
        #expect(text == body)
        #expect(report.contains("wiki/a.mdx:7: an expression of JavaScript stays as text\n"), "\(report)")
        #expect(!Imported.page("# A\n\nHello {props.name}\n").report.contains("JavaScript"))
        let text2 = "# A\n\n## B {#b}\n\nHey \\{@name}\\, [p](https://x.org/{name}) and https://x.org/{id}\n"
        #expect(!Imported.page(text2, named: "a.mdx").report.contains("JavaScript"))
    }
}
