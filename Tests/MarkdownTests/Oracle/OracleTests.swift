import Foundation
import Testing

@testable import Markdown

@Suite("The HTML writer without adjustments writes what cmark-gfm writes")
struct OracleTests {
    /// Both, where they differ.
    private static func difference(_ text: String) -> String? {
        let page = ReadPage(ReferenceHTML.withoutMarks(text))
        guard let expected = ReferenceHTML.of(page.split.body) else { return "no memory" }
        let found = page.document.referenceHTML
        return found.utf8.elementsEqual(expected.utf8)
            ? nil : "\(text.debugDescription)\ngives    \(found.debugDescription)\nnot      \(expected.debugDescription)"
    }

    @Test("for generated documents", arguments: 0..<10)
    func generated(part: Int) {
        let count = 520
        let differences = (part * count..<(part + 1) * count).compactMap { Self.difference(GeneratedMarkdown.text(seed: UInt64($0))) }
        #expect(differences.isEmpty, "\(differences.count) differ:\n\(differences.min { $0.utf8.count < $1.utf8.count } ?? "")")
    }

    @Test func forEveryPageInTheRepository() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        var count = 0
        for folder in ["content", "docs", "Tests", "Sources"] {
            let files = try #require(FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil))
            for case let file as URL in files where file.pathExtension == "md" {
                // Some cases of tests are not UTF-8: decoding replaces what is wrong.
                let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
                #expect(Self.difference(text) == nil, "\(file.path)")
                count += 1
            }
        }
        #expect(count > 100)
    }

    /// A text, what the writer makes of it, and why that is wanted.
    private static let wanted: [(text: String, html: String, reason: String)] = [
        ("# A {#b}", "<h1>A</h1>\n", "the id that a heading sets is not part of its text"),
        ("> [!NOTE]\n> a", "<blockquote>\n<p>a</p>\n</blockquote>\n", "the mark of an alert is not part of its text"),
        ("a [@b]", "<p>a </p>\n", "a citation is a mark that the page resolves"),
        ("[[A|b]]", "<p>b</p>\n", "a wiki link is a mark that the page resolves"),
        ("&#1;", "<p>\u{FFFD}</p>\n", "control characters are replaced, also where a reference writes them"),
        ("![a&#10;b](c)", "<p><img src=\"c\" alt=\"a b\" /></p>\n", "a line end is a soft break, also where a reference writes it"),
        (
            "![a[^n]](b)\n\nc[^n]\n\n[^n]: d",
            """
            <p><img src="b" alt="a" /></p>
            <p>c<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" data-footnote-ref>1</a></sup></p>
            <section class="footnotes" data-footnotes>
            <ol>
            <li id="fn-1">
            <p>d <a href="#fnref-1" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩</a></p>
            </li>
            </ol>
            </section>

            """,
            "a reference in the text for an image is not on the page, so no link leads back to it"
        ),
        (
            "a[^n]\n\n[^n]: b\n\n[^o]: c[^n]",
            """
            <p>a<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" data-footnote-ref>1</a></sup></p>
            <section class="footnotes" data-footnotes>
            <ol>
            <li id="fn-1">
            <p>b <a href="#fnref-1" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩</a></p>
            </li>
            </ol>
            </section>

            """,
            "a footnote that is not used is not on the page, so no link leads back to a reference in it"
        ),
    ]

    @Test("except for wanted differences", arguments: wanted)
    func differences(text: String, html: String, reason: String) {
        #expect(ReadPage(text).document.referenceHTML == html, "\(reason)")
        #expect(ReferenceHTML.of(text) != html, "no difference any more: \(reason)")
    }
}
