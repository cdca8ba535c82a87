import Handbook
import Markdown

extension PageContext {
    /// Roles in running text, each a link; `own` is the role whose page this is, and stands out instead.
    func listed(_ slugs: [String], own: String? = nil) -> String {
        slugs.map { slug in
            guard let role = handbook.role(slug) else { return HTMLText.escape(slug) }
            let title = HTMLText.escape(role.title)
            return slug == own ? "<strong>\(title)</strong>" : #"<a href="\#(href(role))">\#(title)</a>"#
        }.joined(separator: ", ")
    }

    /// Roles in running text; nothing when there are none.
    func running(_ slugs: [String]) -> View { slugs.isEmpty ? .none : .text(listed(slugs)) }
}
