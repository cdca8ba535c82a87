import Handbook
import Markdown
import Templates

extension PageContext {
    /// Roles in running text, each a link; `own` is the role whose page this is, and stands out instead.
    func listed(_ slugs: [String], own: String? = nil) -> HTML {
        .joined(
            slugs.map { slug in
                guard let role = handbook.role(slug) else { return .text(slug) }
                return slug == own ? HTML("<strong>\(HTML(escaping: role.title).text)</strong>") : anchor(role)
            },
            separator: ", "
        )
    }

    /// Roles in running text; nothing when there are none.
    func running(_ slugs: [String]) -> View { slugs.isEmpty ? .none : .html(listed(slugs)) }
}
