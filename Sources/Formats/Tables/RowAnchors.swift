import Handbook
import Markdown

/// The ids of a matrix's rows on its page, by the names of their tasks: `row-deploy-to-production`.
package struct RowAnchors: Sendable {
    private let anchors: [String]

    package init(_ matrix: Matrix) {
        var taken = Anchors()
        for heading in matrix.page.document.headings { _ = taken.take(heading.anchor) }
        anchors = matrix.tables.flatMap(\.rows).map { taken.anchor(for: "row \($0.task)") }
    }

    /// The id of a row, counted over all tables from 0.
    package subscript(_ index: Int) -> String? { anchors.indices.contains(index) ? anchors[index] : nil }
}
