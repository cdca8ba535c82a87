import Formats
import Handbook
import Markdown

/// A role's work in an era: the prose between the items, then each of them marked against the eras before, then what is
/// no longer named.
enum EraView {
    static func passages(_ part: EraHistory.Part, of role: Role, _ context: PageContext) -> [Table.Cell.Passage] {
        func item(_ piece: Phrase.Piece, _ change: EraChange?) -> Table.Cell.Item {
            guard let change else { return Table.Cell.Item(Phrase([piece])) }
            // The colon is for those who read or copy it: the eye has the frame.
            let mark: [Phrase.Piece] = [
                .span([.text(context.strings["era_\(change.rawValue)"])], style: "era-mark"), .span([.text(":")], style: "sr"), .text(" "),
            ]
            return Table.Cell.Item(Phrase(mark + [piece]), style: "is-\(change.rawValue)")
        }
        // What is gone closes the last list.
        let gone = part.gone.map { item(.removed($0.name), .gone) }
        let last = part.passages.lastIndex { if case .items = $0 { true } else { false } }
        let shown = part.passages.enumerated().map { index, passage -> Table.Cell.Passage in
            switch passage {
            case .prose(let blocks): .prose(blocks, of: role.page)
            case .items(let items):
                .list(items.map { item(.whole($0.block, of: role.page), $1) } + (index == last ? gone : []))
            }
        }
        return shown + (last == nil && !gone.isEmpty ? [.list(gone)] : [])
    }
}
