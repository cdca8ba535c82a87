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

    private var names: [(title: String, from: String)] = []
    private var seen: Set<String> = []

    /// Adds a role, once.
    mutating func add(_ title: String, from path: String) {
        if !title.isEmpty, seen.insert(NameIndex.key(title)).inserted { names.append((title, path)) }
    }

    /// The pages, with slugs and paths that nothing else has.
    func roles(besides slugs: Set<String> = [], paths: Set<String> = []) -> [Role] {
        var slugs = slugs
        return names.map { title, from in
            let base = PageAddress.fileSlug(title)
            var slug = base
            var number = 2
            while slugs.contains(slug) || paths.contains("content/roles/\(slug).md") {
                slug = "\(base)-\(number)"
                number += 1
            }
            slugs.insert(slug)
            let text = "---\n\(YAMLText.text([PlainValue.Entry("title", .text(title))], fields: []))---\n"
            return Role(title: title, from: from, path: "content/roles/\(slug).md", text: text)
        }
    }
}
