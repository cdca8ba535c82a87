import Diagnostics
import Handbook
import Markdown

/// All matrices.
struct MatricesPage: ListPage {
    let site: Site
    var area: Area { .matrices }
    let template = "matrices"

    func values(_ context: PageContext) -> [String: View] {
        var values = openingValues(context)
        values["matrices"] = .each(context.handbook.matrices) { matrix in
            [
                "id": .text(matrix.slug), "title": .text(matrix.title), "href": .text(context.href(matrix)),
                "summary": context.html(matrix.page.summary),
                "basis": .text(context.strings[matrix.basis.rawValue]), "is_stated": .flag(matrix.basis == .stated),
                "tables": MatrixView.tables(matrix, context), "legend": MatrixView.legend(matrix.scheme, context),
            ]
        }
        values.merge(MatrixOverview(context: context).values()) { first, _ in first }
        return values
    }

    func outline(_ context: PageContext) -> [OutlineEntry] {
        context.handbook.matrices.map { OutlineEntry(title: $0.title, anchor: $0.slug) }
            + [
                OutlineEntry(title: context.strings["load"], anchor: "load"),
                OutlineEntry(title: context.strings["contradictions"], anchor: "contradictions"),
                OutlineEntry(title: context.strings["left_out"], anchor: "left-out"),
            ] + (MatrixOverview.canMerge(context.handbook) ? [OutlineEntry(title: context.strings["merged"], anchor: "merged")] : [])
    }
}

/// One matrix.
struct MatrixPage: DescribedPage {
    let subject: Matrix
    var area: Area { .matrices }
    let template = "matrix"

    func values(_ context: PageContext) -> [String: View] {
        let page = subject.page
        return [
            "summary": context.html(page.summary), "basis": .text(context.strings[subject.basis.rawValue]),
            "is_stated": .flag(subject.basis == .stated), "basis_note": .text(context.strings["\(subject.basis.rawValue)_note"]),
            "cites": context.cites(page.sources.map(\.value)),
            "legend": MatrixView.legend(subject.scheme, context), "tables": MatrixView.tables(subject, context),
            "csv_href": .text(context.addresses.file(CSV.path(of: subject))),
            "prose": context.html(subject.prose, of: page),
            "exemptions": .each(subject.exemptions) { exemption in
                ["rule": .text(exemption.rule.value), "row": .text(exemption.row.value), "reason": .text(exemption.reason)]
            },
        ]
    }
}

/// A matrix's tables, cells and letters as templates are given them.
enum MatrixView {
    static func tables(_ matrix: Matrix, _ context: PageContext) -> View {
        .each(matrix.tables) { table in
            [
                "caption": .text(table.heading.map { "\(matrix.title): \($0)" } ?? matrix.title),
                "task_heading": .text(table.taskHeading.isEmpty ? context.strings["task"] : table.taskHeading),
                "columns": .each(table.columns) { column in
                    var view = column.role.map { context.role($0) } ?? ["title": "", "short": "", "href": "", "color": ""]
                    if case .record(var values) = view {
                        values["header"] = .text(column.header)
                        values["note"] = View(column.note)
                        view = .record(values)
                    }
                    return view
                },
                "width": View(table.columns.count + 1), "totals": totals(table, matrix.scheme, context),
                "rows": .each(table.rows) { row in
                    [
                        "task": .text(context.inner(row.block, of: matrix.page)), "is_heading": .flag(row.isHeading),
                        "activity": row.activity.flatMap { context.handbook.activity($0) }.map { .text(context.href($0)) } ?? .none,
                        "findings": .each(findings(on: row, of: matrix, context)) { finding in
                            ["message": .text(finding.message), "help": View(finding.help), "is_note": .flag(finding.severity == .note)]
                        },
                        "cells": .each(row.isHeading ? [] : row.cells) { cell($0, matrix.scheme, context) },
                    ]
                },
            ]
        }
    }

    /// What was found on a row.
    private static func findings(on row: Matrix.Row, of matrix: Matrix, _ context: PageContext) -> [Diagnostic] {
        context.site.findings.filter { $0.location?.path == matrix.page.path && $0.location?.line == row.location.line }
    }

    /// How often each role has each letter, a role a cell.
    private static func totals(_ table: Matrix.Table, _ scheme: Scheme, _ context: PageContext) -> View {
        let rows = table.rows.filter { !$0.isHeading }
        return .each(table.columns.indices) { index in
            let counts = scheme.letters.map { letter in (letter, rows.count { $0.cells[index].letters.contains(letter) }) }
            return [
                "counts": .each(counts.filter { $0.1 > 0 }) { letter, count in
                    ["letter": .text(String(letter)), "count": View(count), "name": .text(context.strings[name(letter, scheme)])]
                }
            ]
        }
    }

    static func cell(_ cell: Matrix.Cell, _ scheme: Scheme, _ context: PageContext) -> View {
        [
            "letters": .each(cell.letters) { letter($0, scheme, context) }, "note": View(cell.note), "weak": .flag(cell.isWeak),
            "empty": .flag(cell.letters.isEmpty),
        ]
    }

    /// `{letter, name, shape}`: the shape says what the letter means in any scheme.
    static func letter(_ letter: Character, _ scheme: Scheme, _ context: PageContext) -> View {
        ["letter": .text(String(letter)), "name": .text(context.strings[name(letter, scheme)]), "shape": .text(shape(letter, scheme))]
    }

    static func legend(_ scheme: Scheme, _ context: PageContext) -> View {
        .each(scheme.letters) { letter in
            let key = name(letter, scheme) + "_note"
            let note = context.strings[key]
            return [
                "letter": .text(String(letter)), "name": .text(context.strings[name(letter, scheme)]),
                "shape": .text(shape(letter, scheme)),
                "note": note == key ? .none : .text(note),
            ]
        }
    }

    private static func shape(_ letter: Character, _ scheme: Scheme) -> String {
        if letter == scheme.accountable { return "square" }
        if letter == scheme.responsible { return "disc" }
        switch letter {
        case "C", "V", "S": return "ring"
        default: return "dot"
        }
    }

    private static func name(_ letter: Character, _ scheme: Scheme) -> String {
        switch (scheme, letter) {
        case (.daci, "D"): "drives_letter"
        case (.daci, "A"): "approves"
        case (.daci, "C"): "contributes"
        case (.rapid, "R"): "recommends"
        case (.rapid, "A"): "agrees"
        case (.rapid, "P"): "performs"
        case (.rapid, "I"): "input"
        case (.rapid, "D"): "decides"
        case (.raciVS, "S"): "signs_off"
        case (_, "S"): "supports"
        case (_, "V"): "verifies"
        case (_, "R"): "responsible"
        case (_, "A"): "accountable"
        case (_, "C"): "consulted"
        default: "informed"
        }
    }
}
