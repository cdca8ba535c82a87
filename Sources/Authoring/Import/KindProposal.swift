import Handbook
import Markdown

/// What a page describes, as its folder, its front matter and its shape tell.
enum KindProposal {
    /// Says the kind of a page, as far as that can be told from the page alone.
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
        if let told = page.place.told {
            page.kind = told.kind
            page.why = "folder '\(page.place.folders[told.folder])'"
            return
        }
        if let (kind, why) = tag(page) ?? shape(page) {
            page.kind = kind
            page.why = why
        }
        if page.kind == .page, let table = page.tables.first(where: { describesRoles($0.header) }) {
            page.cannotTell(
                "who does what in the table of roles: its cells are prose, so that it is no matrix: a plain page",
                line: table.line
            )
        }
    }

    /// Whether a table's headings are roles and letters' words: `Role | Responsible | Accountable`.
    private static func describesRoles(_ header: [String]) -> Bool {
        let words = MatrixWords.standard
        return header.first.map(words.isRoles) == true && header.dropFirst().count { words.letter($0, in: .raci) != nil } > 1
    }

    /// `kind`, `type` or `layout`. `page` is what many layouts are called, and says nothing.
    private static func label(_ page: ImportedPage) -> (Kind, Int, String)? {
        for key in ["kind", "type", "layout"] {
            guard let (index, value) = page.value(key), let word = value.words else { continue }
            let kind = KindWords.kind(word) ?? (key == "kind" ? Kind(rawValue: word) : nil)
            if let kind { return (kind, index, "'\(key): \(word)'") }
        }
        return nil
    }

    private static func tag(_ page: ImportedPage) -> (Kind, String)? {
        for key in ["category", "categories", "tags"] {
            guard let (_, value) = page.value(key), let words = value.texts else { continue }
            let kinds = Set(words.compactMap(KindWords.kind))
            if kinds.count == 1, let kind = kinds.first { return (kind, "'\(key)' says so") }
        }
        return nil
    }

    /// The first table, or the headings.
    private static func shape(_ page: ImportedPage) -> (Kind, String)? {
        if let (table, _) = page.matrixTables(isTold: false).first {
            return (.matrix, "the table in line \(table.line) has tasks and letters")
        }
        let headings = page.sectionHeadings.filter { isOfRole($0.text) }
        let kinds = Set(headings.map { SectionWords.isMeasures($0.text) ? "kpis" : SectionWords.meaning(of: $0.text)?.rawValue ?? "" })
        guard kinds.count > 1 else { return nil }
        return (.role, "headings " + headings.prefix(3).map { "'\($0.text)'" }.joined(separator: ", "))
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
