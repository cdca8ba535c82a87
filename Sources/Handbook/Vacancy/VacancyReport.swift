import Diagnostics

/// What a vacant role would leave behind, as a person reads it.
public struct VacancyReport: Sendable {
    private let vacancy: Vacancy

    /// A report of a vacancy.
    public init(_ vacancy: Vacancy) { self.vacancy = vacancy }

    /// A block for each way in which something rests on the role; each loss with its place.
    public var text: String {
        let role = vacancy.role.title
        guard !vacancy.losses.isEmpty else { return TerminalText.shown("Without \(role): nothing here rests on this role alone\n") }
        var text = "Without \(role)\n"
        for kind in Vacancy.Kind.allCases {
            guard let losses = vacancy.losses[kind] else { continue }
            text += "\n\(Self.heading(kind)): \(losses.count)\n"
            for loss in losses {
                let line = loss.location.line.map { ":\($0)" } ?? ""
                text += "  \(loss.name)\(loss.note.isEmpty ? "" : " (\(loss.note))")  \(loss.location.path)\(line)\n"
            }
        }
        return TerminalText.shown(text)
    }

    /// One object, version 1, ended by a line end: `{"version": 1, "role": …, "losses": […], "counts": {…}}`.
    public var json: String {
        let losses = Vacancy.Kind.allCases.flatMap { kind in
            (vacancy.losses[kind] ?? []).map { loss in
                JSONValue.object(sorting: [
                    "kind": .string(kind.rawValue),
                    "name": .string(loss.name),
                    "note": loss.note.isEmpty ? nil : .string(loss.note),
                    "path": .string(loss.location.path),
                    "line": loss.location.line.map(JSONValue.number),
                    "column": loss.location.column.map(JSONValue.number),
                ])
            }
        }
        let counts = Vacancy.Kind.allCases.map { ($0.rawValue, JSONValue.number(vacancy.losses[$0]?.count ?? 0)) }
        return JSONValue.object(sorting: [
            "version": 1,
            "role": vacancy.role.json,
            "losses": .array(losses),
            "counts": .object(sorting: Dictionary(uniqueKeysWithValues: counts)),
        ]).file(.indented)
    }

    private static func heading(_ kind: Vacancy.Kind) -> String {
        switch kind {
        case .accountable: "Tasks nobody would be accountable for"
        case .responsible: "Tasks nobody would do"
        case .decides: "Activities on which no source names anyone else who decides or answers"
        case .does: "Activities for which no source names anyone else who does them"
        case .drives: "Stages nobody would drive"
        case .teams: "Teams that would lack the role"
        case .relations: "Relations that would end, with"
        }
    }
}
