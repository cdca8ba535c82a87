import Handbook
import Markdown
import Templates

/// A role's work in an era: the prose between the items, then each of them marked against the eras before, then what is
/// no longer named.
enum EraView {
    static func html(_ part: EraHistory.Part, of role: Role, _ context: PageContext) -> HTML {
        // The colon is for those who read or copy it: the eye has the frame.
        func mark(_ change: EraChange) -> String {
            (HTML.span(context.strings["era_\(change.rawValue)"], class: "era-mark") + .span(":", class: "sr")).text + " "
        }
        func item(_ html: String, _ change: EraChange?) -> String {
            guard let change else { return "<li>\(html)</li>" }
            return #"<li class="is-\#(change.rawValue)">\#(mark(change))\#(html)</li>"#
        }
        func list(_ items: [String]) -> String { items.isEmpty ? "" : #"<ul class="era-items">\#(items.joined())</ul>"# }
        // What is gone closes the last list.
        let gone = part.gone.map { item("<s>\(HTML(escaping: $0.name).text)</s>", .gone) }
        let last = part.passages.lastIndex { if case .items = $0 { true } else { false } }
        let shown = part.passages.enumerated().map { index, passage in
            switch passage {
            case .prose(let blocks): context.text(blocks, of: role.page) ?? ""
            case .items(let items):
                list(items.map { item(context.whole($0.block, of: role.page).text, $1) } + (index == last ? gone : []))
            }
        }
        return HTML(shown.joined() + (last == nil ? list(gone) : ""))
    }
}
