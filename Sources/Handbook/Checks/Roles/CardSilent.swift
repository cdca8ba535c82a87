import Diagnostics
import Markdown

extension Rule {
    /// Work in a matrix that the role's own page does not mention.
    public static let cardSilent = Rule("card-silent", .note, "what a role does or answers for is on its own page")
}

extension Check {
    /// A or R for work that the role's own page does not mention, in other words than the names of tasks.
    static let cardSilent = Check(rules: [.cardSilent]) { handbook, findings in
        var cards: [String: Set<String>] = [:]
        for matrix in handbook.matrices {
            for (table, row) in matrix.tasks {
                for (column, cell) in zip(table.columns, row.cells) {
                    guard let slug = column.role, let role = handbook.role(slug),
                        cell.letters.contains(matrix.scheme.accountable) || cell.letters.contains(matrix.scheme.responsible)
                    else { continue }
                    let card = cards[slug] ?? Words.significant(role.page.blocks.map(\.allText).joined(separator: " "))
                    cards[slug] = card
                    let names = [row.task] + (row.activity.flatMap { handbook.activity($0) }.map { [$0.title] } ?? [])
                    let words = names.map(Words.significant).reduce(Set(), { $0.union($1) })
                    guard !words.isEmpty, words.isDisjoint(with: card) else { continue }
                    findings.add(
                        Rule.cardSilent(
                            "'\(role.title)' has \(cell.letters.map(String.init).joined(separator: "/")) for '\(row.task)', which its page does not mention",
                            at: cell.location,
                            help: "say it in \(role.page.path), or mend the matrix"
                        )
                    )
                }
            }
        }
    }
}

extension Block {
    /// All the text in a block, lists in items included.
    var allText: String { inlines.isEmpty ? children.map(\.allText).joined(separator: " ") : inlines.plainText }
}
