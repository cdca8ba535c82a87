import Handbook
import Testing

@testable import Authoring

/// What is read of pages that other tools wrote: handles, names in matrices, roles, addresses.
@Suite struct ImportReadingTests {
    private static func roles(_ plan: ImportPlan) -> [String] {
        plan.files.map(\.path).filter { $0.hasPrefix("content/roles/") }.map { String($0.dropFirst(14).dropLast(3)) }
    }

    // MARK: - Links

    @Test(arguments: [
        (
            "See [[Other#^blk|first words]] and [[Other#^two|second words]].",
            "See [[Other|first words]] and [[Other|second words]]."
        ),
        ("[[Other#^a]] [[Other#^b|b]] [[Other]]", "[[Other]] [[Other|b]] [[Other]]"),
        ("[[the file#^a|one]] [[the file#^b|two]]", "[one](deep/The%20file.md) [two](deep/The%20file.md)"),
    ])
    func linksToPartsOfOnePageKeepTheirWords(line: String, result: String) {
        let plan = Imported.plan(["a.md": "# A\n\n\(line)\n", "other.md": "# Other\n", "deep/The file.md": "# Long name\n"])
        #expect(Imported.text(plan, "content/a.md") == "# A\n\n\(result)\n")
    }

    @Test func onlyHandlesWithoutADefinitionAreText() async {
        let body =
            "Thanks to [@octocat], [Mona][@mona] and [@nobody].\n\n[@octocat]: https://github.com/octocat\n[@mona]: https://github.com/mona\n"
        let plan = Imported.plan([
            "a.md": "---\nsummary: By [@anna]\n---\n# A\n\n" + body, "b.md": "# B\n\n[@Known] and [x][@gone]\n",
            "references/known.md": "---\ntags: [source]\nurl: https://example.org/\n---\n# K\n",
        ])
        let text = Imported.text(plan, "content/a.md") ?? ""
        #expect(text == "---\nsummary: \"By (@anna)\"\n---\n# A\n\n" + body.replacing("[@nobody]", with: "(@nobody)"), "\(text)")
        #expect(Imported.text(plan, "content/b.md") == "# B\n\n[@known] and [x] (@gone)\n")
        let findings = await HandbookReader.read(plan.project).findings
        #expect(!findings.all.contains { $0.rule == .unknownSource || $0.rule == .deadLink }, "\(findings.all)")
    }

    @Test func docusaurusNamesItsHomePageAndItsIDs() {
        let docs = [
            "docs/intro.md": "---\nslug: /\n---\n# Intro\n\n[g](./guide)\n",
            "docs/01-the-guide.md": "---\nid: guide\n---\n# Guide\n\n[home](/)\n",
        ]
        let plan = Imported.plan(docs, others: ["docusaurus.config.js"])
        #expect(Imported.text(plan, "content/index.md") == "# Intro\n\n[g](01-the-guide.md)\n", "\(plan.report.text)")
        #expect(Imported.text(plan, "content/01-the-guide.md")?.hasSuffix("[home](index.md)\n") == true)
        #expect(plan.report.text.contains("intro.md -> index.md: page (the home page: 'slug: /')"))
        let both = Imported.plan(docs.merging(["docs/index.md": "# Home\n"]) { $1 }, others: ["docusaurus.config.js"])
        #expect(Imported.text(both, "content/intro.md")?.contains("#   slug: /\n") == true)
        #expect(both.reported("To look at:").contains("wiki/docs/intro.md:2: 'slug: /' makes it the home page elsewhere; here it is not"))
    }

    @Test func aFileThatGitBookOffersIsALink() {
        let plan = Imported.plan(
            [
                "a.md":
                    "# A\n\n{% file src=\".gitbook/assets/i.pdf\" %}\nA caption\n{% endfile %}\n\n![g](.gitbook/assets/g%20\\(1\\).png)\n"
            ],
            hidden: [".gitbook/assets/i.pdf", ".gitbook/assets/g (1).png"]
        )
        #expect(
            Imported.text(plan, "content/a.md")
                == "# A\n\n[i.pdf](gitbook/assets/i.pdf)\n\nA caption\n\n![g](gitbook/assets/g%20%281%29.png)\n"
        )
    }

    // MARK: - Matrices

    @Test(arguments: [
        ("Cook and Baker", ["baker", "cook"]), ("Cook, Baker, and Waiter", ["baker", "cook", "waiter"]),
        ("Cook / Baker", ["baker", "cook"]),
        ("Cook & Baker; Waiter", ["baker", "cook", "waiter"]), ("Research and Development", ["research-and-development"]),
        ("Health and Safety Officer", ["health-and-safety-officer"]), ("Painter", ["painter"]), ("R&D", ["r-d"]),
    ])
    func namesOfACellAreTakenApartAsTheirReaderDoes(cell: String, names: [String]) async {
        let page = "| Task | Responsible | Accountable |\n|---|---|---|\n| Bake | \(cell) | Owner |\n"
        let plan = Imported.plan(["m.md": "# M\n\n" + page])
        #expect(Self.roles(plan).sorted() == (names + ["owner"]).sorted(), "\(plan.report.text)")
        let read = await HandbookReader.read(plan.project)
        #expect(!read.findings.hasErrors, "\(read.findings.all)")
        #expect(read.handbook.roles.count == names.count + 1)
    }

    @Test func aNameThatAnotherCellHasPartsAList() {
        let page =
            "| Task | Responsible | Accountable |\n|---|---|---|\n| Bake | Painter and Glazier | Owner |\n| Paint | Painter | Owner |\n"
        let plan = Imported.plan(["m.md": "# M\n\n" + page, "n.md": "# N\n\n" + page.replacing("Painter", with: "Research")])
        #expect(Self.roles(plan).sorted() == ["glazier", "owner", "painter", "research"], "\(plan.report.text)")
        let alone = Imported.plan([
            "m.md": "# M\n\n| Task | Responsible | Accountable |\n|---|---|---|\n| Bake | Sales and Care | Owner |\n"
        ])
        #expect(alone.reported("To look at:").contains("wiki/m.md:3: whether 'Sales and Care' is one role or two; it is one"))
    }

    @Test(arguments: [
        "| Bake | A* | R¹ |\n| Serve | R | A |\n", "| Bake | A (signs), R (mixes) | C |\n| Serve | R | A (late) |\n",
        "| Bake | A: signs / R: mixes | C |\n| Serve | R: carries | A: signs |\n", "| Bake | **A** (signs) | R (mixes) |\n",
    ])
    func lettersWithNotesMakeAMatrix(rows: String) async {
        let plan = Imported.plan(["m.md": "# M\n\n| Task | Cook | Baker |\n|---|---|---|\n\(rows)"])
        #expect(plan.report.entries.first { $0.from == "m.md" }?.kind == .matrix, "\(plan.report.text)")
    }

    @Test func whatLooksLikeAMatrixIsReported() {
        let page = "# M\n\n| Task | Cook | Baker |\n|---|---|---|\n| Bake | A | R |\n| Serve | Anna | A/R |\n| Clean | R | A |\n"
        let plan = Imported.plan(["m.md": page])
        #expect(
            plan.reported("To look at:") == [
                "wiki/m.md:3: looks like a matrix, but 'Anna' is not a letter: a plain page; 'kind: matrix' makes it one"
            ]
        )
        let home = Imported.plan(["README.md": page.replacing("Anna", with: "C"), "b.md": "# B\n"])
        #expect(home.reported("To look at:") == ["wiki/README.md:3: the table looks like a matrix; on a page of its own it is one"])
    }

    @Test(arguments: [
        "| Pupil | Maths | Art |\n|---|---|---|\n| Ann | A | C |\n| Bo | F | B |\n| Cy | A | A |\n",
        "| What | Effort | Result |\n|---|---|---|\n| Ship | A lot of work | R and more |\n| Do | A bit | Rarely |\n",
        "| Size | Shirt | Coat |\n|---|---|---|\n| a | S | M |\n| b | L | S |\n",
    ])
    func otherTablesAreNotCalledMatrices(table: String) {
        #expect(Imported.plan(["m.md": "# M\n\n" + table]).reported("To look at:").isEmpty)
    }

    // MARK: - Roles

    @Test(arguments: [
        "***Responsibilities***\n\n- a\n\n***Skills***\n\n- b\n", "<b>Responsibilities</b>\n\n- a\n\n<strong>Skills</strong>\n\n- b\n",
        "RESPONSIBILITIES\n\n- a\n\nSKILLS:\n\n- b\n", "**Responsibilities**  \na\n\n**Skills**  \nSQL\n",
        "**Responsibilities:**\na\n\n**Skills**\nSQL\n",
    ])
    func linesThatStandForHeadingsAreHeadings(body: String) async {
        let plan = Imported.plan(["roles/a.md": "# Tester\n\n" + body])
        let text = Imported.text(plan, "content/roles/a.md") ?? ""
        #expect(text.contains("## Responsibilities\n") && text.contains("## Skills\n") && !text.contains("**"), "\(text)")
        let role = await HandbookReader.read(plan.project).handbook.roles.first
        #expect(role?.body.sections.map(\.known) == [.responsibilities, .skills], "\(text)")
    }

    @Test(arguments: [
        "- **Responsibilities:** x\n- **Skills:** y\n", "| Responsibilities | Skills |\n|---|---|\n| x | y |\n", "Does things.\n",
        "WE ARE HIRING\n\ntext\n",
    ])
    func aRoleWithoutAKnownSectionIsReported(body: String) {
        let plan = Imported.plan(["roles/a.md": "# Tester\n\n" + body])
        #expect(
            plan.reported("To look at:") == [
                "wiki/roles/a.md:3: looks like a role; put a heading such as '## Responsibilities' over what the role does"
            ]
        )
    }

    @Test(arguments: [
        ("a.md", "# Using LinkedIn Recruiter\n\n## What is it\n\ntext\n"), ("a.md", "# Working with the recruiter\n\n## First\n\ntext\n"),
        ("roles/b.md", "# Tester\n"),
    ])
    func otherPagesAreNotCalledRoles(path: String, text: String) {
        #expect(Imported.plan([path: text]).reported("To look at:").isEmpty)
    }

    @Test func whatIsDoneIsNoRole() {
        let plan = Imported.plan([
            "roles/hiring.md": "# Hiring\n\nWe hire people.\n", "roles/tester.md": "# Tester\n", "roles/em.md": "# Engineering Manager\n",
        ])
        #expect(plan.report.entries.map(\.kind) == [.role, .page, .role])
        #expect(
            plan.reported("To look at:") == [
                "wiki/roles/hiring.md: folder 'roles' is one of roles, but 'Hiring' reads like a topic: a plain page"
            ]
        )
    }

    // MARK: - The rest

    @Test func onlyOneFileIsTheHomePage() {
        let plan = Imported.plan(["README.md": "# Read me\n", "index.md": "# Home\n", "x/README.md": "# X\n", "x/index.md": "# I\n"])
        #expect(plan.report.text.contains("  README.md: page (beside 'index.md', which is the home page)"))
        #expect(plan.report.text.contains("  index.md: page (the home page)"))
        #expect(plan.report.text.contains("  x/README.md: page (beside 'x/index.md', which opens the folder)"))
        #expect(Imported.text(plan, "handbook.yml")?.hasPrefix("title: Home\n") == true)
    }

    @Test func whatIsLeftOutIsCounted() {
        var texts = ["docs/a.md": "# A\n", "blog/x.md": "# X\n"]
        for number in 1...123 { texts["blog/\(number).md"] = "# P\n" }
        let plan = Imported.plan(texts, others: ["mkdocs.yml", "blog/p.css"])
        #expect(
            plan.reported("Not imported:") == [
                "blog/ (124 Markdown files, 1 file of other kinds): outside of 'docs/', where the pages are",
                "mkdocs.yml: outside of 'docs/', where the pages are",
            ]
        )
    }
}
