import Drawing
import Formats
import Handbook
import Markdown
import Templates

/// The roles and what holds between them as a picture, and the same as a table. Of very many roles the picture shows the
/// groups.
struct MapPage: ListPage {
    let site: SiteContent
    let maps: Maps
    var area: Area { .map }
    var isPrinted: Bool { false }
    static let templates = ["map"]
    static let sheets: Set<StyleSheet> = [.map]
    static let shape: ViewShape.Fields = .opening.adding([
        "figures": .mapFigures, "hint": .text, "groups": .list(.deck), "tree_href": .text, "table": Table.shape,
    ])

    /// The name of the picture's file, in the page's folder.
    static let file = "map.svg"

    func values(_ context: PageContext) -> PageValues {
        var values = openingValues(context)
        let map = map
        values["figures"] =
            map.map { map in
                MapFigures(map: map, context: context)
                    .view(label: context.strings["map_roles"], hrefs: hrefs(map, context), picture: address + Self.file)
            } ?? View.none
        values["hint"] = .text(context.strings[maps.showsRoles ? "map_hint" : "map_groups_hint"])
        values["groups"] = .each(maps.pages) { page in
            [
                "title": .text(page.group.title), "href": .text(context.href(page.address)), "color": .text(page.group.color),
                "count": .text(RoleGroup.count(page.group.roles.count, context.strings)),
            ]
        }
        values["tree_href"] = .text(context.href(TreePage.place))
        values.show(MapFigures.table("map", context.strings["map_roles"], maps.groups, context), as: "table")
        return values
    }

    var filePaths: [String] { isDrawn ? [address + Self.file] : [] }

    func files(_ context: PageContext) -> [OutputFile] {
        guard let map else { return [] }
        return [MapPage.picture(map, "\(site.handbook.settings.title): \(title)", address, site)]
    }

    static func picture(_ map: RoleGraph, _ title: String, _ address: String, _ site: SiteContent) -> OutputFile {
        let svg = MapPicture.map(
            map.graph,
            title: title,
            key: MapFigures.key(map.graph, site.strings),
            hues: MapFigures.hues(map.groups, site.handbook)
        )
        return OutputFile(path: address + file, text: svg)
    }

    /// What is drawn; `nil` if nothing can be.
    private var map: RoleGraph? { isDrawn ? maps.showsRoles ? .whole(site, maps.groups) : .groups(site, maps.groups) : nil }
    private var isDrawn: Bool {
        !site.handbook.roles.isEmpty && (maps.showsRoles || (2...Maps.mostGroups).contains(maps.groups.count))
    }

    /// A role's label leads to its page, a group's to its map.
    private func hrefs(_ map: RoleGraph, _ context: PageContext) -> [String] {
        guard map.roles.isEmpty else { return map.roles.map { context.href($0) } }
        let addresses = Dictionary(maps.pages.map { ($0.group.anchor, $0.address) }) { first, _ in first }
        return map.groups.map { context.href(addresses[$0.anchor] ?? address, nil) }
    }
}

/// The map of one group: its roles, and those of other groups that they are related to.
struct GroupMapPage: ListPage {
    let site: SiteContent
    let maps: Maps
    let map: Maps.GroupMap
    var area: Area { .map }
    var isPrinted: Bool { false }
    static let templates = ["map-group"]
    static let sheets: Set<StyleSheet> = [.map]
    static let shape: ViewShape.Fields = .opening.adding(["figures": .mapFigures, "color": .text, "table": Table.shape])

    var address: String { map.address }
    var title: String { opening?.title ?? map.group.title }
    var description: String? { opening?.page.summary?.text ?? map.group.summary }

    func values(_ context: PageContext) -> PageValues {
        var values = openingValues(context)
        if opening?.page.summary == nil { values["summary"] = View(map.group.summary) }
        let drawn = drawn
        values["figures"] =
            drawn.map { drawn in
                MapFigures(map: drawn, context: context)
                    .view(label: title, hrefs: drawn.roles.map { context.href($0) }, picture: address + MapPage.file)
            } ?? View.none
        values["color"] = .text(map.group.color)
        values.show(MapFigures.table("map", title, [map.group], context), as: "table")
        return values
    }

    var filePaths: [String] { isDrawn ? [address + MapPage.file] : [] }

    func files(_ context: PageContext) -> [OutputFile] {
        drawn.map { [MapPage.picture($0, "\(site.handbook.settings.title): \(title)", address, site)] } ?? []
    }

    /// What is drawn; `nil` if it would be too much.
    private var drawn: RoleGraph? { isDrawn ? .around(map.group, site, maps.groups) : nil }
    private var isDrawn: Bool { map.group.roles.count <= Maps.mostRoles }
}
