import Handbook
import Markdown

/// What sources differ about on a piece of work, in one line: who has the last word and who does it, by source.
enum DisputeView {
    /// - Parameter own: the role whose page this is.
    static func view(_ dispute: Disagreement, own: String, _ context: PageContext) -> View {
        let parts = [("last_word", dispute.lastWord), ("does_work", dispute.work)].filter { !$0.1.isEmpty }
        return [
            "title": .text(dispute.activity.title), "href": .text(context.href(dispute.activity)),
            "parts": .each(parts) { key, sides in
                let claims = sides.map { side in
                    context.listed(side.roles, own: own) + context.citations(side.sources.map { Citation(key: $0) })
                }
                return ["name": .text(context.strings[key]), "claims": .text(claims.joined(separator: "; "))]
            },
        ]
    }
}
