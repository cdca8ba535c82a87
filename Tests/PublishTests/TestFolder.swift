import Diagnostics
import Formats
import Foundation
import Testing

@testable import Publish

/// A project in a temporary folder of its own, gone when the test is done.
struct TestFolder {
    let path: String

    /// Runs a test in a new folder; its files are given by their paths.
    static func with(_ files: [String: String] = [:], _ test: (TestFolder) throws -> Void) throws {
        let folder = TestFolder(path: NSTemporaryDirectory() + "publish-" + UUID().uuidString)
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        defer { try? Disk.remove(DiskPath(folder.path)) }
        for (path, text) in files { try folder.write(path, text) }
        try test(folder)
    }

    subscript(_ inner: String) -> String { path + "/" + inner }

    var output: String { self["public"] }

    func write(_ inner: String, _ text: String) throws {
        let file = URL(fileURLWithPath: self[inner])
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func link(_ inner: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: self[inner], withDestinationPath: target)
    }

    func text(_ inner: String) -> String? { FileManager.default.contents(atPath: self[inner]).map { String(decoding: $0, as: UTF8.self) } }

    /// Whether anything is there, even a broken link.
    func has(_ inner: String) -> Bool { (try? Disk.status(DiskPath(self[inner]))) != nil }

    /// Sets a time long past, to see whether it stays.
    func age(_ inner: String) throws {
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: self[inner])
    }

    func seconds(_ inner: String) -> Int? { (try? Disk.status(DiskPath(self[inner])))?.modified.tv_sec }

    /// All there is in a folder: path, kind, permissions, time and bytes. Two that are equal are the same folder.
    func snapshot(_ inner: String = "") throws -> [String] {
        let top = DiskPath(path).appending(inner)
        return try Disk.tree(top).map { entry in
            let bytes = entry.status.kind == .file ? (try? Disk.read(top.appending(entry.path), limit: .max)) ?? [] : []
            let time = "\(entry.status.modified.tv_sec).\(entry.status.modified.tv_nsec)"
            return "\(entry.path.text) \(entry.status.kind) \(String(entry.status.mode, radix: 8)) \(time) \(bytes)"
        }.sorted()
    }

    /// The files of the site, without the manifest.
    func site() throws -> [String: String] {
        var files: [String: String] = [:]
        for entry in try Disk.tree(DiskPath(output)) where entry.status.kind == .file && entry.path != Manifest.name {
            files[entry.path.text] = text("public/" + entry.path.text)
        }
        return files
    }

    /// Names beside the output that a publish has forgotten.
    func leftovers() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasPrefix(".public.") }.sorted()
    }

    @discardableResult
    func publish(_ files: [String: String], with publisher: Publisher = Publisher()) throws -> Publisher.Summary {
        try publisher.publish(files.map { OutputFile(path: $0.key, text: $0.value) }, project: path, to: output)
    }

    /// The finding that a publish throws.
    func refusal(
        _ files: [OutputFile] = [OutputFile(path: "index.html", text: "new")],
        to output: String? = nil,
        with publisher: Publisher = Publisher()
    ) -> Diagnostic? {
        do throws(Diagnostic) {
            try publisher.publish(files, project: path, to: output ?? self.output)
            return nil
        } catch {
            return error
        }
    }
}

/// All that a finding says, without the layout, which is another module's.
func shown(_ finding: Diagnostic?) -> String {
    guard let finding else { return "nothing found" }
    let lines = [
        "\(finding.severity.rawValue)[\(finding.rule.id)]: \(finding.message)",
        finding.location.map { "--> \($0.path)" },
        "= rule: \(finding.rule.statement)",
        finding.help.map { "= help: \($0)" },
    ]
    return lines.compactMap(\.self).joined(separator: "\n")
}
