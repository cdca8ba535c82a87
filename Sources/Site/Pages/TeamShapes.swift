import Formats
import Handbook
import Markdown
import Templates

/// The shapes of a team beside each other: who is on each, what changes from the ones it grows out of, what it leaves open.
struct TeamShapes {
    let context: PageContext

    static let shape: ViewShape = .list([
        "title": .text, "href": .text, "id": .text, "summary": .html, "needed": .roles, "spare": .roles,
        "people": .list(["roles": .roles]), "open": .text, "open_tasks": .text, "open_stages": .text,
        "steps": .list(["against": .text, "lists": .list(["key": .text, "name": .text, "roles": .roles])]),
    ])

    var view: View {
        let steps = Dictionary(grouping: TeamStep.all(in: context.handbook), by: \.to.slug)
        return .each(context.handbook.teams) { team in
            let coverage = Coverage(cast: Set(team.cast.map(\.role)), in: context.handbook)
            return [
                "title": .text(team.title), "href": .text(context.href(team)), "id": context.id(context.anchor(team.slug, in: .teams)),
                "summary": context.html(team.page.summary), "needed": context.roles(team.cast.filter { !$0.isOptional }.map(\.role)),
                "spare": context.roles(team.cast.filter(\.isOptional).map(\.role)),
                "people": .each(team.people) { ["roles": context.roles($0.roles)] },
                "steps": .each(steps[team.slug] ?? [], step),
                "open": .text(context.href(team.page.address, TeamPage(subject: team).anchor("uncovered"))),
                "open_tasks": Self.words(coverage.tasks.map(\.row.task)), "open_stages": Self.words(coverage.stages.map(\.title)),
            ]
        }
    }

    private static func words(_ names: [String]) -> View { View(names.isEmpty ? nil : names.joined(separator: ", ")) }

    private func step(_ step: TeamStep) -> View {
        func roles(_ members: [Team.Member]) -> View { context.roles(members.map(\.role)) }
        let lists: [(key: String, members: [Team.Member])] = [
            ("added", step.added), ("firm", step.firm), ("loose", step.loose), ("gone", step.gone),
        ]
        return [
            "against": .text(context.strings.text("against_team", ["team": step.from.title])),
            "lists": .each(lists.filter { !$0.members.isEmpty }) { key, members in
                ["key": .text(key), "name": .text(context.strings["place_\(key)"]), "roles": roles(members)]
            },
        ]
    }
}
