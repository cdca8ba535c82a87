import Diagnostics
import Handbook
import Markdown

/// Makes a project of a folder of Markdown that knows nothing of handbook. Bodies stay as they are, to the byte; what is said
/// of them goes into front matter and settings.
public enum FolderImport {
    /// What a caller decides.
    public struct Options: Sendable {
        let title, language: String?

        /// A title and a language, where they are given.
        public init(title: String? = nil, language: String? = nil) { (self.title, self.language) = (title, language) }
    }

    /// The project, and an account of it.
    public static func plan(_ files: ImportedFiles, _ options: Options = Options()) -> ImportPlan {
        var work = FolderImporter(files)
        return work.plan(options)
    }
}

/// The steps of an import, each of which knows what those before it have found.
struct FolderImporter {
    let files: ImportedFiles
    let layout: ImportLayout
    var pages: [ImportedPage] = []
    var titles: [TitleProposal] = []
    var bundles: Set<String> = []
    var labels = FolderLabels()
    var plan: ImportPlan
    var columnRoles = ColumnRoles()
    /// Which file a link means.
    var links = ImportedLinks(root: "", paths: [])
    /// Files that links of pages name, and the pages, by place.
    var used: [String: [Int]] = [:]
    /// Paths that files of the project have, without their topmost folder and in lower case.
    var takenPaths: Set<String> = []
    /// Old addresses that the settings of GitBook give pages, by the paths of these.
    var redirects: [String: [String]] = [:]
    /// Paths in the project, by those in the imported folder.
    var targets: [String: String] = [:]
    /// The pages that show tables of Notion, by the tables' paths.
    var databasePages: [String: String] = [:]
    /// Files that no page can show, by their folder and ending.
    var unshown: [String: [String]] = [:]
    var leftOut = LeftOut()

    init(_ files: ImportedFiles) {
        self.files = files
        layout = ImportLayout(Set(files.texts.keys).union(files.others))
        plan = ImportPlan(report: ImportReport(heading: files.name))
    }

    mutating func plan(_ options: FolderImport.Options) -> ImportPlan {
        guard files.texts[Settings.file] == nil, !files.others.contains(Settings.file) else {
            plan.findings.add(
                Rule.cannotImport("'\(files.name)' is a handbook's project already", help: "copy the folder; it needs no import")
            )
            return plan
        }
        readPages()
        guard !pages.isEmpty else {
            plan.findings.add(Rule.cannotImport("'\(files.name)' has no Markdown in it", help: "name a folder with .md files"))
            return plan
        }
        proposeKinds()
        for index in pages.indices { DraftProposal.apply(to: &pages[index], layout) }
        titles = pages.map(TitleProposal.init)
        placePages()
        nameAddresses()
        resolveNames()
        namePlainPages()
        placeCopies()
        rewriteLinks()
        let groups = proposeGroups()
        let headings = HeadingProposal(&pages)
        let categories = CategoryProposal(&pages, sections: headings.sections)
        proposeKeys(headings)
        write(options, groups, headings, categories)
        return plan
    }

    // MARK: - Kinds

    private mutating func proposeKinds() {
        for index in pages.indices { KindProposal.propose(&pages[index], isBundle: bundles.contains(pages[index].place.path)) }
        tellOpenings()
        takeNeighbours()
        for index in pages.indices where pages[index].kind == .role { RoleShape.apply(to: &pages[index]) }
        for index in pages.indices {
            RoleShape.tellLikeness(&pages[index])
            KindProposal.tellMatrix(&pages[index])
        }
    }

    /// Of two files that may open a folder, `index.md` does.
    private mutating func tellOpenings() {
        let indexes = Dictionary(grouping: pages.filter { $0.place.name.lowercased() == "index" }, by: \.place.folder)
        for index in pages.indices where pages[index].place.opensFolder && pages[index].place.name.lowercased() != "index" {
            guard let other = indexes[pages[index].place.folder]?.first?.place.path, pages[index].kind == .page, !pages[index].isLabelled
            else { continue }
            pages[index].why = "beside '\(other)', which \(pages[index].place.folders.isEmpty ? "is the home page" : "opens the folder")"
        }
    }

    /// In a folder that may be of a kind, of which half of the pages or more are of it, the others are too.
    private mutating func takeNeighbours() {
        var folders: [String: [Int]] = [:]
        for (index, page) in pages.enumerated() {
            guard let told = page.place.told, !page.isLabelled, !page.place.opensFolder || bundles.contains(page.place.path),
                ![.relation, .matrix].contains(told.kind), told.kind != .role || !RoleTitles.isTopic(TitleProposal(page).text)
            else { continue }
            folders[page.place.folders[...told.folder].joined(separator: "/"), default: []].append(index)
        }
        for (folder, inside) in folders.sorted(by: { $0.key < $1.key }) {
            guard let kind = pages[inside[0]].place.told?.kind else { continue }
            let others = inside.filter { pages[$0].kind == .page }
            let count = inside.count { pages[$0].kind == kind }
            if count > 0, count * 2 >= inside.count {
                for index in others {
                    (pages[index].kind, pages[index].why) = (kind, "folder '\(folder)', whose other pages are \(kind.plural)")
                }
            } else if !others.isEmpty {
                let are = others.count == 1 ? "1 page is a plain page" : "\(others.count) pages are plain pages"
                plan.report.untold.append(
                    (
                        Location("\(files.name)/\(layout.root)\(folder)/"),
                        "a folder of this name may be of \(kind.plural); \(are), since nothing else says so: 'kind: \(kind.rawValue)' does"
                    )
                )
            }
        }
    }

    // MARK: - Front matter

    private mutating func proposeGroups() -> GroupProposal {
        for (page, title) in zip(pages, titles) where page.place.opensFolder && page.kind == .page && !page.isKept {
            labels.add(page, title: title)
        }
        var groups = GroupProposal(pages)
        for index in pages.indices { groups.apply(to: &pages[index], isBundle: bundles.contains(pages[index].place.path), labels: labels) }
        return groups
    }

    private mutating func proposeKeys(_ headings: HeadingProposal) {
        let sources = Set(pages.filter { $0.kind == .source }.map(\.slug))
        let sections = Set(Kind.allCases.compactMap { $0.section.map { $0 + "/" } })
        var keys = KeyProposal(sources: sources, addresses: Set(pages.map(address)).union(sections))
        for index in pages.indices {
            let address = PageAddress("content/" + pages[index].target, prefix: "content/", hasHome: true)
            if address.kind != pages[index].kind { pages[index].set("kind", .text(pages[index].kind.rawValue), nil) }
            titles[index].apply(to: &pages[index], sections: headings.sections)
            let given = redirects[layout.root + pages[index].place.path] ?? []
            keys.apply(to: &pages[index], address: self.address(pages[index]), old: oldAddresses(pages[index]), redirects: given)
            pages[index].escape(Handles(sources: sources))
        }
    }

    // MARK: - The project

    private mutating func write(
        _ options: FolderImport.Options,
        _ groups: GroupProposal,
        _ headings: HeadingProposal,
        _ categories: CategoryProposal
    ) {
        var texts: [(path: String, text: String)] = []
        for page in pages {
            texts.append(("content/" + page.target, page.text))
            let why = page.why.map { "\(page.kind.rawValue) (\($0))" } ?? "\(page.kind.rawValue): nothing says more"
            plan.report.entries.append(
                ImportReport.Entry(
                    from: page.place.path,
                    to: page.target == page.place.path ? nil : page.target,
                    reasons: [why] + page.reasons,
                    comments: page.leftLines,
                    kind: page.kind
                )
            )
            plan.report.untold += page.untold.map { (page.source.location(line: $0.line), $0.message) }
            plan.report.converted += page.converted.map { (page.source.location(line: $0.line), $0.message) }
        }
        for (name, paths) in unshown {
            let isFew = paths.count < 4
            plan.report.passedOver +=
                isFew ? paths.map { "\($0): no page shows it" } : ["\(name) (\(paths.count) files): no page shows them"]
        }
        plan.report.passedOver += leftOut.lines
        addRoles(&texts)
        let opening = pages.indices.filter { pages[$0].place.folders.isEmpty && pages[$0].place.opensFolder && !pages[$0].isKept }
        let own = opening.first { pages[$0].place.name.lowercased() == "index" } ?? opening.first
        let home = own.flatMap { titles[$0].origin == .fileName ? nil : titles[$0].text }
        let title = options.title ?? home ?? ImportedPlace.words(files.title)
        let list = groups.groups.map { (id: $0.id, title: $0.title, summary: $0.summary) }
        let more = [ImportPlan.categories("groups", list)] + categories.entries + [headings.entry].compactMap(\.self)
        texts.append((Settings.file, ImportPlan.settings(title, options.language, more)))
        plan.files = texts.sorted { $0.path < $1.path }
        let origin = options.title != nil ? "as given" : home != nil ? "the home page's" : "the folder's name"
        plan.report.settings.append("title '\(title)': \(origin)")
        if options.language == nil { plan.report.settings.append("language 'en': nothing says otherwise; --language does") }
        if !list.isEmpty { plan.report.settings.append("groups: \(list.map(\.title).joined(separator: ", "))") }
        plan.report.settings += categories.reasons + headings.reasons
        let folder = layout.root.isEmpty ? "" : ", those of '\(layout.root)'"
        plan.report.heading =
            "\(files.name): \(pages.count) Markdown \(pages.count == 1 ? "file" : "files")\(folder); files copied: \(plan.copies.count)"
    }

    private mutating func addRoles(_ texts: inout [(path: String, text: String)]) {
        let slugs = Set(pages.filter { $0.kind == .role }.map(\.slug))
        for role in columnRoles.roles(besides: slugs, paths: Set(texts.map(\.path))) {
            texts.append((role.path, role.text))
            plan.report.entries.append(
                ImportReport.Entry(
                    from: role.from,
                    to: String(role.path.dropFirst(8)),
                    reasons: ["role (a matrix names '\(role.title)', which had no page)"],
                    kind: .role
                )
            )
        }
    }
}
