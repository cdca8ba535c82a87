import Authoring
import Diagnostics
import Foundation
import Handbook
import Testing

@testable import HandbookCommand

/// The phases of a run.
@Suite struct PipelineTests {
    private static func pipeline(_ folder: URL) -> Pipeline {
        var options = ProjectOptions()
        options.source = folder.path
        options.output = folder.appending(path: "public").path
        options.format = .human
        options.drafts = false
        return Pipeline(options: options, progress: Progress(isVerbose: false, now: { .now }, write: { _ in }))
    }

    private static func lines(_ run: ProjectRun) -> [String] {
        run.findings.sorted.map { "\($0.location?.path ?? ""):\($0.location?.line ?? 0) \($0.rule.id) \($0.message)" }
    }

    @Test func aCheckPlansTheSiteAndRendersNothing() async throws {
        let scratch = try Scratch()
        try scratch.write("# Home\n", to: "content/index.md")
        try scratch.write("# Baker\n", to: "content/roles/baker.md")
        let checked = await Self.pipeline(scratch.url).check()
        #expect(checked.plan?.pageCount ?? 0 > 3)
        #expect(checked.site == nil)
        let built = await Self.pipeline(scratch.url).build()
        #expect(built.site?.pageCount == checked.plan?.pageCount)
        #expect(Self.lines(built) == Self.lines(checked))
    }

    @Test func aCheckFindsFilesThatAreInEachOthersWay() async throws {
        let scratch = try Scratch()
        try scratch.write("# Baker\n", to: "content/roles/baker.md")
        try scratch.write("x", to: "static/roles")
        let run = await Self.pipeline(scratch.url).check()
        let conflicts = Self.lines(run).filter {
            $0.hasPrefix("static/roles:0 output-conflict 'roles' would be a file and the folder of 'roles/")
        }
        #expect(conflicts.count == 1, "\(Self.lines(run))")
    }

    @Test func aRoundOfFixesReadsOnlyWhatItHasChangedAndFindsWhatAFreshCheckFinds() async throws {
        let scratch = try Scratch()
        try scratch.write("title: Kitchen\n", to: "handbook.yml")
        for role in ["cook", "baker", "waiter"] { try scratch.write("---\ntitle: \(role)\n---\n", to: "content/roles/\(role).md") }
        try scratch.write("---\ntitle: Chef\nsumary: Leads.\ncolour: red\n---\nSee [[cok]] and [[Nobody]].\n", to: "content/roles/chef.md")
        let pipeline = Self.pipeline(scratch.url)
        let first = await pipeline.check()
        let files = try #require(first.project?.read.files)
        let round = FixRound(first.findings, on: files)
        #expect(round.made.count == 2)
        let after = await pipeline.check(round.files, first.readFindings, after: first)
        #expect(after.project?.read.readCount == 1)
        try scratch.write(
            String(decoding: try #require(round.files.texts["content/roles/chef.md"]), as: UTF8.self),
            to: "content/roles/chef.md"
        )
        let fresh = await pipeline.check()
        #expect(fresh.project?.read.readCount == 4)
        #expect(Self.lines(after) == Self.lines(fresh))
    }
}
