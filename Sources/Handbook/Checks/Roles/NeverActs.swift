import Diagnostics

extension Rule {
    /// A role that never does or answers for anything.
    public static let neverActs = Rule("never-acts", .warning, "a role with a column does or answers for something")
}

extension Check {
    /// A role with a column and no R or A in any matrix.
    static let neverActs = Check(rules: [.neverActs]) { handbook, findings in
        let parts = RoleParts.gather(handbook)
        for role in handbook.roles {
            guard let own = parts[role.slug], own.accountable == 0, own.responsible == 0, let place = own.columns.first else { continue }
            findings.add(
                Rule.neverActs(
                    "'\(role.title)' is never responsible or accountable",
                    at: place,
                    help: own.letters == 0
                        ? "remove the column, or give the role a part" : "give the role what it does itself, or accept that it only advises"
                )
            )
        }
    }
}

/// What a role has in all matrices together.
public struct RoleParts: Sendable {
    /// Where its columns are headed.
    public private(set) var columns: [Location] = []
    /// Rows of matrices in which it has a column.
    public private(set) var rows = 0
    /// Cells with a letter.
    public private(set) var letters = 0
    /// Cells that make it answer for the task.
    public private(set) var accountable = 0
    /// Cells that make it do the work.
    public private(set) var responsible = 0
    /// Cells that hold I alone.
    public private(set) var informed = 0
    /// Cells that hold C.
    public private(set) var consulted = 0

    /// No part in anything.
    public init() {}

    /// Counts over all matrices, by the role's slug.
    public static func gather(_ handbook: Handbook) -> [String: RoleParts] {
        var parts: [String: RoleParts] = [:]
        for matrix in handbook.matrices {
            for table in matrix.tables {
                for (index, column) in table.columns.enumerated() {
                    guard let role = column.role else { continue }
                    parts[role, default: RoleParts()].add(
                        column,
                        table.rows.filter { !$0.isHeading }.map { $0.cells[index] },
                        matrix.scheme
                    )
                }
            }
        }
        return parts
    }

    private mutating func add(_ column: Matrix.Column, _ cells: [Matrix.Cell], _ scheme: Scheme) {
        columns.append(column.location)
        rows += cells.count
        for cell in cells {
            if !cell.letters.isEmpty { letters += 1 }
            if cell.letters.contains(scheme.accountable) { accountable += 1 }
            if cell.letters.contains(scheme.responsible) { responsible += 1 }
            if cell.letters.contains("C") { consulted += 1 }
            if cell.letters == ["I"], scheme != .rapid { informed += 1 }
        }
    }
}
