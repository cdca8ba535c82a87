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
            ("Sources_files", "sources"), ("matrices", "raci"), ("raci-charts", "raci"), ("matrixes", "raci"), ("activites", "activities"),
            ("life-cycle", "lifecycle"), ("our_roles", "roles"),
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

    @Test(arguments: ["teams-of-2026", "guides", "role-models", "private-roles", "team", "source", "charts-of-2026", "our-team"])
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
        #expect(found[1].contains("'Baker'") && found[0].hasSuffix("; 2 findings that follow from this are not shown"), "\(found)")
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
            ("title: A\nsummary: #1 in sales", "cut-by-comment", "put the text in quotes: \"#1 in sales\""),
            ("title: A\ninvolve: #early", "cut-by-comment", "put the text in quotes: \"#early\""),
            ("title: A\nkpis:\n  - #1 bug\n  - Speed", "cut-by-comment", "put the text in quotes: \"#1 bug\""),
            ("title: A\nkpis: [bugs, C #2]", "yaml-syntax", "put text that holds ' #' in quotes"),
            ("title: A\nkpis: [“Clean, versioned data”, uptime]", "curly-quotes", "write straight quotes: \"Clean, …\""),
            ("title: «Pay»", "curly-quotes", "write \"Pay\""),
            ("title Quality Tester\nshort: QT", "yaml-syntax", "write 'title: Quality Tester'"),
            ("title: A\nshort:QT\nsummary: Tests.", "yaml-syntax", "write 'short: QT'"),
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
        "title: A\nsummary: # later", "title: A\nkpis: # ours\n  - Speed", "title: A\nkpis: [“Speed”, “Price”]",
    ])
    func otherTextsAreAsTheyAre(front: String) async {
        #expect(await Self.errorsAndWarnings("-- content/roles/a.md --\n---\n\(front)\n---\n") == [])
    }

    @Test(
        arguments: [
            "---\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> other\n---\n",
            "# A\n\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> other\n",
            "# A\n\n||||||| merged common\nx\n>>>>>>> other\n",
            "---\ntitle: A\n---\n- x\n<<<<<<<\n[y](gone.md)\n=======\nz\n>>>>>>>\n",
        ]
    )
    func aConflictIsOneFinding(page: String) async {
        let found = await Self.errorsAndWarnings("-- content/roles/a.md --\n\(page)")
        #expect(found.count == 1 && found[0].contains(" conflict-marker: '"), "\(found)")
    }

    @Test(
        arguments: [
            "title: Quality Tester: two\nshort: QT\n---\n", "title Quality Tester\nshort: QT\n---\n", "title: Quality Tester\nshort: QT\n",
            "<<<<<<< HEAD\ntitle: Quality Tester\n=======\nshort: QT\n>>>>>>> x\n---\n",
        ]
    )
    func whatFollowsFromAnUnreadableRoleIsCounted(front: String) async {
        let found = await Self.errorsAndWarnings(
            """
            -- content/roles/qt.md --
            ---
            \(front)
            -- content/roles/dev.md --
            ---
            title: Dev
            ---
            Works with [[Quality Tester]] and [[QT]].
            -- content/raci/day.md --
            # Day

            | Task | QT | Dev |
            |---|---|---|
            | Test | A | R |
            """
        )
        #expect(found.count == 1 && found[0].hasPrefix("content/roles/qt.md:"), "\(found)")
        #expect(found.first?.hasSuffix("not shown") == true, "\(found)")
    }

    @Test(
        arguments: [
            ("#Skills\n\n- SQL", "write '# Skills'"), ("#Skills\n- SQL", "write '# Skills'"), ("-  ##Skills", "write '## Skills'"),
            ("1. ##Knowledge", "write '## Knowledge'"), ("##Knowledge##", "write '## Knowledge'"), ("> ##Skills", "write '## Skills'"),
        ]
    )
    func headingsWithoutASpaceAreReported(body: String, help: String) async {
        let found = await Self.errorsAndWarnings("-- content/a.md --\n# A\n\n\(body)\n")
        #expect(found.count == 1 && found[0].contains(" not-a-heading: ") && found[0].hasSuffix(help), "\(found)")
    }

    @Test(
        arguments: [
            ("summary: \"See [x](gone.md).\"", "not-a-link: '[x](gone.md)' is shown as it is written: front matter is plain text"),
            ("kpis: [\"[Speed][s] of work\"]", "not-a-link: '[Speed][s]' is shown"),
            ("involve: \"After [[Nope]].\"", "unknown-name: 'Nope' is the name of no page"),
            ("summary: \"Asks [[Cok]].\"", "unknown-name: 'Cok' is the name of no page -> did you mean 'Cook'?"),
        ]
    )
    func markdownInFrontMatterIsReported(front: String, finding: String) async {
        let found = await Self.errorsAndWarnings(
            "-- content/roles/cook.md --\n---\ntitle: Cook\n---\n-- content/roles/a.md --\n---\ntitle: A\n\(front)\n---\n"
        )
        #expect(found.count == 1 && found[0].contains(" \(finding)"), "\(found)")
    }

    @Test(arguments: ["summary: \"Asks [[Cook]] [sic].\"", "kpis: [\"a [b] (c)\"]", "summary: \"rows[1][2]\"", "summary: \"[] (x)\""])
    func bracketsInFrontMatterAreText(front: String) async {
        let found = await Self.errorsAndWarnings(
            "-- content/roles/cook.md --\n---\ntitle: Cook\n---\n-- content/roles/a.md --\n---\ntitle: A\n\(front)\n---\n"
        )
        #expect(found == [])
    }

    @Test(arguments: ["#tag #other", "#tag", "See #Tag.", "#1 is first", "#Tag and #Other", "#ABC"])
    func tagsAreText(body: String) async {
        #expect(await Self.errorsAndWarnings("-- content/a.md --\n# A\n\n\(body)\n") == [])
    }

    @Test(
        arguments: [
            "Cooks.\n\n<!-- TODO: say more -- >\n\n## Responsibilities\n- **Soup**: cooks it", "Cooks.\n\n<!--\nSecret\n",
            "- Cooks.\n\n  <!-- TODO\n\n  more\n",
        ]
    )
    func anHTMLCommentWithoutAnEndIsAnError(body: String) async {
        let found = await Self.errorsAndWarnings("-- content/a.md --\n# A\n\n\(body)\n")
        #expect(
            found.count == 1 && found[0].contains(" unclosed-comment: ") && found[0].hasSuffix("put --> where the comment ends"),
            "\(found)"
        )
    }

    @Test(arguments: ["<!-- one -->", "<!-- over\n\nlines -->\n\nText.", "`<!-- x`", "```html\n<!-- x\n```", "Text <!-- x --> more."])
    func otherCommentsAreNone(body: String) async {
        #expect(await Self.errorsAndWarnings("-- content/a.md --\n# A\n\n\(body)\n") == [])
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

    @Test(arguments: [("German", "de"), ("Deutsch", "de"), ("français", "fr"), ("english", "en"), ("en_US", "en-US")])
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
