import Diagnostics
import Handbook
import Markdown

/// All matrices.
struct MatricesPage: ListPage {
    let site: Site
    var area: Area { .matrices }
    let template = "matrices"

    func values(_ context: PageContext) -> [String: View] {
        var values = openingValues(context)
        values["matrices"] = .each(context.handbook.matrices) { matrix in
            [
                "id": .text(matrix.slug), "title": .text(matrix.title), "href": .text(context.href(matrix)),
                "summary": context.html(matrix.page.summary),
                "basis": .text(context.strings[matrix.basis.rawValue]), "is_stated": .flag(matrix.basis == .stated),
                "tables": MatrixTable.views(matrix, context),
            ]
        }
        let schemes = Set(context.handbook.matrices.map(\.scheme))
        values["legends"] = .each(Scheme.allCases.filter(schemes.contains)) { scheme in
            ["scheme": schemes.count > 1 ? .text(scheme.rawValue.uppercased()) : .none, "legend": MatrixView.legend(scheme, context)]
        }
        values.merge(MatrixOverview(context: context).values()) { first, _ in first }
        return values
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        context.handbook.matrices.map { OutlineEntry(title: $0.title, anchor: $0.slug) }
            + [
                OutlineEntry(title: context.strings["load"], anchor: "load"),
                OutlineEntry(title: context.strings["contradictions"], anchor: "contradictions"),
                OutlineEntry(title: context.strings["left_out"], anchor: "left-out"),
            ] + (MatrixOverview.canMerge(context.handbook) ? [OutlineEntry(title: context.strings["merged"], anchor: "merged")] : [])
    }
}

/// One matrix.
struct MatrixPage: DescribedPage {
    let subject: Matrix
    var area: Area { .matrices }
    var data: String { DataFiles.path(of: subject) }
    let template = "matrix"

    func values(_ context: PageContext) -> [String: View] {
        let page = subject.page
        return [
            "summary": context.html(page.summary), "basis": .text(context.strings[subject.basis.rawValue]),
            "is_stated": .flag(subject.basis == .stated), "basis_note": .text(context.strings["\(subject.basis.rawValue)_note"]),
            "cites": context.cites(page.sources.map(\.value)),
            "legend": MatrixView.legend(subject.scheme, context), "tables": MatrixTable.views(subject, context),
            "prose": context.html(subject.prose, of: page),
            "exemptions": exemptions(context).view(context),
        ]
    }

    private func exemptions(_ context: PageContext) -> Table {
        Table(
            "exemptions",
            context.strings["exemptions"],
            columns: ["row", "rule", "reason"].map { .text(context.strings[$0]) },
            rows: subject.page.exemptions.map { exemption in
                [.text(exemption.about?.value), .html("<code>\(HTMLText.escape(exemption.rule.value))</code>"), .text(exemption.reason)]
            }
        )
    }
}
