import Handbook
import TestSupport
import Testing

@Suite("A project with more than thirty faults")
struct ThirtyFaultsTests {
    /// Each page and setting here is wrong in a way of its own.
    static let project = """
        -- handbook.yml --
        title: Faults
        base_url: example.org
        language: Plain English
        colour: blue
        groups:
          - {id: data, title: Data}
          - {id: data, title: Data again}
        eras:
          - {id: before, title: Before}
        sections:
          knowledge: [Lore]
          skills: [lore]
        -- content/index.md --
        # Home

        [dead](roles/data-enginer.md), [no anchor](roles/data-engineer.md#skil), [code](javascript:alert(1)),
        [[Data Enginer]], [[Release]], ![no image](picture.png), [outside](../../secret.md) and [@nobody].

        <div>raw</div>

        ## Same {#same}
        ## Same again {#same}
        -- content/roles/data-engineer.md --
        ---
        title: Data Engineer
        short: DE
        aliases: [Plumber]
        group: dta
        summary: Moves data. [@two]
        kpi: [Freshness]
        ---
        ## Eras
        ### Befor
        - Nothing
        -- content/roles/ml-engineer.md --
        ---
        title: ML Engineer
        aliases: [plumber]
        group: data
        order: first
        ---
        -- content/roles/twin.md --
        ---
        title: Twin
        slug: data-engineer
        summary: S.
        ---
        -- content/roles/torn.md --
        ---
        title: Torn: in two
        ---
        -- content/roles/open.md --
        ---
        title: Never closed
        -- content/roles/dup.md --
        ---
        title: Twice
        title: Two times
        ---
        -- content/roles/bad slug.md --
        ---
        title: Tester
        slug: The Tester
        group: data
        summary: Tests.
        ---
        -- content/relations/alone.md --
        ---
        between: [data-engineer]
        ---
        -- content/relations/itself.md --
        ---
        between: [DE, Data Engineer]
        ---
        -- content/relations/first.md --
        ---
        between: [DE, Tester]
        basis: derived
        ---
        -- content/relations/second.md --
        ---
        between: [Tester, DE]
        ---
        -- content/relations/unsaid.md --
        # Two roles that nobody names
        -- content/raci/delivery.md --
        ---
        title: Delivery
        exempt:
          - {rule: no-accountable, row: Ship, reason: ""}
          - {rule: two-accountable, row: Ship, reason: Not needed at all.}
          - {rule: no-such-rule, row: Nowhere, reason: R.}
        ---
        | Task | DE | Plumber | Tester | Tester | Pilot |
        |---|---|---|---|---|---|
        | Build | A | A | R | | |
        | Ship | R | C | | | |
        | Plan | R | | | | |
        | Watch | C | I | | | |
        | Sign | A/C | R | | | |
        | Read | X | A | R | | |
        | Short | A/R |
        | Long | A/R | | | | | C |
        | | A | R | | | |
        -- content/raci/prose.md --
        # No table here
        -- content/raci/markup.md --
        # Markup

        <table><tr><td>Task</td></tr></table>
        -- content/raci/narrow.md --
        # Narrow

        | Task | DE |
        |---|
        | Build | A |
        -- content/activities/release.md --
        ---
        title: Release
        stage: Launch
        positions:
          - {source: on, decides: [Nobody], says: [not text]}
          - decides: [DE]
        ---
        -- content/lifecycle/release.md --
        ---
        title: Release
        drives: DE
        updated: 2026-02-30
        ---
        -- content/teams/pilot.md --
        ---
        title: Pilot
        era: later
        cast:
          - note: nobody
        ---
        -- content/sources/one.md --
        ---
        title: One
        url: somewhere
        ---
        -- content/roles.md --
        # Roles
        -- content/roles/index.md --
        # All roles
        -- content/guides/untitled.md --
        Prose without a title, [linked to nothing](nothing-of-the-kind.md).
        """

    @Test("Each is reported with its file, its line and a remedy")
    func report() async throws {
        let (result, report) = await ProjectText(Self.project).read()
        let found = result.findings.sorted
        #expect(found.count >= 30)
        #expect(Set(found.map(\.rule.id)).count >= 30)
        for finding in found {
            #expect(finding.location?.line != nil, "\(line(finding))")
            #expect(finding.help != nil, "\(line(finding))")
            #expect(finding.message.last != ".", "\(line(finding))")
            #expect(finding.help?.last != ".", "\(line(finding))")
            #expect(finding.rule.statement.last != ".", "\(line(finding))")
        }
        try Golden.expect(report, is: "thirty-faults.txt")
    }

    @Test("The report is the same however the files are ordered in memory")
    func determinism() async {
        let files = ProjectText(Self.project).files
        let first = await HandbookReader.read(files).findings.sorted.map(line)
        for round in 1...8 {
            // Another capacity gives the dictionary another order.
            var texts: [String: [UInt8]] = [:]
            texts.reserveCapacity(files.texts.count * round * 3)
            for (path, bytes) in round.isMultiple(of: 2) ? files.texts.sorted(by: { $0.key > $1.key }) : Array(files.texts) {
                texts[path] = bytes
            }
            let result = await HandbookReader.read(ProjectFiles(texts: texts, assets: files.assets, contentRoot: files.contentRoot))
            #expect(result.findings.sorted.map(line) == first)
        }
    }
}
