import Handbook
import Markdown

/// Roles sorted one way or the other.
package struct RoleGroup: Sendable {
    package let title: String
    package let summary: String?
    package let anchor: String
    package let color: String
    /// Its place among the groups of the settings; `nil` for those that are none.
    package let index: Int?
    package let roles: [Role]

    /// The classes of what has the colour of a group, by its place among those of the settings; `nil` for what is in none.
    package static func color(_ index: Int?) -> String { index.map { "g g\($0 + 1)" } ?? "g g0" }

    /// A number of roles in words.
    package static func count(_ count: Int, _ strings: Strings) -> String {
        count == 1 ? strings["roles_count_one"] : strings.text("roles_count", ["count": String(count)])
    }

    /// By group, in the settings' order; roles in none come last.
    package static func groups(_ book: Handbook, _ strings: Strings) -> [RoleGroup] {
        var groups = book.settings.groups.enumerated().map { index, group in
            RoleGroup(
                title: group.title,
                summary: group.summary,
                anchor: Anchors.slug(group.id),
                color: color(index),
                index: index,
                roles: book.roles.filter { $0.group == group.id }
            )
        }
        let rest = book.roles.filter { $0.group == nil }
        let title = groups.isEmpty ? strings["roles"] : strings["unsorted"]
        groups.append(RoleGroup(title: title, summary: nil, anchor: "unsorted", color: color(nil), index: nil, roles: rest))
        return groups.filter { !$0.roles.isEmpty }
    }

    /// By side, in the settings' order; roles on none come last.
    package static func sides(_ book: Handbook, _ strings: Strings) -> [RoleGroup] {
        var sides = book.settings.sides.map { side in
            RoleGroup(
                title: side.title,
                summary: side.summary,
                anchor: side.id,
                color: color(nil),
                index: nil,
                roles: book.roles.filter { $0.side == side.id }
            )
        }
        let rest = book.roles.filter { $0.side == nil }
        sides.append(
            RoleGroup(
                title: strings["unsorted"],
                summary: nil,
                anchor: "unsorted",
                color: color(nil),
                index: nil,
                roles: rest
            )
        )
        return sides.filter { !$0.roles.isEmpty }
    }
}
