import Formats
import Handbook
import Markdown
import Templates

/// What sources differ about on a piece of work, in one line: who has the last word and who does it, by source.
enum DisputeView {
    static let shape: ViewShape = [
        "title": .text, "href": .text,
        "parts": .list(["name": .text, "claims": .list(["roles": .html, "cites": .html, "is_last": .flag])]),
    ]

    /// - Parameter own: the role whose page this is.
    static func view(_ dispute: Disagreement, own: String, _ context: PageContext) -> View {
        let parts = [("last_word", dispute.lastWord), ("does_work", dispute.work)].filter { !$0.1.isEmpty }
        return [
            "title": .text(dispute.activity.title), "href": .text(context.href(dispute.activity)),
            "parts": .each(parts) { key, sides in
                [
                    "name": .text(context.strings[key]),
                    "claims": .each(sides.enumerated()) { index, side in
                        [
                            "roles": .html(context.listed(side.roles, own: own)), "cites": context.cites(side.sources),
                            "is_last": .flag(index == sides.count - 1),
                        ]
                    },
                ]
            },
        ]
    }
}
