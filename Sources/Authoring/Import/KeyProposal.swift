import Diagnostics
import Handbook
import Markdown

/// What the keys of other tools' front matter mean here.
struct KeyProposal {
    /// The keys of sources that there are.
    let sources: Set<String>
    /// Addresses that pages of the project have, or had.
    private(set) var addresses: Set<String>

    init(sources: Set<String>, addresses: Set<String>) { (self.sources, self.addresses) = (sources, addresses) }

    /// Names of other tools for a key, the first of which counts for most.
    private static let names: [(key: String, names: [String])] = [
        ("summary", ["summary", "description", "excerpt", "abstract", "lead", "purpose"]),
        ("order", ["order", "weight", "sidebar_position", "nav_order", "menu_order", "position"]),
        (
            "updated",
            ["updated", "lastmod", "last_modified_at", "last_modified", "modified", "last_updated", "last_update", "updated_at", "date"]
        ),
        ("short", ["short", "short_title", "sidebar_label", "link_title", "nav_title", "abbreviation"]),
        ("author", ["author", "authors"]),
        ("url", ["url", "link", "website", "external_url"]),
        ("kpis", ["kpis", "kpi", "metrics"]),
    ]
    /// Keys that are read elsewhere.
    private static let others: Set<String> = [
        "title", "slug", "kind", "type", "layout", "group", "aliases", "redirect_from", "permalink", "between", "era", "side", "private",
        "draft",
    ]
    /// Keys that keep a page out of lists, and the value that does.
    private static let hiding: [(key: String, value: Bool)] = [("nav_exclude", true), ("headless", true)]

    /// Whether a key of another tool has a meaning here.
    static func isRead(_ key: String) -> Bool {
        let key = ImportedPage.key(key)
        return others.contains(key) || names.contains { $0.names.contains(key) } || ["tags", "categories", "id"].contains(key)
    }

    /// Gives a page the keys that its old ones mean.
    ///
    /// - Parameters:
    ///   - address: its address.
    ///   - old: addresses that it had by the name of its file.
    ///   - redirects: addresses that settings of another tool redirect to it.
    mutating func apply(to page: inout ImportedPage, address: String, old: [String], redirects: [String] = []) {
        let fields = Dictionary(PageFields.fields(of: page.kind).map { ($0.key, $0) }) { first, _ in first }
        takeShown(&page)
        takeOwn(fields, &page)
        for (key, names) in Self.names where !page.has(key) {
            guard let field = fields[key] else { continue }
            take(field, names, &page)
        }
        takeNames(&page)
        takeOldAddresses(&page, address: address, old, redirects)
        takePrivate(&page)
        tellHidden(&page)
        takeEmpty(&page)
        if page.kind == .role, let heading = page.sectionHeadings.first(where: { SectionWords.isMeasures($0.text) }), !page.has("kpis") {
            page.cannotTell(
                "'\(heading.text)' is a section; handbook reads measures from 'kpis' in the front matter",
                line: page.fileLine(heading.location.line)
            )
        }
    }

    /// Keys that handbook has itself, with values that it can read.
    private func takeOwn(_ fields: [String: Field], _ page: inout ImportedPage) {
        for (index, entry) in page.entries.enumerated() where !page.taken.contains(index) {
            let isOther = Self.others.contains(entry.key) && !(entry.key == "type" && page.kind == .source)
            guard !isOther, let field = fields[entry.key], let value = entry.value, !value.isEmpty,
                Self.names.first(where: { $0.key == entry.key }) == nil, let plain = value.plain(as: field.type)
            else { continue }
            if entry.key == "sources", case .list(let keys) = plain,
                let unknown = keys.first(where: { if case .text(let key) = $0 { !sources.contains(key) } else { false } }),
                case .text(let key) = unknown
            {
                page.cannotTell("'sources' names '\(key)', which no page of a source is called", line: page.line(index))
                continue
            }
            page.set(entry.key, plain, entry.key, taking: index)
        }
    }

    private func take(_ field: Field, _ names: [String], _ page: inout ImportedPage) {
        for name in names {
            guard let (index, value) = page.value(name), !page.taken.contains(index), let found = Self.value(field, name, value) else {
                continue
            }
            if field.key == "short" {
                guard case .text(let short) = found.value, isShorter(short, page) else { continue }
            }
            let reason = name == field.key ? field.key : "\(field.key): \(page.entries[index].key)"
            return page.set(field.key, found.value, reason, taking: found.isWhole ? index : nil)
        }
        switch (field.key, page.place.number, page.place.date) {
        case ("order", let number?, _): page.set("order", .integer(number), "order: the file's name")
        case ("updated", _, let date?): page.set("updated", .text(date), "updated: the file's name")
        default: break
        }
    }

    private func isShorter(_ short: String, _ page: ImportedPage) -> Bool {
        let title = TitleProposal(page).text
        return short.count < title.count
    }

    /// A value, and whether nothing of it is left out.
    private static func value(_ field: Field, _ name: String, _ value: ForeignValue) -> (value: PlainValue, isWhole: Bool)? {
        switch field.key {
        case "updated":
            var value = value
            if case .record(let entries) = value { value = entries.first { $0.key == "date" }?.value ?? .empty }
            guard let text = value.words, CalendarDate(String(text.prefix(10))) != nil else { return nil }
            return (.text(String(text.prefix(10))), text.count == 10 && value.words == text)
        case "author":
            guard let names = value.texts, names.count == 1 else { return nil }
            return (.text(names[0]), true)
        case "url":
            guard let url = value.words, TextForm.webAddress.fits(url) else { return nil }
            return (.text(url), true)
        case "summary", "short": return value.words.map { (.text($0), true) }
        default: return value.plain(as: field.type).map { ($0, true) }
        }
    }

    // MARK: - Names and addresses

    /// `aliases` without slashes are other names of a role; with them, they are addresses that it had.
    private func takeNames(_ page: inout ImportedPage) {
        guard page.kind == .role, let (index, value) = page.value("aliases"), let all = value.texts else { return }
        let names = all.filter { !Self.isAddress($0) }
        guard !names.isEmpty else { return }
        page.set("aliases", .list(names.map(PlainValue.text)), "aliases", taking: names.count == all.count ? index : nil)
    }

    private static func isAddress(_ text: String) -> Bool { text.contains("/") || text.hasSuffix(".html") }

    private mutating func takeOldAddresses(_ page: inout ImportedPage, address: String, _ earlier: [String], _ redirects: [String]) {
        var found: [PlainValue] = []
        var keys: [String] = []
        for path in earlier where path != address && addresses.insert(path).inserted { found.append(.text("/" + path)) }
        if !found.isEmpty { keys.append("the id of Notion") }
        for text in redirects {
            guard let path = (try? OldAddress(text.hasPrefix("/") ? text : "/" + text))?.path, path != address else { continue }
            guard addresses.insert(path).inserted else {
                page.cannotTell("'\(text)' redirects to it elsewhere, and is the address of another page")
                continue
            }
            found.append(.text("/" + path))
            if keys.last != GitBookSettings.file { keys.append(GitBookSettings.file) }
        }
        for key in ["redirect_from", "aliases", "permalink", "url", "slug"] {
            guard let (index, value) = page.value(key), !page.taken.contains(index), let texts = value.texts else { continue }
            let old = texts.filter { key == "redirect_from" || Self.isAddress($0) }
            guard !old.isEmpty else { continue }
            var isWhole = old.count == texts.count || (key == "aliases" && page.has("aliases"))
            for text in old {
                guard !text.contains(":"), !text.contains("{"), let path = (try? OldAddress(text))?.path else {
                    isWhole = false
                    continue
                }
                if path == address { continue }
                guard addresses.insert(path).inserted else {
                    page.cannotTell("'\(text)' is the address of another page", line: page.line(index))
                    isWhole = false
                    continue
                }
                found.append(.text("/" + path))
            }
            if isWhole { page.taken.insert(index) }
            if !found.isEmpty { keys.append(key) }
        }
        guard !found.isEmpty else { return }
        let own = keys.filter { $0 != "redirect_from" }
        page.set("redirect_from", .list(found), own.isEmpty ? "redirect_from" : "redirect_from: \(own.joined(separator: ", "))")
    }

    // MARK: - What is left

    /// What is private stays so; what is in comments is published nowhere.
    private func takePrivate(_ page: inout ImportedPage) {
        guard let (index, value) = page.value("private"), case .list = value, let names = value.texts else { return }
        let kept = names.filter { page.has($0) && !["title", "slug", "kind", "between", "draft"].contains($0) }
        page.taken.insert(index)
        if !kept.isEmpty { page.set("private", .list(kept.map(PlainValue.text)), "private") }
    }

    /// `nav_exclude: false` and its like say what holds anyway.
    private func takeShown(_ page: inout ImportedPage) {
        for (key, hides) in Self.hiding {
            if let (index, value) = page.value(key), let truth = value.readTruth, truth != hides { page.taken.insert(index) }
        }
    }

    private func tellHidden(_ page: inout ImportedPage) {
        for (key, hides) in Self.hiding {
            guard let (index, value) = page.value(key), !page.taken.contains(index), value.readTruth == hides else { continue }
            page.cannotTell(
                "'\(key): \(hides)' keeps it out of lists elsewhere; here it is published like any page",
                line: page.line(index)
            )
        }
    }

    private func takeEmpty(_ page: inout ImportedPage) {
        for (index, entry) in page.entries.enumerated() where entry.value?.isEmpty == true { page.taken.insert(index) }
    }
}
