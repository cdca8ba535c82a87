import Formats
import Handbook
import Templates

extension PageContext {
    /// Roles in running text, each a link; `own` is the role whose page this is, and stands out instead.
    func listed(_ slugs: [String], own: String? = nil) -> HTML {
        let names = slugs.map { slug -> Phrase.Piece in
            if slug == own, let role = handbook.role(slug) { .strong(role.title) } else { .role(slug, in: handbook) }
        }
        return html(Phrase(Array(names.flatMap { [.text(", "), $0] }.dropFirst())))
    }

    /// Roles in running text; nothing when there are none.
    func running(_ slugs: [String]) -> View { slugs.isEmpty ? .none : .html(listed(slugs)) }
}
