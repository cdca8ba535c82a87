import Diagnostics
import Handbook
import Markdown

/// A table with a role in each row, made into a page for each.
struct RoleTable {
    let table: CSVTable
    let columns: RoleColumns
    let source: SourceText

    /// The pages and settings of the project, and what could not be decided.
    func fill(_ plan: inout ImportPlan, title: String, _ options: FolderImport.Options) {
        var slugs: [String: CSVTable.Row] = [:]
        var names: [String: CSVTable.Row] = [:]
        var categories: [String: [(id: String, title: String, summary: String?)]] = ["group": [], "side": []]
        for row in table.rows {
            let name = words(row.cells[columns.title])
            guard !name.isEmpty else {
                plan.findings.add(
                    Rule.csvRow(
                        "row without a title",
                        at: source.location(line: row.line),
                        help: "fill '\(table.header.cells[columns.title].text)'"
                    )
                )
                continue
            }
            let given = cell(.slug, row).map(words)
            let base = PageAddress.fileSlug(given ?? name)
            // `A b` and `A-b` are one name; `C` and `C++` only have the same letters.
            let key = NameIndex.key(name.replacing("-", with: " "))
            if let first = names[key] ?? (given == nil ? nil : slugs[base]) {
                plan.findings.add(
                    Rule.csvRow(
                        "'\(name)' is a second role of that name",
                        at: source.location(line: row.line),
                        help: "join the two rows, or give one of them another title",
                        related: [Related("the first", at: source.location(line: first.line))]
                    )
                )
                continue
            }
            var slug = base
            var number = 2
            while slugs[slug] != nil {
                slug = "\(base)-\(number)"
                number += 1
            }
            names[key] = row
            slugs[slug] = row
            add(row, name, slug, to: &plan, &categories)
        }
        guard !plan.findings.hasErrors else { return plan.files = [] }
        let title = options.title ?? ImportedPlace.words(title)
        let lists = ["group", "side"].map { ImportPlan.categories($0 + "s", categories[$0] ?? []) }
        plan.files.append((Settings.file, ImportPlan.settings(title, options.language, lists)))
        plan.report.heading = "\(source.path): a table of roles, \(table.rows.count) \(table.rows.count == 1 ? "row" : "rows")"
        plan.report.settings.append("title '\(title)': \(options.title == nil ? "the file's name" : "as given")")
        if let groups = categories["group"], !groups.isEmpty {
            plan.report.settings.append("groups: \(groups.map(\.title).joined(separator: ", "))")
        }
        for (cell, meaning) in zip(table.header.cells, columns.meanings) where meaning == nil {
            plan.report.untold.append((source.location(line: cell.line), "what '\(cell.text)' is: it stands in comments"))
        }
    }

    /// The file's name, without the folders that it lies in on this machine.
    private var origin: String { source.path.split { $0 == "/" || $0.isWhitespace }.last.map(String.init) ?? "" }

    private func cell(_ meaning: RoleColumns.Meaning, _ row: CSVTable.Row) -> CSVTable.Cell? {
        columns.meanings.firstIndex(of: meaning).map { row.cells[$0] }.flatMap { $0.text.isEmpty ? nil : $0 }
    }

    private func words(_ cell: CSVTable.Cell) -> String { cell.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    private func add(
        _ row: CSVTable.Row,
        _ name: String,
        _ slug: String,
        to plan: inout ImportPlan,
        _ categories: inout [String: [(id: String, title: String, summary: String?)]]
    ) {
        var entries = [PlainValue.Entry("title", .text(name))]
        var comments: [String] = []
        var body: [String] = []
        for (cell, (heading, meaning)) in zip(row.cells, zip(table.header.cells, columns.meanings)) where !cell.text.isEmpty {
            switch meaning {
            case .title, .slug: break
            case .section(let section):
                let items = Self.items(cell.text).map { "- " + MarkdownText.escaped($0, opensItem: true) }
                let title = SectionNames().heading(of: section)
                body.append((["## \(title)", ""] + items).joined(separator: "\n"))
            case .key("group"), .key("side"):
                guard case .key(let key)? = meaning else { break }
                let id = PageAddress.slug(cell.text)
                entries.append(PlainValue.Entry(key, .text(id)))
                if categories[key]?.contains(where: { $0.id == id }) != true {
                    categories[key, default: []].append((id, words(cell) == id ? ImportedPlace.words(id) : words(cell), nil))
                }
            case .key(let key):
                if let value = Self.value(key, cell.text) {
                    entries.append(PlainValue.Entry(key, value))
                } else {
                    comments.append("\(heading.text): \(words(cell))")
                    plan.report.untold.append(
                        (source.location(line: cell.line), "'\(words(cell))' is no value of '\(key)': it stands in a comment")
                    )
                }
            case nil:
                comments.append("\(heading.text): \(words(cell))")
                let key = heading.text.filter { $0.isLetter || $0 == " " || $0 == "_" || $0 == "-" }.trimmingWhitespace
                guard DraftProposal.hides(key, cell.text), !entries.contains(where: { $0.key == "draft" }) else { continue }
                entries.append(PlainValue.Entry("draft", .boolean(true)))
                plan.report.untold.append(
                    (
                        source.location(line: cell.line),
                        "'\(heading.text): \(words(cell))' keeps '\(name)' from readers, so the page is a draft"
                    )
                )
            }
        }
        let yaml = YAMLText.text(entries, fields: PageFields.fields(of: .role))
        let left = comments.isEmpty ? "" : (["# from \(origin):"] + comments.map { "#   " + $0 }).map { $0 + "\n" }.joined()
        let text = "---\n\(yaml)\(left)---\n" + body.map { "\n\($0)\n" }.joined()
        plan.files.append(("content/roles/\(slug).md", text))
        plan.report.entries.append(
            ImportReport.Entry(
                from: "line \(row.line)",
                to: "roles/\(slug).md",
                reasons: ["role '\(name)'"],
                comments: comments,
                kind: .role
            )
        )
    }

    /// The items of a cell: between semicolons or line breaks, without the signs of lists.
    static func items(_ text: String) -> [String] {
        text.split { $0 == ";" || $0.isNewline }.map { part in
            let item = String(part).trimmingWhitespace
            guard let match = item.firstMatch(of: #/^(?:[-*•–]|\d{1,3}[.)])\s+/#) else { return item }
            return String(item[match.range.upperBound...])
        }.filter { !$0.isEmpty }
    }

    private static func value(_ key: String, _ text: String) -> PlainValue? {
        guard let field = PageFields.fields(of: .role).first(where: { $0.key == key }) else { return nil }
        if case .list = field.type { return .list(items(text).map(PlainValue.text)) }
        return ForeignValue.scalar(text.split(whereSeparator: \.isWhitespace).joined(separator: " "), isPlain: true).plain(as: field.type)
    }
}
