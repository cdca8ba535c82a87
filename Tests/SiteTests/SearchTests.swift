import Diagnostics
import Foundation
import Handbook
import TestSupport
import Testing

@testable import Formats
@testable import Site

/// What a search goes by: the script of names, the page of names, and what pages tell the full-text index.
@Suite struct SearchTests {
    private static let project = """
        -- handbook.yml --
        groups:
          - {id: care, title: Care}
        -- content/index.md --
        # Ward
        -- content/about.md --
        ---
        title: About "us" \\ them
        ---
        -- content/roles/nurse.md --
        ---
        title: Nurse
        short: RN
        aliases: [Registered Nurse, nurse, Élève]
        group: care
        summary: Cares.
        core_skills: [Empathy, Triage]
        ---
        -- content/roles/doctor.md --
        ---
        title: Doctor
        summary: Heals.
        core_skills: [Triage]
        ---
        -- content/activities/rounds.md --
        ---
        title: Rounds
        also: [Visite]
        ---
        -- content/relations/nurse-doctor.md --
        ---
        between: [nurse, doctor]
        ---
        ## Overlap
        1. **Rounds**: both walk.

        """

    /// The script, as a browser reads it.
    private struct Names: Decodable {
        struct Row: Decodable {
            let kind: Int
            let title: String, rest: String
            var others: [String] = []

            init(from decoder: any Decoder) throws {
                var row = try decoder.unkeyedContainer()
                kind = try row.decode(Int.self)
                title = try row.decode(String.self)
                rest = try row.decode(String.self)
                if !row.isAtEnd { others = [try row.decode(String.self)].filter { !$0.isEmpty } }
                if !row.isAtEnd { others += try row.decode([String].self) }
            }
        }
        let kinds: [[String]]
        let names: [Row]
    }

    private static func script(_ site: BuiltSite) throws -> String {
        let path = try #require(site.result.files.map(\.path).first { $0.hasPrefix("assets/names-") })
        return try #require(site.text(path))
    }

    /// Each name in words: kind, title, address, other names.
    private static func rows(_ site: BuiltSite) throws -> [String] {
        let text = try script(site)
        let (start, end) = ("window.handbookNames = ", ";\n")
        try #require(text.hasPrefix(start) && text.hasSuffix(end))
        let data = try JSONDecoder().decode(Names.self, from: Data(text.dropFirst(start.count).dropLast(end.count).utf8))
        return data.names.map { row in
            let kind = data.kinds[row.kind]
            let address =
                row.rest == "/"
                ? "index.html" : row.rest.hasPrefix("/") ? row.rest.dropFirst() + "/index.html" : kind[2] + row.rest + kind[3]
            return "\(kind[0]) \(row.title) \(address) \(row.others)"
        }
    }

    @Test func everyNameIsInTheScriptWithItsAddressAndItsOtherNames() async throws {
        let site = await BuiltSite(Self.project)
        #expect(
            try Self.rows(site) == [
                #"role Nurse roles/nurse/index.html ["RN", "Registered Nurse", "Élève"]"#, "role Doctor roles/doctor/index.html []",
                #"activity Rounds activities/rounds/index.html ["Visite"]"#, "comparison Nurse · Doctor compare/nurse/doctor/index.html []",
                "skill Triage skills/index.html#skill-triage []", "page Ward index.html []", "page Roles roles/index.html []",
                "page Map map/index.html []", "page The handbook as a tree tree/index.html []",
                "page Comparisons compare/index.html []", "page Activities activities/index.html []", "page Skills skills/index.html []",
                "page Gaps gaps/index.html []", "page Study study/index.html []", #"page About "us" \ them about/index.html []"#,
            ]
        )
    }

    @Test func everyAddressInTheScriptIsAPageOfTheSite() async throws {
        for site in [await BuiltSite(Self.project), try await BuiltSite.defaultHandbook()] {
            let files = Set(site.result.files.map(\.path))
            for row in try Self.rows(site) {
                let address = String(try #require(row.firstMatch(of: #/ (\S*index\.html)/#)).output.1)
                #expect(files.contains(address), "\(row)")
            }
        }
    }

    @Test func skillsLeadToTheirRows() async throws {
        let site = try await BuiltSite.defaultHandbook()
        let ids = Set(site.page("skills/").attribute("id"))
        let anchors = try Self.rows(site).compactMap { $0.firstMatch(of: #/skills\/index\.html#(\S+)/#)?.output.1 }
        #expect(anchors.count > 5)
        for anchor in anchors { #expect(ids.contains(String(anchor).removingPercentEncoding ?? "")) }
    }

    @Test func theDefaultHandbooksAliasesLeadToTheirRoles() async throws {
        let rows = try Self.rows(await BuiltSite.defaultHandbook())
        #expect(rows.contains { $0.hasPrefix("role MLOps Engineer roles/mlops-engineer/") && $0.contains(#""Platform Engineer""#) })
        #expect(rows.contains { $0.hasPrefix("role Data Labeling Lead roles/data-labeling-lead/") && $0.contains(#""Annotation Lead""#) })
    }

    @Test func pairsThatComputationFoundAreNotAmongTheNames() async throws {
        let site = await BuiltSite(Self.project.replacing("-- content/relations/nurse-doctor.md --", with: "-- content/x.md --"))
        #expect(site.result.files.contains { $0.path == "compare/nurse/doctor/index.html" })
        #expect(try !Self.rows(site).contains { $0.hasPrefix("comparison ") })
        // Nor is their text looked through: it is on the pages of the two.
        #expect(!site.page("compare/nurse/doctor/").contains("data-pagefind-body"))
    }

    /// 5,000 roles take some hundred kilobytes, and the summaries go before the names do.
    @Test func theScriptGrowsInLineWithTheRoles() {
        var findings = Findings()
        let strings = Strings(Settings(), into: &findings)
        func text(_ count: Int) -> String {
            let names = (0..<count).map { number in
                var name = FoundName(kind: .role, title: "Role of number \(number)", address: "roles/role-of-number-\(number)/")
                name.aliases = ["Other \(number)"]
                name.short = "R\(number)"
                name.color = "g g1"
                name.summary = "Does what is done in place \(number), and answers for all that comes of it there."
                return name
            }
            guard case .bytes(let bytes) = NamesScript.file(names, strings).contents else { return "" }
            return String(decoding: bytes, as: UTF8.self)
        }
        let (few, many) = (text(500), text(5_000))
        #expect(few.contains("answers for all that comes of it"))
        #expect(!many.contains("answers for all that comes of it"))
        #expect(many.contains("Other 4999"))
        #expect(many.utf8.count < 500_000)
    }

    // MARK: - The page of names

    @Test func thePageOfNamesIsAnIndexFromAToZ() async {
        let page = await BuiltSite(Self.project).page("names/")
        let letters = page.elements("section", "names-letter")
        #expect(letters.map { $0.elements("h2").first?.plainText ?? "" } == ["A", "C", "D", "E", "G", "M", "N", "R", "S", "T", "V", "W"])
        func lines(_ letter: String) -> [String] {
            letters.first { $0.elements("h2").first?.plainText == letter }?.elements("li").map(\.plainText) ?? []
        }
        #expect(lines("E") == ["Élève see Nurse"])
        #expect(lines("N") == ["Nurse Role"])
        #expect(lines("R") == ["Registered Nurse see Nurse", "RN see Nurse", "Roles Page", "Rounds Activity"])
        #expect(lines("T") == ["The handbook as a tree Page", "Triage Skill Nurse Doctor"])
        #expect(lines("V") == ["Visite see Rounds"])
        #expect(page.attribute("href").contains("../roles/nurse/index.html"))
        #expect(page.attribute("href").contains("#letter-e"))
    }

    @Test func namesThatBeginWithNoLetterComeLast() async {
        let page = await BuiltSite("-- content/index.md --\n# Home\n-- content/a.md --\n# 3D\n-- content/b.md --\n# Ähre\n").page("names/")
        #expect(page.elements("h2").map(\.plainText) == ["A", "H", "Other"])
    }

    @Test func aPageOfTheProjectOpensTheIndex() async {
        let site = await BuiltSite("-- content/index.md --\n# Home\n-- content/names.md --\n# Who is who\n\nLook here.\n")
        #expect(site.report == "no findings\n")
        #expect(site.page("names/").elements("h1").map(\.plainText) == ["Who is who"])
        #expect(site.page("names/").plainText.contains("Look here."))
    }

    @Test func aSiteOfOnePageHasNothingToSearch() async {
        let site = await BuiltSite("-- content/index.md --\n# Home\n", hasFullText: true)
        #expect(!site.page("").contains("id=\"search\""))
        #expect(!site.page("").contains("search-button"))
        #expect(!site.result.files.contains { $0.path.hasPrefix("assets/names-") || $0.path.hasPrefix("names/") })
    }

    // MARK: - What pages say

    @Test func everyPageHasTheDialogAndALinkForThoseWithoutJavaScript() async throws {
        let site = await BuiltSite(Self.project)
        let script = try #require(site.result.files.map(\.path).first { $0.hasPrefix("assets/names-") })
        let page = site.page("roles/nurse/")
        #expect(page.elements("a", "search-button").count == 1)
        #expect(page.attribute("href").contains("../../names/index.html"))
        #expect(page.attribute("data-scripts").first?.hasPrefix("../../\(script) ../../assets/search-names-") == true)
        #expect(page.attribute("data-root") == ["../../"])
        #expect(site.page("").attribute("data-root") == [""])
    }

    @Test func pagesTellTheIndexTheirKindAndWeight() async {
        let site = await BuiltSite(Self.project)
        func marks(_ address: String) -> [String] {
            let page = site.page(address)
            return page.attribute("data-pagefind-meta") + page.attribute("data-pagefind-weight")
        }
        #expect(marks("roles/nurse/") == ["kind:role"])
        #expect(marks("activities/rounds/") == ["kind:activity"])
        #expect(marks("compare/nurse/doctor/") == ["kind:comparison", "0.5"])
        #expect(marks("about/") == ["kind:page"])
        #expect(marks("roles/") == ["kind:page", "0.1"])
        #expect(marks("") == ["kind:page", "0.1"])
    }

    @Test func onlyASiteWithAnIndexAsksForItAndMayRunWebAssembly() async {
        for hasFullText in [false, true] {
            let page = await BuiltSite(Self.project, hasFullText: hasFullText).page("roles/nurse/")
            #expect(page.attribute("data-text") == (hasFullText ? ["pagefind/pagefind.js"] : []))
            #expect(page.contains("'wasm-unsafe-eval'") == hasFullText)
            #expect(!page.contains("'unsafe-"))
        }
    }
}
