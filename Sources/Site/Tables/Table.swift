import Diagnostics
import Templates

/// A table of facts. The page and the CSV file beside it are made from the same cells.
///
/// A page adds it to its values, `values.show(Table(…), as: "load")`, and its template shows it,
/// `{{#load}}{{>table}}{{/load}}`. The build writes its file and links to it. A table without rows is neither shown nor
/// written.
struct Table: Sendable {
    /// The stem of its file's name, which stays the same: programs know it.
    let name: String
    /// What it shows, in a few words.
    let caption: String
    /// Classes of its element.
    let style: String
    /// Whether it fits a wide page, so that the page scrolls and not the table's box.
    let fits: Bool
    /// The address of the page whose folder has its file; `nil` for the page that shows it.
    let home: String?
    /// The heading of the column that says in the file what group a row is in; for tables whose groups have headings.
    let grouping: String?
    let columns: [Column]
    let groups: [Group]

    /// A table whose rows are in groups.
    init(
        _ name: String,
        _ caption: String,
        style: String = "rows",
        fits: Bool = false,
        home: String? = nil,
        grouping: String? = nil,
        columns: [Column],
        groups: [Group]
    ) {
        self.name = name
        self.caption = caption
        self.style = style
        self.fits = fits
        self.home = home
        self.grouping = groups.contains { $0.heading != nil } ? grouping : nil
        // Each row has a heading: its first cell, unless another column says that it holds them.
        var columns = columns
        if !columns.isEmpty, !columns.contains(where: \.headsRows) { columns[0].headsRows = true }
        self.columns = columns
        self.groups = groups
    }

    /// A table whose rows follow one another.
    init(
        _ name: String,
        _ caption: String,
        style: String = "rows",
        fits: Bool = false,
        home: String? = nil,
        columns: [Column],
        rows: [[Cell]]
    ) {
        self.init(
            name,
            caption,
            style: style,
            fits: fits,
            home: home,
            columns: columns,
            groups: [Group(rows: rows.map { Row($0) })]
        )
    }

    var isEmpty: Bool { groups.allSatisfy(\.rows.isEmpty) }

    /// A column's heading.
    struct Column: Sendable {
        /// What the file says.
        let title: String
        /// The id of its heading.
        var id: String?
        /// The address of the page that its heading links to.
        var address: String?
        /// What the title is short for.
        var full: String?
        /// A remark below the title; it is not part of the file.
        var note: String?
        /// The marks of the footnotes that its heading refers to; they are not part of the file.
        var footnotes: Phrase?
        /// The class of its heading.
        var mark: String?
        /// The slug of the role it is about.
        var role: String?
        /// Whether its cells head their rows.
        var headsRows = false
        /// Whether its cells are remarks beside the facts: on the page, but not in the file.
        var isAside = false
    }

    /// Rows that stand together, under a heading or not.
    struct Group: Sendable {
        var heading: Phrase?
        var id: String?
        /// The class of a group's colour.
        var color: String?
        let rows: [Row]
    }

    struct Row: Sendable {
        let cells: [Cell]
        /// The class of its element.
        var style: String?
        /// What links to the row name.
        var id: String?
        /// The findings on the row, which a matrix shows.
        var findings: [Diagnostic]

        init(_ cells: [Cell], style: String? = nil, id: String? = nil, findings: [Diagnostic] = []) {
            self.cells = cells
            self.style = style
            self.id = id
            self.findings = findings
        }
    }

    /// The fields of its file: the heading row, then a line for each row.
    func fields(_ context: PageContext) -> [[String]] {
        func line(_ cells: [String], _ group: String) -> [String] {
            grouping == nil ? cells : Array(cells.prefix(1)) + [group] + cells.dropFirst()
        }
        let facts = columns.indices.filter { !columns[$0].isAside }
        return [line(facts.map { columns[$0].title }, grouping ?? "")]
            + groups.flatMap { group in
                let heading = group.heading.map(context.text) ?? ""
                return group.rows.map { row in line(facts.map { row.cells[$0].text(context).joined(separator: "; ") }, heading) }
            }
    }
}
