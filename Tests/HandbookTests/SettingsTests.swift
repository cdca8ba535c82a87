import Handbook
import TestSupport
import Testing

@Suite("Settings")
struct SettingsTests {
    @Test(
        "Without a file, or with an empty one, the defaults hold",
        arguments: ["", "-- handbook.yml --\n", "-- handbook.yml --\n# nothing yet\n"]
    )
    func defaults(project: String) async {
        let result = await read(project)
        #expect(result.findings.isEmpty)
        #expect(result.handbook.settings.title == "Handbook")
        #expect(result.handbook.settings.language == "en")
        #expect(result.handbook.settings.linksMentions)
        #expect(!result.handbook.settings.allowsHTML)
        #expect(result.handbook.settings.fullText == .auto)
    }

    @Test("Every setting is read")
    func all() async {
        let result = await read(
            """
            -- handbook.yml --
            title: Das Handbuch
            description: Wer macht was.
            base_url: https://example.org/team
            edit_url: https://example.org/edit?file={path}
            language: de-AT
            groups:
              - {id: data, title: Daten, summary: Alles mit Daten.}
            sides:
              - {id: left, title: Links}
            eras:
              - {id: now, title: Jetzt}
            sections: {skills: [Können]}
            strings: {roles: Rollen}
            markdown: {html: true}
            mentions: false
            search: on
            """
        )
        let settings = result.handbook.settings
        #expect(result.findings.isEmpty)
        #expect(settings.title == "Das Handbuch")
        #expect(settings.description == "Wer macht was.")
        #expect(settings.baseURL == "https://example.org/team/")
        #expect(settings.editURL == "https://example.org/edit?file={path}")
        #expect(settings.language == "de-AT")
        #expect(settings.groups.map(\.title) == ["Daten"])
        #expect(settings.sides.map(\.id) == ["left"])
        #expect(settings.eras.map(\.id) == ["now"])
        #expect(settings.sections.meaning(of: "können") == .skills)
        #expect(settings.strings.map { "\($0.key.value): \($0.value)" } == ["roles: Rollen"])
        #expect(settings.allowsHTML)
        #expect(!settings.linksMentions)
        #expect(settings.fullText == .on)
        #expect(settings.fullTextPlace?.line != nil)
    }

    @Test(
        "What is wrong with a setting is told with its line and remedy",
        arguments: [
            ("titel: A", "1:1 unknown-key: 'titel' is not a known key -> did you mean 'title'?"),
            ("title: [A]", "1:8 wrong-type: 'title' is a list, not text -> write one text, not a list"),
            ("groups: data", "1:9 wrong-type: 'groups' is 'data', not a list -> write a list: groups: [data]"),
            ("search: maybe", "1:9 wrong-type: 'search' is 'maybe', not one of on, off, auto -> choose one of on, off, auto"),
            ("search: autos", "1:9 wrong-type: 'search' is 'autos', not one of on, off, auto -> did you mean 'auto'?"),
            ("search: true", "1:9 wrong-type: 'search' is 'true', not one of on, off, auto -> choose one of on, off, auto"),
            ("mentions: maybe", "1:11 wrong-type: 'mentions' is 'maybe', not true or false -> write true or false"),
            ("markdown: {htm: true}", "1:12 unknown-key: 'htm' is not a known key -> did you mean 'html'?"),
            ("sections: {skils: [A]}", "1:12 unknown-key: 'skils' is not a known key -> did you mean 'skills'?"),
            ("groups:\n  - id: a", "2:5 missing-key: 'title' is missing -> add 'title:', text"),
            ("groups:\n  - {id: a, title: A}\n  - {id: A, title: B}", "3:10 duplicate-id: 'A' is an id already -> choose another id"),
            ("eras:\n  - {id: a, title: A}\n  - {id: a, title: B}", "3:10 duplicate-id: 'a' is an id already -> choose another id"),
            (
                "base_url: example.org",
                "1:11 invalid-url: 'example.org' is no address of a site -> write it like https://example.org/handbook/"
            ),
            ("base_url: https://", "1:11 invalid-url: 'https://' is no address of a site -> write it like https://example.org/handbook/"),
            (
                "base_url: ftp://a.org",
                "1:11 invalid-url: 'ftp://a.org' is no address of a site -> write it like https://example.org/handbook/"
            ),
            (
                "base_url: https://a.org/?b",
                "1:11 invalid-url: 'https://a.org/?b' is no address of a site -> write it like https://example.org/handbook/"
            ),
            (
                "edit_url: https://a.org/edit",
                "1:11 invalid-url: 'https://a.org/edit' does not say where a page's path goes -> "
                    + "put {path} where the file's path belongs: https://example.org/edit/main/{path}"
            ),
            ("edit_url: \"{path}\"", "1:12 invalid-url: '{path}' is no web address -> write it like https://example.org/edit/main/{path}"),
            ("language: Plain English", "1:11 invalid-language: 'Plain English' is no language -> write a tag like en, de or pt-BR"),
            (
                "sections:\n  knowledge: [Können]\n  skills: [können]",
                "3:12 shared-heading: 'können' means 'knowledge' already -> choose another heading for one of the two"
            ),
            (
                "matrices:\n  accountable: [Zuständig]\n  responsible: [zuständig]",
                "2:17 shared-heading: 'Zuständig' means 'responsible' already -> choose another heading for one of the two"
            ),
            ("matrices: {total: [Summe]}", "1:12 unknown-key: 'total' is not a known key -> did you mean 'totals'?"),
            ("title: A\ntitle: B", "2:1 duplicate-key: 'title' is given twice -> keep one of them"),
        ]
    )
    func faults(yaml: String, finding: String) async {
        #expect(await findings(in: "-- handbook.yml --\n\(yaml)\n") == ["handbook.yml:" + finding])
    }

    @Test("A heading that the settings give to one section is no other section's by default")
    func takenDefault() async {
        let sections = await read("-- handbook.yml --\nsections: {responsibilities: [Skills]}\n").handbook.settings.sections
        #expect(sections.meaning(of: "Skills") == .responsibilities)
    }

    @Test("Roles without groups to sort them into are noted once they are many")
    func noGroups() async {
        let many = roles((1...9).map { ("Role \($0)", "R\($0)", "r\($0)") })
        #expect(
            await findings(in: many) == [
                "content/roles/r1.md:2:8 no-groups: 9 roles are in no group -> list groups in handbook.yml, and name one in each role"
            ]
        )
        #expect(await findings(in: many + "-- handbook.yml --\ntitle: A\n").first?.hasPrefix("handbook.yml:1:0 no-groups") == true)
    }
}

@Suite("The setting of changes")
struct ChangesSettingTests {
    @Test(
        "It says whether, and how many",
        arguments: [
            ("", true, 30), ("changes: off", false, 30), ("changes: false", false, 30), ("changes: on", true, 30),
            ("changes: {entries: 5}", true, 5), ("changes: {show: off, entries: 5}", false, 5), ("changes:", true, 30),
        ]
    )
    func isRead(yaml: String, isShown: Bool, entries: Int) async {
        let result = await read("-- handbook.yml --\n\(yaml)\n")
        #expect(result.findings.isEmpty)
        #expect(result.handbook.settings.changes.isShown == isShown)
        #expect(result.handbook.settings.changes.entries == entries)
    }

    @Test(
        "What cannot be meant is told",
        arguments: [
            (
                "changes: of",
                "handbook.yml:1:10 wrong-type: 'changes' is 'of', not on or off -> "
                    + "write changes: off, or how many revisions are told: changes: {entries: 30}"
            ),
            (
                "changes: {entries: 0}",
                "handbook.yml:1:20 wrong-type: 'entries' is 0, not 1 or more -> write changes: off for no page"
            ),
            (
                "changes: {entires: 3}", "handbook.yml:1:11 unknown-key: 'entires' is not a known key -> did you mean 'entries'?"
            ),
        ]
    )
    func isTold(yaml: String, finding: String) async {
        #expect(await findings(in: "-- handbook.yml --\n\(yaml)\n") == [finding])
    }
}
