import Diagnostics
import Handbook
import Markdown

/// What all matrices together say: how much each role carries, where they contradict each other, what they leave out.
struct MatrixOverview {
    let context: PageContext

    func values() -> [String: View] {
        let book = context.handbook
        let parts = RoleParts.gather(book)
        let carried = book.roles.filter { parts[$0.slug] != nil }
        let withRows = Set(book.matrices.flatMap(\.tasks).compactMap(\.row.activity))
        let most = carried.compactMap { parts[$0.slug]?.accountable }.max() ?? 0
        return [
            "load": .each(carried) { role in
                let own = parts[role.slug] ?? RoleParts()
                return [
                    "role": context.role(role.slug), "rows": View(own.rows), "accountable": View(own.accountable),
                    "responsible": View(own.responsible), "consulted": View(own.consulted), "informed": View(own.informed),
                    "is_most": .flag(most > 0 && own.accountable == most),
                ]
            },
            "contradictions": .each(context.site.findings.filter { $0.rule.id == "contradicting-accountable" }) { finding in
                .text(finding.message)
            },
            "absent": context.roles(book.roles.map(\.slug).filter { parts[$0] == nil }),
            "rowless": .each(book.activities.filter { !withRows.contains($0.slug) }) { context.link($0) },
            "merged": Self.canMerge(book) ? merged(carried) : .none,
        ]
    }

    /// More cells than this are no table that anybody reads, and would outgrow the rest of the site.
    static let mostCells = 10_000

    /// Whether there are several matrices, and few enough tasks and roles for one table.
    static func canMerge(_ handbook: Handbook) -> Bool {
        let tasks = handbook.matrices.reduce(0) { $0 + $1.tasks.count }
        let roles = Set(handbook.matrices.flatMap(\.tables).flatMap(\.columns).compactMap(\.role)).count
        return handbook.matrices.count > 1 && tasks * roles <= mostCells
    }

    /// Every task of every matrix in one table, a row a task; two matrices with the same task share a row.
    private func merged(_ roles: [Role]) -> View {
        struct Entry {
            let row: Matrix.Row
            let table: Matrix.Table
            let matrix: Matrix
        }
        var order: [String] = []
        var byTask: [String: [Entry]] = [:]
        for matrix in context.handbook.matrices {
            for (table, row) in matrix.tasks {
                let key = row.activity ?? row.task.lowercased()
                if byTask[key] == nil { order.append(key) }
                byTask[key, default: []].append(Entry(row: row, table: table, matrix: matrix))
            }
        }
        return [
            "columns": .each(roles) { context.role($0.slug) },
            "rows": .each(order) { key in
                let entries = byTask[key] ?? []
                return [
                    "task": .text(entries.first.map { context.inner($0.row.block, of: $0.matrix.page) } ?? ""),
                    "cells": .each(roles) { role in
                        var cells: [(Matrix.Cell, Scheme)] = []
                        for entry in entries {
                            for (column, cell) in zip(entry.table.columns, entry.row.cells)
                            where column.role == role.slug && !cell.letters.isEmpty {
                                cells.append((cell, entry.matrix.scheme))
                            }
                        }
                        return [
                            "letters": .list(cells.flatMap { cell, scheme in cell.letters.map { MatrixView.letter($0, scheme, context) } }),
                            "note": .none, "weak": false, "empty": .flag(cells.isEmpty),
                        ]
                    },
                ]
            },
        ]
    }
}
