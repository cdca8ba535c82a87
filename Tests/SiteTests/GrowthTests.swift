import AllocationCounter
import Diagnostics
import Handbook
import TestSupport
import Testing

@testable import Formats
@testable import Site

/// Twice the roles are twice the work, and no more: nothing grows with the square of a handbook. Work is counted in
/// allocations on the one thread that does it.
@Suite(.serialized) struct GrowthTests {
    private static let sizes = [250, 500, 1_000]

    @Test(.enabled(if: allocation_count() > 0, "calls of malloc are not counted here")) func eachPhaseGrowsWithTheHandbook() async throws {
        var counts: [String: [Int]] = [:]
        for size in Self.sizes {
            for (phase, count) in try await Self.phases(size) { counts[phase, default: []].append(count) }
        }
        for (phase, counts) in counts.sorted(by: { $0.key < $1.key }) {
            // A dictionary that grows and a logarithm are within it; a square, which gives 4 and 16, is not.
            #expect(Double(counts[1]) < 2.6 * Double(counts[0]), "\(phase): \(counts)")
            #expect(Double(counts[2]) < 2.6 * Double(counts[1]), "\(phase): \(counts)")
        }
    }

    @Test(.enabled(if: allocation_count() > 0, "calls of malloc are not counted here")) func theCountIsOfTheWork() {
        let words = (0..<100).map { "a word that is too long for a small string, number \($0)" }
        let once = Self.count { _ = words.map { $0 + "!" } }
        #expect(once >= 100)
        #expect(Self.count { for _ in 0..<3 { _ = words.map { $0 + "!" } } } == 3 * once)
    }

    /// How often the work allocates on this thread.
    private static func count(_ work: () -> Void) -> Int {
        let before = allocation_count()
        work()
        return Int(allocation_count() - before)
    }

    private static func phases(_ size: Int) async throws -> [(String, Int)] {
        let read = await HandbookReader.pages(of: project(size))
        var resolved: ResolvedProject?
        var analysed: AnalysedProject?
        var checked: CheckedProject?
        var plan: SitePlan?
        var site: PreparedSite?
        var counts: [(String, Int)] = []
        func count(_ phase: String, _ work: () -> Void) { counts.append((phase, Self.count(work))) }

        count("names and mentions") { resolved = HandbookReader.resolve(read) }
        count("comparisons of names, tallies, backlinks") { analysed = resolved.map { HandbookReader.analyse($0) } }
        count("checks") { checked = analysed.map { HandbookReader.check(inOrder: $0) } }
        let found = try #require(checked).findings
        #expect(found.all.count > size / 2)
        // Of each rule some findings are shown, and only these look for what was meant.
        count("the report with suggestions") {
            _ = HumanReport { _ in nil }.text(of: found, notes: true, limit: HumanReport.mostOfARule)
        }
        count("pages, navigation, pairs, maps") { plan = checked.map { SitePlan($0) } }
        count("what pages share") { site = plan.map { PreparedSite($0) } }
        let (made, prepared) = (try #require(plan), try #require(site))
        count("pages of roles") { for page in made.pages where page is RolePage { _ = prepared.render(page) } }
        count("comparisons") { for page in made.pages where page is PairPage { _ = prepared.render(page) } }
        // The print page has all others on it.
        count("lists, map, tree, load") {
            for page in made.pages where page is any ListPage && !(page is PrintPage) { _ = prepared.render(page) }
        }
        let facts = Facts(made.site)
        count("handbook.json") {
            for role in made.site.handbook.roles { _ = Shapes.role.json(role, facts).bytes(.fitted, depth: 2) }
        }
        return counts
    }

    /// Roles in tens, each with a matrix; names near to one another; words in common with a few; names that nothing has.
    private static func project(_ size: Int) -> ProjectFiles {
        var texts = ["handbook.yml": "title: All\ngroups:\n  - {id: g, title: G}\n  - {id: h, title: H}\n"]
        for number in 0..<size {
            let next = (number + 1) % size
            texts["content/roles/role-\(number).md"] = """
                ---
                title: \(number.isMultiple(of: 2) ? "Keeper" : "Maker") of Things \(number)
                group: \(number.isMultiple(of: 3) ? "g" : "h")
                summary: Keeps thing \(number).
                aliases: [Thinger \(number)]
                ---
                Works beside Thinger \(next) and [the other](role-\(next).md).

                ## Responsibilities

                - **Keep thing \(number)**: keeps what Thinger \((number + 7) % size) has made. See [[Thinger \(number)x]].

                ## Skills

                - Skill \(number / 5)
                - Skill of thing \(number)
                """
            if number.isMultiple(of: 10) {
                let columns = (number..<min(number + 10, size)).map { "Thinger \($0)" }
                let cells = columns.indices.map { $0 == 0 ? "A" : $0 == 1 ? "R" : "I" }
                texts["content/raci/matrix-\(number).md"] = """
                    ---
                    title: Matrix \(number)
                    ---
                    | Task | \(columns.joined(separator: " | ")) |
                    |---|\(columns.map { _ in "---|" }.joined())
                    | Carry thing \(number) | \(cells.joined(separator: " | ")) |
                    """
                texts["content/relations/role-\(number)-role-\(next).md"] = """
                    ---
                    between: [role-\(number), role-\(next)]
                    summary: They meet.
                    ---
                    ## Overlap

                    - **Thing \(number)**: both keep it.
                    """
            }
        }
        return ProjectFiles(texts: texts.mapValues { Array($0.utf8) })
    }
}
