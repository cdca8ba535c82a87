import Handbook
import Markdown

/// A role's work in an era: what stands beside the items, then each of them marked against the eras before, then what is
/// no longer named.
enum EraView {
    static func html(_ part: EraHistory.Part, of role: Role, _ context: PageContext) -> String {
        func mark(_ change: EraChange) -> String {
            // The colon is for those who read or copy it: the eye has the frame.
            #"<span class="era-mark">\#(RichText.escape(context.strings["era_\(change.rawValue)"]))</span><span class="sr">:</span> "#
        }
        func item(_ html: String, _ change: EraChange?) -> String {
            guard let change else { return "<li>\(html)</li>" }
            return #"<li class="is-\#(change.rawValue)">\#(mark(change))\#(html)</li>"#
        }
        let items =
            part.items.map { item(context.whole($0, of: role.page), $1) }
            + part.gone.map { item("<s>\(RichText.escape($0.name))</s>", .gone) }
        let list = items.isEmpty ? "" : #"<ul class="era-items">\#(items.joined())</ul>"#
        return (context.text(part.prose, of: role.page) ?? "") + list
    }
}
