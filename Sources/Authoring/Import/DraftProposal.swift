import Handbook
import Markdown

/// Whether a page was kept from readers where it comes from. What cannot be read as yes or no keeps it too: a page that is a draft
/// by mistake is reported and easily published, one that is published by mistake cannot be taken back.
enum DraftProposal {
    /// Makes a page a draft if its front matter, its name or its folder keeps it back.
    static func apply(to page: inout ImportedPage, _ layout: ImportLayout) {
        for index in page.entries.indices where !page.taken.contains(index) { apply(index, to: &page) }
        keepPrivateKeys(&page)
        if let part = layout.unpublishedPart(of: page.place) {
            page.set("draft", .boolean(true), "draft: '\(part)'")
            page.cannotTell("'\(part)' is not published elsewhere, so the page is a draft")
        }
        if page.front.fault != nil { page.set("draft", .boolean(true), "draft: the front matter cannot be read") }
        if page.isHeldBack { page.set("draft", .boolean(true), "draft: it may not be meant for readers") }
    }

    private static func apply(_ index: Int, to page: inout ImportedPage) {
        let entry = page.entries[index]
        let key = ImportedPage.key(entry.key)
        if entry.value?.isEmpty == true { return }
        switch (key, entry.value?.readTruth) {
        case ("draft", true?): page.set("draft", .boolean(true), "draft", taking: index)
        case ("published", false?): page.set("draft", .boolean(true), "draft: published", taking: index)
        case ("draft", false?), ("published", true?), ("private", false?): page.taken.insert(index)
        case ("draft", nil):
            page.set("draft", .boolean(true), "draft: it cannot be read")
            page.cannotTell("'\(said(entry))' is neither yes nor no, so the page is a draft", line: page.line(index))
        case ("private", _):
            // A list names keys of the page.
            if case .list? = entry.value { return }
            keep(index, entry, &page)
        default:
            let words = entry.value?.texts ?? []
            if words.contains(where: { HiddenKeys.keepsPageBack(entry.key, $0) || HiddenKeys.keepsPageBack(key, $0) }) {
                keep(index, entry, &page)
            }
        }
    }

    private static func keep(_ index: Int, _ entry: ForeignFrontMatter.Entry, _ page: inout ImportedPage) {
        page.set("draft", .boolean(true), "draft: \(entry.key)")
        page.taken.insert(index)
        page.cannotTell("'\(said(entry))' keeps it from readers, so the page is a draft", line: page.line(index))
    }

    private static func said(_ entry: ForeignFrontMatter.Entry) -> String {
        "\(entry.key): \(entry.value?.texts?.joined(separator: ", ") ?? "…")"
    }

    /// `private` names keys as they were. One that gets another name here, such as `metrics`, would be shown.
    private static func keepPrivateKeys(_ page: inout ImportedPage) {
        guard let (index, value) = page.value("private"), case .list = value else { return }
        let own = Set(PageFields.fields(of: page.kind).map(\.key))
        let shown = (value.texts ?? []).filter { name in !own.contains(name) && KeyProposal.isRead(name) }
        guard value.texts == nil || !shown.isEmpty else { return }
        page.set("draft", .boolean(true), "draft: private")
        page.cannotTell("'private' names keys that have other names here, so the page is a draft", line: page.line(index))
    }

    /// Whether a key with a value, both as written, keeps a page from readers.
    static func hides(_ key: String, _ value: String) -> Bool {
        var text = value.trimmingWhitespace[...]
        if let sign = text.first, sign == "\"" || sign == "'" {
            text = text.dropFirst().prefix { $0 != sign }
        } else if let comment = text.firstIndex(of: "#") {
            text = text[..<comment]
        }
        let words = String(text).trimmingWhitespace
        switch ImportedPage.key(key) {
        case "draft", "private": return !words.isEmpty && RecordReader.truth(words) != false
        default: return HiddenKeys.keepsPageBack(key, words) || HiddenKeys.keepsPageBack(ImportedPage.key(key), words)
        }
    }
}

extension ForeignValue {
    /// A truth value as handbook reads it, with or without quotes.
    var readTruth: Bool? { words.flatMap(RecordReader.truth) }
}
