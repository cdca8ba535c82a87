import Diagnostics
import Handbook
import Markdown

/// A database of Notion: a CSV file beside the folder of the pages that are its rows.
struct NotionDatabase {
    /// Its path below the folder of the pages.
    let path: String
    /// The table; `nil` if it cannot be read.
    let table: CSVTable?
    /// Why it cannot.
    private(set) var faults: [(place: Location?, message: String)] = []
    private let source: SourceText

    /// Whether a file is one, by its name: `Roles 0123456789abcdef0123456789abcdef.csv`, or with `_all` behind the id.
    static func isOne(_ name: String) -> Bool { title(name) != nil }

    /// The database's title; `nil` if the file is none.
    static func title(_ name: String) -> String? {
        guard name.lowercased().hasSuffix(".csv") else { return nil }
        var stem = String(name.dropLast(4))
        if stem.hasSuffix("_all") { stem = String(stem.dropLast(4)) }
        let (title, id) = ImportedPlace.withoutID(stem)
        return id == nil ? nil : title
    }

    /// The path of the page that opens the folder of its pages.
    static func indexPath(_ path: String) -> String { folder(path) + "/index.md" }

    /// The folder of its pages: of its own name.
    private static func folder(_ path: String) -> String {
        let stem = path.dropLast(4)
        return String(stem.hasSuffix("_all") ? stem.dropLast(4) : stem)
    }

    init(_ path: String, _ bytes: [UInt8], named name: String) {
        self.path = path
        var findings = Findings()
        source = SourceText.decode(RepairedText(bytes).bytes, path: name, into: &findings)
        table = CSVReader.read(source, into: &findings)
        faults = findings.all.map { ($0.location, "\($0.message): the table is not read") }
    }

    /// Gives the pages of the rows what they do not say themselves, and makes those that are missing: the page that shows the table,
    /// and pages of roles.
    func add(_ table: CSVTable, to pages: inout [ImportedPage], named prefix: String) -> [ImportedPage] {
        let folder = Self.folder(path)
        let place = ImportedPlace.cleaned(folder)
        var byTitle: [String: Int] = [:]
        for (index, page) in pages.enumerated() where page.place.folder == place {
            for name in [TitleProposal(page).text, page.place.name] where byTitle[NameIndex.key(name)] == nil {
                byTitle[NameIndex.key(name)] = index
            }
        }
        let isOfRoles =
            ImportedPlace(folder + "/x.md").told?.kind == .role
            || table.header.cells.first.map { RoleColumns.meaning(of: $0.text) == .title && KindWords.kind($0.text) == .role } == true
        var made: [ImportedPage] = []
        var rows: [[String]] = []
        for row in table.rows {
            let name = row.cells[0].text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let facts = zip(table.header.cells, row.cells).dropFirst().filter { !$1.text.isEmpty && !$0.text.isEmpty }.map { head, cell in
                NotionFacts.entry(head.text, cell.text.split(whereSeparator: \.isNewline).joined(separator: "; "), line: cell.line)
            }
            var link: String?
            if let index = byTitle[NameIndex.key(name)] {
                pages[index].add(facts)
                link = pages[index].place.path
            } else if isOfRoles, !name.isEmpty {
                let file = "\(folder)/\(PageAddress.slug(name)).md"
                var page = ImportedPage(file, Array("# \(MarkdownText.escaped(name))\n".utf8), named: prefix + path)
                page.add(facts)
                made.append(page)
                link = file
            }
            let shown = MarkdownText.escaped(name)
            let cells = row.cells.dropFirst().map { MarkdownText.escaped($0.text) }
            rows.append([link.map { "[\(shown)](\(ImportedLinks.relative($0, from: folder + "/index.md")))" } ?? shown] + cells)
        }
        let index = Self.indexPath(path)
        if !pages.contains(where: { $0.place.folder == place && $0.place.opensFolder }) {
            let title = Self.title(path.split(separator: "/").last.map(String.init) ?? "") ?? "Table"
            let lines = [table.header.cells.map { MarkdownText.escaped($0.text) }] + [table.header.cells.map { _ in "---" }] + rows
            let text = "# \(MarkdownText.escaped(title))\n\n" + lines.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
            made.append(ImportedPage(index, Array(text.utf8), named: prefix + path))
        }
        return made
    }
}
