import Handbook
import TestSupport
import Testing

/// The notations that matrices in the wild use, each read in a whole project, and read without a word of complaint.
@Suite("Notations of matrices")
struct NotationTests {
    private func table(_ rows: String, header: String = "| Task | Data Eng | ML Eng | PM | UX |") -> String {
        let dashes = String(repeating: "|---", count: header.count { $0 == "|" } - 1) + "|"
        return matrix("\(header)\n\(dashes)\n\(rows)")
    }

    private func complaints(_ project: String) async -> [String] {
        let harmless = [
            "card-silent", "role-in-no-matrix", "never-acts", "only-informed", "work-in-no-matrix", "nobody-asked", "many-responsible",
            "cell-notation",
        ]
        return await read(project).findings.sorted.filter { !harmless.contains($0.rule.id) }.map(line)
    }

    @Test(
        "One role owns a task and does it, however that is written",
        arguments: ["A/R", "R/A", "R / A", "R·A", "AR", "RA", "A+R", "A & R", "a/r", "r & a", "**A**/R", "_R_ / **A**", "A/R ", "`A/R`"]
    )
    func ownerAndDoer(cell: String) async {
        let project = table("| Build | \(cell) | C | I | |")
        let isOwnerFirst = cell.lowercased().first { $0 == "a" || $0 == "r" } == "a"
        let letters = isOwnerFirst ? "A/R" : "R/A"
        #expect(await rows(of: project) == ["Build: data-engineer \(letters), ml-engineer C, product-manager I"])
        #expect(await complaints(project) == [])
    }

    @Test("No part", arguments: ["", " ", "-", "–", "—", "·", "N/A", "n/a"])
    func noPart(cell: String) async {
        let project = table("| Build | A/R | C | I | \(cell) |")
        #expect(await rows(of: project) == ["Build: data-engineer A/R, ml-engineer C, product-manager I"])
        #expect(await complaints(project) == [])
    }

    @Test(
        "A letter with a qualifier is a letter and a note; one in brackets is a weak part",
        arguments: [
            ("R (drafts)", "R (drafts)"), ("r for High+", "R (for High+)"), ("R/A Reviewer", "R/A (Reviewer)"),
            ("**R** (drafts)", "R (drafts)"),
            ("(C)", "weak C"), ("(c)", "weak C"), ("[R](../index.md) on call", "R (on call)"),
        ]
    )
    func qualified(cell: String, shown: String) async {
        let owner = shown.contains("A") ? "C" : "A"
        let project = table("| Build | \(cell) | \(owner) | I | |") + "-- content/index.md --\n# Home\n"
        #expect(await rows(of: project) == ["Build: data-engineer \(shown), ml-engineer \(owner), product-manager I"])
        #expect(!(await complaints(project)).contains { $0.contains("letter") })
    }

    @Test("A label heads rows, numbers are passed over, and names may be links, code or bold")
    func names() async {
        let project = table(
            """
            | | **Phase one** | | | | |
            | 1 | [Build](../roles/ml-engineer.md) it | A/R | C | I | |
            | 2 | Run `make site` | A | R | C | |
            | Phase two | | | | | |
            | 3 | ~~Test~~ **Ship** | A | R | | I |
            """,
            header: "| # | Task | Data Eng (owner) | [ML Eng](../roles/ml-engineer.md) | **PM** | `UX` |"
        )
        #expect(
            await rows(of: project) == [
                "# Phase one", "Build it: data-engineer A/R, ml-engineer C, product-manager I",
                "Run make site: data-engineer A, ml-engineer R, product-manager C", "# Phase two",
                "Test Ship: data-engineer A, ml-engineer R, ux-designer I",
            ]
        )
        #expect(await read(project).handbook.matrices.first?.tables.first?.columns.map(\.note) == ["owner", nil, nil, nil])
        #expect(await complaints(project) == [])
    }

    @Test("The transposed form is the same matrix")
    func transposed() async {
        let grid = table("| Build | A | R | C | I |")
        let other = table(
            "| Build | ML Eng | Data Eng | PM | UX |",
            header: "| Task | Responsible | Accountable | Consulted | Informed |"
        )
        #expect(await rows(of: grid).first.map(sorted) == (await rows(of: other)).first.map(sorted))
        #expect(await complaints(other) == [])
    }

    private func sorted(_ row: String) -> [String] { row.split { ":,".contains($0) }.map { $0.trimmingCharacters }.sorted() }

    @Test("A matrix in raw HTML is not read, and says so, whether or not HTML is kept", arguments: [true, false])
    func html(isKept: Bool) async {
        let project = matrix("<table>\n<tr><td>Build</td></tr>\n</table>") + "-- handbook.yml --\nmarkdown: {html: \(isKept)}\n"
        #expect(await read(project).handbook.matrices.first?.tables.isEmpty == true)
        #expect((await complaints(project)).contains { $0.contains("no-matrix: '<table>' is not read as a matrix") })
    }
}

extension Substring {
    fileprivate var trimmingCharacters: String { split(separator: " ").joined(separator: " ") }
}
