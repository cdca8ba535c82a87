import Handbook
import Markdown

/// Roles that are only the heading of a matrix's column: a matrix names nobody but roles, so each gets a page.
struct ColumnRoles {
    struct Role {
        let title: String
        /// What names it.
        let from: String
        let path: String
        let text: String
    }

    private var names: [(title: String, from: String, isDraft: Bool)] = []
    private var places: [String: Int] = [:]

    /// Adds a role, once.
    ///
    /// - Parameter isDraft: whether what names it is kept from readers. A role that nothing else names is too.
    mutating func add(_ title: String, from path: String, isDraft: Bool = false) {
        guard !title.isEmpty else { return }
        let key = NameIndex.key(title)
        if let place = places[key] {
            names[place].isDraft = names[place].isDraft && isDraft
        } else {
            places[key] = names.count
            names.append((title, path, isDraft))
        }
    }

    /// The pages, with slugs and paths that nothing else has.
    func roles(besides slugs: Set<String> = [], paths: Set<String> = []) -> [Role] {
        var slugs = slugs
        return names.map { title, from, isDraft in
            let base = PageAddress.fileSlug(title)
            var slug = base
            var number = 2
            while slugs.contains(slug) || paths.contains("content/roles/\(slug).md") {
                slug = "\(base)-\(number)"
                number += 1
            }
            slugs.insert(slug)
            let keys = [PlainValue.Entry("title", .text(title))] + (isDraft ? [PlainValue.Entry("draft", .boolean(true))] : [])
            let text = "---\n\(YAMLText.text(keys, fields: []))---\n"
            return Role(title: title, from: from, path: "content/roles/\(slug).md", text: text)
        }
    }
}
