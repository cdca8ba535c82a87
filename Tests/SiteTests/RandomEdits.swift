import TestSupport

/// Edits of a project's files as an author makes them, faults and their repair among them; the same for the same seed.
struct RandomEdits {
    private(set) var files: [String: String]
    private let first: [String: String]
    private var random: SplitMix64

    init(seed: UInt64, _ files: [String: String]) {
        (self.files, first, random) = (files, files, SplitMix64(state: seed))
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[Int.random(in: 0..<elements.count, using: &random)] }

    /// The files of pages that the site may have.
    var pages: [String] {
        let slugs = files.keys.filter { $0.hasPrefix("content/") && $0.hasSuffix(".md") }.sorted().map { $0.dropFirst(8).dropLast(3) }
        return ["index.html", "gaps/index.html", "roles/index.md", "search-names.js"] + slugs.map { $0 + "/index.html" }
    }

    /// Makes one edit, and says what it was.
    mutating func next() -> String {
        let pages = files.keys.filter { $0.hasPrefix("content/") }.sorted()
        // Enough is left to edit.
        guard pages.count > 3 else { return restore() }
        let (page, number) = (pick(pages), number)
        switch Int.random(in: 0..<14, using: &random) {
        case 0...2: return edit(page) { $0 + "\nThe Cook says \(number) to the Waiter and the Baker.\n" }
        case 3:
            let name = pick(["Cook", "Baker", "Chef", "Nobody"])
            return edit(page) { $0.replacing("Cook", with: name) }
        case 4: return edit(page) { $0.replacing("summary: ", with: "summary: \(number) ") }
        case 5:
            let word = pick(["New ", "Old ", ""])
            return edit(page) { $0.replacing("title: ", with: "title: \(word)") }
        case 6:
            let (old, new) = (pick(["A", "R", "C"]), pick(["A", "R", "C", "I", "X"]))
            return edit("content/raci/all.md") { $0.replacing("| \(old) |", with: "| \(new) |") }
        case 7: return edit(page) { $0.replacing("group: g", with: "group: g\naliases: [Alias \(number)]") }
        case 8:
            files["content/roles/moved-\(number).md"] = files.removeValue(forKey: page)
            return "rename \(page)"
        case 9:
            files[page] = nil
            return "delete \(page)"
        case 10: return edit("handbook.yml") { $0.replacing("title: G", with: "title: Group \(number)") }
        case 11:
            let isOn = files["templates/role.mustache"] == nil
            files["templates/role.mustache"] = isOn ? "<p>{{title}} \(number)</p>\n" : nil
            return "a template"
        case 12:
            let head = pick(["---\ntitle: [\n---\n", "\u{FEFF}", "", "---\ndraft: true\ntitle: D\n---\n"])
            return edit(page) { head + $0 }
        default: return restore()
        }
    }

    private var number: Int { mutating get { Int.random(in: 0..<1000, using: &random) } }

    private mutating func edit(_ path: String, _ change: (String) -> String) -> String {
        guard let text = files[path] else { return restore() }
        files[path] = change(text)
        return "edit \(path)"
    }

    private mutating func restore() -> String {
        let path = pick(first.keys.sorted())
        files[path] = first[path]
        return "restore \(path)"
    }
}
