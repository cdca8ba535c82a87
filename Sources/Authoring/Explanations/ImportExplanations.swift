import Diagnostics

extension RuleGroup {
    static let importing = RuleGroup(
        "import",
        "What a project is made of",
        [
            Explanation(
                .cannotImport,
                "`handbook init --from` reads a folder of Markdown, a CSV file or a `handbook.json`, and writes beside it, never into it.",
                "Name such a folder or file, and a new folder that does not lie in it.",
                shown: "$ handbook init handbook --from wiki"
            ),
            Explanation(
                .csvSyntax,
                "A quote that is never closed, or a cell too many, moves all that follows into other columns. Roles would get what belongs to others.",
                "Put cells that hold the separator, a quote or a line break in quotes, and write each quote in them twice.",
                shown: "title;duties\nTester;\"Tests; reports\""
            ),
            Explanation(
                .csvColumns,
                "What a column holds is told by its name. Roles need a column of titles; a matrix has tasks in the first column and letters in the others.",
                "Name the columns in the first line.",
                shown: "title,group,responsibilities\nTester,quality,Tests; reports"
            ),
            Explanation(
                .csvRow,
                "Two rows of one name would be one page, of which one half is lost.",
                "Join the two rows, or rename one of them.",
                shown: "title\nTester\ntester     the same role"
            ),
        ]
    )
}
