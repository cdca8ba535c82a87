import Diagnostics
import Markdown

extension Rule {
    /// An entry of `same_person` that does not say which places one person holds.
    public static let invalidPerson = Rule("invalid-person", .error, "one person holds two or more different roles of a team's cast")
}

extension HandbookBuilder {
    /// How many roles an entry of `same_person` names.
    static let rolesOfPerson = 2...Int.max

    func team(_ page: Page, _ findings: inout Findings) -> Team {
        var cast: [Team.Member] = []
        for record in page.record.records("cast") {
            guard let name = record.text("role"), let role = resolver.role(name, into: &findings) else { continue }
            cast.append(
                Team.Member(
                    role: role,
                    note: record.words("note").map(cited),
                    isOptional: record.boolean("optional")?.value ?? false
                )
            )
        }
        return Team(
            page: page,
            era: resolver.category(page.record.text("era"), among: settings.eras, called: "era", into: &findings),
            cast: cast,
            follows: followed(by: page, &findings),
            people: people(page, cast, &findings),
            body: Body(page, names: settings.sections)
        )
    }

    private func followed(by page: Page, _ findings: inout Findings) -> [String] {
        var slugs: [String] = []
        for name in page.record.texts("follows") {
            guard let slug = resolver.page(name, kind: .team, into: &findings), !slugs.contains(slug) else { continue }
            slugs.append(slug)
        }
        return slugs
    }

    // MARK: - One person, several roles

    private func people(_ page: Page, _ cast: [Team.Member], _ findings: inout Findings) -> [Team.Person] {
        let onTeam = Set(cast.map(\.role))
        // Where each role is said to be one of somebody's several.
        var held: [String: Location] = [:]
        var people: [Team.Person] = []
        for record in page.record.records("same_person") where record.isGiven("roles") {
            let names = record.texts("roles")
            guard Self.rolesOfPerson.contains(names.count) else {
                findings.add(tooFew(names.count, record.keyLocation("roles") ?? record.location))
                continue
            }
            var roles: [String] = []
            for name in names {
                guard let role = resolver.role(name, into: &findings) else { continue }
                if roles.contains(role) {
                    findings.add(repeated(name))
                } else if !onTeam.contains(role) {
                    findings.add(notOnTeam(name, page))
                } else if let first = held[role] {
                    findings.add(alreadyHeld(name, since: first))
                } else {
                    roles.append(role)
                    held[role] = name.location
                }
            }
            // With a name left out it is another person than the page means.
            guard roles.count == names.count else { continue }
            people.append(Team.Person(roles: roles, note: record.words("note").map(cited)))
        }
        return people
    }

    private func tooFew(_ count: Int, _ place: Location) -> Diagnostic {
        Rule.invalidPerson(
            "'roles' names \(count) role\(count == 1 ? "" : "s")",
            at: place,
            help: "name two or more of the cast: roles: [data-engineer, ml-engineer]"
        )
    }

    private func repeated(_ name: Located<String>) -> Diagnostic {
        Rule.invalidPerson("'\(name.value)' is named twice for one person", at: name.location, help: "name different roles")
    }

    private func notOnTeam(_ name: Located<String>, _ page: Page) -> Diagnostic {
        Rule.invalidPerson(
            "'\(name.value)' is not in the cast of '\(page.title.value)'",
            at: name.location,
            help: "add it under 'cast:', or leave it out here"
        )
    }

    private func alreadyHeld(_ name: Located<String>, since first: Location) -> Diagnostic {
        Rule.invalidPerson(
            "'\(name.value)' is held together with another role already",
            at: name.location,
            help: "put all roles of one person into one entry",
            related: [Related("the first", at: first)]
        )
    }
}
