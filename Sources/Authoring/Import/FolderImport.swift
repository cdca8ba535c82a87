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
    private let files: ImportedFiles
    private let layout: ImportLayout
    var pages: [ImportedPage] = []
    var titles: [TitleProposal] = []
    var bundles: Set<String> = []
    private var labels = FolderLabels()
    var plan: ImportPlan
    var columnRoles = ColumnRoles()
    private var passed: Set<String> = []

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
        guard !plan.findings.hasErrors else { return plan }
        for index in pages.indices { KindProposal.propose(&pages[index], isBundle: bundles.contains(pages[index].place.path)) }
        titles = pages.map(TitleProposal.init)
        placePages()
        nameAddresses()
        resolveNames()
        namePlainPages()
        let groups = proposeGroups()
        let headings = HeadingProposal(&pages)
        let categories = CategoryProposal(&pages, sections: headings.sections)
        proposeKeys(headings)
        write(options, groups, headings, categories)
        return plan
    }

    // MARK: - Reading

    private mutating func readPages() {
        for (path, bytes) in files.texts.sorted(by: { $0.key < $1.key }) {
            guard case .content(let inner) = layout.place(path) else {
                pass(path)
                continue
            }
            let name = inner.split(separator: "/").last.map(String.init) ?? ""
            if FolderLabels.isLabel(name) {
                labels.add(bytes, of: String(inner.dropLast(name.count + 1)))
                plan.report.passedOver.append("\(path), which names its folder")
                continue
            }
            let page = ImportedPage(inner, bytes, named: "\(files.name)/\(path)", into: &plan.findings)
            plan.sources[page.source.path] = page.source
            pages.append(page)
        }
        let byFolder = Dictionary(grouping: pages.filter { !$0.place.folders.isEmpty }, by: \.place.folder)
        for (folder, inside) in byFolder where inside.count == 1 && inside[0].place.name.lowercased() == "index" {
            // The index of a group of roles opens the group; one with no other page below it is a page with its pictures.
            let isAlone = !byFolder.keys.contains { $0.hasPrefix(folder + "/") }
            if isAlone, let told = inside[0].place.told, told.folder < inside[0].place.folders.count - 1 {
                bundles.insert(inside[0].place.path)
            }
        }
    }

    /// Lists what is not taken, by its topmost folder.
    private mutating func pass(_ path: String) {
        let top = path.firstIndex(of: "/").map { String(path[...$0]) } ?? path
        if passed.insert(top).inserted { plan.report.passedOver.append(top) }
    }

    /// Paths below the content folder that links of pages name.
    private var linked: Set<String> {
        var linked: Set<String> = []
        for page in pages {
            for reference in page.document.references {
                guard case .link(let url) = reference.target, LinkResolver.scheme(of: url) == nil else { continue }
                let path = url.prefix { $0 != "#" && $0 != "?" }
                if let target = LinkResolver.join(page.place.path, String(path)) { linked.insert(target) }
            }
        }
        return linked
    }

    // MARK: - Files

    /// Gives pages their paths: the ones that they have, except names that handbook reads in another way.
    private mutating func placePages() {
        let linked = linked
        var taken = Set(pages.map(\.place.path))
        for index in pages.indices {
            let place = pages[index].place
            let folder = place.folder.isEmpty ? "" : place.folder + "/"
            var target = place.path
            // `README.md` opens the topmost folder here too, and `index.md` any.
            let isKnown = place.name == "index" || (place.folders.isEmpty && place.name.lowercased() == "readme")
            if place.opensFolder, !isKnown, !linked.contains(place.path), !taken.contains(folder + "index.md") {
                target = folder + "index.md"
            } else if place.ending != "md" {
                target = folder + place.name + ".md"
            }
            if target != place.path, !taken.insert(target).inserted {
                plan.findings.add(
                    Rule.cannotImport(
                        "'\(place.path)' would be '\(target)', which is there too",
                        at: pages[index].source.location(),
                        help: "give one of the two another name"
                    )
                )
            }
            if target != place.path, linked.contains(place.path) {
                pages[index].cannotTell("links to it by its old name lead nowhere now: it is '\(target)'")
            }
            if place.ending.lowercased() == "mdx" {
                pages[index].cannotTell("what is more than Markdown in it is dropped or shown as text")
            }
            pages[index].target = target
        }
        for path in files.others.sorted() {
            switch layout.place(path) {
            case .rooted(let inner): plan.copies.append(("static/" + inner, path))
            case .content(let inner) where linked.contains(inner) || !ImportLayout.isMachinery(inner):
                plan.copies.append(("content/" + inner, path))
            case .content, .passedOver: layout.root.isEmpty ? plan.report.passedOver.append(path) : pass(path)
            }
        }
        plan.report.passedOver += files.passedOver
    }

    // MARK: - Front matter

    private mutating func proposeGroups() -> GroupProposal {
        for (page, title) in zip(pages, titles) where page.place.opensFolder && page.kind == .page { labels.add(page, title: title) }
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
            keys.apply(to: &pages[index], address: self.address(pages[index]))
            for place in ForeignSyntax.places(in: pages[index].source, from: pages[index].front.bodyLine) {
                pages[index].cannotTell(place.message, line: place.line)
            }
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
        }
        addRoles(&texts)
        let own = pages.firstIndex { $0.place.folders.isEmpty && $0.place.opensFolder }
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
