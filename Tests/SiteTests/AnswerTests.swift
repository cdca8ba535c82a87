import Foundation
import Testing

@testable import Site

/// Questions that people bring to the default handbook, answered as a program would: from `handbook.json` and the packs of
/// roles, and nothing else.
@Suite struct AnswerTests {
    typealias Object = [String: Any]

    /// What a program has got hold of.
    private struct Reader {
        let book: Object
        let packs: [String: String]

        init() async throws {
            let site = try await BuiltSite.defaultHandbook()
            let json = try #require(site.text("handbook.json"))
            book = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? Object)
            let found = site.result.files.filter { $0.path.hasPrefix("roles/") && $0.path.hasSuffix("/pack.md") }
            packs = Dictionary(uniqueKeysWithValues: found.map { ($0.path.split(separator: "/")[1].description, site.text($0.path) ?? "") })
        }

        func list(_ key: String) -> [Object] { book[key] as? [Object] ?? [] }
        func find(_ key: String, _ slug: String) throws -> Object { try #require(list(key).first { $0["slug"] as? String == slug }) }

        /// The lines of a part of a pack.
        func pack(_ role: String, _ heading: String) throws -> [String] {
            let lines = try #require(packs[role]).split(separator: "\n").map(String.init)
            let start = try #require(lines.firstIndex(of: "## \(heading)"), "\(role) has no '\(heading)'")
            return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("## ") })
        }

        /// The skills and the like that a role has.
        func skills(of role: String) -> Set<String> {
            Set(list("skills").filter { holders($0).contains(role) }.compactMap { $0["name"] as? String })
        }

        func holders(_ skill: Object) -> [String] { (skill["holders"] as? [Object] ?? []).compactMap { $0["role"] as? String } }

        func cast(_ team: String, optional: Bool = false) throws -> Set<String> {
            let cast = try find("teams", team)["cast"] as? [Object] ?? []
            return Set(cast.filter { optional || $0["optional"] as? Bool != true }.compactMap { $0["role"] as? String })
        }
    }

    @Test func everyRoleHasAPack() async throws {
        let reader = try await Reader()
        #expect(Set(reader.packs.keys) == Set(reader.list("roles").compactMap { $0["slug"] as? String }))
        for (role, pack) in reader.packs {
            #expect(pack.contains("\n## Sources\n") && pack.contains("[["), "\(role) cites")
        }
    }

    @Test func whoDecidesThatAModelGoesLiveAndWhoDoesIt() async throws {
        let reader = try await Reader()
        let disagreement = try #require(reader.find("activities", "deploy-to-production")["disagreement"] as? Object)
        let sides = try #require(disagreement["lastWord"] as? [Object])
        #expect(sides.map { $0["roles"] as? [String] } == [["mlops-engineer"], ["ai-engineer"]])
        #expect(sides.map { $0["sources"] as? [String] } == [["ai-for-everyone"], ["roles-and-responsibilities"]])
        let line = try #require(
            reader.pack("ai-engineer", "What it decides or answers for").first { $0.contains("**[Deploy to production](") }
        )
        #expect(line.contains("Decides") && line.contains("sources/roles-and-responsibilities/index.md"))
        let answers = try reader.pack("mlops-engineer", "What it decides or answers for")
        #expect(answers.contains { $0.contains("**[Deploy to production](") && $0.contains("Accountable, [Core tasks](") })
        for role in ["mlops-engineer", "ml-engineer", "devops-engineer", "software-engineer"] {
            #expect(try reader.pack(role, "What it does").contains { $0.contains("**[Deploy to production](") }, "\(role)")
        }
    }

    /// Which source says that AI Engineers decide on deployment, and who contradicts it.
    @Test func whoSaysSoAndWhoContradicts() async throws {
        let reader = try await Reader()
        let lines = try reader.pack("ai-engineer", "What it decides or answers for")
        let place = try #require(lines.firstIndex { $0.contains("**[Deploy to production](") })
        #expect(lines[place].contains("takes decisions on platforms and deployment scenarios"))
        #expect(lines[place + 1].hasPrefix("  - Sources differ: Answers or decides: [MLOps Engineer]("))
        #expect(lines[place + 1].contains("sources/ai-for-everyone/index.md"))
        let sources = try reader.pack("ai-engineer", "Sources")
        #expect(sources.contains { $0.contains("Roles and responsibilities in AI projects") })
    }

    @Test func whoOwnsFeatureEngineering() async throws {
        let reader = try await Reader()
        let positions = try #require(reader.find("activities", "feature-engineering")["positions"] as? [Object])
        #expect(positions.count == 1 && positions[0]["source"] as? String == "roles-in-an-ai-team")
        #expect(try reader.pack("data-scientist", "What it does").contains { $0.contains("**[Feature engineering](") })
        #expect(try reader.pack("ml-engineer", "What it takes part in").contains { $0.contains("**[Feature engineering](") })
        // Nobody is said to answer for it.
        let owners = try reader.packs.keys.filter { role in
            reader.packs[role]?.contains("## What it decides or answers for") == true
                ? try reader.pack(role, "What it decides or answers for").contains { $0.contains("[Feature engineering](") } : false
        }
        #expect(owners.isEmpty)
    }

    @Test func theSmallestCastAndWhomToAddForProduction() async throws {
        let reader = try await Reader()
        let pilot = try reader.cast("pilot")
        #expect(pilot == ["ai-product-manager", "data-engineer", "ml-engineer", "domain-expert"])
        let added = try reader.cast("production", optional: true).subtracting(pilot)
        #expect(
            added == ["mlops-engineer", "software-engineer", "ux-designer", "ai-ethics-officer", "monitoring-specialist"]
        )
        #expect(try reader.pack("domain-expert", "On teams").contains { $0.hasPrefix("- **[Pilot](") })
    }

    @Test func howADataScientistDiffersFromAnMLEngineer() async throws {
        let reader = try await Reader()
        let relation = try #require(
            reader.list("relations").first { Set($0["between"] as? [String] ?? []) == ["data-scientist", "ml-engineer"] }
        )
        #expect(relation["basis"] as? String == "stated")
        // The same from both sides.
        for (role, other) in [("data-scientist", "ML Engineer"), ("ml-engineer", "Data Scientist")] {
            let lines = try reader.pack(role, "Whom it works with")
            let start = try #require(lines.firstIndex(of: "### \(other)"))
            let part = lines[(start + 1)...].prefix { !$0.hasPrefix("### ") }
            #expect(part.contains { $0.contains("**Model development**: the Data Scientist usually builds the model") })
        }
    }

    @Test func whatADataEngineerLacksToBeAnMLOpsEngineer() async throws {
        let reader = try await Reader()
        let lacks = reader.skills(of: "mlops-engineer").subtracting(reader.skills(of: "data-engineer"))
        #expect(lacks.isSuperset(of: ["CI/CD/CT Pipelines", "Infrastructure as Code", "System Monitoring"]))
        #expect(!lacks.contains("Cloud Platforms"), "both have it")
        let packs = try ["mlops-engineer", "data-engineer"].map { try #require(reader.packs[$0]) }
        #expect(packs.map { $0.contains("**Infrastructure as Code**") } == [true, false])
    }

    @Test(arguments: [("platform engineer", "mlops-engineer"), ("annotation lead", "data-labeling-lead")])
    func whereATitleIsFound(title: String, role: String) async throws {
        let reader = try await Reader()
        let found = reader.list("roles").filter { role in
            ((role["aliases"] as? [String]) ?? []).contains { $0.lowercased().contains(title) }
        }
        #expect(found.compactMap { $0["slug"] as? String } == [role])
        let named = reader.packs.filter { _, pack in
            pack.split(separator: "\n").contains { $0.hasPrefix("- **Also called**: ") && $0.lowercased().contains(title) }
        }
        #expect(Array(named.keys) == [role])
    }

    @Test func whichRoleIsAccountableMostOften() async throws {
        let reader = try await Reader()
        var counts: [String: Int] = [:]
        for matrix in reader.list("matrices") where matrix["scheme"] as? String == "raci" {
            let letter = matrix["accountable"] as? String ?? ""
            for table in matrix["tables"] as? [Object] ?? [] {
                for row in table["rows"] as? [Object] ?? [] {
                    for cell in row["cells"] as? [Object] ?? [] where (cell["letters"] as? [String] ?? []).contains(letter) {
                        counts[cell["role"] as? String ?? "", default: 0] += 1
                    }
                }
            }
        }
        let most = counts.values.max() ?? 0
        #expect(most == 2 && counts.filter { $0.value == most }.keys.sorted() == ["mlops-engineer"])
        let lines = try reader.pack("mlops-engineer", "What it decides or answers for").filter { $0.hasPrefix("- ") }
        #expect(lines.count { $0.contains(": Accountable, [") } == most)
    }

    @Test func whenLegalComesIn() async throws {
        let reader = try await Reader()
        let legal = try #require(reader.list("roles").first { $0["short"] as? String == "Legal" })
        let slug = try #require(legal["slug"] as? String)
        let pack = try #require(reader.packs[slug])
        let line = try #require(pack.split(separator: "\n").first { $0.hasPrefix("- **When to involve**: ") })
        #expect(line.contains("From scoping through production") && line.contains("sources/ai-for-everyone/index.md"))
        #expect(try reader.pack(slug, "What it is asked about").contains { $0.contains("Deploy to production") })
    }

    @Test func whatChangedWithLLMs() async throws {
        let reader = try await Reader()
        let eras = reader.list("eras").compactMap { $0["id"] as? String }
        #expect(eras.contains("with-llms"))
        let lines = try reader.pack("data-scientist", "Eras")
        let start = try #require(lines.firstIndex(of: "### With LLMs"))
        let part = lines[(start + 1)...].prefix { !$0.hasPrefix("### ") }
        #expect(part.contains { $0.hasPrefix("- (new) ") } && part.contains { $0.hasPrefix("- (gone) ") })
        let before = try reader.cast("before-llms"), with = try reader.cast("with-llms")
        #expect(with.subtracting(before) == ["ai-engineer"])
    }
}
