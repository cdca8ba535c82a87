import Diagnostics
import Markdown

extension Rule {
    /// Work that a page speaks of and no matrix.
    public static let workInNoMatrix = Rule("work-in-no-matrix", .note, "work that pages speak of has a row in a matrix")
}

extension Check {
    /// A relation with no row where both roles take part; responsibilities on a card with no row for the role, told
    /// once a card.
    static let workInNoMatrix = Check(rules: [.workInNoMatrix]) { handbook, findings in
        guard !handbook.matrices.isEmpty else { return }
        var tasks: [String: [Set<String>]] = [:]
        var pairs: Set<Set<String>> = []
        for matrix in handbook.matrices {
            for (table, row) in matrix.tasks {
                let roles = zip(table.columns, row.cells).filter { !$0.1.letters.isEmpty }.compactMap(\.0.role)
                let names = [row.task] + (row.activity.flatMap { handbook.activity($0) }.map { [$0.title] } ?? [])
                let words = names.map(Words.significant).reduce(Set(), { $0.union($1) })
                for role in roles { tasks[role, default: []].append(words) }
                for (index, role) in roles.enumerated() {
                    for other in roles[..<index] { pairs.insert([role, other]) }
                }
            }
        }
        for relation in handbook.relations where !pairs.contains(Set(relation.between)) {
            let titles = relation.between.compactMap { handbook.role($0)?.title }
            findings.add(
                Rule.workInNoMatrix(
                    "'\(titles.joined(separator: "' and '"))' share no row of a matrix",
                    at: relation.page.place,
                    help: "add a row in which both have a part"
                )
            )
        }
        for role in handbook.roles {
            guard let rows = tasks[role.slug], !role.responsibilities.isEmpty else { continue }
            let silent = role.responsibilities.filter { item in
                let words = Words.significant(item.name)
                return !rows.contains { !$0.isDisjoint(with: words) }
            }
            guard let first = silent.first else { continue }
            let count = silent.count == role.responsibilities.count ? "none" : "\(role.responsibilities.count - silent.count)"
            findings.add(
                Rule.workInNoMatrix(
                    "'\(role.title)' has \(role.responsibilities.count) responsibilities, \(count) of them in a matrix",
                    at: first.location,
                    help: "add rows for those that others depend on, such as '\(first.name)'"
                )
            )
        }
    }
}

/// Words that carry meaning, for telling whether two texts speak of the same work.
enum Words {
    /// The words of at least four letters, cut to their first five, so that forms of a word meet: deploy, deployment.
    static func significant(_ text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter }.filter { $0.count >= 4 }.map { String($0.prefix(5)) })
    }
}
