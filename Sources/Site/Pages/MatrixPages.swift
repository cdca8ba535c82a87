import Diagnostics
import Formats
import Handbook
import Markdown
import Templates

/// All matrices.
struct MatricesPage: ListPage {
    let site: SiteContent
    var area: Area { .matrices }
    var isInFullText: Bool { true }
    static let templates = ["matrices"]
    static let sheets: Set<StyleSheet> = [.matrix]
    static let shape: ViewShape.Fields = .opening.adding([
        "matrices": .list([
            "id": .text, "title": .text, "href": .text, "summary": .html, "basis": .text, "is_stated": .flag,
            "tables": .list(MatrixTable.shape),
        ]),
        "legends": .list(["scheme": .text, "legend": .legend]),
    ]).adding(MatrixOverview.shape)

    func values(_ context: PageContext) -> PageValues {
        var values = openingValues(context)
        let matrices = context.handbook.matrices.map { matrix -> View in
            [
                "id": context.id(context.anchor(matrix.slug, in: area)), "title": .text(matrix.title), "href": .text(context.href(matrix)),
                "summary": context.html(matrix.page.summary),
                "basis": .text(context.strings[matrix.basis.rawValue]), "is_stated": .flag(matrix.basis == .stated),
                "tables": MatrixTable.views(matrix, &values, context),
            ]
        }
        values["matrices"] = .list(matrices)
        let schemes = Set(context.handbook.matrices.map(\.scheme))
        values["legends"] = .each(Scheme.allCases.filter(schemes.contains)) { scheme in
            ["scheme": schemes.count > 1 ? .text(scheme.rawValue.uppercased()) : .none, "legend": scheme.legend(context.strings)]
        }
        MatrixOverview(context: context).add(to: &values)
        return values
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        context.handbook.matrices.map { OutlineEntry(title: $0.title, anchor: context.anchor($0.slug, in: area)) }
            + [
                OutlineEntry(title: context.strings["load"], anchor: "_load"),
                OutlineEntry(title: context.strings["contradictions"], anchor: "_contradictions"),
                OutlineEntry(title: context.strings["left_out"], anchor: "_left-out"),
            ] + (MatrixOverview.canMerge(context.handbook) ? [OutlineEntry(title: context.strings["merged"], anchor: "_merged")] : [])
    }
}

/// One matrix.
struct MatrixPage: DescribedPage {
    let subject: Matrix
    var area: Area { .matrices }
    var data: String { DataFiles.path(of: subject) }
    static let templates = ["matrix"]
    static let sheets: Set<StyleSheet> = [.matrix]
    static let shape: ViewShape.Fields = [
        "summary": .html, "basis": .text, "is_stated": .flag, "basis_note": .text, "cites": .html, "legend": .legend,
        "tables": .list(MatrixTable.shape), "prose": .html, "exemptions": Table.shape,
    ]

    func values(_ context: PageContext) -> PageValues {
        let page = subject.page
        var values = PageValues(
            context,
            [
                "summary": context.html(page.summary), "basis": .text(context.strings[subject.basis.rawValue]),
                "is_stated": .flag(subject.basis == .stated), "basis_note": .text(context.strings["\(subject.basis.rawValue)_note"]),
                "cites": context.cites(page.sources.map(\.value)),
                "legend": subject.scheme.legend(context.strings), "prose": context.html(subject.prose, of: page),
            ]
        )
        values["tables"] = MatrixTable.views(subject, &values, context)
        values.show(exemptions(context), as: "exemptions")
        return values
    }

    private func exemptions(_ context: PageContext) -> Table {
        Table(
            "exemptions",
            context.strings["exemptions"],
            columns: ["row", "rule", "reason"].map { .text(context.strings[$0]) },
            rows: subject.page.exemptions.map { exemption in
                [
                    .text(exemption.about?.value), .phrase(Phrase([.code(exemption.rule.value)])),
                    .text(exemption.reason),
                ]
            }
        )
    }
}
