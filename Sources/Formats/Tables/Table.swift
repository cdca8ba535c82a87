import Diagnostics
import Handbook

/// A table of facts. The page and the CSV file beside it are made from the same cells.
///
/// A page adds it to its values, `values.show(Table(…), as: "load")`, and its template shows it,
/// `{{#load}}{{>table}}{{/load}}`. The build writes its file and links to it. A table without rows is neither shown nor
/// written.
package struct Table: Sendable {
    /// The stem of its file's name, which stays the same: programs know it.
    package let name: String
    /// What it shows, in a few words.
    package let caption: String
    /// Classes of its element.
    package let style: String
    /// Whether it fits a wide page, so that the page scrolls and not the table's box.
    package let fits: Bool
    /// The address of the page whose folder has its file; `nil` for the page that shows it.
    package let home: String?
    /// The heading of the column that says in the file what group a row is in; for tables whose groups have headings.
    package let grouping: String?
    package let columns: [Column]
    package let groups: [Group]

    /// A table whose rows are in groups.
    package init(
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
    package init(
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

    package var isEmpty: Bool { groups.allSatisfy(\.rows.isEmpty) }

    /// A column's heading.
    package struct Column: Sendable {
        /// What the file says.
        package let title: String
        /// The id of its heading.
        package var id: String?
        /// The address of the page that its heading links to.
        package var address: String?
        /// What the title is short for.
        package var full: String?
        /// A remark below the title; it is part of the file where `isNoteInFile` says so.
        package var note: String?
        /// Whether files and twins have the remark too, in brackets behind the title.
        package var isNoteInFile = false
        /// The marks of the footnotes that its heading refers to; they are not part of the file.
        package var footnotes: Phrase?
        /// The class of its heading.
        package var mark: String?
        /// The slug of the role it is about.
        package var role: String?
        /// Whether its cells head their rows.
        package var headsRows = false
        /// Whether its cells are remarks beside the facts: on the page, but not in the file.
        package var isAside = false

        package init(title: String, id: String? = nil, address: String? = nil, note: String? = nil, mark: String? = nil) {
            (self.title, self.id, self.address, self.note, self.mark) = (title, id, address, note, mark)
        }
    }

    /// Rows that stand together, under a heading or not.
    package struct Group: Sendable {
        package var heading: Phrase?
        package var id: String?
        /// The class of a group's colour.
        package var color: String?
        package let rows: [Row]

        package init(heading: Phrase? = nil, id: String? = nil, color: String? = nil, rows: [Row]) {
            (self.heading, self.id, self.color, self.rows) = (heading, id, color, rows)
        }
    }

    package struct Row: Sendable {
        package let cells: [Cell]
        /// The class of its element.
        package var style: String?
        /// What links to the row name.
        package var id: String?
        /// The findings on the row, which a matrix shows.
        package var findings: [Diagnostic]

        package init(_ cells: [Cell], style: String? = nil, id: String? = nil, findings: [Diagnostic] = []) {
            self.cells = cells
            self.style = style
            self.id = id
            self.findings = findings
        }
    }

    /// The path of its file, when the page at an address shows it.
    package func path(from address: String) -> String { "\(home ?? address)\(name).csv" }

    /// The fields of its file: the heading row, then a line for each row.
    package func fields(_ site: SiteContent) -> [[String]] {
        func line(_ cells: [String], _ group: String) -> [String] {
            grouping == nil ? cells : Array(cells.prefix(1)) + [group] + cells.dropFirst()
        }
        let facts = columns.indices.filter { !columns[$0].isAside }
        return [line(facts.map { columns[$0].titleInFile }, grouping ?? "")]
            + groups.flatMap { group in
                let heading = group.heading.map(site.text) ?? ""
                return group.rows.map { row in line(facts.map { row.cells[$0].text(site).joined(separator: "; ") }, heading) }
            }
    }
}

extension Table.Column {
    /// What a file says: the title, perhaps with the remark below it.
    package var titleInFile: String {
        isNoteInFile ? [title, note.map { "(\($0))" } ?? ""].filter { !$0.isEmpty }.joined(separator: " ") : title
    }

    package static func text(_ title: String) -> Self { Self(title: title) }

    /// A column whose cells head their rows, when it is not the first.
    package static func heading(_ title: String) -> Self {
        var column = Self(title: title)
        column.headsRows = true
        return column
    }

    package static func number(_ title: String) -> Self { Self(title: title, mark: "number") }

    /// A column of remarks beside the facts.
    package static func aside(_ title: String, mark: String? = nil) -> Self {
        var column = Self(title: title, mark: mark)
        column.isAside = true
        return column
    }

    /// A role's column, under its short form.
    package static func role(_ slug: String, _ site: SiteContent) -> Self {
        guard let role = site.handbook.role(slug) else { return .text(slug) }
        var column = Self(title: role.short, address: role.page.address, mark: site.color(role))
        (column.full, column.role) = (role.title, slug)
        return column
    }

    /// A column that a page heads; the note is not part of the file.
    package static func link(_ described: any Described, note: String? = nil) -> Self {
        Self(title: described.title, address: described.page.address, note: note)
    }
}
