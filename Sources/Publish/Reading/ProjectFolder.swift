import Diagnostics
import Foundation
import Handbook

/// Reads a project from the disk.
public enum ProjectFolder {
    static let noProject = Rule("no-project", .error, "a project is a folder that can be read")
    static let notAFolder = Rule("not-a-folder", .error, "content, templates and static are folders")
    static let handbookYaml = Rule("handbook-yaml", .warning, "the settings are read from handbook.yml alone")

    /// The name of the settings.
    private static let settings = DiskPath("handbook.yml")

    /// Reads the files of a project.
    ///
    /// Both folders are paths as the process sees them: a relative one counts from the working folder. What is in
    /// `output` is not read, nor what begins with a dot, nor `node_modules`. A project without a folder `content` is
    /// itself the content: then its Markdown is read from anywhere in it, and its pictures are assets, under their
    /// paths in the project; `contentRoot` says which it was.
    ///
    /// - Returns: what could be read, and findings on what could not; those that are errors stand in the way of a build.
    /// - Throws: a finding where there is no project to read at all.
    public static func read(
        _ root: String,
        output: String
    ) throws(Diagnostic) -> (files: ProjectFiles, findings: Findings) {
        let shown = root.isEmpty ? "." : root
        let folder: DiskPath
        let names: [DiskPath]
        do throws(DiskError) {
            folder = try Disk.resolve(DiskPath(shown))
            guard let status = try Disk.status(folder) else {
                throw DiskError(.reading, folder, code: ENOENT)
            }
            guard status.kind == .folder else { throw DiskError(.reading, folder, code: ENOTDIR) }
            names = try Disk.names(in: folder)
        } catch {
            throw missing(shown, for: error)
        }
        var reader = ProjectReader(root: folder, output: try? Disk.resolve(DiskPath(output)))
        let hasContent = names.contains(DiskPath(SourceFolder.content.rawValue))
        let isNamed = names.contains(settings) || names.contains(DiskPath("handbook.yaml"))
        if !isNamed, !hasContent { try refuseFolderOfProjects(folder, names, shown) }
        if names.contains(settings) { reader.readFile(settings) } else { warn(of: names, in: &reader) }
        for source in SourceFolder.allCases where names.contains(DiskPath(source.rawValue)) { reader.readFolder(source) }
        if !hasContent, !reader.readPlainFolder(most: isNamed ? .max : mostEntries) {
            throw noProject("'\(shown)' has no handbook.yml, and more than \(mostEntries) files and folders", help: help)
        }
        if !isNamed, reader.files.texts.isEmpty, reader.findings.isEmpty {
            throw noProject("'\(shown)' has no handbook.yml and no Markdown", help: help)
        }
        return (reader.files, reader.findings)
    }

    private static let help = "give the project's folder with --source, or make one with 'handbook init'"

    /// How many entries a folder without settings may have: it may be any folder of a disk.
    private static let mostEntries = 20_000

    /// A folder without settings that has projects in it is none itself.
    private static func refuseFolderOfProjects(_ folder: DiskPath, _ names: [DiskPath], _ shown: String) throws(Diagnostic) {
        let projects = names.filter { name in
            name.bytes.first != UInt8(ascii: ".") && (try? Disk.status(folder.appending(name).appending(settings))) != nil
        }
        guard let first = projects.map(\.text).min() else { return }
        let all = projects.map(\.text).sorted().prefix(5).joined(separator: ", ") + (projects.count > 5 ? ", …" : "")
        let path = shown == "." ? first : (shown.hasSuffix("/") ? shown : shown + "/") + first
        throw noProject("'\(shown)' has no handbook.yml, but has projects in it: \(all)", help: "give one of them: --source \(path)")
    }

    private static func missing(_ folder: String, for error: DiskError) -> Diagnostic {
        switch error.code {
        case ENOENT: noProject("'\(folder)' does not exist", help: help)
        case ENOTDIR: noProject("'\(folder)' is not a folder", help: help)
        default: noProject("'\(folder)' cannot be read: \(error.reason)", help: help)
        }
    }

    private static func warn(of names: [DiskPath], in reader: inout ProjectReader) {
        guard names.contains(DiskPath("handbook.yaml")) else { return }
        reader.findings.add(
            handbookYaml("'handbook.yaml' is not read", at: Location("handbook.yaml"), help: "rename it to 'handbook.yml'")
        )
    }
}
