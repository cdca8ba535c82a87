import Handbook
import TestSupport
import Testing

@testable import struct Handbook.LikenessIndex
@testable import struct Handbook.Likenesses

/// Notes on what the pages of roles and of their relations say of each other.
@Suite("Rules about relations")
struct RelationRuleTests {
    /// The findings of a rule in a project with the roles of most tests, some of them with a body of their own.
    private func found(_ rule: String, _ bodies: [String: String] = [:], _ more: String = "") async -> [String] {
        let project = [("Data Engineer", "Data Eng"), ("ML Engineer", "ML Eng"), ("Product Manager", "PM"), ("UX Designer", "UX")].map {
            title,
            short in
            let slug = title.lowercased().replacing(" ", with: "-")
            return roles([(title, short, slug)]) + (bodies[slug].map { $0 + "\n" } ?? "")
        }.joined()
        return await read(project + more).findings.sorted.filter { $0.rule.id == rule }.map { finding in
            ([line(finding)] + finding.related.map { "\($0.message) \($0.location.path):\($0.location.line ?? 0)" }).joined(
                separator: " | "
            )
        }
    }

    private static func relation(_ between: String, _ body: String) -> String {
        "-- content/relations/r.md --\n---\nbetween: [\(between)]\n---\n\(body)\n"
    }

    // MARK: - One side

    @Test(
        "A relation's page that names one of the two is told; one that names both, or calls them by other words, is not",
        arguments: [
            ("## Overlap\n1. **Models**: the Data Engineer feeds them.\n", "UX Designer"),
            ("## Overlap\n1. **Models**: the designer draws them.\n## Collaboration\n- The UX designers ask.\n", "Data Engineer"),
            ("## Overlap\n1. **Models**: the Data Engineer feeds them, the designer draws them.\n", nil),
            ("## Overlap\n1. **Models**: the Data Engineer feeds them.\n## Collaboration\n- Designers ask.\n", nil),
            ("## Overlap\n1. **Models**: the one feeds them, the other draws them.\n", nil),
        ] as [(String, String?)]
    )
    func relationPage(body: String, unnamed: String?) async {
        let other = unnamed == "UX Designer" ? "Data Engineer" : "UX Designer"
        let expected = unnamed.map {
            "content/relations/r.md:2:1 one-sided-relation: '\($0)' is not named under 'Overlap' or 'Collaboration' -> "
                + "say in content/relations/r.md what it does where '\(other)' does its part"
        }
        #expect(await found("one-sided-relation", [:], Self.relation("data-engineer, ux-designer", body)) == [expected].compactMap(\.self))
    }

    @Test("A relation's page without overlap and collaboration is told")
    func emptyRelation() async {
        #expect(
            await found("one-sided-relation", [:], Self.relation("PM, UX", "They meet.")) == [
                "content/relations/r.md:2:1 one-sided-relation: 'Product Manager' and 'UX Designer' have nothing under 'Overlap' or "
                    + "'Collaboration' -> say in content/relations/r.md what each of the two does"
            ]
        )
    }

    @Test("Roles whose names have no word of their own are not held against each other")
    func sameWords() async {
        let project =
            roles([("Engineer", "E", "engineer"), ("Senior Engineer", "SE", "senior")])
            + Self.relation("engineer, senior", "## Overlap\n1. **Code**: the senior engineer reads it.\n")
        #expect(!(await read(project).findings.sorted.map(\.rule.id)).contains("one-sided-relation"))
    }

    @Test("A short word tells two roles apart where they share the others", arguments: [("AI", false), ("The other", true)])
    func shortWords(name: String, isTold: Bool) async {
        let project =
            roles([("AI Engineer", "AI Eng", "ai"), ("ML Engineer", "ML Eng", "ml")])
            + Self.relation("ai, ml", "## Overlap\n1. **Code**: the ML Engineer writes it. \(name) writes it too.\n")
        #expect((await read(project).findings.sorted.map(\.rule.id)).contains("one-sided-relation") == isTold)
    }

    @Test(
        "A card that names a role whose page does not name it is told, unless a page tells of the two",
        arguments: [
            (["data-engineer": "Works with the UX Designer."], "", true),
            (["data-engineer": "## Skills\n- **Talk**: to [the designer](ux-designer.md)."], "", true),
            (["data-engineer": "Works with the UX Designer.", "ux-designer": "Asks Data Engineers."], "", false),
            (
                [
                    "data-engineer": "Works with the UX Designer.",
                    "ux-designer": "## What the sources say\n- Asks the data engineering side.",
                ], "", false
            ),
            (["data-engineer": "Works with the UX Designer."], "-- content/relations/r.md --\n---\nbetween: [UX, Data Eng]\n---\n", false),
            (["data-engineer": "Works with the Data Engineer."], "", false),
            // What a card quotes of sources is not its own word.
            (["data-engineer": "## What the sources say\n- Works with the UX Designer.\n"], "", false),
        ]
    )
    func cards(bodies: [String: String], more: String, isTold: Bool) async {
        let all = await found("one-sided-relation", bodies, more).filter { $0.contains("/roles/") }
        let line = bodies["data-engineer"]?.contains("Skills") == true ? 7 : 6
        let expected =
            "content/roles/data-engineer.md:\(line):0 one-sided-relation: 'Data Engineer' names 'UX Designer', whose page does not name it -> "
            + "say it in content/roles/ux-designer.md too, or write content/relations/data-engineer-ux-designer.md"
        #expect(all == (isTold ? [expected] : []))
    }

    // MARK: - Claims

    private static let pipelines = "## Responsibilities\n- **Data pipelines**: builds them.\n"

    @Test(
        "A responsibility that two cards claim is told at the later one, with both places",
        arguments: [
            ("- **DATA Pipelines**: runs them.", "DATA Pipelines", ""), ("- **Pipeline data**: runs them.", "Pipeline data", ""),
            ("- **ETL**: runs it.", "ETL", "synonyms: [[ETL, Data pipelines]]"),
        ]
    )
    func claims(item: String, name: String, settings: String) async {
        let all = await found(
            "claimed-twice",
            ["data-engineer": Self.pipelines, "ml-engineer": "## Responsibilities\n\(item)\n"],
            "-- handbook.yml --\n\(settings)\n"
        )
        #expect(
            all == [
                "content/roles/ml-engineer.md:7:0 claimed-twice: '\(name)' of 'ML Engineer' is on the card of 'Data Engineer' too -> "
                    + "write content/relations/data-engineer-ml-engineer.md, which says who does what of it"
                    + " | 'Data pipelines' content/roles/data-engineer.md:7"
            ]
        )
    }

    @Test("A claim near another, one that a relation's page is about, and one of the same card are left alone")
    func noClaims() async {
        let claimed = ["data-engineer": Self.pipelines, "ml-engineer": Self.pipelines]
        #expect(await found("claimed-twice", claimed, Self.relation("ML Eng, Data Eng", "## Overlap\n1. x\n")).isEmpty)
        let near = "## Responsibilities\n- **Data platforms**: builds them.\n- **Pipeline tests for models**: writes them.\n"
        #expect(await found("claimed-twice", ["data-engineer": Self.pipelines, "ml-engineer": near]).isEmpty)
        #expect(await found("claimed-twice", ["data-engineer": Self.pipelines + "- **Pipelines of data**: again."]).isEmpty)
    }

    @Test("Several cards are named in one finding, and who answers elsewhere is cited")
    func severalClaims() async {
        let table = "-- content/raci/m.md --\n# M\n| Task | PM | UX |\n|-|-|-|\n| Data pipelines | A | R |\n"
        let all = await found(
            "claimed-twice",
            ["data-engineer": Self.pipelines, "ml-engineer": Self.pipelines, "ux-designer": Self.pipelines],
            table
        )
        #expect(all.count == 2)
        #expect(
            all.last
                == "content/roles/ux-designer.md:7:0 claimed-twice: 'Data pipelines' of 'UX Designer' is on the cards of 'Data Engineer' and "
                + "'ML Engineer' too -> write content/relations/data-engineer-ux-designer.md, which says who does what of it; "
                + "'Product Manager' answers for it elsewhere | 'Data pipelines' content/roles/data-engineer.md:7 | "
                + "'Data pipelines' content/roles/ml-engineer.md:7 | accountable in 'M' content/raci/m.md:4"
        )
    }

    @Test("What more cards claim than the limit tells nothing")
    func common() async {
        let claimed = ["data-engineer": Self.pipelines, "ml-engineer": Self.pipelines, "ux-designer": Self.pipelines]
        #expect(await found("claimed-twice", claimed, "-- handbook.yml --\nrules: {claimed-twice: {limit: 2}}\n").isEmpty)
        #expect(await found("claimed-twice", claimed, "-- handbook.yml --\nrules: {claimed-twice: {limit: 3}}\n").count == 2)
    }

    @Test("Names that mean the same are found without comparing each with each")
    func likenessIndex() {
        let words = ["data", "pipeline", "quality", "model", "training", "models", "of", "release", "plans", "Pipelines"]
        var state: UInt64 = 11
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let names = (0..<300).map { _ in (0..<1 + next(4)).map { _ in words[next(words.count)] }.joined(separator: " ") }
        let likenesses = Likenesses(synonyms: [["data", "release plans"], ["quality of models", "model"]])
        let index = LikenessIndex(names, by: likenesses, limit: .max)
        for place in names.indices {
            let plain = names[..<place].indices.filter { likenesses.likeness(names[$0], names[place]) != nil }
            #expect(index.before(place).map(\.index) == plain, "\(names[place])")
        }
    }

    // MARK: - Rows

    @Test("A relation without a shared row proposes a row that one of the two has, or names an overlap")
    func rows() async {
        let relation = Self.relation("PM, UX", "## Overlap\n1. **Launch plan**: the Product Manager writes it, the designer draws it.\n")
        func table(_ row: String) -> String { "-- content/raci/m.md --\n# M\n| Task | PM | UX |\n|-|-|-|\n\(row)\n" }
        #expect(
            await found("work-in-no-matrix", [:], relation + table("| Plan the launch | A/R | |")) == [
                "content/relations/r.md:2:1 work-in-no-matrix: 'Product Manager' and 'UX Designer' share no row of a matrix -> "
                    + "give 'UX Designer' a part in 'Plan the launch' of content/raci/m.md | both have to do with it content/relations/r.md:5 | "
                    + "the other has its part content/raci/m.md:4"
            ]
        )
        #expect(
            await found("work-in-no-matrix", [:], relation + table("| Bake | A/R | |")) == [
                "content/relations/r.md:2:1 work-in-no-matrix: 'Product Manager' and 'UX Designer' share no row of a matrix -> "
                    + "add a row in which both have a part, such as 'Launch plan'"
            ]
        )
        #expect(await found("work-in-no-matrix", [:], relation + table("| Bake | A/R | I |")).isEmpty)
    }

    @Test("A card's work without a row proposes the row of that name in which the role has no part")
    func cardRows() async {
        let card = ["product-manager": "## Responsibilities\n- **Budget**: keeps it.\n- **Launch**: plans it.\n"]
        let table = "-- content/raci/m.md --\n# M\n| Task | PM | UX |\n|-|-|-|\n| Bake | A/R | |\n| launch | | A/R |\n"
        #expect(
            await found("work-in-no-matrix", card, table) == [
                "content/roles/product-manager.md:8:0 work-in-no-matrix: 'Product Manager' has 2 responsibilities, none of them in a matrix -> "
                    + "give it a part in 'launch' of content/raci/m.md, or add rows for what others depend on | the row content/raci/m.md:5"
            ]
        )
    }
}
