import Handbook
import Markdown

extension HandbookDiff {
    static func compareMatrices(_ old: Matrix, _ new: Matrix, _ changes: inout PageChanges) {
        let both = changes.correspondence
        changes.compare(.scheme, old.scheme.rawValue, new.scheme.rawValue)
        changes.compare(.basis, old.basis.rawValue, new.basis.rawValue)
        let before = MatrixState(old, role: both.role, activity: { both.key(PageID(.activity, $0)) }, both)
        let after = MatrixState(new, role: { $0 }, activity: { $0 }, both)
        compareColumns(before, after, &changes)
        compareRows(before, after, new, &changes)
        let prose = Prose(old: old.page, both).lines(old.prose) + old.headings
        if prose != Prose(new: new.page, both).lines(new.prose) + new.headings { changes.add(.text) }
    }

    private static func compareColumns(_ old: MatrixState, _ new: MatrixState, _ changes: inout PageChanges) {
        for (key, holder) in new.holders where new.declared.contains(key) && !old.has(key) {
            changes.add(.item(.columns, .added(holder.title, detail: new.summary(ofColumn: key))), roles: [holder.slug].compactMap(\.self))
        }
        for (key, holder) in old.holders where old.declared.contains(key) && !new.has(key) {
            changes.add(.item(.columns, .gone(holder.title, detail: old.summary(ofColumn: key))), roles: [holder.slug].compactMap(\.self))
        }
    }

    private static func compareRows(_ old: MatrixState, _ new: MatrixState, _ matrix: Matrix, _ changes: inout PageChanges) {
        var holders = new.holders
        holders += old.holders.filter { holder in !new.has(holder.key) }
        // What an added or a gone column held goes with the column.
        let silent = old.declared.filter { !new.has($0) } + new.declared.filter { !old.has($0) }
        let letters = matrix.scheme.letters.sorted { rank($0, matrix.scheme) < rank($1, matrix.scheme) }.map(String.init)
        let diff = PartDiff(
            parts: letters,
            weighty: Set([matrix.scheme.accountable, matrix.scheme.responsible].map(String.init)),
            holders: holders,
            silent: Set(silent)
        )
        let matches = MatrixState.match(old.rows, new.rows)
        for (place, row) in new.rows.enumerated() {
            guard let other = matches[place] else {
                changes.add(.item(.rows, .added(row.task, detail: new.summary(of: row))), roles: new.roles(in: row))
                continue
            }
            let before = old.rows[other]
            if before.task != row.task { changes.add(.item(.rows, .became(from: before.task, to: row.task)), roles: new.roles(in: row)) }
            changes.compare(
                .row(row.task, isShared: changes.correspondence.isShared(row.task)),
                diff.changes(from: before.cells, to: row.cells)
            )
        }
        let matched = Set(matches.values)
        for (place, row) in old.rows.enumerated() where !matched.contains(place) {
            changes.add(.item(.rows, .gone(row.task, detail: old.summary(of: row))), roles: old.roles(in: row))
        }
    }

    private static func rank(_ letter: Character, _ scheme: Scheme) -> Int {
        letter == scheme.accountable ? 0 : letter == scheme.responsible ? 1 : 2 + (scheme.letters.firstIndex(of: letter) ?? 0)
    }
}

extension Matrix {
    /// The headings over its rows and tables.
    fileprivate var headings: [String] {
        tables.flatMap { table in [table.heading ?? "", table.taskHeading] + table.rows.filter(\.isHeading).map(\.task) }
    }
}
