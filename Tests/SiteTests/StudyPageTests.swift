import Foundation
import Handbook
import Publish
import TestSupport
import Testing

@testable import Formats
@testable import Site

/// The page of questions: each answer is where its link says, and no wrong choice is right.
@Suite(.serialized) struct StudyPageTests {
    private static let handbooks = ["", "Tests/Fixtures/station"]

    private static func files(_ folder: String) throws -> ProjectFiles {
        let root = Repository.root.appending(path: folder).path
        return try ProjectFolder.read(root, output: root + "/public").0
    }

    @Test(arguments: handbooks)
    func everyAnswerStandsWhereItsLinkLeads(folder: String) async throws {
        let site = await BuiltSite(try Self.files(folder))
        // The opening tag's attributes belong to it.
        let questions = site.page("study/").text.components(separatedBy: "<details ").dropFirst()
            .map { HTML(" " + ($0.components(separatedBy: "</details>").first ?? "")) }
        #expect(questions.count > 40)
        for question in questions {
            let href = try #require(question.elements("p", "proof").first?.attribute("href").first)
            let halves = href.split(separator: "#", maxSplits: 1).map { String($0).removingPercentEncoding ?? "" }
            let page = try #require(site.text(PageRulesTests.join("study/index.html", halves[0])), "\(href)")
            var part = HTML(page)
            if halves.count > 1 {
                let start = try #require(page.range(of: "id=\"\(HTMLText.escaped(halves[1]))\""), "\(href)")
                let end = page.range(of: halves[1].hasPrefix("row-") ? "</tr>" : "</main>", range: start.upperBound..<page.endIndex)
                part = HTML(String(page[start.lowerBound..<(end?.lowerBound ?? page.endIndex)]))
            }
            let said = question.elements("ul", "right-answers").first?.elements("li").map(\.plainText) ?? []
            #expect(!said.isEmpty)
            if halves.count > 1, halves[1].hasPrefix("row-") {
                // The letters stand in the columns of the roles.
                let columns = HTML(page).elements("table", "matrix").flatMap { $0.elements("thead") }.map { $0.attribute("title") }
                let cells = part.elements("td")
                // A column of findings may follow theirs.
                let names = columns.filter { !$0.isEmpty && $0.count <= cells.count }
                let kind = page.contains("lang=\"de\"") ? ["Verantwortlich", "Ausführend"] : ["Accountable", "Responsible"]
                let letter = question.attribute("data-kind") == ["accountable"] ? kind[0] : kind[1]
                for role in said {
                    #expect(
                        names.contains { $0.firstIndex(of: role).map { cells[$0].attribute("title").contains(letter) } ?? false },
                        "\(href): \(role)"
                    )
                }
            } else {
                for text in said { #expect(part.plainText.contains(text), "\(href) does not say \(text)") }
            }
        }
    }

    @Test(arguments: handbooks)
    func noWrongChoiceIsRight(folder: String) async throws {
        let book = await HandbookReader.read(try Self.files(folder)).handbook
        let analysis = Analysis(book)
        let questions = Questions.all(book, analysis)
        #expect(Set(questions.map(\.id)).count == questions.count)
        #expect(questions.contains { $0.wrong.count == 3 })
        for question in questions {
            #expect(
                Set(question.wrong).count == question.wrong.count && Set(question.wrong).isDisjoint(with: question.right),
                "\(question.id)"
            )
            let wrong = question.wrong.compactMap { if case .role(let slug) = $0 { slug } else { nil } }
            switch question.subject {
            case .purpose(let words): #expect(wrong.allSatisfy { book.role($0)?.page.summary?.text != words }, "\(question.id)")
            case .role:
                let own = Set(question.right.flatMap(Self.texts))
                #expect(question.wrong.allSatisfy { own.isDisjoint(with: Self.texts($0)) }, "\(question.id)")
            case .task(let task, let slug, let letter):
                let matrix = try #require(book.matrix(slug))
                let rows = matrix.tasks.filter { $0.row.task == task }
                let holders = rows.flatMap { $0.row.holders(of: letter, in: $0.table).compactMap(\.column.role) }
                #expect(rows.count == 1 && Set(holders).isDisjoint(with: wrong), "\(question.id)")
                #expect(question.right.allSatisfy { choice in holders.contains { choice == .role($0) } }, "\(question.id)")
            case .activity(let slug, _):
                let part: Part = question.kind == .accountable ? .accountable : .responsible
                let named = analysis.tally(of: try #require(book.activity(slug)))[part]
                #expect(Set(named.map(\.role)).isDisjoint(with: wrong), "\(question.id)")
            case .stage(let slug):
                let drives = try #require(book.stage(slug)).drives
                #expect(Set(drives).isDisjoint(with: wrong), "\(question.id)")
            }
        }
    }

    private static func texts(_ choice: Question.Choice) -> [String] {
        if case .facts(let texts) = choice { texts.map { $0.lowercased() } } else { [] }
    }

    @Test func manyRolesAreAskedAboutOnPagesByGroupAndPart() async {
        func role(_ index: Int, _ group: String) -> String {
            "-- content/roles/\(group)\(index).md --\n---\ntitle: \(group) \(index)\ngroup: \(group)\nsummary: Does \(index).\n---\n"
        }
        let project =
            "-- handbook.yml --\ngroups: [{id: oven, title: Oven}, {id: hall, title: Hall}]\n-- content/index.md --\n# Home\n"
            + (0..<130).map { role($0, "oven") }.joined() + (0..<3).map { role($0, "hall") }.joined()
        let site = await BuiltSite(project)
        #expect(!site.findings.hasErrors, "\(site.report)")
        let list = site.page("study/")
        #expect(list.attribute("href").filter { $0.contains("study/") || $0.hasPrefix("oven") }.isEmpty == false)
        for deck in ["oven/", "oven/2/", "oven/3/", "hall/"] {
            #expect(list.attribute("href").contains("../study/\(deck)index.html"), "\(deck)")
            #expect(site.text("study/\(deck)index.html") != nil && site.text("print/cards/\(deck)index.html") != nil, "\(deck)")
        }
        #expect(list.elements("details", "question").isEmpty)
        #expect(site.page("study/oven/").elements("details", "question").count == 60)
        #expect(site.page("study/hall/").elements("details", "question").count == 3)
        #expect(site.page("study/oven/").text.utf8.count < 100_000)
        #expect(site.page("roles/oven64/").attribute("href").contains("../../print/cards/oven/2/index.html#card-oven64"))
        #expect(site.page("print/cards/oven/2/").attribute("id").contains("card-oven64"))
    }

    @Test func withoutAnythingToAskThereIsNoPageOfQuestions() async {
        let site = await BuiltSite("-- content/index.md --\n# Home\n-- content/roles/cook.md --\n# Cook\n")
        #expect(site.text("study/index.html") == nil)
        #expect(!site.page("").contains("study/index.html"))
    }
}

enum HTMLText {
    static func escaped(_ text: String) -> String { text.replacingOccurrences(of: "&", with: "&amp;") }
}
