import Drawing
import Formats
import Handbook
import Markdown
import Templates

/// The handbook as a tree: its groups, their roles, what each role is known by; and the same as a list.
struct TreePage: ListPage {
    let site: SiteContent
    let maps: Maps
    var area: Area { .map }
    var isPrinted: Bool { false }
    static let templates = ["tree"]
    static let sheets: Set<StyleSheet> = [.map]
    static let shape: ViewShape.Fields = .opening.adding([
        "figure": ["svg": .html, "picture_href": .text], "map_href": .text,
        "groups": .list([
            "title": .text, "color": .text, "roles": .list(["title": .text, "href": .text, "notes": .list(.text)]),
        ]),
    ])

    static let place = "tree/"
    private static let file = "tree.svg"
    /// With more roles than this their skills are left to the list.
    private static let mostWithNotes = 40

    var address: String { Self.place }
    var title: String { opening?.title ?? site.strings["tree"] }

    func values(_ context: PageContext) -> PageValues {
        var values = openingValues(context)
        let tree = tree(context)
        values["figure"] =
            tree.map { tree in
                let paint = MapPaint.classes(tree.groups.map(\.color))
                let drawing = TreeDrawing(layout: TreeLayout(Self.name(site), tree.branches), branches: tree.branches, paint: paint)
                return [
                    "svg": .html(HTML(drawing.page(label: title, hrefs: tree.hrefs))),
                    "picture_href": .text(context.addresses.file(address + Self.file)),
                ]
            } ?? View.none
        values["groups"] = .each(maps.groups) { group in
            [
                "title": .text(group.title), "color": .text(group.color),
                "roles": .each(group.roles) { role in
                    ["title": .text(role.title), "href": .text(context.href(role)), "notes": .each(Self.notes(role)) { .text($0) }]
                },
            ]
        }
        values["map_href"] = .text(context.href(Area.map.address))
        return values
    }

    var filePaths: [String] { isDrawn ? [address + Self.file] : [] }

    /// Whether the picture is not too much: of very many roles it shows the groups.
    private var isDrawn: Bool { maps.showsRoles ? !maps.groups.isEmpty : (2...Maps.mostGroups).contains(maps.groups.count) }

    func files(_ context: PageContext) -> [OutputFile] {
        guard let tree = tree(context) else { return [] }
        let paint = MapPaint.colors(MapFigures.hues(tree.groups, site.handbook))
        let drawing = TreeDrawing(layout: TreeLayout(Self.name(site), tree.branches), branches: tree.branches, paint: paint)
        return [OutputFile(path: address + Self.file, text: MapPicture.tree(drawing, title: Self.name(site)))]
    }

    private static func name(_ site: SiteContent) -> String { site.handbook.settings.title }

    /// What a role is known by: its core skills, or else its responsibilities.
    private static func notes(_ role: Role) -> [String] {
        role.coreSkills.isEmpty ? role.responsibilities.compactMap(\.lead) : role.coreSkills.map(\.text)
    }

    /// Branches with the group of each and where their leaves lead.
    private struct Tree {
        var branches: [TreeLayout.Branch]
        var groups: [RoleGroup]
        var hrefs: [[String]]
    }

    /// What is drawn; `nil` if it would be too much. Of very many roles the groups are the leaves.
    private func tree(_ context: PageContext) -> Tree? {
        guard isDrawn else { return nil }
        let groups = maps.groups
        guard maps.showsRoles else {
            let addresses = Dictionary(maps.pages.map { ($0.group.anchor, $0.address) }) { first, _ in first }
            return Tree(
                branches: groups.map { group in
                    let leaf = TreeLayout.Leaf(title: RoleGroup.count(group.roles.count, site.strings), notes: [])
                    return TreeLayout.Branch(title: group.title, leaves: [leaf])
                },
                groups: groups,
                hrefs: groups.map { [context.href(addresses[$0.anchor] ?? Area.map.address)] }
            )
        }
        var parts = groups.map { ($0, $0.roles) }
        let hasGroups = !site.handbook.settings.groups.isEmpty
        // Without groups the roles hang on the trunk, half of them on each side.
        if !hasGroups, let first = parts.first, first.1.count > 3 {
            let half = (first.1.count + 1) / 2
            parts = [(first.0, Array(first.1.prefix(half))), (first.0, Array(first.1.dropFirst(half)))]
        }
        let hasNotes = site.handbook.roles.count <= Self.mostWithNotes
        return Tree(
            branches: parts.map { group, roles in
                TreeLayout.Branch(
                    title: hasGroups ? group.title : "",
                    leaves: roles.map { TreeLayout.Leaf(title: $0.title, notes: hasNotes ? Self.notes($0) : []) }
                )
            },
            groups: parts.map(\.0),
            hrefs: parts.map { _, roles in roles.map { context.href($0) } }
        )
    }
}
