import Formats
import Handbook

/// Which maps a site has, and on which of them a role stands.
///
/// A picture of very many roles is none, and would take long to lay out. So there is a limit; over it, the map shows the
/// groups, and each group has a map of its own. The tables below have all, however many they are.
struct Maps: Sendable {
    /// The map of one group and of the roles that its roles are related to.
    struct GroupMap: Sendable {
        let group: RoleGroup
        let address: String
    }

    /// More roles than this are not drawn in one picture.
    static let mostRoles = 80
    /// From so many roles on, each group has a map of its own.
    static let manyRoles = 40
    /// More groups than this are not drawn either.
    static let mostGroups = 40

    let groups: [RoleGroup]
    let pages: [GroupMap]
    /// Whether the map shows every role.
    let showsRoles: Bool
    private let addresses: [String: String]

    init(_ handbook: Handbook, _ strings: Strings) {
        groups = RoleGroup.groups(handbook, strings)
        showsRoles = handbook.roles.count <= Self.mostRoles
        guard handbook.roles.count > Self.manyRoles, groups.count > 1 else {
            pages = []
            addresses = [:]
            return
        }
        var taken: Set<String> = []
        pages = groups.map { group in
            var name = group.anchor
            while !taken.insert(name).inserted { name += "-2" }
            return GroupMap(group: group, address: "map/groups/\(name)/")
        }
        let drawn = pages.filter { $0.group.roles.count <= Self.mostRoles }
        addresses = Dictionary(drawn.map { ($0.group.roles[0].group ?? "", $0.address) }) { first, _ in first }
    }

    /// The address of the map that shows a role; `nil` if none does.
    func address(of role: Role) -> String? { showsRoles ? Area.map.address : addresses[role.group ?? ""] }

    /// What an address names to bring a role out.
    static func fragment(_ role: Role) -> String { "role-\(role.slug)" }
}
