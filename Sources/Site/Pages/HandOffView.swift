import Formats
import Handbook
import Markdown
import Templates

/// What passes from a stage to the next: who stays, leaves and comes in; who drives, answers and does the work in each.
struct HandOffView {
    let handOff: StageHandOff
    let context: PageContext

    var heading: String { context.strings.text("hand_off_to", ["stage": handOff.to.title]) }

    static let shape: ViewShape = [
        "heading": .text, "moves": .list(["name": .text, "key": .text, "roles": .roles]), "passes": Table.shape,
    ]

    func view(_ values: inout PageValues) -> View {
        let moves = [("who_stays", handOff.stays), ("who_leaves", handOff.leaves), ("who_comes_in", handOff.comesIn)]
        return [
            "heading": .text(heading),
            "moves": .each(moves) { key, roles in
                ["name": .text(context.strings[key]), "key": .text(key), "roles": context.roles(roles)]
            },
            "passes": values.view(of: passes),
        ]
    }

    private var passes: Table {
        let parts = [("drives", handOff.drives), ("last_word", handOff.accountable), ("does_work", handOff.responsible)]
        return Table(
            "hand-off",
            heading,
            style: "rows passes",
            columns: [.text(context.strings["part"]), .text(handOff.from.title), .link(handOff.to)],
            rows: parts.filter { !$0.1.before.isEmpty || !$0.1.after.isEmpty }.map { key, pass in
                [name(key, pass.movement), cell(pass.before), cell(pass.after)]
            }
        )
    }

    private func name(_ key: String, _ movement: StageHandOff.Movement) -> Table.Cell {
        let word = context.strings["hand_off_\(movement.rawValue)"]
        return .phrase(Phrase([.text(context.strings[key] + " "), .span([.text(word)], style: "movement is-\(movement.rawValue)")]))
    }

    private func cell(_ holders: [StageHandOff.Pass.Holder]) -> Table.Cell {
        .list(
            holders.map { holder in
                let role = context.handbook.role(holder.role)
                let both: [Phrase.Piece] = [.text(" "), .span([.text(context.strings["in_both_stages"])], style: "both")]
                let shown = [.role(holder.role, in: context.handbook)] + (holder.isInBoth ? both : []) + tasks(of: holder)
                return Table.Cell.Item(Phrase(shown), style: role.map(context.site.color))
            },
            style: "role-list",
            none: .nobody(context.strings["none_named"])
        )
    }

    /// The tasks, each a link to its activity or its matrix, with the sources where these are all that there is.
    private func tasks(of holder: StageHandOff.Pass.Holder) -> [Phrase.Piece] {
        let items = Self.named(holder.tasks).map { name, page, sources -> Phrase.Piece in
            let link = page.map { Phrase.Piece.link([.text(name)], address: $0.page.address) } ?? .text(name)
            return .span([link, .cites(sources.map { Citation(key: $0) })], style: nil)
        }
        guard !items.isEmpty else { return [] }
        let list = items.flatMap { [.text(", "), $0] }.dropFirst()
        return [.span([.text(":")], style: "sr"), .text(" "), .span(Array(list), style: "pass-tasks")]
    }

    /// A task once, with the sources of all that say so.
    private static func named(_ tasks: [StageWork.Task]) -> [(name: String, page: (any Described)?, sources: [String])] {
        var found: [(name: String, page: (any Described)?, sources: [String])] = []
        for task in tasks {
            let page: (any Described)? = task.activity ?? task.matrix
            if let place = found.firstIndex(where: { $0.name == task.name && $0.page?.id == page?.id }) {
                found[place].sources += task.sources.filter { !found[place].sources.contains($0) }
            } else {
                found.append((task.name, page, task.sources))
            }
        }
        return found
    }
}
