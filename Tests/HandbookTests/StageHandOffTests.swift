import Handbook
import TestSupport
import Testing

/// What passes from one stage to the next.
@Suite struct StageHandOffTests {
    private static let project =
        matrix(
            """
            | Task | Data Eng | ML Eng | PM | UX |
            |---|---|---|---|---|
            | First | R | | A | |
            | Second | R | R | A | |
            | Third | | A/R | | |
            | Try | A | R | | |
            """
        ) + """
            -- content/lifecycle/1.md --
            ---
            title: First
            order: 1
            drives: [PM]
            takes_part: [UX, Data Eng]
            ---
            -- content/lifecycle/2.md --
            ---
            title: Second
            order: 2
            drives: [PM, ML Eng]
            key: [UX]
            ---
            -- content/lifecycle/3.md --
            ---
            title: Third
            order: 3
            drives: [ML Eng, PM]
            ---
            -- content/activities/try.md --
            ---
            title: Try
            stage: second
            positions: [{source: one, responsible: [UX]}]
            ---
            -- content/activities/ask.md --
            ---
            title: Ask
            stage: third
            positions:
              - {source: one, decides: [PM], responsible: [UX]}
              - {source: two, accountable: [UX]}
            ---
            -- content/sources/one.md --
            # One
            -- content/sources/two.md --
            # Two
            """

    private static func handOffs() async -> [StageHandOff] {
        let handbook = await read(project).handbook
        let analysis = Analysis(handbook)
        return zip(handbook.stages, handbook.stages.dropFirst()).map { StageHandOff(from: $0, to: $1, analysis) }
    }

    private static func show(_ holders: [StageHandOff.Pass.Holder]) -> [String] {
        holders.map { holder in
            "\(holder.role): \(holder.tasks.map { $0.name + $0.sources.map { " by \($0)" }.joined() }.joined(separator: ", "))"
                + (holder.isInBoth ? " =" : "")
        }
    }

    @Test func somebodyStaysLeavesAndComesIn() async {
        let handOffs = await Self.handOffs()
        #expect(handOffs.map(\.stays) == [["product-manager", "ux-designer"], ["product-manager", "ml-engineer"]])
        #expect(handOffs.map(\.leaves) == [["data-engineer"], ["ux-designer"]])
        #expect(handOffs.map(\.comesIn) == [["ml-engineer"], []])
        #expect(handOffs.map(\.drives.movement) == [.passesInPart, .stays])
    }

    @Test func theWorkOfAStageIsItsRowsAndItsActivities() async throws {
        let first = try #require(await Self.handOffs().first)
        #expect(Self.show(first.accountable.before) == ["product-manager: First ="])
        #expect(Self.show(first.accountable.after) == ["product-manager: Second =", "data-engineer: Try"])
        #expect(first.accountable.movement == .passesInPart)
        #expect(Self.show(first.responsible.before) == ["data-engineer: First ="])
        // The row of an activity speaks for it; what a source says beside is left to its page.
        #expect(Self.show(first.responsible.after) == ["data-engineer: Second =", "ml-engineer: Second, Try"])
    }

    @Test func anActivityWithoutARowGoesByWhatSourcesSay() async throws {
        let last = try #require(await Self.handOffs().last)
        #expect(Self.show(last.accountable.before) == ["product-manager: Second =", "data-engineer: Try"])
        #expect(Self.show(last.accountable.after) == ["ml-engineer: Third", "product-manager: Ask by one =", "ux-designer: Ask by two"])
        #expect(Self.show(last.responsible.after) == ["ml-engineer: Third =", "ux-designer: Ask by one"])
    }

    @Test func wherePartsAreHeldByOthersOrByNobodyTheyPass() async throws {
        let handbook = await read(
            "-- content/roles/a.md --\n# A\n-- content/roles/b.md --\n# B\n"
                + [("One", "A"), ("Two", "B"), ("Three", "")].enumerated().map { index, stage in
                    "-- content/lifecycle/\(index).md --\n---\ntitle: \(stage.0)\norder: \(index)\ndrives: [\(stage.1)]\n---\n"
                }.joined()
        ).handbook
        #expect(handbook.stages.map(\.title) == ["One", "Two", "Three"])
        let handOffs = zip(handbook.stages, handbook.stages.dropFirst()).map { StageHandOff(from: $0, to: $1, Analysis(handbook)) }
        #expect(handOffs.map(\.drives.movement) == [.passes, .passes])
        #expect(handOffs.map(\.responsible.movement) == [.stays, .stays])
    }
}
