import Handbook
import TestSupport
import Testing

/// A comment in a table hides what is in it and nothing else.
@Suite struct TableCommentTests {
    private static func page(_ rows: String) -> String { matrix("| Task | PM | UX |\n|---|---|---|\n\(rows)") }

    private static func tasks(_ project: String) async -> [String] {
        await read(project).handbook.matrices.first?.tasks.map(\.row.task) ?? []
    }

    @Test(
        arguments: [
            "| Soup | A | R |\n%%\n| Old | A/R | |\n%%\n| Bread | A | R |", "| Soup | A | R |\n%% | Old | A/R | | %%\n| Bread | A | R |",
            "| Soup | A | R |\n%% one %%\n  %% two %%\n\t\n%% three %%\n| Bread | A | R |".replacing("\n\t\n", with: "\n"),
            "| Soup | A | R |\n%%\n\n| Old | A | R |\n\n%%\n| Bread | A | R |",
            "| Soup | A | R | %% from\nhere to %%\n| Bread | A | R |", "| Soup | A %%hm%% | R |\n%% a %% %% b %%\n| Bread | A | R |",
            "| Soup | A | R |\n%% a %%\n| Bread | A | R |\n%% b %%",
        ]
    )
    func rowsBehindACommentAreRows(rows: String) async {
        let project = Self.page(rows)
        #expect(await findings(in: project) == [])
        #expect(await Self.tasks(project) == ["Soup", "Bread"])
    }

    @Test func rowsBehindACommentKeepTheirLines() async {
        let found = await findings(in: Self.page("| Soup | A | R |\n%%\n| Old | A/R | |\n%%\n| Bread | A | X |"))
        #expect(found.map { $0.prefix { $0 != "'" } } == ["content/raci/delivery.md:10:15 unknown-letter: "], "\(found)")
    }

    @Test func textBehindACommentUnderATableIsText() async {
        let result = await read(Self.page("| Soup | A | R |\n%% a %%\nThat was all."))
        #expect(faults(result.findings).all.isEmpty)
        #expect(result.handbook.matrices.first?.prose.map(\.plainText) == ["That was all."])
    }

    @Test func aTableInAQuoteGoesOnBehindAComment() async {
        let page = await read("-- content/a.md --\n# A\n\n> | a | b |\n> |---|---|\n> | 1 | 2 |\n> %% x %%\n> | 3 | 4 |\n").handbook
            .everyPage.first
        #expect(page?.document.blocks.last?.children.first?.children.map(\.plainText) == ["a b", "1 2", "3 4"])
    }

    // MARK: - Cells

    @Test func aCommentWithAPipeInItHidesCells() async {
        #expect(
            await findings(in: Self.page("| Soup | A %% x | R %% |")) == [
                "content/raci/delivery.md:6:25 ragged-row: 'Soup' has 2 cells, the header has 3 -> "
                    + "a comment between %% holds a '|': end the comment before it"
            ]
        )
    }

    @Test func aPipeInACommentWithinACellIsNoCell() async {
        let found = await findings(in: Self.page("| Soup | A %% x | y %% | X |"))
        #expect(found.map { $0.prefix { $0 != "'" } } == ["content/raci/delivery.md:6:26 unknown-letter: "], "\(found)")
        #expect(
            await findings(in: "-- content/a.md --\n# A\n\n| a | b |\n|---|---|\n| 1 %% | %% | 2 |\n").filter { $0.contains("surplus") }
                == []
        )
    }

    // MARK: - Rows outside

    @Test(
        arguments: [
            "| Soup | A | R |\n<!-- | Old | A/R | | -->\n| Bread | A | R |", "| Soup | A | R |\n<!--\n| Old |\n-->\n| Bread | A | R |",
            "| Soup | A | R |\n\n| Bread | A | R |",
        ]
    )
    func aRowBehindTheEndOfATableIsFound(rows: String) async {
        let found = await read(Self.page(rows)).findings.all.filter { $0.rule.id == "stray-row" }
        let number = rows.split(separator: "\n", omittingEmptySubsequences: false).count + 5
        #expect(found.map(\.location?.line) == [number], "\(found)")
        #expect(found.first?.message == "'Bread' looks like a row of the table above, but the table has ended, so it is shown as text")
        #expect(found.first?.related.first?.location.line == 4)
    }

    @Test(
        arguments: [
            "| Soup | A | R |\n\n|x| is a number.", "| Soup | A | R |\n\nText with | in it | here",
            "| Soup | A | R |\n\nText.\n\n| a | b |",
            "| Soup | A | R |\n\n| Task | PM |\n|---|---|\n| Bread | A/R |", "| Soup | A | R |\n<!-- done -->\n\nText.",
        ]
    )
    func otherTextBelowATableIsNoRow(rows: String) async {
        #expect(await read(Self.page(rows)).findings.all.filter { $0.rule.id == "stray-row" }.isEmpty)
    }

    @Test func rowsInAListAreFoundToo() async {
        let found = await read("-- content/a.md --\n# A\n\n- b\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n\n  | 3 | 4 |\n").findings.all
        #expect(found.filter { $0.rule.id == "stray-row" }.map(\.location?.line) == [9])
    }
}
