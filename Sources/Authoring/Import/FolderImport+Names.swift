import Diagnostics
import Handbook
import Markdown

extension FolderImporter {
    // MARK: - Names

    /// Sees to what needs the names of roles: relations, and the columns of matrices.
    mutating func resolveNames() {
        let names = roleNames
        let suggestions = Suggestions(names.names(among: [.role]))
        var pairs: Set<Set<String>> = []
        for index in pages.indices {
            let page = pages[index]
            let isOpen = page.kind == .relation || (!page.isLabelled && page.place.told == nil && !page.place.opensFolder)
            if isOpen, let found = KindProposal.pair(page, title: titles[index].text, names: names), pairs.insert(Set(found.slugs)).inserted
            {
                pages[index].kind = .relation
                pages[index].why = page.kind == .relation ? page.why.map { "\($0); \(found.why)" } : found.why
                pages[index].set("between", .list(found.slugs.map(PlainValue.text)), nil)
                if let old = page.value("between") { pages[index].taken.insert(old.index) }
            } else if page.kind == .relation {
                notThat(index, "it does not name two roles, or another page has the same two: a plain page")
            }
            if page.kind == .matrix { readMatrix(index, names, suggestions) }
        }
    }

    /// A page that is not what its folder says.
    private mutating func notThat(_ index: Int, _ message: String) {
        pages[index].kind = .page
        pages[index].why = nil
        pages[index].cannotTell(message)
    }

    private var roleNames: NameIndex {
        var entries: [NameIndex.Entry] = []
        for (page, title) in zip(pages, titles) where page.kind == .role {
            let place = page.source.location(line: 1)
            let others =
                (page.value("aliases")?.value.texts ?? []) + (page.value("short", "sidebar_label", "link_title")?.value.texts ?? [])
            for name in [title.text, page.slug] + others {
                entries.append(NameIndex.Entry(name: name, page: PageID(.role, page.slug), location: place))
            }
        }
        return NameIndex(entries)
    }

    /// The addresses that a page of Notion had by its file's name, and on Notion's own site.
    func oldAddresses(_ page: ImportedPage) -> [String] {
        var old: [String] = []
        if page.place.path.split(separator: "/").contains(where: { ImportedPlace.withoutID(Self.stem($0)).id != nil }) {
            let before = PageAddress("content/" + page.place.path, prefix: "content/", hasHome: true)
            old.append(before.address(page.kind, slug: before.slug))
        }
        if let id = page.place.id { old.append(PageAddress.slug("\(page.place.name)-\(id)") + "/") }
        return old.uniqued()
    }

    /// The last part of a path without its ending, if that is one of Markdown.
    private static func stem(_ part: Substring) -> String {
        ImportedFiles.isPage(String(part)) ? String(part[..<(part.lastIndex(of: ".") ?? part.endIndex)]) : String(part)
    }

    private func ownName(_ page: ImportedPage) -> String {
        bundles.contains(page.place.path) ? page.place.folders.last.map(ImportedPlace.bare) ?? "" : page.place.stem
    }

    private mutating func readMatrix(_ index: Int, _ names: NameIndex, _ suggestions: Suggestions) {
        guard let first = pages[index].tables.first else { return notThat(index, "it has no table, so that it is no matrix: a plain page") }
        let tables = pages[index].matrixTables(isTold: true)
        guard let scheme = tables.first?.grid.scheme else {
            return notThat(index, "the table in line \(first.line) is no matrix: a plain page")
        }
        if scheme != .raci, pages[index].value("scheme") == nil {
            pages[index].set("scheme", .text(scheme.rawValue), "scheme: its letters")
        }
        for (table, grid) in tables {
            let cells = CellNames(Self.cells(table, grid.letterColumns)) { names.resolve($0, among: [.role]) != .unknown }
            for name in Self.names(table, grid, cells) where names.resolve(name, among: [.role]) == .unknown {
                if !grid.letterColumns.isEmpty, cells.isUnsure(name) {
                    pages[index].cannotTell("whether '\(name)' is one role or two; it is one", line: table.line)
                }
                // Of short forms, each is near to each.
                if name.count > 3, let near = suggestions.best(for: name) {
                    pages[index].cannotTell("who '\(name)' is; did you mean '\(near)'?", line: table.line)
                } else {
                    columnRoles.add(name, from: pages[index].place.path, isDraft: pages[index].isKept)
                }
            }
        }
    }

    private static func cells(_ table: ImportedPage.TextTable, _ columns: [Int]) -> [String] {
        columns.flatMap { column in table.rows.compactMap { $0.indices.contains(column) ? $0[column] : nil } }
    }

    /// The roles that a matrix names: in its header, in its cells, or down its side.
    private static func names(_ table: ImportedPage.TextTable, _ grid: MatrixGrid, _ inCells: CellNames) -> [String] {
        if grid.hasRolesDown {
            return cells(table, [grid.task]).map(MatrixGrid.name).filter {
                MatrixWords.standard.totals($0, in: grid.scheme) == nil && !$0.isEmpty
            }
        }
        return grid.roleColumns.map { MatrixGrid.name(table.header[$0]) } + cells(table, grid.letterColumns).flatMap(inCells.names)
    }

    // MARK: - Addresses

    /// Gives pages slugs of their own: by the key of that name, else by the file's name.
    mutating func nameAddresses() {
        var seen: Set<PageID> = []
        for index in pages.indices where pages[index].kind != .page && pages[index].kind != .relation {
            let page = pages[index]
            var slug = PageAddress.slug(ownName(page))
            if let (entry, value) = page.value("slug"), let words = value.words, !words.contains("/") {
                slug = PageAddress.slug(words)
                pages[index].taken.insert(entry)
            }
            slug = named(slug, index)
            if !seen.insert(PageID(page.kind, slug)).inserted {
                let folder = page.place.folders.last { $0 != page.place.name }.map(ImportedPlace.bare) ?? ""
                let base = PageAddress.slug(folder + " " + slug)
                slug = base
                var number = 2
                while !seen.insert(PageID(page.kind, slug)).inserted {
                    slug = "\(base)-\(number)"
                    number += 1
                }
                pages[index].cannotTell("another \(page.kind.rawValue) has the same slug: this one is '\(slug)'")
            }
            setSlug(slug, index)
        }
    }

    /// A plain page's slug is the last part of its address. Two pages of one address, such as `a.md` and `a/index.md`, get
    /// different ones.
    mutating func namePlainPages() {
        defer { separateAddresses() }
        for index in pages.indices where pages[index].kind == .page && !pages[index].has("slug") {
            let page = pages[index]
            // The file may have become the home page.
            if page.target == "index.md" { continue }
            if let (entry, value) = page.value("slug"), let words = value.words, !words.contains("/"), !page.place.opensFolder {
                setSlug(named(PageAddress.slug(words), index), index)
                pages[index].taken.insert(entry)
            } else if !page.place.opensFolder {
                let slug = named(PageAddress.slug(page.place.stem), index)
                if slug != PageAddress.slug(page.place.name) { setSlug(slug, index) }
            }
        }
    }

    /// A slug that is not a file's name, since its page is a folder of the site.
    private mutating func named(_ slug: String, _ index: Int) -> String {
        let other = OwnFiles.asFolder(slug)
        if other != slug {
            pages[index].cannotTell("'\(slug)' is the name of a file in a site: in its address, the page is '\(other)'")
        }
        return other
    }

    private mutating func separateAddresses() {
        var seen = Set(
            pages.indices.filter { pages[$0].kind != .page || pages[$0].place.opensFolder }.map { address(pages[$0]).lowercased() }
        )
        for index in pages.indices where pages[index].kind == .page && !pages[index].place.opensFolder {
            guard !seen.insert(address(pages[index]).lowercased()).inserted else { continue }
            let base = pages[index].slug.isEmpty ? PageAddress.slug(pages[index].place.stem) : pages[index].slug
            var number = 2
            pages[index].fields.removeAll { $0.key == "slug" }
            repeat {
                setSlug("\(base)-\(number)", index)
                number += 1
                if seen.insert(address(pages[index]).lowercased()).inserted { break }
                pages[index].fields.removeAll { $0.key == "slug" }
            } while true
            pages[index].cannotTell("another page has the same address: this one is '/\(address(pages[index]))'")
        }
    }

    private mutating func setSlug(_ slug: String, _ index: Int) {
        pages[index].slug = slug
        let address = PageAddress("content/" + pages[index].target, prefix: "content/", hasHome: true)
        if slug != address.slug || (address.isIndex && pages[index].kind != .page) {
            pages[index].set("slug", .text(slug), "slug: \(pages[index].value("slug") == nil ? "the file's name" : "slug")")
        }
    }

    func address(_ page: ImportedPage) -> String {
        let address = PageAddress("content/" + page.target, prefix: "content/", hasHome: true)
        return address.address(page.kind, slug: page.slug.isEmpty ? address.slug : page.slug)
    }
}
