import Foundation
import Testing

@testable import Markdown

/// What the writer does beyond the HTML of cmark-gfm.
@Suite struct HTMLWriterTests {
    @Test func headingsAreLoweredAndTheirIDsPrefixed() {
        let options = HTMLOptions(headingShift: 2, idPrefix: "roles-a-")
        #expect(
            html("# A\n\n### B\n\n###### C", options) == """
                <h4 id="roles-a-a">
                A
                </h4>
                <h5 id="roles-a-b">
                B
                </h5>
                <h6 id="roles-a-c">
                C
                </h6>

                """
        )
    }

    @Test func footnotesAreNoLandmarkWhereNoneIsWanted() {
        let found = html("a[^1]\n\n[^1]: b", HTMLOptions(hasLandmarks: false))
        #expect(found.contains("<div class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\"><ol><li id=\"p-fn-1\">"))
        #expect(found.hasSuffix("</li></ol></div>\n"))
        #expect(!found.contains("section"))
    }

    @Test func noHeadingIsAboveTheSecondLevel() {
        #expect(html("# A\n\n## B").contains("<h2 id=\"a\">\nA\n</h2>\n<h2 id=\"b\">"))
    }

    @Test func alertsHaveTheTitlesOfTheLabels() {
        var labels = HTMLOptions.Labels()
        labels.alerts["tip"] = "Rat & Tat"
        let expected = "<div class=\"alert alert-tip\" role=\"note\"><p class=\"alert-title\">Rat &amp; Tat</p>\n<p>a</p>\n</div>\n"
        #expect(html("> [!TIP]\n> a", HTMLOptions(labels: labels)) == expected)
    }

    @Test func tasksAndTablesHaveLabels() {
        var labels = HTMLOptions.Labels()
        (labels.done, labels.open, labels.table) = ("Fertig", "Offen", "\"Tafel\"")
        let found = html("- [x] a\n- [ ] b\n\n| c |\n|---|\n", HTMLOptions(labels: labels))
        #expect(found.contains("<li><input type=\"checkbox\" checked disabled aria-label=\"Fertig\"> a</li>"))
        #expect(found.contains("<li><input type=\"checkbox\" disabled aria-label=\"Offen\"> b</li>"))
        #expect(found.contains("<div class=\"table-box\" role=\"group\" tabindex=\"0\" aria-label=\"&quot;Tafel&quot;\">\n<table>"))
    }

    @Test func footnotesLinkBackToEveryUse() {
        let found = html("a[^n] b[^n]\n\n[^n]: c\n")
        #expect(found.contains("a<sup class=\"footnote-ref\"><a id=\"p-fnref-1\" href=\"#p-fn-1\" role=\"doc-noteref\">1</a></sup>"))
        #expect(found.contains("b<sup class=\"footnote-ref\"><a id=\"p-fnref-1-2\" href=\"#p-fn-1\" role=\"doc-noteref\">1</a></sup>"))
        #expect(
            found.hasSuffix(
                """
                <section class="footnotes" role="doc-endnotes" aria-label="Footnotes"><ol><li id="p-fn-1">
                <p>c <a class="footnote-back" href="#p-fnref-1" role="doc-backlink" aria-label="Back to the text">↩</a> \
                <a class="footnote-back" href="#p-fnref-1-2" role="doc-backlink" aria-label="Back to the text 2">↩<sup>2</sup></a></p>
                </li></ol></section>

                """
            )
        )
    }

    @Test func aFootnoteThatEndsInAListHasItsLinkInAParagraph() {
        let found = html("a[^n]\n\n[^n]: b\n\n    - c\n")
        #expect(found.contains("</ul>\n<p> <a class=\"footnote-back\""))
    }

    @Test("Footnotes have the same numbers whatever is written first, or left out")
    func footnotesAreNumberedByTheDocument() {
        let page = ReadPage("a[^x]\n\nb[^y] c[^x]\n\n[^x]: one\n\n[^y]: two\n")
        let blocks = page.document.blocks
        let last = blocks[1...1].html()
        #expect(last.contains("href=\"#p-fn-2\"") && last.contains("id=\"p-fnref-1-2\""))
        #expect(blocks[3...3].html().contains("<ol start=\"2\"><li id=\"p-fn-2\">"))
        #expect(blocks[2...3].html().components(separatedBy: "<section").count == 2)
    }

    @Test func aReferenceInTheTextForAnImageIsNoUse() {
        let found = html("![a[^n]](b) c[^n]\n\n[^n]: d\n")
        #expect(found.contains("id=\"p-fnref-1\"") && !found.contains("fnref-1-2"))
    }

    @Test func noBlankStandsBeforeCitations() {
        #expect(html("a [@b]\n[@c; @d] *e* [@f]") == "<p>a{cite b}{cite c+d} <em>e</em>{cite f}</p>\n")
        #expect(html("## [@a] b\n\n[@c]") == "<h2 id=\"b\">{cite a} b\n</h2>\n<p>{cite c}</p>\n")
    }
}
