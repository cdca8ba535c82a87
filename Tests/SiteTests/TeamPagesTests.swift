import Foundation
import Testing

/// Teams, stages, eras and what sources differ about, as their pages show them.
@Suite struct TeamPagesTests {
    @Test func theTeamsOfTheDefaultHandbookStandSideBySideWithWhatChanges() async throws {
        let site = try await BuiltSite.defaultHandbook()
        let page = site.page("teams/")
        // The smallest cast for a pilot, and whom to add for production.
        let pilot = try #require(page.elements("section", #"aria-labelledby="pilot""#).first)
        #expect(pilot.plainText.contains("Needed AI Product Manager Data Engineer ML Engineer Domain Expert Optional UX / ML Designer"))
        #expect(!pilot.plainText.contains("Against"))
        let production = try #require(page.elements("section", #"aria-labelledby="production""#).first)
        #expect(
            production.plainText.contains(
                "Against Pilot Comes in Software Engineer AI Ethics and Compliance Officer Analytics and Monitoring Specialist "
                    + "No longer optional MLOps Engineer UX / ML Designer Goes Domain Expert"
            )
        )
        #expect(pilot.plainText.contains("Leaves open Tasks: Deploy to production, Feasibility, Productization, Deployment"))
        #expect(pilot.plainText.contains("Stages without a driver: Feasibility, Deployment"))
        #expect(pilot.attribute("href").contains("../teams/pilot/index.html#uncovered"))
        let advanced = try #require(page.elements("section", #"aria-labelledby="advanced""#).first)
        #expect(advanced.plainText.contains("Against Production"))
        #expect(advanced.plainText.contains("Against With LLMs Comes in Data Engineer Goes AI Product Manager Software Engineer"))
        #expect(page.rows.contains { $0.first == "Domain Expert" && $0[1].contains("one person") })

        // A team without a doubled role says which to keep on two people.
        let own = site.page("teams/pilot/")
        #expect(!own.contains("Roles on one person"))
        let apart = try #require(own.elements("section", "separations").first)
        #expect(apart.plainText.contains("MLOps Engineer answers for Monitoring and alerting , which is done by ML Engineer . Core tasks"))
        #expect(apart.elements("li").count == 4)
    }

    @Test func aStageHandsOffToTheNextAndTheLastToNone() async throws {
        let site = try await BuiltSite.defaultHandbook()
        let page = site.page("lifecycle/feasibility/")
        let section = try #require(page.elements("section", "stage-hand-off").first)
        #expect(section.elements("h2").map(\.plainText) == ["Hand-off to Data preparation"])
        #expect(section.elements("dl").first?.plainText == "Stays Data Analyst Leaves Executive Sponsor AI Engineer Comes in Data Engineer")
        #expect(
            section.rows.prefix(3) == [
                ["Part", "Feasibility", "Data preparation"], ["Drives passes on", "Executive Sponsor", "Data Analyst Data Engineer"],
                ["Answers or decides passes on", "AI Product Manager : Define success", "Data Engineer : Data pipeline build"],
            ]
        )
        #expect(section.attribute("href").contains("../../activities/data-pipeline/index.html"))
        #expect(page.attribute("href").contains("#hand-off"))
        #expect(site.page("lifecycle/deployment/").elements("section", "stage-hand-off").isEmpty)
        // The table of stages by role.
        let row = try #require(site.page("lifecycle/").rows.first { $0.first == "Data Engineer" })
        #expect(row.map { $0.contains("Drives") } == [false, false, true, true, true, false])
    }

    @Test func aRolesPageHasALineForEachDisagreementItHasAPartIn() async throws {
        let site = try await BuiltSite.defaultHandbook()
        let page = site.page("roles/mlops-engineer/")
        let lines = page.elements("li", "dispute").map(\.plainText)
        let line = try #require(lines.first { $0.hasPrefix("Deploy to production") })
        #expect(line.contains("Answers or decides: MLOps Engineer 1 ; AI Engineer 3 ."))
        #expect(line.contains("DevOps Engineer 3"))
        #expect(page.elements("li", "dispute").first?.attribute("href").first?.hasPrefix("../../activities/") == true)
        // One that agrees, or that one source alone speaks of, has none.
        #expect(!lines.contains { $0.hasPrefix("Deciding deployment readiness") })
        // A role without accounts or parts has no such section.
        let role = site.page("roles/chief-ai-officer/")
        #expect(role.elements("li", "dispute").isEmpty)
    }

    @Test func aRolesErasAreMarkedOnItsPageAndAmongAll() async throws {
        let site = try await BuiltSite.defaultHandbook()
        let own = try #require(site.page("roles/data-scientist/").elements("div", "eras").first)
        #expect(own.plainText.hasPrefix("Before LLMs Model design"))
        let page = site.page("roles/data-scientist/")
        let marks = page.elements("li", "is-").map(\.plainText).filter { $0.hasPrefix("back") || $0.hasPrefix("gone : Model") }
        #expect(
            marks == [
                "gone : Model design", "gone : Model building", "gone : Model performance",
                "back : Experiments : tries out different models. 5",
            ]
        )
        let row = try #require(site.page("eras/").elements("table", "eras-table").first?.rows.first { $0.first == "Data Scientist" })
        #expect(row.last?.contains("back : Experiments") == true)
    }
}

/// The same of the handbook from a hospital ward, which has what the default one lacks: one person in several roles.
@Suite struct WardTeamsTests {
    @Test func onePersonInTwoRolesLosesTheSecondPairOfEyes() async throws {
        let site = try await BuiltSite.station()
        let page = site.page("teams/wochenende/")
        let section = try #require(page.elements("section", "doubles").first)
        #expect(section.elements("h2").map(\.plainText) == ["Mehrere Rollen in einer Hand"])
        #expect(section.elements("h3").map(\.plainText) == ["Stationsärztin Oberarzt"])
        let lost = section.elements("li").map(\.plainText)
        // The matrix and the guide say the same: one entry, with both.
        #expect(
            lost == [
                "Oberarzt verantwortet Entlassung freigeben , ausgeführt von Stationsärztin . 1 Entlassmanagement "
                    + "Eine Freigabe ohne zweites Augenpaar. Dieselbe Person führt es aus und verantwortet es."
            ]
        )
        #expect(
            section.elements("li", "is-approval").first?.attribute("href").contains("../../activities/entlassung-freigeben/index.html")
                == true
        )
        #expect(
            page.elements("p", "is-doubled").map(\.plainText) == ["Dieselbe Person wie Oberarzt", "Dieselbe Person wie Stationsärztin"]
        )
        // They are one person already, so nothing says to keep them apart.
        let apart = try #require(page.elements("section", "separations").first)
        #expect(!apart.plainText.contains("Entlassung freigeben"))
    }

    @Test func whereNothingIsLostThePageSaysSo() async throws {
        let section = try #require(await BuiltSite.station().page("teams/frühdienst/").elements("section", "doubles").first)
        #expect(section.plainText.contains("Pflegefachperson Praxisanleitung Nichts geht verloren"))
        #expect(section.elements("li").isEmpty)
    }

    @Test func stepsGoAsThePagesSay() async throws {
        let page = try await BuiltSite.station().page("teams/")
        let weekend = try #require(page.elements("section", #"aria-labelledby="wochenende""#).first)
        #expect(weekend.plainText.contains("Gegenüber: Frühdienst Kommt dazu Stationsapothekerin Nur noch nach Bedarf Physiotherapeut"))
        #expect(weekend.plainText.contains("In einer Hand Stationsärztin Oberarzt"))
        #expect(!page.plainText.contains("Gegenüber: Nachtdienst"))
    }

    @Test func aHandOffIsToldInItsLanguage() async throws {
        let section = try #require(await BuiltSite.station().page("lifecycle/aufnahme/").elements("section", "stage-hand-off").first)
        #expect(section.elements("h2").map(\.plainText) == ["Übergang zu: Behandlung"])
        #expect(section.plainText.contains("Bleibt Stationsärztin Pflegefachperson Geht Stationssekretärin Kommt dazu Oberarzt"))
        #expect(section.rows.contains { $0.first == "Federführend geht zum Teil über" })
    }
}
