import Diagnostics
import Markdown

/// What a handbook says elsewhere about who answers for a task: grounds for a proposal. No evidence, no proposal.
struct Evidence: Sendable {
    private struct Said: Sendable {
        let role: String
        let matrix: String?
        let location: Location
        let message: String
    }

    private let byActivity: [String: [Said]]
    private let byTask: [String: [Said]]
    private let titles: [String: String]

    /// Gathers the accountable cells of every matrix, and what activities' own pages say of who answers or decides.
    init(_ handbook: Handbook) {
        var byActivity: [String: [Said]] = [:]
        var byTask: [String: [Said]] = [:]
        for matrix in handbook.matrices {
            for (table, row) in matrix.tasks {
                for (column, cell) in row.holders(of: matrix.scheme.accountable, in: table) {
                    guard let role = column.role else { continue }
                    let said = Said(role: role, matrix: matrix.slug, location: cell.location, message: "accountable in '\(matrix.title)'")
                    byTask[NameIndex.key(row.task), default: []].append(said)
                    if let activity = row.activity { byActivity[activity, default: []].append(said) }
                }
            }
        }
        for activity in handbook.activities {
            for position in activity.positions {
                for (part, word) in [(Part.accountable, "accountable"), (.decides, "decides")] {
                    for role in position.parts[part] ?? [] {
                        let source = position.source.flatMap { handbook.source($0)?.title } ?? activity.title
                        byActivity[activity.slug, default: []].append(
                            Said(role: role, matrix: nil, location: position.location, message: "\(word) in the view of '\(source)'")
                        )
                    }
                }
            }
        }
        self.byActivity = byActivity
        self.byTask = byTask
        titles = Dictionary(handbook.roles.map { ($0.slug, $0.title) }) { first, _ in first }
    }

    /// Who answers for a row's task, as other matrices and activities have it.
    func accountable(for row: Matrix.Row, except matrix: String) -> Hints {
        let said = (row.activity.flatMap { byActivity[$0] } ?? []) + (byTask[NameIndex.key(row.task)] ?? [])
        return hints(said.filter { $0.matrix != matrix })
    }

    /// Who answers for work of a name, as all matrices and activities have it.
    func accountable(for work: String, _ names: NameIndex) -> Hints {
        var said = byTask[NameIndex.key(work)] ?? []
        if case .found(let activity) = names.resolve(work, among: [.activity]) { said += byActivity[activity.slug] ?? [] }
        return hints(said)
    }

    private func hints(_ said: [Said]) -> Hints {
        var seen: Set<Location> = []
        let found = said.filter { seen.insert($0.location).inserted }
        return Hints(
            found.map { Hints.Entry(role: $0.role, title: titles[$0.role] ?? $0.role, related: Related($0.message, at: $0.location)) }
        )
    }

    /// Roles that evidence speaks for, with the places.
    struct Hints {
        struct Entry {
            let role: String
            let title: String
            let related: Related
        }

        let entries: [Entry]

        init(_ entries: [Entry]) { self.entries = entries }

        /// Only what speaks for one of these roles.
        func limited(to roles: [String]) -> Hints { Hints(entries.filter { roles.contains($0.role) }) }

        /// A proposal, if all the evidence speaks for one role.
        func help(_ text: (String) -> String) -> String? {
            guard let first = entries.first, entries.allSatisfy({ $0.role == first.role }) else { return nil }
            return text(first.title)
        }

        /// Where it is said; nothing unless there is a proposal.
        var related: [Related] { help { $0 } == nil ? [] : entries.map(\.related) }
    }
}
