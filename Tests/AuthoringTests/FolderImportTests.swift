import Diagnostics
import Foundation
import Handbook
import Markdown
import TestSupport
import Testing

@testable import Authoring

/// What a folder of Markdown becomes: each proposal, and beside it one that is not made.
@Suite struct FolderImportTests {
    private static let role = "## Responsibilities\n- a\n\n## Skills\n- b\n"

    private static func plan(_ texts: [String: String], others: Set<String> = [], _ options: FolderImport.Options = .init()) -> ImportPlan {
        FolderImport.plan(ImportedFiles(name: "wiki", title: "wiki", texts: texts.mapValues { Array($0.utf8) }, others: others), options)
    }

    private static func text(_ plan: ImportPlan, _ path: String) -> String? { plan.files.first { $0.path == path }?.text }

    /// The kind that a page is given, and whether that needs a key.
    private static func kind(_ texts: [String: String], _ path: String) -> Kind? {
        plan(texts).report.entries.first { $0.from == path }?.kind
    }

    // MARK: - Kinds

    @Test(arguments: [
        ("roles/a.md", Kind.role), ("_roles/a.md", .role), ("docs/01-roles/x/a.md", .role), ("Job Descriptions/a.md", .role),
        ("job-families/a.md", .role), ("rolls/a.md", .page), ("a.md", .page), ("roles.md", .page),
        ("roles/README.md", .page), ("roles/index.md", .page), ("roles/data/_index.md", .page),
    ])
    func foldersSayTheKind(path: String, kind: Kind) { #expect(Self.kind([path: "# A\n"], path) == kind) }

    @Test(arguments: [
        ("type: role", Kind.role), ("layout: roles", .role), ("kind: team", .team), ("type: job-description", .role),
        ("layout: page", .page), ("type: rolling", .page), ("tags: [role, team]", .page), ("title: role", .page),
    ])
    func labelsSayTheKind(yaml: String, kind: Kind) { #expect(Self.kind(["a.md": "---\n\(yaml)\n---\n# A\n"], "a.md") == kind) }

    @Test func aLabelCountsForMoreThanTheFolder() {
        let plan = Self.plan(["roles/a.md": "---\nkind: team\n---\n# A\n"])
        #expect(Self.text(plan, "content/roles/a.md") == "---\nkind: team\n---\n# A\n")
        #expect(Self.kind(["roles/a.md": "---\nlayout: page\n---\n# A\n"], "roles/a.md") == .role)
    }

    @Test(arguments: [
        ("## Responsibilities\n- a\n## Skills\n- b\n", Kind.role), ("## Duties:\n- a\n## KPIs\n- b\n", .role),
        ("## 1. What I do\n## Must know\n", .role),
        ("## Tasks\n- a\n", .page), ("## Duties\n## Responsibilities\n", .page), ("## Skills of others\n## Duties of all\n", .page),
    ])
    func headingsSayThatItIsARole(body: String, kind: Kind) { #expect(Self.kind(["a.md": "# A\n\n" + body], "a.md") == kind) }

    @Test(arguments: [
        ("| Task | Dev | QA |\n|---|---|---|\n| Build | A/R | C |\n| Ship | R | A |\n", Kind.matrix),
        ("| Task | Responsible | Accountable |\n|---|---|---|\n| Build | Dev | QA |\n", .matrix),
        ("| Task | Dev | QA |\n|---|---|---|\n| Build | D | A |\n", .matrix),
        ("| Pupil | Maths | Art |\n|---|---|---|\n| Ann | A | C |\n", .page),
        ("| What | Effort | Result |\n|---|---|---|\n| Ship | A lot of work | R and more |\n", .page),
        ("| a | b |\n|---|---|\n| x | yes |\n", .page),
    ])
    func tablesOfLettersAreMatrices(body: String, kind: Kind) { #expect(Self.kind(["a.md": "# A\n\n" + body], "a.md") == kind) }

    @Test func aFolderOfMatricesMayHoldMore() {
        let plan = Self.plan(["raci/how.md": "# How to read\n", "raci/m.md": "| Task | Dev |\n|---|---|\n| x | D, A |\n"])
        #expect(Self.text(plan, "content/raci/how.md") == "---\nkind: page\n---\n# How to read\n")
        #expect(plan.report.text.contains("wiki/raci/how.md: it has no table, so that it is no matrix: a plain page\n"))
        #expect(Self.text(plan, "content/raci/m.md")?.contains("scheme: daci\n") == true)
    }

    @Test func rolesOfAMatrixGetPages() {
        let table = "| Task | Tester | Testr | Ops (shared) |\n|---|---|---|---|\n| Build | A | R | C |\n"
        let plan = Self.plan(["roles/tester.md": "# Tester\n", "raci/m.md": table])
        #expect(Self.text(plan, "content/roles/ops.md") == "---\ntitle: Ops\n---\n")
        #expect(!plan.files.contains { $0.path == "content/roles/testr.md" })
        #expect(plan.report.text.contains("wiki/raci/m.md:1: who 'Testr' is; did you mean 'Tester'?\n"))
    }

    @Test(arguments: [
        ("# Tester vs Maker", true), ("# Maker and tester", true), ("# Tester & The maker", true), ("# Tester · Maker", true),
        ("# Tester and others", false), ("# Research and Development", false), ("# Tester and Tester", false), ("# Tester, Maker", false),
    ])
    func twoRolesInATitleAreARelation(title: String, isRelation: Bool) {
        let texts = [
            "roles/tester.md": "# Tester\n", "roles/maker.md": "---\naliases: [The maker]\n---\n# Maker\n", "x.md": "\(title)\n\ntext\n",
        ]
        #expect((Self.kind(texts, "x.md") == .relation) == isRelation)
        if isRelation { #expect(Self.text(Self.plan(texts), "content/x.md")?.contains("kind: relation\nbetween: [") == true) }
    }

    @Test func aFolderOfRelationsNamesTwoRolesByItsFiles() {
        let roles = ["roles/data-engineer.md": "# Data Engineer\n", "roles/maker.md": "# Maker\n"]
        let plan = Self.plan(
            roles.merging(["relations/data-engineer-maker.md": "text\n", "relations/maker-nobody.md": "text\n"]) { a, _ in a }
        )
        #expect(Self.text(plan, "content/relations/data-engineer-maker.md") == "---\nbetween: [data-engineer, maker]\n---\ntext\n")
        #expect(Self.text(plan, "content/relations/maker-nobody.md")?.hasPrefix("---\ntitle: Maker nobody\nkind: page\n---\n") == true)
        #expect(plan.report.text.contains("wiki/relations/maker-nobody.md: it does not name two roles"))
    }

    // MARK: - Titles

    @Test(
        arguments: [
            ("# Tester\n", nil), ("text\n\n# Tester\n", nil), ("## Tester\n\n### Skills\n", nil),
            ("---\ntitle: Tester\n---\n# Tester\n", nil),
            ("---\ntitle: QA\n---\n# Tester\n", "QA"), ("---\ntitle: Tester\n---\ntext\n", "Tester"), ("## Duties\n- a\n", "A b"),
            ("text\n", "A b"),
            ("## One\n\n## Two\n", "A b"),
        ] as [(String, String?)]
    )
    func nothingIsSaidTwice(body: String, title: String?) {
        let text = Self.text(Self.plan(["roles/a-b.md": body]), "content/roles/a-b.md")
        #expect((text?.contains("title: ") == true) == (title != nil), "\(text ?? "")")
        if let title { #expect(text?.hasPrefix("---\ntitle: \(title)\n") == true, "\(text ?? "")") }
    }

    @Test func numbersAndDatesOfFileNamesAreNoNames() {
        let plan = Self.plan([
            "02-set-up.md": "text\n", "roles/2024-03-31-tester.md": "text\n", "roles/3d-artist.md": "text\n", "1984.md": "text\n",
        ])
        #expect(Self.text(plan, "content/02-set-up.md") == "---\ntitle: Set up\nslug: set-up\norder: 2\n---\ntext\n")
        #expect(
            Self.text(plan, "content/roles/2024-03-31-tester.md")
                == "---\ntitle: Tester\nslug: tester\nupdated: \"2024-03-31\"\n---\ntext\n"
        )
        #expect(
            Self.text(plan, "content/roles/3d-artist.md")
                == "---\ntitle: 3d artist\n---\ntext\n".replacing("3d artist", with: "\"3d artist\"")
        )
        #expect(Self.text(plan, "content/1984.md")?.contains("slug") == false)
    }

    // MARK: - Groups and sections

    @Test func groupsComeFromFoldersThenCategories() {
        let plan = Self.plan([
            "roles/data-work/a.md": "---\ncategories: [Other]\n---\n# A\n",
            "roles/data-work/_index.md": "---\ntitle: Data people\nweight: 2\n---\n",
            "roles/b.md": "---\ncategory: Product & design\n---\n# B\n", "roles/c.md": "---\ncategories: [x, y]\n---\n# C\n",
            "roles/d.md": "---\ntags: [ops]\n---\n# D\n", "roles/e.md": "---\ntags: [ops, role]\n---\n# E\n",
            "roles/f.md": "---\ntags: [once]\n---\n# F\n",
        ])
        #expect(
            Self.text(plan, "content/roles/data-work/a.md")?.hasPrefix(
                "---\ngroup: data-work\n# from the old front matter:\n#   categories: [Other]\n"
            ) == true
        )
        #expect(Self.text(plan, "content/roles/b.md") == "---\ngroup: product-design\n---\n# B\n")
        #expect(Self.text(plan, "content/roles/c.md")?.contains("group:") == false)
        #expect(plan.report.text.contains("wiki/roles/c.md:2: which group it is in: 'categories' has 2\n"))
        #expect(Self.text(plan, "content/roles/d.md") == "---\ngroup: ops\n---\n# D\n")
        #expect(Self.text(plan, "content/roles/f.md")?.contains("group:") == false)
        let settings = Self.text(plan, "handbook.yml") ?? ""
        #expect(
            settings.contains("  - id: data-work\n    title: Data people\n  - id: product-design\n    title: \"Product & design\"\n"),
            "\(settings)"
        )
        #expect(settings.contains("title: Ops\n") && !settings.contains("once"))
    }

    @Test func docusaurusNamesItsFolders() {
        let plan = Self.plan(["roles/x/a.md": "# A\n", "roles/x/_category_.json": "{\"label\": \"Makers\", \"position\": 1}"])
        #expect(Self.text(plan, "handbook.yml")?.contains("  - id: x\n    title: Makers\n") == true)
    }

    @Test func headingsOfOtherNamesAreSettings() {
        let plan = Self.plan([
            "roles/a.md": "# A\n\n## Duties\n- x\n", "roles/b.md": "# B\n\n## Duties\n- x\n\n## Must know\n- y\n",
            "roles/c.md": "# C\n\n## Responsibilities\n- x\n\n## Tasks\n- y\n", "guide.md": "# G\n\n## What we do\n",
        ])
        let settings = Self.text(plan, "handbook.yml") ?? ""
        #expect(
            settings.contains("sections:\n  responsibilities: [Duties, Responsibilities]\n  knowledge: [Must know, Knowledge]\n"),
            "\(settings)"
        )
        // A second heading of the same section on one page is nobody's, and told; one of a plain page means nothing.
        #expect(plan.report.text.contains("wiki/roles/c.md:6: 'Tasks' may be responsibilities too; 'Responsibilities' is read\n"))
        #expect(!settings.contains("What we do"))
        #expect(Self.text(Self.plan(["roles/a.md": "# A\n\n## Skills\n- x\n"]), "handbook.yml")?.contains("sections") == false)
    }

    @Test func sidesAndErasAreListedInTheSettings() {
        let plan = Self.plan([
            "roles/a.md": "---\nside: Technical side\n---\n# A\n\n## Eras\n\n### Before\n- x\n\n### With models\n- y\n",
            "roles/b.md": "# B\n\n## Eras\n\n### Before\n",
            "teams/t.md": "---\nera: with models\n---\n# T\n",
        ])
        let settings = Self.text(plan, "handbook.yml") ?? ""
        #expect(settings.contains("sides:\n  - id: technical-side\n    title: Technical side\n"), "\(settings)")
        #expect(settings.contains("eras:\n  - id: before\n    title: Before\n  - id: with-models\n    title: With models\n"), "\(settings)")
        #expect(Self.text(plan, "content/roles/a.md")?.hasPrefix("---\nside: technical-side\n---\n") == true)
        #expect(Self.text(plan, "content/teams/t.md") == "---\nera: with-models\n---\n# T\n")
        #expect(Self.text(Self.plan(["a.md": "# A\n\n## Eras\n\n### Stone\n"]), "handbook.yml")?.contains("eras") == false)
    }

    // MARK: - Keys

    @Test(
        arguments: [
            ("description: What it is", "summary: What it is"), ("weight: 3", "order: 3"), ("sidebar_position: 4", "order: 4"),
            ("nav_order: 5", "order: 5"),
            ("lastmod: 2024-03-31", "updated: \"2024-03-31\""), ("last_update: {date: 2024-03-31}", "updated: \"2024-03-31\""),
            ("aliases: [/old/, /older.html]", "redirect_from: [\"/old/\", \"/older.html\"]"),
            ("permalink: /team/a/", "redirect_from: [\"/team/a/\"]"),
            ("aliases: [Checker]", "aliases: [Checker]"), ("slug: other", "slug: other"), ("linkTitle: T", "short: T"),
            ("kpis: [a]", "kpis: [a]"),
            ("redirect_from: /old/", "redirect_from: [\"/old/\"]"), ("deliverables:\n  - a report", "deliverables: [a report]"),
            ("draft: false", nil), ("draft: true", "draft: true"), ("published: false", "draft: true"), ("published: true", nil),
            ("toc:", nil), ("private: false", nil),
        ] as [(String, String?)]
    )
    func keysAreMapped(yaml: String, key: String?) {
        let text = Self.text(Self.plan(["roles/a.md": "---\n\(yaml)\n---\n# Tester\n"]), "content/roles/a.md")
        #expect(text == (key.map { "---\n\($0)\n---\n" } ?? "") + "# Tester\n", "\(text ?? "")")
    }

    @Test(arguments: [
        "tags: [x]", "weight: heavy", "sidebar_position: 2.5", "sources: [nobody]", "permalink: /:title/", "aliases: [/roles/a/b, ../c]",
        "layout: wide",
        "linkTitle: A long title", "date: yesterday", "menu:\n  main:\n    weight: 1", "era: new", "author: me", "slug: /",
    ])
    func whatMeansNothingHereIsKeptAsAComment(yaml: String) {
        let plan = Self.plan(["roles/a.md": "---\n\(yaml)\n---\n# Tester\n"])
        let comments = yaml.split(separator: "\n").map { "#   \($0)\n" }.joined()
        #expect(Self.text(plan, "content/roles/a.md")?.contains("# from the old front matter:\n\(comments)---\n# Tester\n") == true)
        for line in yaml.split(separator: "\n") { #expect(plan.report.text.contains("    now a comment: \(line)\n")) }
    }

    @Test func nothingOfTheOldFrontMatterIsLost() {
        let plan = Self.plan(["roles/a.md": "---\n# why\ntitle: Tester # their name\ndate: 2024-03-31T10:00:00Z\nbad: {a\n---\ntext\n"])
        let text = Self.text(plan, "content/roles/a.md") ?? ""
        for line in ["# why", "title: Tester # their name", "date: 2024-03-31T10:00:00Z", "bad: {a"] {
            #expect(text.contains("#   \(line)\n"))
        }
        #expect(
            plan.report.text.contains("wiki/roles/a.md:")
                && plan.report.text.contains("the front matter cannot be read, and is kept in comments")
        )
        let other = Self.plan(["roles/a.md": "---\n# why\ntitle: Tester # their name\ndate: 2024-03-31T10:00:00Z\n---\ntext\n"])
        #expect(
            Self.text(other, "content/roles/a.md") == """
                ---
                title: Tester
                updated: "2024-03-31"
                # from the old front matter:
                #   # why
                #   title: Tester # their name
                #   date: 2024-03-31T10:00:00Z
                ---
                text

                """
        )
    }

    @Test(arguments: ["private: true", "unlisted: true"])
    func whatWasHiddenIsTold(yaml: String) {
        let report = Self.plan(["a.md": "---\n\(yaml)\n---\n# A\n"]).report.text
        #expect(report.contains("wiki/a.md:2: '\(yaml)' would keep it from readers") || !report.contains("now a comment"), "\(report)")
    }

    // MARK: - Files

    @Test func bodiesStayToTheByte() {
        let bodies = [
            "\r\n# A\r\n\r\ntext  \r\n", "# A", "\n\n", "", "---\nno front matter\n", "***\n---\na: 1\n---\n", "e\u{301} \u{FEFF} \t \n",
            "# A\rold\r",
        ]
        for body in bodies {
            for front in ["", "---\nweight: 1\ntags: [x]\n---\n", "---\n---\n", "+++\nweight = 1\n+++\n", "\u{FEFF}---\nweight: 1\n---\n"] {
                let text = Self.text(Self.plan(["roles/a.md": front + body]), "content/roles/a.md") ?? "?"
                #expect(text.utf8.reversed().starts(with: body.utf8.reversed()), "\(front) \(body)")
            }
        }
        #expect(
            Self.text(Self.plan(["roles/a.md": "---\nweight: 1\n---\r\n# A\r\n"]), "content/roles/a.md")
                == "---\r\norder: 1\r\n---\r\n# A\r\n"
        )
    }

    @Test func whateverAFileHoldsItsBodyStays() async {
        let pieces = [
            "---", "+++", "...", "\n", "\n", "\r\n", "title: A", "tags: [x, y]", "a: {", "weight = 3", "# Head", "## Duties", "- **x**: y",
            "| a | b |", "|---|---|",
            "| t | A/R |", "\u{FEFF}", "\u{2028}", "\"", "'", "```", "aliases: [/x/]", "? [a]: b", "&a", "*a", "type: role", "slug: ..",
            "  indented", "\u{301}", "date: 2024-03-31",
        ]
        var random = SystemRandomNumberGenerator()
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 1...24, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }.joined()
            let plan = Self.plan(["roles/x/a.md": text, "b.md": text])
            guard !plan.findings.hasErrors else { continue }
            let bytes = RepairedOpening(Array(text.utf8)).bytes
            var findings = Findings()
            let front = ForeignFrontMatter(bytes, SourceText.decode(bytes, path: "a.md", into: &findings))
            let made = Array((Self.text(plan, "content/b.md") ?? "").utf8)
            #expect(made.reversed().starts(with: bytes[front.bodyOffset...].reversed()), "\(text.debugDescription)")
            // What is written can be read: no fault of front matter or settings is new.
            let read = await HandbookReader.read(plan.project)
            let faults = read.findings.all.filter {
                ["yaml-syntax", "unknown-key", "wrong-type", "unclosed-front-matter", "duplicate-key"].contains($0.rule.id)
            }
            #expect(faults.isEmpty, "\(text.debugDescription) \(faults)")
        }
    }

    @Test func indexesOfOtherToolsOpenTheirFolders() {
        let plan = Self.plan([
            "README.md": "# Home\n", "roles/_index.md": "# Roles\n", "guides/README.md": "# Guides\n", "linked/README.md": "# L\n",
            "x.md": "[l](linked/README.md)\n",
            "both/README.md": "# R\n", "both/index.md": "# I\n", "roles/tester/index.md": "# Tester\n", "a.markdown": "# A\n",
            "b.mdx": "# B\n",
        ])
        #expect(
            Set(plan.files.map(\.path)).isSuperset(of: [
                "content/README.md", "content/roles/index.md", "content/guides/index.md", "content/linked/index.md",
                "content/both/README.md",
                "content/a.md", "content/b.md",
            ])
        )
        #expect(Self.text(plan, "content/roles/tester/index.md") == "---\nslug: tester\nkind: role\n---\n# Tester\n")
        #expect(plan.report.text.contains("  a.markdown -> a.md: page: nothing says more\n"))
        #expect(Self.text(plan, "content/x.md")?.hasSuffix("[l](linked/index.md)\n") == true)
    }

    @Test func slugsAreMadeDifferent() {
        let plan = Self.plan(["roles/east/lead.md": "# East lead\n", "roles/west/lead.md": "# West lead\n"])
        #expect(Self.text(plan, "content/roles/west/lead.md") == "---\nslug: west-lead\ngroup: west\n---\n# West lead\n")
        #expect(plan.report.text.contains("wiki/roles/west/lead.md: another role has the same slug: this one is 'west-lead'\n"))
    }

    @Test func filesThatPagesNeedComeAlong() {
        let plan = Self.plan(
            ["content/a.md": "![p](p.png) [data](d.json)\n", "README.md": "# R\n", "content/b/c.md": "text\n"],
            others: [
                "content/p.png", "content/d.json", "content/e.json", "content/b/f.html", "static/logo.svg", "hugo.toml", "themes/t/x.css",
            ]
        )
        #expect(plan.copies.map(\.path) == ["static/d.json", "content/p.png", "static/logo.svg"])
        #expect(plan.copies.map(\.from) == ["content/d.json", "content/p.png", "static/logo.svg"])
        let outside = "outside of 'content/', where the pages are"
        #expect(
            plan.reported("Not imported:") == [
                "README.md: \(outside)", "content/b/f.html: no page shows it", "content/e.json: no page shows it", "hugo.toml: \(outside)",
                "themes/ (1 file): \(outside)",
            ]
        )
        #expect(plan.report.heading == "wiki: 2 Markdown files, those of 'content/'; files copied: 3")
    }

    @Test(arguments: [
        (["notes.txt": "x"], "'wiki' has no Markdown in it"),
        (["handbook.yml": "x", "a.md": "x"], "'wiki' is a handbook's project already"),
    ])
    func whatIsNoFolderOfMarkdownIsRefused(files: [String: String], message: String) {
        let plan = Self.plan(files.filter { $0.key.hasSuffix(".md") }, others: Set(files.keys.filter { !$0.hasSuffix(".md") }))
        #expect(plan.findings.all.map(\.message) == [message] && plan.files.isEmpty)
    }

    @Test func theTitleIsGivenOrTheHomePagesOrTheFolders() {
        #expect(Self.text(Self.plan(["README.md": "# Home\n"]), "handbook.yml")?.hasPrefix("title: Home\nlanguage: en\n") == true)
        #expect(Self.text(Self.plan(["a.md": "# Home\n"]), "handbook.yml")?.hasPrefix("title: Wiki\n") == true)
        #expect(
            Self.text(Self.plan(["a.md": "# A\n"], .init(title: "Ours", language: "de")), "handbook.yml") == "title: Ours\nlanguage: de\n"
        )
    }
}
