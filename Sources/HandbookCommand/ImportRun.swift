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

    func run(_ kind: ImportSource) async throws {
        do {
            if !isDryRun { try NewProject.check(target) }
            let (plan, places) = kind == .folder ? try folder() : try table()
            guard !plan.findings.hasErrors else { return try fail(plan) }
            let warnings = plan.findings.sorted
            let extra = Starter.minimal.files().filter { $0.path == ".gitignore" }
            let files = EditorFiles.joined(to: plan.files + extra)
            let checked = await Progress.showing("checking the new project") { await Self.check(plan.project) }
            if !isDryRun {
                let copies = plan.copies.compactMap { copy in places[copy.from].map { (path: copy.path, from: $0) } }
                try NewProject.write(files, copies: copies, to: target)
            }
            FindingsOutput.warn(warnings)
            print(plan.report.text)
            let count = files.count + plan.copies.count
            let there = target == "." ? "" : "cd \(target) && "
            print(isDryRun ? "\(target): \(count) files, not written" : "\(target): \(count) files. Next: \(there)handbook build")
            let isClean = checked.all.allSatisfy { $0.severity == .note }
            print("check: \(HumanReport.tally(checked))\(isClean || isDryRun ? "" : "; '\(there)handbook check' tells them")")
        } catch {
            throw FindingsOutput.failure(error)
        }
    }

    private func folder() throws(Diagnostic) -> (ImportPlan, places: [String: String]) {
        let read = try ImportFolder.read(source, target: isDryRun ? nil : target)
        guard !read.findings.hasErrors else {
            var plan = ImportPlan.empty(source)
            plan.add(read.findings)
            return (plan, [:])
        }
        var plan = FolderImport.plan(read.files, options)
        plan.add(read.findings)
        return (plan, read.places)
    }

    private func table() throws(Diagnostic) -> (ImportPlan, places: [String: String]) {
        guard let data = FileManager.default.contents(atPath: source) else {
            throw Rule.cannotImport("'\(source)' cannot be read", help: "name a CSV file that is there")
        }
        let stem = ((source as NSString).lastPathComponent as NSString).deletingPathExtension
        return (TableImport.plan(Array(data), name: source, title: stem, options), [:])
    }

    /// What the new project's check finds.
    private static func check(_ files: ProjectFiles) async -> Findings {
        let project = await HandbookReader.read(files)
        var findings = project.findings
        findings.add(contentsOf: SitePlan(project).findings)
        return findings
    }

    /// Reports what prevents an import: in the command line, or in what is imported.
    private func fail(_ plan: ImportPlan) throws {
        let sources = plan.sources
        FileHandle.standardError.write(Data(HumanReport { sources[$0] }.text(of: plan.findings).utf8))
        throw ExitCode(plan.findings.all.contains { $0.severity == .error && $0.location == nil } ? Status.usage : Status.findings)
    }
}
