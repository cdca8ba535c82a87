import Testing

/// What the default handbook lacks is found by computation.
@Suite struct GapsTests {
    @Test(arguments: [
        "'Feature engineering' has nobody accountable in any source or matrix",
        "'AI Ethics and Compliance Officer' is never responsible or accountable", "'Data Labeling Lead' is in no matrix",
        "'Analytics and Monitoring Specialist' is in no matrix", "'Chief AI Officer' has no KPI",
    ])
    func theGapsPageSays(message: String) async throws {
        let page = try await BuiltSite.defaultHandbook().page("gaps/")
        #expect(page.plainText.contains(message))
    }

    @Test func theGapsPageListsWhatSourcesDisagreeOn() async throws {
        let page = try await BuiltSite.defaultHandbook().page("gaps/")
        let section = try #require(page.elements("section", "sources-differ").first)
        #expect(section.attribute("href").contains("../activities/deploy-to-production/index.html"))
    }

    @Test func acceptedFindingsStayListedWithTheirReasons() async throws {
        let page = try await BuiltSite.defaultHandbook().page("gaps/")
        #expect(page.plainText.contains("'Feasibility' has no accountable role"))
    }

    @Test func theLoadOfEachRoleIsCountedOverAllMatrices() async throws {
        let page = try await BuiltSite.defaultHandbook().page("raci/")
        let load = try #require(page.elements("table", "load").first)
        let rows = Dictionary(load.rows.map { ($0[0], Array($0.dropFirst())) }) { first, _ in first }
        // Tasks, accountable, responsible, consulted, informed; the bar says the same without words.
        #expect(rows["MLOps Engineer"] == ["5", "2", "0", "3", "0", ""])
        #expect(rows["Data Engineer"] == ["10", "1", "3", "4", "0", ""])
        #expect(rows["AI Ethics and Compliance Officer"] == ["5", "0", "0", "2", "3", ""])
    }

    @Test func aMatrixIsAlsoAFileForSpreadsheets() async throws {
        let site = try await BuiltSite.defaultHandbook()
        #expect(
            site.text("raci/core-tasks/core-tasks.csv")?.hasPrefix(
                "Task,PM,Data Eng,ML Eng,MLOps,SWE,UX,SME,Legal\r\nDefine success,A,C,C,C,C,R,I,I\r\n"
            ) == true
        )
        #expect(site.page("raci/core-tasks/").attribute("href").contains("../../raci/core-tasks/core-tasks.csv"))
    }

    @Test func aTeamsPageSaysWhatItLeavesOpen() async throws {
        let page = try await BuiltSite.defaultHandbook().page("teams/pilot/")
        #expect(page.plainText.contains("What this team leaves open"))
        #expect(page.rows.contains(["Deploy to production", "On the team", "Software Engineer", "Core tasks"]))
    }

    @Test func aSourcesPageSaysWhereOthersContradictIt() async throws {
        let page = try await BuiltSite.defaultHandbook().page("sources/roles-and-responsibilities/")
        #expect(page.plainText.contains("Where others contradict it"))
        #expect(page.plainText.contains("Deploy to production"))
    }
}
