import Formats
import Handbook
import Markdown
import Templates

/// What all matrices together say: how much each role carries, where they contradict each other, what they leave out.
struct MatrixOverview {
    let context: PageContext

    static let shape: ViewShape.Fields = [
        "load": Table.shape, "contradictions": Table.shape, "absent": .roles, "rowless": .list(.link), "merged": Table.shape,
    ]

    func add(to values: inout PageValues) {
        let book = context.handbook
        let analysis = context.analysis
        let carried = book.roles.filter { analysis.work(of: $0.slug).load != nil }
        values.show(load(carried), as: "load")
        values.show(contradictions, as: "contradictions")
        values["absent"] = context.roles(book.roles.map(\.slug).filter { analysis.work(of: $0).load == nil })
        values["rowless"] = .each(book.activities.filter { !analysis.tasks.activities.contains($0.slug) }) { context.link($0) }
        values["merged"] = Self.canMerge(book) ? values.view(of: MergedMatrices(roles: carried, context: context).table) : .none
    }

    /// Nobody reads a table of more cells than this, and it would outgrow the rest of the site.
    static let mostCells = 10_000

    /// Whether there are several matrices, and few enough tasks and roles for one table.
    static func canMerge(_ handbook: Handbook) -> Bool {
        let tasks = handbook.matrices.reduce(0) { $0 + $1.tasks.count }
        let roles = Set(handbook.matrices.flatMap(\.tables).flatMap(\.columns).compactMap(\.role)).count
        return handbook.matrices.count > 1 && tasks * roles <= mostCells
    }

    private func load(_ roles: [Role]) -> Table {
        let strings = context.strings
        let loads = roles.compactMap { role in context.analysis.work(of: role.slug).load.map { (role: role, own: $0) } }
        let most = loads.map(\.own.accountable).max() ?? 0
        func shares(_ own: RoleLoad) -> [(shape: String, count: Int)] {
            [("square", own.accountable), ("disc", own.responsible), ("ring", own.consulted), ("dot", own.informed)]
        }
        let longest = loads.map { shares($0.own).map(\.count).reduce(0, +) }.max() ?? 0
        return Table(
            "load",
            strings["load"],
            style: "grid load",
            columns: [.text(strings["role"])]
                + ["tasks", "accountable", "responsible", "consulted", "informed"].map { .number(strings[$0]) }
                + [.aside(strings["load_share"])],
            rows: loads.map { role, own in
                [
                    .role(role.slug, context.site), .number(own.rows),
                    .number(own.accountable, isStrong: most > 0 && own.accountable == most), .number(own.responsible),
                    .number(own.consulted), .number(own.informed), .bar(shares(own), most: longest),
                ]
            }
        )
    }

    /// Each task for which two matrices have different accountable roles, and which matrix has whom.
    private var contradictions: Table {
        Table(
            "contradictions",
            context.strings["contradictions"],
            columns: [.text(context.strings["task"]), .text(context.strings["accountable_by_matrix"])],
            rows: context.analysis.contradictions.map { task in
                let first = task.claims.first
                let activity = first?.row.activity.flatMap { context.handbook.activity($0) }
                return [
                    .phrase(activity.map { .link($0) } ?? first.map { .contents($0.row.block, of: $0.matrix.page) }),
                    .list(task.claims.map(claim), none: .nothing),
                ]
            }
        )
    }

    private func claim(_ claim: AccountableClaims.Claim) -> Table.Cell.Item {
        let role = claim.column.role.flatMap { context.handbook.role($0) }
        let matrix: [Phrase.Piece] = [.text("("), .link(to: claim.matrix), .text(")")]
        return Table.Cell.Item(
            Phrase([role.map { .link(to: $0) } ?? .text(claim.column.header), .text(" "), .span(matrix, style: "holder-kind")])
        )
    }
}
