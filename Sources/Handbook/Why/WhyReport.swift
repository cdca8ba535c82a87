import Diagnostics

/// The statements on a role and a piece of work, as a person reads them.
public struct WhyReport: Sendable {
    private let why: Why

    /// A report of the statements.
    public init(_ why: Why) { self.why = why }

    /// A block for each kind of statement; each statement with its words, its sources and its place.
    public var text: String {
        let (role, work) = (why.role.title, why.work.title)
        let said = why.statements.count(where: \.saysSomething)
        var text =
            switch said {
            case 0: "Nothing here says what \(role) has to do with '\(work)'\n"
            case 1: "1 statement on \(role) and '\(work)'\n"
            default: "\(said) statements on \(role) and '\(work)'\n"
            }
        var heading = ""
        for statement in why.statements {
            if Self.heading(statement) != heading {
                heading = Self.heading(statement)
                text += "\n\(heading)\n"
            }
            text += "  \(Self.words(statement))\(Self.sources(statement))\n"
            for line in Self.notes(statement) { text += "    \(line)\n" }
            text += "    \(Self.place(statement.location))\n"
        }
        return TerminalText.shown(text)
    }

    /// One object, version 1, ended by a line end: `{"version": 1, "role": …, "activity": …, "statements": […]}`.
    public var json: String {
        JSONValue.object(sorting: [
            "version": 1,
            "role": why.role.json,
            "activity": why.work.json,
            "statements": .array(why.statements.map(\.json)),
        ]).file(.indented)
    }

    private static func heading(_ statement: Statement) -> String {
        switch statement.content {
        case .cell: "Matrices"
        case .position: "Positions on the activity's page"
        case .card: "The role's card"
        case .relation: "Relations of the role"
        }
    }

    /// A statement in words.
    static func words(_ statement: Statement) -> String {
        switch statement.content {
        case .cell(let matrix, let task, let cell):
            "\(matrix.title), '\(task)': \(cell.letters.isEmpty ? "a blank cell, so no part" : cell.text)"
        case .position(let part, _): part.words
        case .card(let place, let words, _): "\(place.heading): \(words)"
        case .relation(let page, let place, let words, _): "\(page.title), \(place.heading): \(words)"
        }
    }

    private static func sources(_ statement: Statement) -> String {
        let sources = statement.sources.map { [$0.title, $0.locator].compactMap(\.self).joined(separator: ", ") }
        return sources.isEmpty ? "" : " [\(sources.joined(separator: "; "))]"
    }

    private static func notes(_ statement: Statement) -> [String] {
        switch statement.content {
        case .cell: []
        case .position(_, let says): says.map { [$0] } ?? []
        case .card(_, _, let match), .relation(_, _, _, let match): ["found by \(how(match))"]
        }
    }

    private static func how(_ match: WordMatch) -> String {
        switch match {
        case .name(let name): "its name, '\(name)'"
        case .link: "its link to the activity"
        case .phrase(let name): "the words '\(name)'"
        case .words(let words): "similar words: \(words.joined(separator: ", "))"
        }
    }

    private static func place(_ location: Location) -> String {
        [location.path, location.line.map(String.init), location.column.map(String.init)].compactMap(\.self).joined(separator: ":")
    }
}
