import Diagnostics

/// What a handbook would lack if a role were vacant.
public struct Vacancy: Sendable {
    /// Something that rests on the role alone.
    public struct Loss: Sendable, Hashable {
        /// What it is called.
        public let name: String
        /// What there is to add: the matrix, the roles that remain.
        public let note: String
        /// Where the handbook says so.
        public let location: Location
    }

    /// The ways in which something can rest on a role.
    public enum Kind: String, Sendable, CaseIterable {
        /// Rows whose only accountable role it is.
        case accountable
        /// Rows whose only responsible role it is.
        case responsible
        /// Activities for which no source names another that decides or answers.
        case decides
        /// Activities for which no source names another that does them.
        case does
        /// Stages that it drives alone.
        case drives
        /// Teams that it is on.
        case teams
        /// Relations it is part of.
        case relations
    }

    /// The role.
    public let role: Role
    /// What rests on it, in the handbook's order.
    public let losses: [Kind: [Loss]]

    /// Computes what rests on a role.
    public init(of role: Role, in handbook: Handbook, _ analysis: Analysis) {
        self.role = role
        let search = VacancySearch(role: role, handbook: handbook, analysis: analysis)
        losses = [
            .accountable: search.rows { $0.accountable }, .responsible: search.rows { $0.responsible },
            .decides: search.activities([.accountable, .decides]), .does: search.activities([.responsible]), .drives: search.stages,
            .teams: search.teams, .relations: search.relations,
        ].filter { !$0.value.isEmpty }
    }
}

private struct VacancySearch {
    let role: Role
    let handbook: Handbook
    let analysis: Analysis

    func rows(_ letter: (Scheme) -> Character) -> [Vacancy.Loss] {
        handbook.matrices.flatMap { matrix in
            matrix.tasks.compactMap { table, row -> Vacancy.Loss? in
                let holders = row.holders(of: letter(matrix.scheme), in: table)
                guard let first = holders.first, holders.allSatisfy({ $0.column.role == role.slug }) else { return nil }
                return Vacancy.Loss(name: row.task, note: matrix.title, location: first.cell.location)
            }
        }
    }

    /// Activities for which every source that names someone in one of the parts names this role alone.
    func activities(_ parts: [Part]) -> [Vacancy.Loss] {
        return handbook.activities.compactMap { activity in
            let naming = analysis.tally(of: activity).positions.filter { position in parts.contains { position.parts[$0]?.isEmpty == false }
            }
            let named = Set(naming.flatMap { position in parts.flatMap { position.parts[$0] ?? [] } })
            guard named == [role.slug] else { return nil }
            let sources = naming.compactMap { position in
                position.source.flatMap { handbook.source($0)?.title } ?? position.matrix.flatMap(matrix)
            }
            return Vacancy.Loss(
                name: activity.title,
                note: sources.uniqued().joined(separator: "; "),
                location: activity.page.record.keyLocation("positions") ?? activity.page.source.location()
            )
        }
    }

    private func matrix(_ slug: String) -> String? { handbook.matrix(slug)?.title }

    var stages: [Vacancy.Loss] {
        handbook.stages.filter { $0.drives == [role.slug] }.map { stage in
            Vacancy.Loss(
                name: stage.title,
                note: titles("left to those who take part", stage.takesPart + stage.key),
                location: stage.page.record.texts("drives").first?.location ?? stage.page.source.location()
            )
        }
    }

    private func titles(_ words: String, _ roles: [String]) -> String {
        let others = roles.filter { $0 != role.slug }.map { handbook.role($0)?.title ?? $0 }.uniqued()
        return others.isEmpty ? "" : "\(words): \(others.joined(separator: ", "))"
    }

    var teams: [Vacancy.Loss] {
        handbook.teams.compactMap { team in
            guard let member = team.cast.first(where: { $0.role == role.slug }) else { return nil }
            return Vacancy.Loss(
                name: team.title,
                note: [member.note?.text, member.isOptional ? "optional" : nil].compactMap(\.self).joined(separator: ", "),
                location: place(in: team.page) ?? team.page.source.location()
            )
        }
    }

    private func place(in team: Page) -> Location? {
        team.record.records("cast").compactMap { $0.text("role") }
            .first { handbook.names.resolve($0.value, among: [.role]) == .found(role.id) }?.location
    }

    var relations: [Vacancy.Loss] {
        handbook.relations(of: role.slug).map { relation in
            let partner = relation.partner(of: role.slug).flatMap { handbook.role($0)?.title } ?? relation.title
            return Vacancy.Loss(
                name: partner,
                note: "",
                location: relation.page.record.keyLocation("between") ?? relation.page.source.location()
            )
        }
    }
}
