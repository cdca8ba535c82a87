import Drawing
import Formats
import Handbook

/// Roles of a handbook as a graph to be drawn.
struct RoleGraph: Sendable {
    let graph: MapGraph
    let groups: [RoleGroup]
    /// By their index in the graph; empty where the graph has groups for its roles.
    let roles: [Role]

    /// Every role.
    static func whole(_ site: SiteContent, _ groups: [RoleGroup]) -> RoleGraph {
        RoleGraph(site, site.handbook.roles, groups, links(site))
    }

    /// The roles of a group, and the related roles of other groups, if they are not too many.
    static func around(_ group: RoleGroup, _ site: SiteContent, _ all: [RoleGroup]) -> RoleGraph {
        let own = Set(group.roles.map(\.slug))
        var links: [(String, String, MapGraph.Kind)] = []
        for role in group.roles {
            for (partner, kind) in partners(of: role.slug, site) where !own.contains(partner) || role.slug < partner {
                links.append((role.slug, partner, kind))
            }
        }
        let shown = own.union(links.map(\.1))
        let fits = shown.count <= Maps.mostRoles
        let groups = all.filter { $0.anchor == group.anchor || (fits && $0.roles.contains { shown.contains($0.slug) }) }
        let roles = groups.flatMap(\.roles).filter { fits ? shown.contains($0.slug) : own.contains($0.slug) }
        return RoleGraph(site, roles, groups, links)
    }

    /// The groups, each with the number of its roles, joined where any of their roles are.
    static func groups(_ site: SiteContent, _ groups: [RoleGroup]) -> RoleGraph {
        var places: [String: Int] = [:]
        for (index, group) in groups.enumerated() { for role in group.roles { places[role.slug] = index } }
        let nodes = groups.enumerated().map { index, group in
            let count = RoleGroup.count(group.roles.count, site.strings)
            return MapGraph.Role(title: count, short: String(group.roles.count), group: index)
        }
        let links = links(site).compactMap { a, b, kind -> MapGraph.Link? in
            guard let a = places[a], let b = places[b], a != b else { return nil }
            return MapGraph.Link(a: a, b: b, kind: kind)
        }
        let graph = MapGraph(groups: groups.map { MapGraph.Group(title: $0.title) }, roles: nodes, links: links)
        return RoleGraph(graph: graph, groups: groups, roles: [])
    }

    private init(graph: MapGraph, groups: [RoleGroup], roles: [Role]) {
        self.graph = graph
        self.groups = groups
        self.roles = roles
    }

    private init(_ site: SiteContent, _ roles: [Role], _ groups: [RoleGroup], _ links: [(String, String, MapGraph.Kind)]) {
        let places = Dictionary(roles.enumerated().map { ($1.slug, $0) }) { first, _ in first }
        var groupOf: [String: Int] = [:]
        for (index, group) in groups.enumerated() { for role in group.roles { groupOf[role.slug] = index } }
        // Where there are no groups, the region has no name.
        let hasGroups = !site.handbook.settings.groups.isEmpty
        self.roles = roles
        self.groups = groups
        graph = MapGraph(
            groups: groups.map { MapGraph.Group(title: hasGroups ? $0.title : "") },
            roles: roles.map { MapGraph.Role(title: $0.title, short: $0.short, group: groupOf[$0.slug] ?? 0) },
            links: links.compactMap { a, b, kind in
                guard let a = places[a], let b = places[b] else { return nil }
                return MapGraph.Link(a: a, b: b, kind: kind)
            }
        )
    }

    /// What joins any two roles: what pages declare; where none does, what computation finds.
    private static func links(_ site: SiteContent) -> [(String, String, MapGraph.Kind)] {
        let relations = site.handbook.relations
        guard relations.isEmpty else { return relations.compactMap { relation in relation.pair.map { ($0, $1, kind(relation)) } } }
        return site.pairs.all.map { ($0.first, $0.second, .computed) }
    }

    /// Those a role is joined to in a map.
    private static func partners(of role: String, _ site: SiteContent) -> [(String, MapGraph.Kind)] {
        guard site.handbook.relations.isEmpty else {
            return site.handbook.relations(of: role).compactMap { relation in relation.partner(of: role).map { ($0, kind(relation)) } }
        }
        return site.pairs.pairs(of: role).map { ($0.partner(of: role), .computed) }
    }

    static func kind(_ relation: Relation) -> MapGraph.Kind { relation.basis == .stated ? .stated : .inferred }
}

extension Relation {
    fileprivate var pair: (String, String)? { between.count == 2 ? (between[0], between[1]) : nil }
}
