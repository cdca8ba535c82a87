import Diagnostics
import Handbook
import Testing

@testable import Authoring

/// Where links lead once files have their names and places in the project.
@Suite struct ImportLinkTests {
    private static let id = "0123456789abcdef0123456789abcdef"
    private static let other = "fedcba9876543210fedcba9876543210"

    /// The body of a page of the project, for the page that has the links.
    private static func body(
        _ line: String,
        in path: String = "x/a.md",
        _ others: [String: String],
        files: Set<String> = [],
        hidden: Set<String> = []
    ) -> String {
        let plan = Imported.plan(others.merging([path: line + "\n"]) { $1 }, others: files, hidden: hidden)
        let text = Imported.text(plan, "content/" + ImportedPlace.cleaned(path).replacing("README", with: "index")) ?? "?"
        return text.split(separator: "\n").last.map(String.init) ?? ""
    }

    private static func dead(_ plan: ImportPlan) async -> [String] {
        await HandbookReader.read(plan.project).findings.all.filter { $0.rule == .deadLink }.map(\.message)
    }

    @Test(arguments: [
        ("[l](b.md)", "[l](b.md)"), ("[l](b)", "[l](b)"), ("[l](../y/README.md)", "[l](../y/index.md)"), ("[l](../y/)", "[l](../y/)"),
        ("[l](/y/README.md#top)", "[l](../y/index.md#top)"), ("[l](/x/b)", "[l](b.md)"), ("[l](b.html)", "[l](b.md)"),
        ("[l](B.md)", "[l](b.md)"),
        ("[l](c.markdown)", "[l](c.md)"), ("[l](d.mdx#e)", "[l](d.md#e)"), ("[l](<../my page.md>)", "[l](<../my page.md>)"),
        ("[l](nowhere.md)", "[l](nowhere.md)"), ("[l](#part)", "[l](#part)"), ("[l](https://x.org/b.md)", "[l](https://x.org/b.md)"),
        ("`[l](c.markdown)` [l](c.markdown)", "`[l](c.markdown)` [l](c.md)"), ("[l](./c.markdown \"t\")", "[l](c.md \"t\")"),
        ("[l]({{< ref \"c.markdown\" >}})", "[l](c.md)"), ("[l]({% link y/README.md %})", "[l](../y/index.md)"),
        ("[l]({{ site.baseurl }}/y/)", "[l](../y/index.md)"), ("[l]({{ '/x/b' | relative_url }})", "[l](b.md)"),
        ("[l](/team/kept/)", "[l](../kept.md)"), ("[l](../kept)", "[l](../kept)"),
    ])
    func linksNameFilesAsTheyAre(link: String, result: String) {
        let others = [
            "x/b.md": "# B\n", "x/c.markdown": "# C\n", "x/d.mdx": "# D\n\n## E\n", "y/README.md": "# Y\n", "my page.md": "# M\n",
            "kept.md": "---\npermalink: /team/kept/\n---\n# K\n",
        ]
        #expect(Self.body(link, others) == result)
    }

    @Test func definitionsOfLinksToo() {
        #expect(Self.body("[l][c] and [c]\n\n[c]: c.markdown \"t\"", ["x/c.markdown": "# C\n"]) == "[c]: c.md \"t\"")
    }

    @Test func linksCountFromAnAddressThatAPageHad() {
        let texts = [
            "tools/chat.md": "---\npermalink: /chat/\n---\n[l](start/)\n",
            "tools/chat/start.md": "---\npermalink: /chat/start/\n---\n[l](../)\n",
        ]
        let plan = Imported.plan(texts)
        #expect(Imported.text(plan, "content/tools/chat.md")?.hasSuffix("[l](chat/start.md)\n") == true)
        #expect(Imported.text(plan, "content/tools/chat/start.md")?.hasSuffix("[l](../chat.md)\n") == true)
    }

    // MARK: - Files

    @Test func filesOfHiddenFoldersComeAlong() async {
        let plan = Imported.plan(
            [
                "a/b.md": "![p](../.gitbook/assets/p%20q.png)\n\n[x](/.gitbook/assets/x.pdf)\n\n[c](../.github/HELP.md)\n",
                ".github/HELP.md": "# Help\n", ".github/OTHER.md": "# O\n",
            ],
            hidden: [".gitbook/assets/p q.png", ".gitbook/assets/x.pdf", ".gitbook/assets/unused.png"]
        )
        #expect(plan.copies.map(\.path) == ["content/gitbook/assets/p q.png", "content/gitbook/assets/x.pdf"])
        #expect(
            Imported.text(plan, "content/a/b.md")?.hasSuffix(
                "![p](../gitbook/assets/p%20q.png)\n\n[x](../gitbook/assets/x.pdf)\n\n[c](../github/HELP.md)\n"
            )
                == true
        )
        #expect(Imported.text(plan, "content/github/HELP.md") == "# Help\n" && !plan.files.contains { $0.path.contains("OTHER") })
        #expect(
            plan.reported("Not imported:") == [
                ".gitbook/ (1 file): not linked from any page", ".github/ (1 Markdown file): not linked from any page",
            ]
        )
        #expect(await Self.dead(plan).isEmpty)
    }

    @Test func textsNameHiddenFolders() {
        let text = "![p](../.gitbook/a.png) <img src=\".assets/b.png\"> [x](.x/y) ./no ../no a.b/no .end"
        #expect(ImportedFiles.hiddenFolders(namedIn: Array(text.utf8)) == [".gitbook", ".assets", ".x"])
    }

    @Test func aFileThatNoPageShowsIsCopiedOnlyIfOneLinksToIt() async {
        let plan = Imported.plan(
            ["a.md": "[d](data/d.json) [t](t.txt)\n"],
            others: ["data/d.json", "t.txt", "u.txt", "v/1.csv", "v/2.csv", "v/3.csv", "v/4.csv", "p.png"]
        )
        #expect(plan.copies.map(\.path) == ["static/data/d.json", "content/p.png", "static/t.txt"])
        #expect(Imported.text(plan, "content/a.md")?.hasSuffix("[d](/data/d.json) [t](/t.txt)\n") == true)
        #expect(plan.reported("Not imported:") == ["u.txt: no page shows it", "v/*.csv (4 files): no page shows them"])
        #expect(await Self.dead(plan).isEmpty)
    }

    @Test func filesForTheRootReplaceNoPage() {
        let plan = Imported.plan(
            ["content/a.md": "# A\n\n[x](/a/index.html)\n"],
            others: ["hugo.toml", "static/a/index.html", "static/robots.txt", "static/llms.txt", "static/logo.txt"]
        )
        #expect(
            plan.copies.map(\.path) == ["static/files/a/index.html", "static/files/llms.txt", "static/logo.txt", "static/robots.txt"],
            "\(plan.copies)"
        )
        #expect(plan.reported("To look at:").contains { $0.hasSuffix("at 'a/index.html': this one is 'files/a/index.html'") })
    }

    @Test func picturesBesideTheFolderOfThePagesComeAlong() {
        let plan = Imported.plan(
            ["mkdocs.yml": "", "docs/a.md": "![p](../img/p.png)\n"].filter { $0.key != "mkdocs.yml" },
            others: ["mkdocs.yml", "img/p.png", "img/q.png"]
        )
        #expect(plan.copies.map(\.path) == ["content/img/p.png"])
        #expect(Imported.text(plan, "content/a.md")?.hasSuffix("![p](img/p.png)\n") == true)
    }

    @Test(arguments: ["X.MD", "x.markdown", "x.Md", "x.mkd"])
    func everyEndingOfMarkdownIsRead(name: String) {
        let plan = Imported.plan([name: "# X\n", "a.md": "[x](\(name))\n"])
        let stem = name.split(separator: ".")[0]
        #expect(Imported.text(plan, "content/\(stem).md") == "# X\n")
        #expect(Imported.text(plan, "content/a.md")?.hasSuffix("[x](\(stem).md)\n") == true)
    }

    @Test func filesOfOneNameGetTwo() async {
        let plan = Imported.plan([
            "a.md": "# One\n", "a.markdown": "# Two\n", "A.mdx": "# Three\n", "l.md": "# Links\n\n[b](a.markdown)\n", "d.md": "# Dee\n",
            "d/README.md": "# Eee\n",
        ])
        #expect(Imported.text(plan, "content/a.md") == "# One\n" && Imported.text(plan, "content/a-3.md") == "# Two\n")
        #expect(Imported.text(plan, "content/A-2.md") == "# Three\n")
        #expect(Imported.text(plan, "content/l.md") == "# Links\n\n[b](a-3.md)\n")
        #expect(Imported.text(plan, "content/d.md") == "---\nslug: d-2\n---\n# Dee\n")
        #expect(plan.report.text.contains("wiki/d.md: another page has the same address: this one is '/d-2/'\n"))
        let findings = await HandbookReader.read(plan.project).findings
        #expect(!findings.hasErrors, "\(findings.all)")
    }

    @Test func whatIsInAFolderCalledPrivateIsReported() {
        let report = Imported.plan(["private/a.md": "# A\n", "b.md": "# B\n"]).reported("To look at:")
        #expect(report == ["wiki/private/a.md: the folder 'private' is private: the page is not published"])
    }

    // MARK: - Wiki links

    @Test(arguments: [
        ("![[p.png]]", "![p.png](../img/p.png)"), ("![[p.png|300]]", "![p.png](../img/p.png)"),
        ("![[img/p.png|A p]]", "![A p](../img/p.png)"),
        ("[[Long name]]", "[[Long name]]"), ("[[The file]]", "[The file](../deep/The%20file.md)"),
        ("[[deep/The file|words]]", "[words](../deep/The%20file.md)"),
        ("[[Long name#^a1b2]]", "[[Long name]]"), ("[[the file#Head]]", "[the file](../deep/The%20file.md#head)"),
        ("[[nothing]]", "[[nothing]]"),
        ("![[Long name]]", "![[Long name]]"),
    ])
    func wikiLinksFindFilesByName(link: String, result: String) {
        #expect(Self.body(link, ["deep/The file.md": "# Long name\n\n## Head\n"], files: ["img/p.png"]) == result)
    }

    @Test func anEmbeddedPageIsReported() {
        let report = Imported.plan(["a.md": "# A\n\n![[B]]\n", "b.md": "# B\n"]).reported("To look at:")
        #expect(report == ["wiki/a.md:3: the text of 'B' is not embedded: it is a link"])
    }

    // MARK: - Notion

    @Test func idsOfNotionLeaveAddresses() async {
        let id = Self.id
        let plan = Imported.plan(
            [
                "Home \(id).md": "# Home\n\n[Cook](Roles%20\(id)/Cook%20\(Self.other).md)\n\n![p](Home%20\(id)/p.png)\n",
                "Roles \(id)/Cook \(Self.other).md":
                    "# Cook\n\nDepartment: Kitchen\nTags: hot, loud\nReports to: Chef (Chef%20\(id).md)\n\nCooks.\n",
                "Roles \(id)/Chef \(id).md": "# Chef\n\nDepartment: Kitchen\n\nLeads.\n",
            ],
            others: ["Home \(id)/p.png"]
        )
        let cook = Imported.text(plan, "content/Roles/Cook.md") ?? ""
        #expect(
            cook.contains("group: kitchen\n") && cook.contains("\"/roles/cook-\(Self.other)/\"")
                && cook.contains("\"/cook-\(Self.other)/\""),
            "\(cook)"
        )
        #expect(cook.hasSuffix("# Cook\n\n- **Tags:** hot, loud\n- **Reports to:** [Chef](Chef.md)\n\nCooks.\n"), "\(cook)")
        #expect(Imported.text(plan, "content/Home.md")?.hasSuffix("[Cook](Roles/Cook.md)\n\n![p](Home/p.png)\n") == true)
        #expect(plan.copies.map(\.path) == ["content/Home/p.png"])
        #expect(await Self.dead(plan).isEmpty)
    }

    @Test func factsOfNotionAreFrontMatterOrAList() {
        let plan = Imported.plan(["A \(Self.id).md": "# A\n\nStatus: Draft\nOwner: Ann\nDescription: What it is\n\ntext\n"])
        let text = Imported.text(plan, "content/A.md") ?? ""
        #expect(
            text.contains("summary: What it is\n") && text.contains("draft: true\n")
                && text.hasSuffix("# A\n\n- **Owner:** Ann\n\ntext\n"),
            "\(text)"
        )
        // Without Notion's id such lines are text.
        let plain = "# A\n\nOwner: Ann\n\ntext\n"
        #expect(Imported.page(plain).text == plain)
    }

    @Test func aDatabaseOfNotionIsRead() async {
        let id = Self.id
        let plan = Imported.plan([
            "People.md": "# People\n\n[Roles](Roles%20\(id).csv)\n",
            "Roles \(id).csv": "Name,Department,Summary\nCook,Kitchen,Cooks\n\"Chef, head\",Kitchen,\n",
            "Roles \(id)/Cook \(Self.other).md": "# Cook\n\n## Responsibilities\n- x\n",
        ])
        let cook = Imported.text(plan, "content/Roles/Cook.md") ?? ""
        #expect(
            cook.contains("summary: Cooks\n") && cook.contains("group: kitchen\n")
                && cook.hasSuffix("# Cook\n\n## Responsibilities\n- x\n"),
            "\(cook)"
        )
        #expect(Imported.text(plan, "content/Roles/chef-head.md")?.contains("group: kitchen\n") == true)
        #expect(
            Imported.text(plan, "content/Roles/index.md")?.hasSuffix(
                "# Roles\n\n| Name | Department | Summary |\n| --- | --- | --- |\n| [Cook](Cook.md) | Kitchen | Cooks |\n| [Chef, head](chef-head.md) | Kitchen |  |\n"
            ) == true,
            "\(Imported.text(plan, "content/Roles/index.md") ?? "")"
        )
        #expect(Imported.text(plan, "content/People.md")?.hasSuffix("[Roles](Roles/index.md)\n") == true)
        #expect(await Self.dead(plan).isEmpty)
        #expect(
            plan.reported("Converted:").contains(
                "wiki/Roles \(id).csv: the table of 2 rows is read into its pages, and is on the page of its folder"
            )
        )
    }

    @Test func aDatabaseThatCannotBeReadIsReported() {
        let plan = Imported.plan(["a.md": "# A\n", "Tasks \(Self.id).csv": "Name\n\"open\n"])
        #expect(plan.report.text.contains("wiki/Tasks \(Self.id).csv:2: quote that is never closed: the table is not read\n"))
        #expect(plan.reported("Not imported:") == ["Tasks \(Self.id).csv"])
    }
}
