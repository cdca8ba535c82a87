import Handbook
import Markdown

/// All comparisons: stated relations, inferred ones, then pairs that only computation found.
struct ComparisonsPage: ListPage {
    let site: Site
    var area: Area { .comparisons }
    let template = "comparisons"

    func values(_ context: PageContext) -> [String: View] {
        var values = openingValues(context)
        values["slots"] = .each(1...4) { .text(context.strings.text("pick_slot", ["number": String($0)])) }
        values["data_href"] = .text(context.addresses.file(site.compareScript?.path ?? ""))
        let declared = [Basis.stated, .inferred].map { basis in
            (
                basis.rawValue,
                context.handbook.relations.filter { $0.basis == basis }.map { (pair: $0.between, overlap: $0.overlap.compactMap(\.lead)) }
            )
        }
        let computed = site.pairs.map { (pair: [$0.0, $0.1], overlap: [String]()) }
        values["kinds"] = .each(declared + [("computed", computed)]) { kind, pairs in
            [
                "title": .text(context.strings[kind]), "note": .text(context.strings["\(kind)_note"]), "id": .text(kind),
                "is_stated": .flag(kind == Basis.stated.rawValue), "any": .flag(!pairs.isEmpty),
                "relations": .each(pairs) { pair, overlap in
                    [
                        "first": context.role(pair[0]), "second": context.role(pair[1]),
                        "href": .text(context.href(PairPage.address(of: pair))),
                        "overlap": View(overlap.isEmpty ? nil : overlap.joined(separator: ", ")),
                    ]
                },
            ]
        }
        return values
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        let declared = [Basis.stated, .inferred].filter { basis in context.handbook.relations.contains { $0.basis == basis } }
        return (declared.map(\.rawValue) + (site.pairs.isEmpty ? [] : ["computed"])).map {
            OutlineEntry(title: context.strings[$0], anchor: $0)
        }
    }
}
