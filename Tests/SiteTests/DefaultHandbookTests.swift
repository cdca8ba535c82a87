import Testing

/// The default handbook's pages say what its brief says.
@Suite struct DefaultHandbookTests {
    /// Slug, title, short form and group of the 22 roles.
    private static let roles: [(String, String, String, String)] = [
        ("chief-ai-officer", "Chief AI Officer", "CAIO", "Leadership"),
        ("executive-sponsor", "Executive Sponsor", "Sponsor", "Leadership"),
        ("engineering-manager", "AI Engineering Manager", "EM", "Leadership"),
        ("ai-ethics-officer", "AI Ethics and Compliance Officer", "Legal", "Leadership"),
        ("ai-product-manager", "AI Product Manager", "PM", "Product and domain"),
        ("ml-project-manager", "ML Project Manager", "PjM", "Product and domain"),
        ("business-analyst", "Business Analyst", "BA", "Product and domain"),
        ("domain-expert", "Domain Expert", "SME", "Product and domain"),
        ("ux-designer", "UX / ML Designer", "UX", "Product and domain"), ("data-analyst", "Data Analyst", "DA", "Data"),
        ("data-architect", "Data Architect", "Data Arch", "Data"), ("data-engineer", "Data Engineer", "Data Eng", "Data"),
        ("data-labeling-lead", "Data Labeling Lead", "Label Lead", "Data"), ("data-scientist", "Data Scientist", "DS", "Modelling"),
        ("ml-researcher", "ML Researcher", "ML Res", "Modelling"), ("ml-engineer", "ML Engineer", "ML Eng", "Modelling"),
        ("ai-engineer", "AI Engineer", "AI Eng", "Modelling"), ("prompt-engineer", "Prompt Engineer", "Prompt Eng", "Modelling"),
        ("mlops-engineer", "MLOps Engineer", "MLOps", "Platform and operations"),
        ("devops-engineer", "DevOps Engineer", "DevOps", "Platform and operations"),
        ("software-engineer", "Software Engineer", "SWE", "Platform and operations"),
        ("monitoring-specialist", "Analytics and Monitoring Specialist", "Monitoring", "Platform and operations"),
    ]

    @Test func buildsWithoutAFinding() async throws {
        let site = try await BuiltSite.defaultHandbook()
        #expect(site.findings.counts[.error] == nil && site.findings.counts[.warning] == nil, "\(site.report)")
    }

    @Test func hasEveryRoleWithItsPageAndItsCard() async throws {
        let site = try await BuiltSite.defaultHandbook()
        let home = site.page("")
        let cards = home.elements("article", "card")
        #expect(cards.count == 22)
        for (slug, title, short, group) in Self.roles {
            let page = site.page("roles/\(slug)/")
            #expect(page.elements("h1").map(\.plainText) == [title])
            #expect(page.plainText.contains(group), "\(slug)")
            let card = cards.first { $0.attribute("href") == ["roles/\(slug)/index.html"] }
            #expect(card?.plainText.contains(short) == true, "\(slug)")
            #expect(card?.plainText.contains(title) == true, "\(slug)")
        }
    }

    @Test func hasTheFortyCellsOfTheSourcesMatrix() async throws {
        let page = try await BuiltSite.defaultHandbook().page("raci/core-tasks/")
        let table = try #require(page.elements("table", "matrix").first)
        #expect(
            table.rows.prefix(6) == [
                ["Task", "PM", "Data Eng", "ML Eng", "MLOps", "SWE", "UX", "SME", "Legal"],
                ["Define success", "A", "C", "C", "C", "C", "R", "I", "I"],
                ["Data pipeline build", "I", "A", "C", "C", "I", "I", "R", "I"],
                ["Model training", "I", "C", "A", "C", "I", "C", "R", "I"],
                ["Deploy to production", "I", "C", "C", "A", "R", "I", "I", "C"],
                ["Monitoring and alerting", "I", "C", "R", "A", "I", "I", "I", "C"],
            ]
        )
    }

    /// The pairs that a source spells out, with the names of their overlaps and how many collaborations there are.
    @Test(arguments: [
        ("data-scientist/ml-engineer", ["Model development", "Feature engineering"], 2),
        ("data-engineer/data-scientist", ["Data preparation", "ETL"], 2),
        ("ml-engineer/mlops-engineer", ["Model deployment", "Monitoring and maintenance"], 2),
        ("data-engineer/ml-engineer", ["Data pipeline optimization", "Scalability"], 2),
        ("ml-researcher/ml-engineer", ["Algorithm development", "Prototyping"], 2),
    ])
    func hasTheStatedRelationWithAllItsItems(pair: String, overlaps: [String], collaborations: Int) async throws {
        let page = try await BuiltSite.defaultHandbook().page("compare/\(pair)/")
        let overlap = try #require(page.elements("section", "aria-labelledby=\"overlap\"").first)
        #expect(overlap.elements("li").count == overlaps.count)
        for name in overlaps { #expect(overlap.plainText.lowercased().contains(name.lowercased()), "\(name)") }
        let collaboration = try #require(page.elements("section", "aria-labelledby=\"collaboration\"").first)
        #expect(collaboration.elements("li").count == collaborations)
        #expect(page.plainText.contains("Stated"))
    }

    @Test func tellsStatedRelationsFromInferredOnes() async throws {
        let page = try await BuiltSite.defaultHandbook().page("compare/")
        let lists = page.elements("section", "aria-labelledby")
        #expect(lists.count == 3)
        #expect(lists.prefix(2).map { $0.elements("li").count } == [5, 15])
        #expect(lists.last?.plainText.contains("Computed") == true)
    }

    @Test(arguments: [
        ("feasibility", ["Executive Sponsor"], ["AI Engineer", "Data Analyst"]),
        ("data-preparation", ["Data Analyst", "Data Engineer"], []),
        ("prototyping-and-testing", ["Data Scientist", "Data Engineer"], []),
        ("productization", ["Data Engineer", "DevOps Engineer"], ["AI Engineer", "Data Analyst"]),
        ("deployment", ["DevOps Engineer"], []),
    ])
    func hasTheStageWithThoseWhoDriveItAndTakePart(slug: String, drives: [String], takesPart: [String]) async throws {
        let site = try await BuiltSite.defaultHandbook()
        let facts = site.page("lifecycle/\(slug)/").elements("dl", "facts").first
        let entries = facts?.elements("div") ?? []
        #expect(Self.names(entries, "Drives") == drives)
        #expect(Self.names(entries, "Takes part") == takesPart)
        #expect(entries.contains { $0.plainText.hasPrefix("What comes out") })
        if slug == "prototyping-and-testing" { #expect(Self.names(entries, "Key roles") == ["Data Scientist", "AI Engineer"]) }
    }

    @Test(arguments: [
        ("pilot", ["AI Product Manager", "Data Engineer", "ML Engineer", "Domain Expert", "UX / ML Designer", "MLOps Engineer"]),
        (
            "production",
            [
                "AI Product Manager", "Data Engineer", "ML Engineer", "MLOps Engineer", "Software Engineer", "UX / ML Designer",
                "AI Ethics and Compliance Officer", "Analytics and Monitoring Specialist",
            ]
        ),
        ("before-llms", ["AI Product Manager", "Data Scientist", "ML Engineer", "Data Engineer", "Software Engineer"]),
        ("with-llms", ["AI Product Manager", "Software Engineer", "ML Engineer", "AI Engineer", "Data Scientist"]),
        ("advanced", ["Data Scientist", "Data Engineer", "ML Engineer", "AI Engineer"]),
    ])
    func hasTheTeamWithItsCast(slug: String, cast: [String]) async throws {
        let page = try await BuiltSite.defaultHandbook().page("teams/\(slug)/")
        let titles = page.elements("h3", "card-title").map(\.plainText)
        #expect(titles == cast)
    }

    @Test func showsWhereTheSourcesDifferAboutTakingAModelToProduction() async throws {
        let page = try await BuiltSite.defaultHandbook().page("activities/deploy-to-production/")
        #expect(page.plainText.contains("Sources differ"))
        for role in ["MLOps Engineer", "DevOps Engineer", "ML Engineer", "Software Engineer", "AI Engineer"] {
            #expect(page.plainText.contains(role), "\(role)")
        }
    }

    @Test func listsWhatRestsOnASource() async throws {
        let page = try await BuiltSite.defaultHandbook().page("sources/roles-in-an-ai-team/")
        for title in ["Data Scientist", "ML Project Manager", "Lifecycle"] where title != "Lifecycle" {
            #expect(page.plainText.contains(title))
        }
        #expect(page.attribute("href").filter { $0.hasPrefix("https://") }.count >= 11)
    }

    /// The names of the roles in an entry of a list of facts.
    private static func names(_ entries: [HTML], _ label: String) -> [String] {
        entries.first { $0.elements("dt").first?.plainText == label }?.elements("a", "roles/").map(\.plainText) ?? []
    }
}
