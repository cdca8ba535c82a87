import Diagnostics
import Markdown

/// What a handbook says elsewhere about who has a part in a task: grounds for a proposal. No evidence, no proposal.
struct Evidence: Sendable {
    /// What can be said of a role.
    enum Claim: Sendable, Hashable {
        /// It answers for the task, or decides.
        case accountable
        /// It does the task.
        case responsible
        case consulted
        case informed
    }

    /// Where something is said.
    enum Origin: Sendable, Equatable {
        /// A matrix, by its slug.
        case matrix(String)
        /// A source's position on an activity.
        case position
        /// The role's own card.
        case card
        /// A stage's page.
        case stage
    }

    fileprivate struct Ground: Sendable {
        let role: String
        let origin: Origin
        let related: Related
    }

    private struct Key: Hashable {
        let claim: Claim
        let name: String
    }

    private var grounds: [Key: [Ground]] = [:]
    private let titles: [String: String]
    private let likenesses: Likenesses
    private let names: NameIndex

    /// Gathers what matrices, activities, cards and stages say. Tasks meet by name, by synonym and by activity.
    init(_ handbook: Handbook, _ likenesses: Likenesses) {
        self.likenesses = likenesses
        names = handbook.names
        titles = Dictionary(handbook.roles.map { ($0.slug, $0.title) }) { first, _ in first }
        for matrix in handbook.matrices { add(matrix) }
        for activity in handbook.activities {
            for position in activity.positions { add(position, on: activity, handbook) }
        }
        for role in handbook.roles {
            for item in role.responsibilities {
                add(.responsible, role.slug, .card, Related("on the card of '\(role.title)'", at: item.location), keys(item.name))
            }
        }
        for stage in handbook.stages {
            let place = stage.page.record.keyLocation("drives") ?? stage.page.place
            for role in stage.drives {
                add(.responsible, role, .stage, Related("drives the stage '\(stage.title)'", at: place), keys(stage.title))
            }
        }
    }

    // MARK: - Gathering

    private mutating func add(_ claim: Claim, _ role: String, _ origin: Origin, _ related: Related, _ names: Set<String>) {
        for name in names {
            grounds[Key(claim: claim, name: name), default: []].append(Ground(role: role, origin: origin, related: related))
        }
    }

    private mutating func add(_ matrix: Matrix) {
        let scheme = matrix.scheme
        let claims: [(Claim, Character?)] = [
            (.accountable, scheme.accountable), (.responsible, scheme.responsible), (.consulted, scheme.consulted),
            (.informed, scheme.informed),
        ]
        for (table, row) in matrix.tasks {
            let names = keys(row.task, activity: row.activity)
            for (claim, letter) in claims {
                guard let letter else { continue }
                for (column, cell) in row.holders(of: letter, in: table) {
                    guard let role = column.role else { continue }
                    let words = "\(scheme.name(of: letter).adjective) in '\(matrix.title)'"
                    add(claim, role, .matrix(matrix.slug), Related(words, at: cell.location), names)
                }
            }
        }
    }

    private mutating func add(_ position: Position, on activity: Activity, _ handbook: Handbook) {
        let source = position.source.flatMap { handbook.source($0)?.title } ?? activity.title
        for (part, claim, word) in [
            (Part.accountable, Claim.accountable, "accountable"), (.decides, .accountable, "decides"),
            (.responsible, .responsible, "responsible"),
            (.consulted, .consulted, "consulted"), (.informed, .informed, "informed"),
        ] {
            for role in position.parts[part] ?? [] {
                let related = Related("\(word) in the view of '\(source)'", at: position.location)
                add(claim, role, .position, related, [Self.key(activity: activity.slug)])
            }
        }
    }

    private static func key(activity: String) -> String { "activity \(activity)" }

    private func keys(_ name: String, activity: String? = nil) -> Set<String> {
        var keys = Set(likenesses.keys(name).map { "name \($0)" })
        if let activity {
            keys.insert(Self.key(activity: activity))
        } else if case .found(let id) = names.resolve(name, among: [.activity]) {
            keys.insert(Self.key(activity: id.slug))
        }
        return keys
    }

    // MARK: - Asking

    /// What is said of a row's task outside some matrices.
    func says(_ claim: Claim, of row: Matrix.Row, except matrices: Set<String>) -> Hints {
        hints(claim, keys(row.task, activity: row.activity)) { if case .matrix(let slug) = $0 { !matrices.contains(slug) } else { true } }
    }

    /// What is said anywhere of work of a name.
    func says(_ claim: Claim, of work: String) -> Hints { hints(claim, keys(work)) { _ in true } }

    private func hints(_ claim: Claim, _ names: Set<String>, _ counts: (Origin) -> Bool) -> Hints {
        struct Place: Hashable {
            let role: String
            let location: Location
        }
        let found = names.flatMap { grounds[Key(claim: claim, name: $0)] ?? [] }.filter { counts($0.origin) }
            .uniqued { Place(role: $0.role, location: $0.related.location) }
        let sorted = found.sorted { ($0.related.location, $0.role) < ($1.related.location, $1.role) }
        return Hints(sorted.map { Hints.Entry(role: $0.role, title: titles[$0.role] ?? $0.role, origin: $0.origin, related: $0.related) })
    }
}

extension Evidence {
    /// Roles that evidence speaks for, with the places.
    struct Hints {
        struct Entry {
            let role: String
            let title: String
            let origin: Origin
            let related: Related
        }

        let entries: [Entry]

        init(_ entries: [Entry]) { self.entries = entries }

        /// The slugs of the roles, each once.
        var roles: [String] { entries.map(\.role).reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }

        /// Their titles.
        var titles: [String] { roles.compactMap { role in entries.first { $0.role == role }?.title } }

        /// Only what speaks for some roles.
        func limited(_ to: (String) -> Bool) -> Hints { Hints(entries.filter { to($0.role) }) }

        /// The one role that all the evidence speaks for.
        var one: Entry? { entries.first.flatMap { first in entries.allSatisfy { $0.role == first.role } ? first : nil } }

        /// A proposal, if all the evidence speaks for one role.
        func help(_ text: (String) -> String) -> String? { one.map { text($0.title) } }

        /// Where it is said; nothing unless there is a proposal.
        var related: [Related] { one == nil ? [] : places }

        /// Where it is said.
        var places: [Related] { entries.map(\.related) }
    }
}
