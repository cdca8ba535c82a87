import Diagnostics

/// A task that several matrices have, and whom each makes accountable for it.
public struct AccountableClaims: Sendable {
    /// One matrix's word.
    public struct Claim: Sendable {
        /// The matrix.
        public let matrix: Matrix
        /// Its row for the task.
        public let row: Matrix.Row
        /// The accountable role's column.
        public let column: Matrix.Column
        /// The cell that says so.
        public let cell: Matrix.Cell
    }

    /// In the order of the matrices. Rows with no accountable role, or several, say nothing here.
    public let claims: [Claim]

    /// Claims of different matrices that name different roles: a claim, and the first earlier one that it contradicts.
    public var pairs: [(claim: Claim, earlier: Claim)] {
        // Only the first claim for each role is looked at, so that many matrices that agree take no time.
        var firsts: [Claim] = []
        return claims.compactMap { claim in
            let earlier = firsts.first { $0.matrix.slug != claim.matrix.slug && $0.column.role != claim.column.role }
            if !firsts.contains(where: { $0.column.role == claim.column.role }) { firsts.append(claim) }
            return earlier.map { (claim, $0) }
        }
    }

    /// Claims of different matrices that name different roles for tasks of similar names: a claim, and the first earlier
    /// one. Tasks of two activities are two tasks, however they are called.
    static func nearContradictions(
        among groups: [AccountableClaims],
        by likenesses: Likenesses
    ) -> [(claim: Claim, earlier: Claim)] {
        let claims = groups.enumerated().flatMap { group in group.element.claims.map { (group: group.offset, claim: $0) } }
        let index = LikenessIndex(claims.map(\.claim.row.task), by: likenesses, limit: 12)
        return claims.enumerated().compactMap { place, entry in
            let claim = entry.claim
            let earlier = index.before(place).lazy.map { claims[$0.index] }.first { other in
                other.group != entry.group && other.claim.matrix.slug != claim.matrix.slug && other.claim.column.role != claim.column.role
                    && (other.claim.row.activity == nil || claim.row.activity == nil)
            }
            return earlier.map { (claim, $0.claim) }
        }
    }

    /// Tasks are the same when they belong to one activity, or else when they have the same name.
    static func gather(_ handbook: Handbook) -> [AccountableClaims] {
        let claims = handbook.matrices.flatMap { matrix in
            matrix.tasks.compactMap { table, row -> Claim? in
                let holders = row.holders(of: matrix.scheme.accountable, in: table)
                guard holders.count == 1, let holder = holders.first, holder.column.role != nil else { return nil }
                return Claim(matrix: matrix, row: row, column: holder.column, cell: holder.cell)
            }
        }
        return claims.grouped { claim in claim.row.activity.map { "activity:\($0)" } ?? NameIndex.key(claim.row.task) }
            .map { AccountableClaims(claims: $0.elements) }
    }
}
