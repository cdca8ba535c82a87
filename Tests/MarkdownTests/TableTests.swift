import Testing

@testable import Markdown

/// Tables as HTML.
@Suite struct TableTests {
    @Test func cellsAreAlignedByClass() {
        let found = html("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n")
        for cell in [
            #"<th class="align-left">a</th>"#, #"<th class="align-center">b</th>"#, #"<td class="align-center">2</td>"#,
            #"<td class="align-right">3</td>"#,
        ] {
            #expect(found.contains(cell))
        }
        #expect(!found.contains("align="))
    }

    @Test func wordsThatLookLikeAnAlignedCellStayAsTheyAre() {
        #expect(html("`<td align=\"right\">`").contains("&lt;td align=&quot;right&quot;&gt;"))
    }
}
