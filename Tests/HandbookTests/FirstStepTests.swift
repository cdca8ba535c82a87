import Diagnostics
import Handbook
import TestSupport
import Testing

/// Slips of somebody who begins: each is one finding that says what to do, and nothing that only follows from it.
@Suite struct FirstStepTests {
    private static func errorsAndWarnings(_ project: String) async -> [String] {
        await read(project).findings.sorted.filter { $0.severity != .note && !advice.contains($0.rule.id) }.map(line)
    }

    @Test(
        arguments: [
            ("role", "roles"), ("role-pages", "roles"), ("Roles", "roles"), ("activity", "activities"), ("stages", "lifecycle"),
            ("Sources_files", "sources"), ("matrices", "raci"),
        ]
    )
    func aFolderNamedAlmostAsAKindIsOneFinding(folder: String, name: String) async {
        let found = await Self.errorsAndWarnings(
            """
            -- content/index.md --
            # Home
            -- content/\(folder)/one.md --
            ---
            title: One
            kpis: [Speed]
            stage: first
            ---
            -- content/\(folder)/two.md --
            ---
            title: Two
            involve: Early.
            ---
            """
        )
        #expect(
            found.count == 1 && found[0].hasPrefix("content/\(folder):0:0 misnamed-folder: '\(folder)' is not the folder of "),
            "\(found)"
        )
        #expect(found[0].contains("rename it to '\(name)'"), "\(found)")
    }

    @Test func whatFollowsFromAMisnamedFolderIsCounted() async {
        let found = await Self.errorsAndWarnings(
            """
            -- content/role/cook.md --
            ---
            title: Cook
            kpis: [Speed]
            ---
            -- content/raci/day.md --
            # Day

            | Task | Cook | Baker |
            |---|---|---|
            | Bake | A | R |
            """
        )
        #expect(found.map { $0.split(separator: " ")[1] } == ["misnamed-folder:", "unknown-role:"], "\(found)")
        #expect(found[1].contains("'Baker'") && found[0].hasSuffix("; 2 findings that follow from this are not shown"), "\(found)")
    }

    @Test(arguments: ["teams-of-2026", "guides", "role-models", "private-roles", "team", "source"])
    func otherFoldersArePlain(folder: String) async {
        #expect(await Self.errorsAndWarnings("-- content/\(folder)/a.md --\n# A\n") == [])
    }

    @Test func aFaultInTheSettingsIsReportedAlone() async {
        let found = await Self.errorsAndWarnings(
            """
            -- handbook.yml --
            title: A: b
            groups: [{id: kitchen, title: Kitchen}]
            -- content/roles/cook.md --
            ---
            title: Cook
            group: kitchen
            ---
            See [gone](gone.md).
            """
        )
        #expect(found.count == 1 && found[0].hasPrefix("handbook.yml:1:") && found[0].contains(" yaml-syntax: "), "\(found)")
        #expect(found[0].hasSuffix(" findings that follow from this are not shown"), "\(found)")
    }

    @Test func aFaultInOneRoleIsReportedFirstAndWhatFollowsIsCounted() async {
        let found = await Self.errorsAndWarnings(
            """
            -- content/roles/cook.md --
            ---
            title: Cook: the first
            short: Chef
            ---
            -- content/raci/day.md --
            # Day

            | Task | Chef | Baker |
            |---|---|---|
            | Bake | A | R |
            """
        )
        #expect(found.map { $0.split(separator: " ")[1] } == ["yaml-syntax:", "unknown-role:"], "\(found)")
        #expect(found[1].contains("'Baker'") && found[0].hasSuffix("; 1 finding that follows from this is not shown"), "\(found)")
    }

    @Test(
        arguments: [
            (
                "title: C # and friends", "cut-by-comment",
                "put the text in quotes: \"C # and friends\"; or write two spaces before a comment"
            ),
            ("title: A\nsummary: Issue #1 # and more", "cut-by-comment", "put the text in quotes: \"Issue #1 # and more\""),
            ("title: A\naliases:\n  - B # or C", "cut-by-comment", "put the text in quotes: \"B # or C\""),
            ("title: “Pay”", "curly-quotes", "write \"Pay\", or leave the quotes out"),
            ("title: A\nshort: „Pay“", "curly-quotes", "write \"Pay\""), ("title: A\naliases: [‘Pay’]", "curly-quotes", "write \"Pay\""),
            ("title: A\nkpis: Escaped defects, and more", "wrong-type", "write a list: kpis: [\"Escaped defects, and more\"]"),
            ("title: A\nkpis: Speed", "wrong-type", "write a list: kpis: [Speed]"),
            ("title: A\nkpis: \"a, b\"", "wrong-type", "write a list: kpis: [\"a, b\"]"),
            ("title: A\naliases: 'it''s: so'", "wrong-type", "write a list: aliases: [\"it's: so\"]"),
        ]
    )
    func aTextThatYAMLReadsInAnotherWayIsReported(front: String, rule: String, help: String) async {
        let found = await Self.errorsAndWarnings("-- content/roles/a.md --\n---\n\(front)\n---\n")
        #expect(found.count == 1 && found[0].contains(" \(rule): ") && found[0].contains("-> " + help), "\(found)")
    }

    @Test(arguments: [
        "title: C#  # a comment", "title: \"C # x\"", "title: The “new” cook", "title: A\ndraft: false # for now", "title: A#b",
    ])
    func otherTextsAreAsTheyAre(front: String) async {
        #expect(await Self.errorsAndWarnings("-- content/roles/a.md --\n---\n\(front)\n---\n") == [])
    }

    @Test(
        arguments: [
            "---\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> other\n---\n",
            "# A\n\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> other\n",
            "---\ntitle: A\n---\n- x\n<<<<<<<\n[y](gone.md)\n=======\nz\n>>>>>>>\n",
        ]
    )
    func aConflictIsOneFinding(page: String) async {
        let found = await Self.errorsAndWarnings("-- content/roles/a.md --\n\(page)")
        #expect(found.count == 1 && found[0].contains(" conflict-marker: '<<<<<<<"), "\(found)")
    }

    @Test func aConflictInTheSettingsIsOneFinding() async {
        let found = await Self.errorsAndWarnings(
            "-- handbook.yml --\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> other\n-- content/a.md --\n# A\n"
        )
        #expect(found.count == 1 && found[0].hasPrefix("handbook.yml:1:0 conflict-marker: "), "\(found)")
    }

    @Test(arguments: ["```\n<<<<<<< HEAD\n=======\n>>>>>>> x\n```\n", "Title\n=======\n\nText.\n", ">>>>>>> deep\n"])
    func otherMarksAreText(body: String) async {
        #expect(await Self.errorsAndWarnings("-- content/a.md --\n# A\n\n\(body)") == [])
    }

    @Test(arguments: [("German", "de"), ("Deutsch", "de"), ("français", "fr"), ("english", "en")])
    func aLanguageIsATag(name: String, tag: String) async {
        let found = await Self.errorsAndWarnings("-- handbook.yml --\ntitle: A\nlanguage: \(name)\n-- content/a.md --\n# A\n")
        #expect(found.count == 1 && found[0].hasSuffix("invalid-language: '\(name)' is no language -> write '\(tag)'"), "\(found)")
    }

    @Test func aNameInBracketsReadsAsTheTitle() async {
        let project = """
            -- content/roles/product-owner.md --
            ---
            title: Product Owner
            ---
            -- content/roles/cook.md --
            ---
            title: Cook
            summary: Asks [[product-owner]].
            involve: After [[product-owner|her]].
            ---
            ## Responsibilities
            - **Soup**: with [[product-owner]] and [[Product Owner#x]].
            ## About [[product-owner]]
            """
        let cook = await read(project).handbook.role("cook")
        #expect(cook?.responsibilities.first?.text == "with Product Owner and Product Owner.")
        #expect(cook?.page.summary?.text == "Asks Product Owner.")
        #expect(cook?.involve?.text == "After her.")
        #expect(cook?.page.document.headings.map(\.text) == ["Responsibilities", "About Product Owner"])
    }
}
