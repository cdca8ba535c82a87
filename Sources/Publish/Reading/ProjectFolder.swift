import Diagnostics
import Foundation
import Handbook

/// Reads a project from the disk.
public enum ProjectFolder {
    static let noProject = Rule("no-project", .error, "a project is a folder that can be read")
    static let notAFolder = Rule("not-a-folder", .error, "content, templates and static are folders")
    static let besideContent = Rule("beside-content", .warning, "pages are in the folder content")
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
        let isNamed = names.contains(settings) || names.contains { misnamed[$0.text.lowercased()] != nil }
        if !isNamed, !hasContent { try refuseFolderOfProjects(folder, names, shown) }
        if names.contains(settings) { reader.readFile(settings) } else { warn(of: names, in: &reader) }
        if hasContent { warn(ofFoldersBesideContent: names, in: folder, &reader) }
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

    /// How many folders are searched for projects, and how deep.
    private static let (mostFolders, deepest) = (500, 4)

    /// A folder without settings that has projects in it is none itself.
    private static func refuseFolderOfProjects(_ folder: DiskPath, _ names: [DiskPath], _ shown: String) throws(Diagnostic) {
        var projects: [String] = []
        var level = names
        var looks = 0
        // A folder with pages of its own may as well have a project far below it, an example say.
        let hasPages = names.contains { SourceFolder.useInPlainFolder(of: $0) == .text }
        for _ in 0..<(hasPages ? 1 : deepest) where projects.isEmpty {
            var next: [DiskPath] = []
            for name in level.sorted(by: { $0.text < $1.text }) where !isLeftOut(name.name) && looks < mostFolders {
                guard (try? Disk.status(folder.appending(name)))??.kind == .folder else { continue }
                looks += 1
                let inner = (try? Disk.names(in: folder.appending(name))) ?? []
                if inner.contains(settings) { projects.append(name.text) } else { next += inner.map { name.appending($0) } }
            }
            level = next
        }
        guard let first = projects.first else { return }
        let all = projects.prefix(5).joined(separator: ", ") + (projects.count > 5 ? ", …" : "")
        let path = shown == "." ? first : (shown.hasSuffix("/") ? shown : shown + "/") + first
        throw noProject("'\(shown)' has no handbook.yml, but has projects in it: \(all)", help: "give one of them: --source \(path)")
    }

    private static func isLeftOut(_ name: DiskPath) -> Bool { name.bytes.first == UInt8(ascii: ".") || name.text == "node_modules" }

    private static func missing(_ folder: String, for error: DiskError) -> Diagnostic {
        switch error.code {
        case ENOENT: noProject("'\(folder)' does not exist", help: help)
        case ENOTDIR: noProject("'\(folder)' is not a folder", help: help)
        default: noProject("'\(folder)' cannot be read: \(error.reason)", help: help)
        }
    }

    /// Names that people give the settings, and what to do with each.
    private static let misnamed: [String: String] = [
        "handbook.yaml": "rename it to 'handbook.yml'", "handbook.yml": "rename it to 'handbook.yml'",
        "handbook.yml.txt": "rename it to 'handbook.yml'", "handbook.yaml.txt": "rename it to 'handbook.yml'",
        "handbook.toml": "write the settings as YAML into 'handbook.yml'",
    ]

    private static func warn(of names: [DiskPath], in reader: inout ProjectReader) {
        for name in names.map(\.text).sorted() {
            guard let help = misnamed[name.lowercased()] else { continue }
            reader.findings.add(handbookYaml("'\(name)' is not read", at: Location(name), help: help))
        }
    }

    /// Folders of kinds beside the folder `content`, whose pages would not be read.
    private static func warn(ofFoldersBesideContent names: [DiskPath], in folder: DiskPath, _ reader: inout ProjectReader) {
        let kinds = Set(Kind.allCases.compactMap(\.folder))
        for name in names where kinds.contains(name.text.lowercased()) {
            guard let inner = try? Disk.names(in: folder.appending(name)), inner.contains(where: { $0.text.hasSuffix(".md") }) else {
                continue
            }
            reader.findings.add(
                besideContent(
                    "'\(name.text)' is not read: pages are in the folder 'content'",
                    at: Location(name.text),
                    help: "move it to 'content/\(name.text.lowercased())'"
                )
            )
        }
    }
}
