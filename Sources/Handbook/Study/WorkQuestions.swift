import Diagnostics
import Markdown

/// Questions on who has which part in the work. Where all who speak of a piece of work agree, it is asked once; else each
/// matrix and each source is asked for by name.
struct WorkQuestions {
    let handbook: Handbook
    let analysis: Analysis

    private let places: [String: Int]
    private let neighbours: Neighbourhood
    private let parts: [(kind: Question.Kind, part: Part)] = [(.accountable, .accountable), (.responsible, .responsible)]

    init(handbook: Handbook, analysis: Analysis) {
        self.handbook = handbook
        self.analysis = analysis
        places = Dictionary(handbook.roles.enumerated().map { ($1.slug, $0) }) { first, _ in first }
        neighbours = Neighbourhood(handbook.roles.map(\.group))
    }

    func all() -> [Question] {
        var ids = Anchors()
        var questions: [Question] = []
        for (kind, part) in parts {
            for matrix in handbook.matrices { questions += rows(of: matrix, kind, part, &ids) }
            for activity in handbook.activities { questions += views(on: activity, kind, part, &ids) }
        }
        return questions + handbook.stages.compactMap(stage)
    }

    // MARK: - Matrices

    private func rows(of matrix: Matrix, _ kind: Question.Kind, _ part: Part, _ ids: inout Anchors) -> [Question] {
        let letter = kind == .accountable ? matrix.scheme.accountable : matrix.scheme.responsible
        let rows = matrix.tables.flatMap { table in table.rows.map { (table, $0) } }
        // Of two rows of one name, a question could not say which it means.
        let names = Dictionary(rows.map { (NameIndex.key($0.1.task), 1) }, uniquingKeysWith: +)
        return rows.enumerated().compactMap { index, entry in
            let (table, row) = entry
            guard !row.isHeading, row.isComplete, names[NameIndex.key(row.task)] == 1 else { return nil }
            let said = row.activity.flatMap { handbook.activity($0) }.map { analysis.tally(of: $0) }
            guard said.flatMap({ Self.agreed($0.positions, part) }) == nil else { return nil }
            let holders = row.holders(of: letter, in: table).compactMap(\.column.role)
            // Those with another letter in the row are nearer at hand than those with none.
            let columns = zip(table.columns, row.cells).compactMap { column, cell in column.role.map { ($0, cell.letters.isEmpty) } }
            return question(
                id: ids.anchor(for: "\(kind.rawValue) \(matrix.slug) \(row.task)"),
                kind,
                .task(row.task, matrix: matrix.slug, letter: letter),
                right: holders,
                excluded: said.map { Self.roles($0, part) } ?? [],
                nearest: columns.filter { !$0.1 }.map(\.0) + columns.filter(\.1).map(\.0),
                at: matrix.id,
                .row(index)
            )
        }
    }

    // MARK: - Activities

    private func views(on activity: Activity, _ kind: Question.Kind, _ part: Part, _ ids: inout Anchors) -> [Question] {
        let said = analysis.tally(of: activity)
        let others = said.positions.flatMap { $0.parts.values.joined() }.filter { places[$0] != nil }
        func ask(_ roles: [String], source: String?) -> Question? {
            question(
                id: ids.anchor(for: "\(kind.rawValue) \(activity.slug) \(source ?? "")"),
                kind,
                .activity(activity.slug, source: source),
                right: roles,
                excluded: Self.roles(said, part),
                nearest: others.sorted { (places[$0] ?? 0) < (places[$1] ?? 0) },
                at: activity.id,
                .positions
            )
        }
        if let agreed = Self.agreed(said.positions, part) { return [ask(agreed, source: nil)].compactMap(\.self) }
        var bySource: [(source: String, roles: [String])] = []
        for position in activity.positions {
            guard let source = position.source, let roles = position.parts[part] else { continue }
            if let place = bySource.firstIndex(where: { $0.source == source }) {
                bySource[place].roles += roles
            } else {
                bySource.append((source, roles))
            }
        }
        return bySource.compactMap { ask($0.roles, source: $0.source) }
    }

    /// The roles that everybody who speaks of a part names, when at least two do. Who decides and who answers are one
    /// question, so a source that names another decider does not agree.
    private static func agreed(_ positions: [Position], _ part: Part) -> [String]? {
        var views: [String: Set<String>] = [:]
        for position in positions {
            let roles = (position.parts[part] ?? []) + (part == .accountable ? position.parts[.decides] ?? [] : [])
            guard !roles.isEmpty else { continue }
            views[position.source ?? "/\(position.matrix ?? "")", default: []].formUnion(roles)
        }
        guard views.count > 1, Set(views.values).count == 1 else { return nil }
        return positions.contains { $0.parts[.decides] != nil } && part == .accountable
            ? nil : positions.lazy.compactMap { $0.parts[part] }.first
    }

    /// Every role that anybody gives the part: none of them is wrong in everyone's view.
    private static func roles(_ tally: Tally, _ part: Part) -> Set<String> {
        Set((part == .accountable ? tally.lastWord : tally[part]).map(\.role))
    }

    // MARK: - Stages

    private func stage(_ stage: Stage) -> Question? {
        question(
            id: "drives-\(stage.slug)",
            .drives,
            .stage(stage.slug),
            right: stage.drives,
            excluded: Set(stage.key),
            nearest: stage.takesPart,
            at: stage.id,
            .head
        )
    }

    /// A question with its wrong choices: of the same group first, those at hand before the others.
    private func question(
        id: String,
        _ kind: Question.Kind,
        _ subject: Question.Subject,
        right: [String],
        excluded: Set<String>,
        nearest: [String],
        at page: PageID,
        _ place: Question.Place
    ) -> Question? {
        let known = right.filter { places[$0] != nil }.uniqued()
        guard let first = known.first, let index = places[first] else { return nil }
        let group = handbook.roles[index].group
        func isNear(_ slug: String) -> Bool { places[slug].map { handbook.roles[$0].group == group } ?? false }
        let candidates = nearest.filter(isNear) + nearest.filter { !isNear($0) } + neighbours.around(index).map { handbook.roles[$0].slug }
        var wrong: [String] = []
        for role in candidates where wrong.count < Question.choices {
            if places[role] != nil, !known.contains(role), !excluded.contains(role), !wrong.contains(role) { wrong.append(role) }
        }
        return Question(
            id: id,
            kind: kind,
            subject: subject,
            right: known.map(Question.Choice.role),
            wrong: wrong.map(Question.Choice.role),
            role: first,
            page: page,
            place: place
        )
    }
}
