import Drawing
import Formats
import Handbook
import Markdown
import Templates

/// The picture of a role and those it has to do with: what pages declare first, then what computation finds, up to a
/// number that can be taken in at a glance.
struct RoleNeighbours {
    let role: Role
    let context: PageContext

    /// At most so many that pages declare.
    static let most = 12
    /// Computed ones fill up to so many.
    static let mostWithComputed = 6

    /// Stated relations, then inferred ones, then what computation finds.
    var all: [(role: Role, kind: MapGraph.Kind)] {
        let declared = context.handbook.relations(of: role.slug).compactMap { relation in
            relation.partner(of: role.slug).flatMap { context.handbook.role($0) }.map { ($0, RoleGraph.kind(relation)) }
        }
        let computed = context.site.pairs.pairs(of: role.slug).compactMap { pair in
            context.handbook.role(pair.partner(of: role.slug)).map { ($0, MapGraph.Kind.computed) }
        }
        return declared.filter { $0.1 == .stated } + declared.filter { $0.1 == .inferred } + computed
    }

    /// What is drawn of a list in that order.
    static func shown<Element>(_ all: [(role: Element, kind: MapGraph.Kind)]) -> [(role: Element, kind: MapGraph.Kind)] {
        let declared = all.filter { $0.kind != .computed }.prefix(most)
        return Array(declared) + all.filter { $0.kind == .computed }.prefix(max(0, mostWithComputed - declared.count))
    }

    static let shape: ViewShape = [
        "wide": .html, "narrow": .html, "key": .mapKey, "more": .text, "map_href": .text,
    ]

    var view: View {
        let all = all
        guard !all.isEmpty else { return .none }
        let shown = Self.shown(all)
        let map = NeighbourMap(
            title: role.title,
            label: context.strings.text("neighbours", ["role": role.title]),
            color: context.site.color(role),
            neighbours: shown.map {
                NeighbourMap.Neighbour(title: $0.role.title, href: context.href($0.role), color: context.site.color($0.role), kind: $0.kind)
            }
        )
        let kinds = Set(shown.map(\.kind.rawValue)).sorted().compactMap(MapGraph.Kind.init(rawValue:))
        return [
            "wide": .html(HTML(map.wide())), "narrow": .html(HTML(map.narrow())),
            "key": .each(kinds) { ["kind": .text("\($0)"), "words": .text(context.strings["\($0)"])] },
            "more": all.count == shown.count
                ? .none : .text(context.strings.text("neighbours_more", ["count": String(all.count - shown.count)])),
            "map_href": View(context.presentation.maps.address(of: role).map { context.href($0, Maps.fragment(role)) }),
        ]
    }
}
