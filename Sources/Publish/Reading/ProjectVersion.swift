import Diagnostics
import Handbook

/// A state of a project: as it is on the disk, as another folder has it, or as it is in a revision of git's.
public struct ProjectVersion {
    private enum Place {
        case folder(String, output: String)
        case tree(GitRepository, id: String, output: DiskPath?)
    }

    /// How the user named it.
    public let name: String
    /// Whether it is a revision.
    public var isRevision: Bool { if case .tree = place { true } else { false } }

    private let place: Place

    /// The project as it is on the disk.
    public static func onDisk(_ source: String, output: String) -> ProjectVersion {
        ProjectVersion(name: source, place: .folder(source, output: output))
    }

    /// What a word of the command line names.
    ///
    /// A folder that is there is meant when the word holds a slash, or is no revision. A word that may mean a folder or a
    /// revision is an error, as is one that means neither.
    ///
    /// - Parameters:
    ///   - word: a revision of the repository that `source` lies in, or a folder.
    ///   - source: the project's folder.
    ///   - output: the site's folder, which is not read.
    /// - Throws: a finding when it names nothing, or several things.
    public static func named(_ word: String, source: String, output: String) throws(Diagnostic) -> ProjectVersion {
        let folder = ProjectVersion(name: word, place: .folder(word, output: word + "/public"))
        let isFolder = isFolder(word)
        if isFolder, word.contains("/") || word == "." || word == ".." { return folder }
        if ["/", "./", "../"].contains(where: word.hasPrefix) {
            throw GitRules.unknown("'\(word)' is no folder", help: "name a folder that is there, or a revision")
        }
        let repository: GitRepository
        do throws(Diagnostic) { repository = try GitRepository(around: source.isEmpty ? "." : source, for: word) } catch {
            // Without a repository no word is a revision. What git itself cannot read is told.
            if isFolder, error.rule != GitRules.failed { return folder }
            throw error
        }
        guard let object = try repository.object(word) else {
            if isFolder { return folder }
            throw try unknown(word, repository)
        }
        if isFolder {
            throw GitRules.ambiguous(
                "'\(word)' is a revision and a folder",
                help: "write './\(word)' for the folder; for the revision move the folder away, or use its id \(object)"
            )
        }
        let tree = try repository.tree(object, of: word)
        return ProjectVersion(name: word, place: .tree(repository, id: tree, output: inside(source, output)))
    }

    /// Reads its files, by the same rules wherever they are.
    ///
    /// - Returns: what could be read, and findings on what could not.
    /// - Throws: a finding where there is nothing to read at all.
    public func read() throws(Diagnostic) -> (files: ProjectFiles, findings: Findings) {
        switch place {
        case .folder(let path, let output): return try ProjectFolder.read(path, output: output)
        case .tree(let repository, let id, let output):
            return try GitProjectReader.read(try repository.entries(ofTree: id), output: output) { ids throws(Diagnostic) in
                try repository.contents(ids)
            }
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        guard let real = try? Disk.resolve(DiskPath(path)), let status = try? Disk.status(real) else { return false }
        return status.kind == .folder && !path.isEmpty
    }

    /// The output folder relative to the project's, if it is in it.
    static func inside(_ source: String, _ output: String) -> DiskPath? {
        guard let root = try? Disk.resolve(DiskPath(source.isEmpty ? "." : source)), let site = try? Disk.resolve(DiskPath(output)),
            let inner = site.relative(to: root), !inner.isEmpty
        else { return nil }
        return inner
    }

    private static func unknown(_ word: String, _ repository: GitRepository) throws(Diagnostic) -> Diagnostic {
        let (names, isShallow) = try repository.known()
        let help: String? =
            if word.contains("..") {
                "give the two revisions as two words: \(word.split(separator: ".").joined(separator: " "))"
            } else if let near = NearMiss.best(for: word, among: names) {
                "did you mean '\(near)'?"
            } else if isShallow {
                "fetch the older revisions with 'git fetch --unshallow'"
            } else {
                NearMiss.help(for: word, among: names, called: "branches and tags") ?? "name a commit, a branch, a tag or a folder"
            }
        return GitRules.unknown("'\(word)' is no revision and no folder", help: help)
    }
}
