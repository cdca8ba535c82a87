import Handbook
import Markdown

/// A role's work in an era: what stands beside the items, then each of them marked against the eras before, then what is
/// no longer named.
enum EraView {
    static func html(_ part: EraHistory.Part, of role: Role, _ context: PageContext) -> String {
        func mark(_ change: EraChange) -> String {
            // The colon is for those who read or copy it: the eye has the frame.
            #"<span class="era-mark">\#(HTMLText.escape(context.strings["era_\(change.rawValue)"]))</span><span class="sr">:</span> "#
        }
        func item(_ html: String, _ change: EraChange?) -> String {
            guard let change else { return "<li>\(html)</li>" }
            return #"<li class="is-\#(change.rawValue)">\#(mark(change))\#(html)</li>"#
        }
        func list(_ items: [String]) -> String { items.isEmpty ? "" : #"<ul class="era-items">\#(items.joined())</ul>"# }
        // What is gone closes the last list.
        let gone = part.gone.map { item("<s>\(HTMLText.escape($0.name))</s>", .gone) }
        let last = part.passages.lastIndex { if case .items = $0 { true } else { false } }
        let shown = part.passages.enumerated().map { index, passage in
            switch passage {
            case .prose(let blocks): context.text(blocks, of: role.page) ?? ""
            case .items(let items):
                list(items.map { item(context.whole($0, of: role.page), $1) } + (index == last ? gone : []))
            }
        }
        return shown.joined() + (last == nil ? list(gone) : "")
    }
}
