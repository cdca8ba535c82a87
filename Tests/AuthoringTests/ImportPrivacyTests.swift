import Foundation
import Handbook
import Testing

@testable import Authoring

/// What its author kept from readers stays so, however that was said; what may be private is a draft.
@Suite struct ImportPrivacyTests {
    private static func isDraft(_ plan: ImportPlan, _ path: String = "content/a.md") -> Bool {
        let front = Imported.text(plan, path)?.components(separatedBy: "\n---\n").first ?? ""
        return front.hasPrefix("---\n") && (front + "\n").contains("\ndraft: true\n")
    }

    private static func published(_ plan: ImportPlan) async -> Bool {
        let handbook = await HandbookReader.read(plan.project).handbook
        return handbook.everyPage.contains { $0.source.text.contains("SECRET") }
    }

    // MARK: - Keys

    @Test(arguments: [
        "draft: true", "draft: \"yes\"", "draft: 'true'", "draft: \"on\"", "draft: 'Yes'", "draft: Y", "Draft: TRUE",
        "published: \"false\"",
        "published: no",
    ])
    func everyWordForADraftIsOne(yaml: String) async {
        let plan = Imported.plan(["a.md": "---\ntitle: Pay\n\(yaml)\n---\nSECRET\n", "b.md": "# B\n"])
        #expect(Self.isDraft(plan) && plan.reported("To look at:").isEmpty, "\(plan.report.text)")
        #expect(await !Self.published(plan))
    }

    @Test(arguments: ["draft: 1", "draft: maybe", "draft: 0", "draft: [true]", "draft: {a: b}"])
    func whatIsNeitherYesNorNoIsADraft(yaml: String) async {
        let plan = Imported.plan(["a.md": "---\ntitle: Pay\n\(yaml)\n---\nSECRET\n"])
        #expect(Self.isDraft(plan), "\(plan.report.text)")
        #expect(plan.reported("To look at:").contains { $0.hasPrefix("wiki/a.md:3: 'draft: ") && $0.hasSuffix("so the page is a draft") })
        #expect(await !Self.published(plan))
    }

    @Test(arguments: [
        "publish: \"false\"", "publish: 'no'", "public: \"off\"", "visible: \"0\"", "visibility: \"Private\"", "status: Draft",
        "state: unlisted", "hidden: \"yes\"", "hide: 'true'", "unlisted: \"true\"", "unpublished: 1", "isDraft: \"true\"", "is-draft: true",
        "dg-publish: \"false\"", "private: \"true\"", "private: 'on'", "private: 1", "private: maybe", "status: [draft]",
    ])
    func whatOtherToolsHideIsADraft(yaml: String) async {
        let plan = Imported.plan(["a.md": "---\ntitle: Pay\n\(yaml)\n---\nSECRET\n"])
        #expect(Self.isDraft(plan), "\(plan.report.text)")
        #expect(plan.reported("To look at:").contains { $0.hasPrefix("wiki/a.md:3: ") && $0.hasSuffix("so the page is a draft") })
        #expect(await !Self.published(plan))
    }

    @Test(arguments: [
        "draft: false", "draft: \"no\"", "draft: n", "draft:", "published: \"true\"", "published: 2024-03-31", "publish: \"true\"",
        "hidden: \"no\"", "private: \"false\"", "status: active", "visibility: public",
    ])
    func whatIsShownIsNoDraft(yaml: String) async {
        let plan = Imported.plan(["a.md": "---\ntitle: Pay\n\(yaml)\n---\nSECRET\n"])
        #expect(!Self.isDraft(plan) && plan.reported("To look at:").isEmpty, "\(plan.report.text)")
        #expect(await Self.published(plan))
    }

    @Test func aPrivateKeyThatGetsAnotherNameMakesADraft() {
        let plan = Imported.plan(["roles/a.md": "---\nprivate: [metrics]\nmetrics: [SECRET]\n---\n# Cook\n"])
        #expect(Self.isDraft(plan, "content/roles/a.md"), "\(plan.report.text)")
        let kept = Imported.plan(["roles/a.md": "---\nprivate: [kpis]\nkpis: [x]\n---\n# Cook\n"])
        #expect(
            Imported.text(kept, "content/roles/a.md")?.contains("private: [kpis]\n") == true && !Self.isDraft(kept, "content/roles/a.md")
        )
    }

    // MARK: - Front matter that is not where it belongs

    @Test(arguments: [
        "  ---\ntitle: O\ndraft: true\n---\nSECRET\n", "  ---\n  title: O\n  draft: true\n  ---\nSECRET\n",
        " ---\r\n title: O\r\n draft: true\r\n ---\r\nSECRET\r\n", "\u{200B}---\ntitle: O\ndraft: true\n---\nSECRET\n",
        "\u{FEFF}\u{FEFF}---\ntitle: O\ndraft: true\n---\nSECRET\n", "\n\u{FEFF}---\ntitle: O\ndraft: true\n---\nSECRET\n",
        "\u{2060}\n---\ntitle: O\ndraft: true\n---\nSECRET\n", "\u{200B}+++\ntitle = \"O\"\ndraft = true\n+++\nSECRET\n",
        "\u{200B}{\"title\": \"O\", \"draft\": true}\nSECRET\n",
    ])
    func frontMatterBehindOrIndentedIsRead(text: String) async {
        let plan = Imported.plan(["a.md": text])
        let made = Imported.text(plan, "content/a.md")?.replacing("\r\n", with: "\n") ?? ""
        #expect(made.contains("---\ntitle: O\ndraft: true\n---\nSECRET\n"), "\(made.debugDescription)")
        #expect(plan.reported("Converted:").first?.hasPrefix("wiki/a.md:1: front matter ") == true)
        #expect(await !Self.published(plan))
    }

    @Test(arguments: [
        "---\n- draft: true\n---\nSECRET\n", "title: Pay\ndraft: true\n---\nSECRET\n", "title: Pay\ntags: [a]\n---\nSECRET\n",
        "title: Pay\ndraft: true\n\nSECRET\n", "---\ndraft = true\n---\nSECRET\n", "----\ntitle: Pay\ndraft: \"yes\"\n----\nSECRET\n",
        "    ---\n    draft: true\n    ---\nSECRET\n", "\n\nTitle: Pay\nPublish: no\n\nSECRET\n",
        "–––\ndraft: yes\nSECRET\n",
        "---toml\ntitle = \"x\"\ndraft = true\n---\nSECRET\n", "title:: Pay\npublic:: false\n\nSECRET\n",
    ])
    func keysThatAreNoFrontMatterMakeADraft(text: String) async {
        let plan = Imported.plan(["a.md": text])
        #expect(Self.isDraft(plan), "\(Imported.text(plan, "content/a.md") ?? "")")
        #expect(plan.reported("To look at:").contains { $0.hasSuffix("; the page is a draft") }, "\(plan.report.text)")
        #expect(Imported.text(plan, "content/a.md")?.hasSuffix(text) == true)
        #expect(await !Self.published(plan))
    }

    @Test(arguments: [
        "---\n\n# Slide\n\nSECRET\n\n---\n\nText: more\n", "Summary: what it is\n---\n\nSECRET\n", "***\nSECRET\n***\n",
        "# A\n\ndraft: true is a key.\n\nSECRET\n", "```yaml\ntitle: x\ndraft: true\n```\nSECRET\n",
        "Owner: Ann\nTeam: Kitchen\n---\nSECRET\n",
        "\u{FEFF}# A\n\nSECRET\n", "Note: this text\n\nSECRET\n",
    ])
    func textIsPublished(text: String) async {
        let plan = Imported.plan(["a.md": text])
        #expect(!Self.isDraft(plan) && !plan.report.text.contains("draft"), "\(plan.report.text)")
        #expect(await Self.published(plan))
    }

    @Test(arguments: [("---\n- a\n---\n# T\n", "a list"), ("---\nsome words\n---\n# T\n", "text")])
    func aListOrTextBetweenRulesIsReported(text: String, what: String) {
        let plan = Imported.plan(["a.md": text])
        #expect(Imported.text(plan, "content/a.md")?.hasSuffix(text) == true && !Self.isDraft(plan))
        #expect(
            plan.reported("To look at:") == [
                "wiki/a.md:1: between the two lines '---' at the top is \(what), not keys and values: it is part of the page"
            ]
        )
    }

    // MARK: - Names and folders

    @Test(arguments: [
        (["_drafts/ag.md": "SECRET\n"], "_drafts/ag.md"), (["_draft.md": "SECRET\n"], "_draft.md"),
        (["docs/_drafts/ag.md": "SECRET\n", "docs/b.md": "# B\n"], "docs/_drafts/ag.md"),
    ])
    func draftsOfJekyllAreDrafts(texts: [String: String], path: String) async {
        let plan = Imported.plan(texts)
        #expect(Self.isDraft(plan, "content/" + path), "\(plan.report.text)")
        #expect(plan.report.text.contains("is not published elsewhere, so the page is a draft"))
        #expect(await !Self.published(plan))
    }

    @Test func partsOfPagesAreDraftsWhereTheToolLeavesThemOut() {
        let texts = ["_note.md": "SECRET\n", "a.md": "# A\n", "_index.md": "# I\n"]
        #expect(Self.isDraft(Imported.plan(texts, others: ["_config.yml"]), "content/_note.md"))
        #expect(!Self.isDraft(Imported.plan(texts, others: ["_config.yml"]), "content/index.md"))
        #expect(!Self.isDraft(Imported.plan(texts), "content/_note.md"))
        let docs = Imported.plan(["docs/_parts/p.md": "SECRET\n", "docs/a.md": "# A\n"], others: ["docusaurus.config.js"])
        #expect(Self.isDraft(docs, "content/_parts/p.md"))
        #expect(!Self.isDraft(Imported.plan(["_roles/cook.md": "# Cook\n"], others: ["_config.yml"]), "content/_roles/cook.md"))
    }

    @Test func whatIsPublishedForALinkIsNamed() {
        let plan = Imported.plan(
            ["a.md": "[x](x.yaml) ![p](p.png)\n", "b.md": "---\ndraft: true\n---\n[y](y.docx) [x](x.yaml)\n"],
            others: ["x.yaml", "y.docx", "p.png"]
        )
        #expect(plan.copies.map(\.path) == ["content/p.png", "static/x.yaml"])
        #expect(plan.reported("To look at:").contains("wiki/x.yaml: it is published, as 'static/x.yaml', since a page links to it"))
        #expect(plan.reported("Not imported:") == ["y.docx: only drafts link to it"])
    }

    @Test func rolesThatOnlyADraftNamesAreDrafts() async {
        let table = "| Task | Cook | Baker |\n|---|---|---|\n| Bake | A | R |\n"
        let plan = Imported.plan([
            "raci/m.md": "---\ndraft: true\n---\n# M\n\n" + table, "raci/n.md": "# N\n\n" + table.replacing("Baker", with: "Waiter"),
            "roles/data/_index.md": "---\ndraft: true\ntitle: SECRET\n---\n", "roles/data/a.md": "# Tester\n",
        ])
        #expect(Self.isDraft(plan, "content/roles/baker.md") && !Self.isDraft(plan, "content/roles/cook.md"), "\(plan.report.text)")
        #expect(Imported.text(plan, "handbook.yml")?.contains("SECRET") == false)
        #expect(await HandbookReader.read(plan.project).handbook.roles.map(\.slug).sorted() == ["a", "cook", "waiter"])
    }

    @Test(arguments: [("Draft?", "yes"), ("draft", "x"), ("Status", "Draft"), ("Published", "no"), ("Private", "TRUE")])
    func aRowOfATableThatIsHiddenIsADraft(heading: String, cell: String) {
        let csv = "title,\(heading)\nCook,\(cell)\nBaker,\nWaiter,\(heading == "Published" ? "yes" : "no")\n"
        let plan = TableImport.plan(Array(csv.utf8), name: "t.csv", title: "t")
        #expect(Self.isDraft(plan, "content/roles/cook.md"), "\(plan.report.text)")
        #expect(!Self.isDraft(plan, "content/roles/baker.md") && !Self.isDraft(plan, "content/roles/waiter.md"))
        #expect(
            plan.reported("To look at:").contains("t.csv:2: '\(heading): \(cell)' keeps 'Cook' from readers, so the page is a draft"),
            "\(plan.report.text)"
        )
    }
}
