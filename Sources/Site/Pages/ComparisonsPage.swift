import Formats
import Handbook
import Markdown
import Templates

/// All comparisons: stated relations, inferred ones, then pairs that only computation found.
struct ComparisonsPage: ListPage {
    let site: SiteContent
    var area: Area { .comparisons }
    static let templates = ["comparisons"]
    static let sheets: Set<StyleSheet> = [.comparison]
    static let shape: ViewShape.Fields = .opening.adding([
        "slots": .list(.text), "table": Table.shape,
        "kinds": .list([
            "title": .text, "note": .text, "id": .text, "is_stated": .flag,
            "relations": .list(["first": .role, "second": .role, "href": .text, "overlap": .text]),
        ]),
    ])
    var isPrinted: Bool { false }

    func values(_ context: PageContext) -> PageValues {
        var values = openingValues(context)
        values["slots"] = .each(1...4) { .text(context.strings.text("pick_slot", ["number": String($0)])) }
        values["data_href"] = .text(context.addresses.file(context.presentation.compareScript?.path ?? ""))
        let declared = [Basis.stated, .inferred].map { basis in
            (
                basis.rawValue,
                context.handbook.relations.filter { $0.basis == basis }.map { (pair: $0.between, overlap: $0.overlap.compactMap(\.lead)) }
            )
        }
        let computed = site.pairs.all.map { (pair: $0.slugs, overlap: [String]()) }
        values["kinds"] = .each(declared + [("computed", computed)]) { kind, pairs in
            [
                "title": .text(context.strings[kind]), "note": .text(context.strings["\(kind)_note"]),
                "id": .text(context.anchor(kind, in: area)),
                "is_stated": .flag(kind == Basis.stated.rawValue),
                "relations": .each(pairs) { pair, overlap in
                    [
                        "first": context.role(pair[0]), "second": context.role(pair[1]),
                        "href": .text(context.href(Addresses.comparison(of: pair))),
                        "overlap": View(overlap.isEmpty ? nil : overlap.joined(separator: ", ")),
                    ]
                },
            ]
        }
        values.show(table(declared, computed.map(\.pair), context), as: "table")
        return values
    }

    /// All of them for a spreadsheet.
    private func table(_ declared: [(String, [(pair: [String], overlap: [String])])], _ computed: [[String]], _ context: PageContext)
        -> Table
    {
        let strings = context.strings
        let all = declared.flatMap { kind, pairs in pairs.map { (kind, $0.pair, $0.overlap) } } + computed.map { ("computed", $0, []) }
        return Table(
            "comparisons",
            title,
            columns: (1...2).map { .text(strings.text("pick_slot", ["number": String($0)])) } + [
                .text(strings["basis"]), .text(strings["shared"]),
            ],
            rows: all.map { kind, pair, overlap in
                pair.map { .role($0, context.site) } + [.text(strings[kind]), .list(overlap.map(Phrase.text), none: "")]
            }
        )
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        let declared = [Basis.stated, .inferred].filter { basis in context.handbook.relations.contains { $0.basis == basis } }
        return (declared.map(\.rawValue) + (site.pairs.all.isEmpty ? [] : ["computed"])).map {
            OutlineEntry(title: context.strings[$0], anchor: context.anchor($0, in: area))
        }
    }
}
