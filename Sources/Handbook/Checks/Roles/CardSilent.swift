import Diagnostics
import Markdown

extension Rule {
    /// Work in a matrix that the role's own page does not mention.
    public static let cardSilent = Rule("card-silent", .note, "what a role does or answers for is on its own page")
}

extension SettableCheck {
    /// A or R for work that the role's own page does not mention, in other words than the names of tasks.
    static let cardSilent = SettableCheck(rules: [.cardSilent]) { context, found in
        var cards: [String: Set<String>] = [:]
        for task in context.tasks.tasks {
            let scheme = task.matrix.scheme
            for (column, cell) in zip(task.table.columns, task.row.cells) {
                guard let slug = column.role, let role = context.handbook.role(slug),
                    cell.meant.contains(scheme.accountable) || cell.meant.contains(scheme.responsible)
                else { continue }
                let card = cards[slug] ?? Words.significant(role.page.blocks.map(\.allText).joined(separator: " "))
                cards[slug] = card
                guard !task.words.isEmpty, task.words.isDisjoint(with: card) else { continue }
                let others = context.evidence.says(.responsible, of: task.row, except: []).entries.filter {
                    $0.origin == .card && $0.role != slug
                }
                let other = Evidence.Hints(others).one
                let letters = cell.letters.map(String.init).joined(separator: "/")
                found.add(
                    Rule.cardSilent(
                        "'\(role.title)' has \(letters) for '\(task.row.task)', which its page does not mention",
                        at: cell.location,
                        help: other.map { "say it in \(role.page.path), or give it to '\($0.title)', whose card has it" }
                            ?? "say it in \(role.page.path), or mend the matrix",
                        related: other.map { [$0.related] } ?? []
                    ),
                    on: [task.matrix.id, role.id],
                    about: [task.row.task]
                )
            }
        }
    }
}

extension Block {
    /// All the text in a block, lists in items included.
    var allText: String { inlines.isEmpty ? children.map(\.allText).joined(separator: " ") : inlines.plainText }
}
