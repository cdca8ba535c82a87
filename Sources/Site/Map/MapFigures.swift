import Drawing
import Formats
import Handbook
import Markdown
import Templates

/// A map as pages show it: one picture for a wide page, one for a narrow one, and what its lines mean.
struct MapFigures {
    let map: RoleGraph
    let context: PageContext

    /// What the template `map-figures` is given. `hrefs` say where each label leads.
    func view(label: String, hrefs: [String], picture: String) -> View {
        guard !map.graph.roles.isEmpty else { return .none }
        let paint = MapPaint.classes(map.groups.map(\.color))
        func svg(_ name: String, _ measures: MapMeasures) -> View {
            .html(HTML(MapDrawing(MapLayout(map.graph, measures), map.graph, paint).page(name, label: label, hrefs: hrefs)))
        }
        return [
            "wide": svg("wide", .wide), "narrow": svg("narrow", .narrow),
            "names": .each(map.roles.enumerated()) { index, role in
                ["number": View(index + 1), "id": .text(Maps.fragment(role))]
            },
            "key": .each(Self.key(map.graph, context.strings)) { kind, words in ["kind": .text("\(kind)"), "words": .text(words)] },
            "left_out": map.graph.leftOut == 0 ? .none : .text(context.strings.text("map_left_out", ["count": String(map.graph.leftOut)])),
            "picture_href": .text(context.addresses.file(picture)),
        ]
    }

    /// What each kind of line in a graph means.
    static func key(_ graph: MapGraph, _ strings: Strings) -> [(MapGraph.Kind, String)] {
        let kinds = Set(graph.links.map(\.kind.rawValue)).sorted().compactMap(MapGraph.Kind.init(rawValue:))
        return kinds.map { ($0, "\(strings["\($0)"]): \(strings["\($0)_note"])") }
    }

    /// The hue of each region, for a picture that carries its colours.
    static func hues(_ groups: [RoleGroup], _ book: Handbook) -> [Int?] {
        groups.map { group in group.index.map { GroupColors.hue($0, of: book.settings.groups.count) } }
    }

    /// Roles, their groups and the roles they are related to, each a link to the two side by side.
    static func table(_ name: String, _ caption: String, _ groups: [RoleGroup], _ context: PageContext) -> Table {
        let strings = context.strings
        let kinds: [MapGraph.Kind] = [.stated, .inferred, .computed]
        return Table(
            name,
            caption,
            style: "rows map-table",
            fits: true,
            grouping: strings["group"],
            columns: [.heading(strings["role"])] + kinds.map { .text(strings["\($0)"]) },
            groups: groups.map { group in
                Table.Group(
                    heading: .text(group.title),
                    id: "group-\(group.anchor)",
                    color: group.color,
                    rows: group.roles.map { role in
                        Table.Row(
                            [.role(role.slug, context.site)]
                                + kinds.map { .list(partners(of: role, $0, context), none: strings["none_named"]) }
                        )
                    }
                )
            }
        )
    }

    private static func partners(of role: Role, _ kind: MapGraph.Kind, _ context: PageContext) -> [Phrase] {
        func link(_ partner: String, _ address: String) -> Phrase? {
            context.handbook.role(partner).map { Phrase([.link([.text($0.title)], address: address)]) }
        }
        guard kind == .computed else {
            return context.handbook.relations(of: role.slug).filter { RoleGraph.kind($0) == kind }.compactMap { relation in
                relation.partner(of: role.slug).flatMap { link($0, relation.page.address) }
            }
        }
        return context.site.pairs.pairs(of: role.slug).compactMap { pair in
            link(pair.partner(of: role.slug), Addresses.comparison(of: pair.slugs))
        }
    }
}
