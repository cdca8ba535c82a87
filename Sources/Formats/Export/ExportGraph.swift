import Handbook

/// Roles as points, and what joins them as lines: their relations, or the tasks of a matrix.
struct ExportGraph: Sendable {
    struct Node: Sendable {
        /// Unique in the graph.
        let id: String
        let title: String
        let isRole: Bool
    }

    struct Edge: Sendable {
        let from: String
        let to: String
        let label: String?
        /// Whether it is drawn as a whole line: a stated relation, or the one who answers for a task.
        let isFirm: Bool
    }

    struct Group: Sendable {
        /// `nil` for those in no group.
        let title: String?
        let nodes: [Node]
    }

    let title: String
    let isDirected: Bool
    let groups: [Group]
    let edges: [Edge]

    init(of subject: Export.Subject, in handbook: Handbook) {
        switch subject {
        case .handbook:
            self.init(handbook.settings.title, handbook.roles, handbook.relations, isLabelled: false, handbook)
        case .role(let role):
            let relations = handbook.relations(of: role.slug)
            let near = Set(relations.flatMap(\.between) + [role.slug])
            self.init(role.title, handbook.roles.filter { near.contains($0.slug) }, relations, isLabelled: true, handbook)
        case .matrix(let matrix): self.init(matrix, handbook)
        }
    }

    /// Roles and their relations.
    private init(_ title: String, _ roles: [Role], _ relations: [Relation], isLabelled: Bool, _ handbook: Handbook) {
        self.title = title
        isDirected = false
        groups = Self.groups(roles, handbook)
        edges = relations.filter { $0.between.count == 2 }.map { relation in
            let names = relation.overlap.compactMap(\.lead)
            return Edge(
                from: "role:\(relation.between[0])",
                to: "role:\(relation.between[1])",
                label: isLabelled && !names.isEmpty ? names.joined(separator: ", ") : nil,
                isFirm: relation.basis == .stated
            )
        }
    }

    /// The roles of a matrix and its tasks: a line from each role to what it answers for or does.
    private init(_ matrix: Matrix, _ handbook: Handbook) {
        let slugs = Set(matrix.tables.flatMap(\.columns).compactMap(\.role))
        let tasks = matrix.tasks.enumerated().map { (id: "task:\($0 + 1)", row: $1.row, table: $1.table) }
        title = matrix.title
        isDirected = true
        groups =
            Self.groups(handbook.roles.filter { slugs.contains($0.slug) }, handbook)
            + [Group(title: nil, nodes: tasks.map { Node(id: $0.id, title: $0.row.task, isRole: false) })]
        edges = tasks.flatMap { id, row, table in
            zip(table.columns, row.cells).compactMap { column, cell -> Edge? in
                let letters = cell.letters.filter { $0 == matrix.scheme.accountable || $0 == matrix.scheme.responsible }
                guard let role = column.role, !letters.isEmpty else { return nil }
                return Edge(
                    from: "role:\(role)",
                    to: id,
                    label: letters.map(String.init).joined(separator: "/"),
                    isFirm: letters.contains(matrix.scheme.accountable)
                )
            }
        }
    }

    /// Roles under their groups, those in none last.
    private static func groups(_ roles: [Role], _ handbook: Handbook) -> [Group] {
        let byGroup = Dictionary(grouping: roles) { $0.group }
        let categories = handbook.settings.groups.map { (id: $0.id as String?, title: $0.title as String?) } + [(nil, nil)]
        return categories.compactMap { id, title in
            byGroup[id].map { roles in Group(title: title, nodes: roles.map { Node(id: "role:\($0.slug)", title: $0.title, isRole: true) })
            }
        }
    }
}
