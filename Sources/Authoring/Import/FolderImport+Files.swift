import Diagnostics
import Handbook
import Markdown

extension FolderImporter {
    // MARK: - Reading

    mutating func readPages() {
        var databases: [(path: String, bytes: [UInt8])] = []
        for (path, bytes) in files.texts.sorted(by: { $0.key < $1.key }) {
            if path == GitBookSettings.file {
                redirects = GitBookSettings.redirects(bytes)
                plan.report.passedOver.append("\(path), which is read for the addresses that pages had")
                continue
            }
            guard case .content(let inner) = layout.place(path) else {
                leftOut.add(path, because: outside)
                continue
            }
            let name = inner.split(separator: "/").last.map(String.init) ?? ""
            if FolderLabels.isLabel(name) {
                labels.add(bytes, of: ImportedPlace.cleaned(String(inner.dropLast(name.count + 1))))
                plan.report.passedOver.append("\(path), which names its folder")
            } else if NotionDatabase.isOne(name) {
                databases.append((inner, bytes))
            } else {
                add(ImportedPage(inner, bytes, named: "\(files.name)/\(path)", isMDX: layout.isMDX))
            }
        }
        readDatabases(databases)
        links = ImportedLinks(
            root: layout.root,
            paths: Set(files.texts.keys).union(files.others).union(files.hidden).union(files.hiddenTexts.keys).union(
                pages.map { layout.root + $0.place.path }
            ),
            isMDX: layout.isMDX
        )
        for page in pages { links.add(page) }
        findUsed()
        findBundles()
    }

    private mutating func add(_ page: ImportedPage) {
        plan.sources[page.source.path] = page.source
        pages.append(page)
    }

    /// Adds what tables of Notion say to the pages of their rows, and pages for rows that have none.
    private mutating func readDatabases(_ databases: [(path: String, bytes: [UInt8])]) {
        let wholes = Set(databases.map(\.path).filter { $0.hasSuffix("_all.csv") })
        for (path, bytes) in databases {
            let whole = path.dropLast(4) + "_all.csv"
            if wholes.contains(String(whole)) {
                databasePages[layout.root + path] = NotionDatabase.indexPath(path)
                plan.report.passedOver.append("\(layout.root)\(path): '\(whole)' has all of its rows")
                continue
            }
            let database = NotionDatabase(path, bytes, named: "\(files.name)/\(layout.root)\(path)")
            guard let table = database.table else {
                plan.report.untold += database.faults
                plan.report.passedOver.append(layout.root + path)
                continue
            }
            databasePages[layout.root + path] = NotionDatabase.indexPath(path)
            for page in database.add(table, to: &pages, named: "\(files.name)/\(layout.root)") { add(page) }
            plan.report.converted.append(
                (
                    Location("\(files.name)/\(layout.root)\(path)"),
                    "the table of \(table.rows.count) rows is read into its pages, and is on the page of its folder"
                )
            )
        }
    }

    /// Finds the files that links of pages name, and reads the pages among them that are in hidden folders.
    private mutating func findUsed() {
        var next = 0
        while next < pages.count {
            let page = pages[next]
            defer { next += 1 }
            for reference in page.document.references {
                let found: String?
                switch reference.target {
                case .link(let url), .image(let url): found = links.file(url, in: page)?.path
                case .wikiLink(let link): found = links.file(named: link.target)
                case .citation, .html: found = nil
                }
                guard let path = found else { continue }
                let isNew = used[path] == nil
                used[path, default: []].append(next)
                guard isNew, let bytes = files.hiddenTexts[path], path.hasPrefix(layout.root) else { continue }
                let inner = String(path.dropFirst(layout.root.count))
                let page = ImportedPage(inner, bytes, named: "\(files.name)/\(path)", isMDX: layout.isMDX)
                links.add(page)
                add(page)
            }
        }
    }

    /// The index of a group of roles opens the group; one with no other page in or below its folder is a page with its pictures.
    private mutating func findBundles() {
        let inFolders = pages.filter { !$0.place.folders.isEmpty }
        let byFolder = Dictionary(grouping: inFolders, by: \.place.folder)
        var parents: Set<String> = []
        for page in inFolders {
            for count in 1..<max(1, page.place.folders.count) { parents.insert(page.place.folders[..<count].joined(separator: "/")) }
        }
        for (folder, inside) in byFolder where inside.count == 1 && inside[0].place.name.lowercased() == "index" {
            if !parents.contains(folder), let told = inside[0].place.told, told.folder < inside[0].place.folders.count - 1 {
                bundles.insert(inside[0].place.path)
            }
        }
    }

    /// Why files beside the folder of the pages are left out.
    var outside: String { "outside of '\(layout.root)', where the pages are" }

    // MARK: - Links

    /// Makes links lead to the new places.
    mutating func rewriteLinks() {
        let sources = Set(pages.filter { $0.kind == .source }.map(\.slug))
        var names: Set<String> = []
        for (page, title) in zip(pages, titles) {
            let slug = page.slug.isEmpty ? PageAddress.slug(page.place.stem) : page.slug
            names.formUnion(([title.text, slug] + (page.value("aliases")?.value.texts ?? [])).map(NameIndex.key))
        }
        let rewriter = LinkRewriter(links: links, targets: targets, places: Set(targets.values), names: names, sources: sources)
        for index in pages.indices { rewriter.rewrite(&pages[index]) }
    }
}
