import ArgumentParser
import Authoring
import Diagnostics
import Formats
import Foundation
import Handbook
import Publish
import Site

/// What `handbook init --from` is given.
enum ImportSource {
    case folder
    case table
    case data

    init(_ path: String) {
        var isFolder: ObjCBool = false
        let ending = (path as NSString).pathExtension.lowercased()
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            self = .folder
        } else {
            self = ["csv", "tsv"].contains(ending) ? .table : .data
        }
    }
}

/// A project made from a folder or a table: read, planned, checked, reported, and written unless that is not wanted.
struct ImportRun {
    let source: String
    let target: String
    let options: FolderImport.Options
    let isDryRun: Bool

    /// The baseline of a project that had faults before it was imported.
    private static let baseline = "known.json"

    func run(_ kind: ImportSource) async throws {
        do {
            if !isDryRun { try NewProject.check(target) }
            var (plan, places) = kind == .folder ? try folder() : try table()
            guard !plan.findings.hasErrors else { return try fail(plan) }
            let warnings = plan.findings.sorted
            let extra = Starter.minimal.files().filter { $0.path == ".gitignore" }
            let files = EditorFiles.joined(to: plan.files + extra)
            let (found, count) =
                isDryRun ? (await checked(plan), files.count + plan.copies.count) : try await write(files, plan, places)
            let known = Self.known(found)
            plan.add(known: known)
            FindingsOutput.warn(warnings)
            print(plan.report.text)
            let there = target == "." ? "" : "cd \(target) && "
            let all = known.isEmpty ? count : count + 1
            print(isDryRun ? "\(target): \(all) files, not written" : "\(target): \(all) files. Next: \(there)handbook build")
            print("check: \(tally(found, known))\(found.isEmpty || isDryRun ? "" : "; '\(there)handbook check' shows them")")
            let stopping = found.sorted.filter(Self.stopsBuild)
            guard stopping.isEmpty else {
                FindingsOutput.warn(stopping)
                throw ExitCode(Status.findings)
            }
        } catch {
            throw FindingsOutput.failure(error)
        }
    }

    /// Writes the project, with a baseline of what is wrong in it; gives what was found, and how many files it has.
    private func write(_ files: [(path: String, text: String)], _ plan: ImportPlan, _ places: [String: String]) async throws -> (
        Findings, Int
    ) {
        let copies = plan.copies.compactMap { copy in places[copy.from].map { (path: copy.path, from: $0) } }
        let staged = try NewProject.stage(files, copies: copies, for: target)
        let found = await Progress.showing("checking the new project") { await Self.check(staged.path) }
        let known = Self.known(found)
        if !known.isEmpty {
            var findings = Findings()
            for finding in known { findings.add(finding) }
            let settings = (files.first { $0.path == Settings.file }?.text ?? "") + "baseline: \(Self.baseline)\n"
            try staged.add([(Self.baseline, Baseline(findings).text), (Settings.file, settings)])
        }
        try staged.place()
        return (found, files.count + copies.count)
    }

    /// What stands in the way of a build, or is not shown as it was. Notes are advice, and were never kept from anything.
    private static func known(_ found: Findings) -> [Diagnostic] { found.sorted.filter { $0.severity != .note && !stopsBuild($0) } }

    /// Whether a build cannot write its site, known or not.
    private static func stopsBuild(_ finding: Diagnostic) -> Bool { finding.rule.id == "output-conflict" }

    private func tally(_ found: Findings, _ known: [Diagnostic]) -> String {
        guard !known.isEmpty else { return HumanReport.tally(found) }
        let notes = found.sorted.count - known.count
        let rest = notes == 0 ? "" : "\(notes) note\(notes == 1 ? "" : "s"), "
        return "\(rest)\(known.count) known finding\(known.count == 1 ? "" : "s") in '\(Self.baseline)'"
    }

    private func folder() throws(Diagnostic) -> (ImportPlan, places: [String: String]) {
        let read = try ImportFolder.read(source, target: isDryRun ? nil : target)
        var plan = FolderImport.plan(read.files, options)
        plan.add(unread: read.findings)
        return (plan, read.places)
    }

    private func table() throws(Diagnostic) -> (ImportPlan, places: [String: String]) {
        guard let data = FileManager.default.contents(atPath: source) else {
            throw Rule.cannotImport("'\(source)' cannot be read", help: "name a CSV file that is there")
        }
        let stem = ((source as NSString).lastPathComponent as NSString).deletingPathExtension
        return (TableImport.plan(Array(data), name: source, title: stem, options), [:])
    }

    /// What a check of the new project finds, without the disk.
    private func checked(_ plan: ImportPlan) async -> Findings {
        await Progress.showing("checking the new project") {
            let project = await HandbookReader.read(plan.project)
            var findings = project.findings
            findings.add(contentsOf: SitePlan(project).findings)
            return findings
        }
    }

    /// What `handbook build` finds in a project that has been written.
    private static func check(_ folder: String) async -> Findings {
        var options = ProjectOptions()
        options.source = folder
        options.output = nil
        options.format = .human
        options.drafts = false
        return await Pipeline(options: options, progress: Progress(isVerbose: false, now: { .now }) { _ in }).check().findings
    }

    /// Reports what prevents an import: in the command line, or in what is imported.
    private func fail(_ plan: ImportPlan) throws {
        let sources = plan.sources
        FileHandle.standardError.write(Data(HumanReport { sources[$0] }.text(of: plan.findings).utf8))
        throw ExitCode(plan.findings.all.contains { $0.severity == .error && $0.location == nil } ? Status.usage : Status.findings)
    }
}
