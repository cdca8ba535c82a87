import Handbook
import Markdown

/// What a page describes, as its folder, its front matter and its shape tell.
enum KindProposal {
    /// Something that speaks for a kind.
    struct Sign {
        let kind: Kind
        /// In words, for the report.
        let words: String
        /// Two are enough. A folder such as `reference` is a topic as well as a kind, and counts one.
        var weight = 1
    }

    /// Proposes the kind of a page, as far as the page alone tells it. A kind needs two signs: `reference/`, or a category
    /// `Team`, are topics.
    ///
    /// - Parameter isBundle: whether an `index.md` is the one page of its folder, which is then the page's own.
    static func propose(_ page: inout ImportedPage, isBundle: Bool) {
        if let (kind, index, why) = label(page) {
            page.kind = kind
            page.why = why
            page.isLabelled = true
            page.taken.insert(index)
            return
        }
        if page.place.opensFolder, !isBundle {
            page.why = page.place.folders.isEmpty ? "the home page" : "it opens its folder"
            return
        }
        let own = ownSigns(page)
        if let told = page.place.told, KindWords.isCertain(ImportedPlace.bare(page.place.folders[told.folder])) {
            let folder = "folder '\(page.place.folders[told.folder])'"
            let title = TitleProposal(page).text
            if told.kind == .role, RoleTitles.isTopic(title), own.isEmpty {
                return page.cannotTell("\(folder) is one of roles, but '\(title)' reads like a topic: a plain page")
            }
            // Deeper in, a folder of this name may hold all that belongs to roles, such as interviews.
            if told.kind != .role || told.folder == 0 || page.sectionHeadings.isEmpty || own.contains(where: { $0.kind == told.kind }) {
                (page.kind, page.why) = (told.kind, folder)
                return
            }
        }
        let signs = folderSign(page) + own
        for kind in signs.map(\.kind).uniqued() {
            let found = signs.filter { $0.kind == kind }
            guard found.reduce(0, { $0 + $1.weight }) > 1 else { continue }
            (page.kind, page.why) = (kind, found.map(\.words).joined(separator: "; "))
            return
        }
        if page.kind == .page, let table = page.tables.first(where: { describesRoles($0.header) }) {
            page.cannotTell(
                "who does what in the table of roles: its cells are prose, so that it is no matrix: a plain page",
                line: table.line
            )
        }
    }

    /// Reports a table that looks like a matrix on a page that is none.
    static func tellMatrix(_ page: inout ImportedPage) {
        guard page.kind == .page, !page.isLabelled else { return }
        if page.place.opensFolder, let (table, _) = page.matrixTables(isTold: false).first {
            page.cannotTell("the table looks like a matrix; on a page of its own it is one", line: table.line)
            return
        }
        for table in page.tables {
            guard let others = MatrixGrid.otherCells(header: table.header, rows: table.rows), let first = others.first else { continue }
            let words = first.count > 40 ? first.prefix(39) + "…" : first[...]
            page.cannotTell(
                "looks like a matrix, but '\(words)' is not a letter: a plain page; 'kind: matrix' makes it one",
                line: table.line
            )
            return
        }
    }

    /// Whether a table's headings are roles and letters' words: `Role | Responsible | Accountable`.
    private static func describesRoles(_ header: [String]) -> Bool {
        let words = MatrixWords.standard
        return header.first.map(words.isRoles) == true && header.dropFirst().count { words.letter($0, in: .raci) != nil } > 1
    }

    private static func folderSign(_ page: ImportedPage) -> [Sign] {
        page.place.told.map { [Sign(kind: $0.kind, words: "folder '\(page.place.folders[$0.folder])'")] } ?? []
    }

    /// What a page itself has that speaks for a kind.
    static func ownSigns(_ page: ImportedPage) -> [Sign] {
        topics(page) + keys(page) + shape(page)
    }

    /// `kind`, or a `type` or `layout` that means nothing else. `page` is what many layouts are called, and says nothing.
    private static func label(_ page: ImportedPage) -> (Kind, Int, String)? {
        for key in ["kind", "type", "layout"] {
            guard let (index, value) = page.value(key), let word = value.words else { continue }
            let kind = KindWords.kind(word) ?? (key == "kind" ? Kind(rawValue: word) : nil)
            if let kind, key == "kind" || KindWords.isCertain(word) { return (kind, index, "'\(key): \(word)'") }
        }
        return nil
    }

    /// Labels that are topics as well.
    private static func topics(_ page: ImportedPage) -> [Sign] {
        var signs: [Sign] = []
        for key in ["type", "layout", "category", "categories", "tags"] {
            guard let (_, value) = page.value(key), let words = value.texts else { continue }
            let kinds = words.compactMap(KindWords.kind).uniqued()
            if kinds.count == 1, !signs.contains(where: { $0.kind == kinds[0] }) {
                signs.append(Sign(kind: kinds[0], words: "'\(key)' says so"))
            }
        }
        return signs
    }

    /// Keys that only one kind of page has.
    private static let keys: [(Kind, Set<String>)] = [
        (
            .role,
            [
                "kpis", "involve", "deliverables", "core_skills", "never_accountable", "reports_to", "department", "job_title", "salary",
                "grade", "level", "seniority", "responsibilities",
            ]
        ),
        (.activity, ["also", "stage", "approval", "positions"]), (.stage, ["drives", "takes_part", "outputs"]),
        (.team, ["cast", "era", "same_person", "follows"]), (.source, ["url", "isbn", "doi", "retrieved", "publisher"]),
    ]

    private static func keys(_ page: ImportedPage) -> [Sign] {
        keys.compactMap { kind, names in
            let key = page.entries.first { names.contains(ImportedPage.key($0.key)) && $0.value?.isEmpty == false }?.key
            return key.map { Sign(kind: kind, words: "'\($0)'") }
        }
    }

    /// The first table, the headings, the title.
    private static func shape(_ page: ImportedPage) -> [Sign] {
        if let (table, _) = page.matrixTables(isTold: false).first {
            return [Sign(kind: .matrix, words: "the table in line \(table.line) has tasks and letters", weight: 2)]
        }
        var signs: [Sign] = []
        let headings = (page.sectionHeadings.map(\.text) + RoleShape.boldHeadings(page).map(\.text)).filter(isOfRole)
        let kinds = Set(headings.map { SectionWords.isMeasures($0) ? "kpis" : SectionWords.meaning(of: $0)?.rawValue ?? "" })
        if !kinds.isEmpty {
            let names = headings.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
            signs.append(Sign(kind: .role, words: "\(headings.count == 1 ? "heading" : "headings") \(names)", weight: kinds.count))
        }
        if let table = RoleShape.factTable(page) {
            signs.append(Sign(kind: .role, words: "the table in line \(table.line) has facts of a role", weight: 2))
        }
        let title = TitleProposal(page).text
        if RoleTitles.isTitle(title) { signs.append(Sign(kind: .role, words: "the title '\(title)'")) }
        return signs
    }

    /// Whether a heading is one of a role's page.
    static func isOfRole(_ heading: String) -> Bool {
        if SectionWords.isMeasures(heading) { return true }
        return [.responsibilities, .knowledge, .skills, .eras].contains(SectionWords.meaning(of: heading))
    }

    // MARK: - With the names of roles
    /// A page about two roles: `between` in the front matter, or a title or a file's name that joins two roles' names.
    static func pair(_ page: ImportedPage, title: String?, names: NameIndex) -> (slugs: [String], why: String)? {
        func slug(_ name: String) -> String? {
            if case .found(let id) = names.resolve(name.trimmingWhitespace, among: [.role]) { id.slug } else { nil }
        }
        func pair(_ parts: [String], _ why: String) -> (slugs: [String], why: String)? {
            guard parts.count == 2, let first = slug(parts[0]), let second = slug(parts[1]), first != second else { return nil }
            return ([first, second], why)
        }
        if let (_, value) = page.value("between", "roles"), let parts = value.texts, let found = pair(parts, "'between' names two roles") {
            return found
        }
        for joint in joints {
            guard let title else { break }
            for range in title.ranges(of: joint) {
                let parts = [String(title[..<range.lowerBound]), String(title[range.upperBound...])]
                if let found = pair(parts, "'\(title)' names two roles") { return found }
            }
        }
        guard page.kind == .relation || page.place.told?.kind == .relation else { return nil }
        for joint in ["-vs-", "-and-", "-"] {
            for range in page.place.stem.ranges(of: joint) {
                let parts = [String(page.place.stem[..<range.lowerBound]), String(page.place.stem[range.upperBound...])]
                if let found = pair(parts, "the file's name has two roles") { return found }
            }
        }
        return nil
    }

    private static let joints = [" vs. ", " vs ", " versus ", " and ", " & ", " / ", " · ", " – ", " — ", " - ", " und ", " et ", " y "]
}
