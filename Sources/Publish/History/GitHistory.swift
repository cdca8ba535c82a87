import Changes
import Diagnostics
import Handbook

/// A repository that knows a project's whole history.
struct GitHistory {
    private let repository: GitRepository
    private let folder: String
    private var snapshots: GitSnapshots
    /// What the files of the snapshots held, by their ids.
    private(set) var contents: [String: [UInt8]] = [:]

    /// The repository around a project; `nil` where there is none, or none with a commit.
    ///
    /// - Throws: a note where git has something to tell that cannot be told.
    init?(_ source: String, output: String) throws(Diagnostic) {
        let folder = source.isEmpty ? "." : source
        do throws(Diagnostic) { repository = try GitRepository(around: folder, for: "HEAD") } catch {
            switch error.rule {
            case GitRules.noRepository: return nil
            case GitRules.noGit where !Self.isInRepository(folder): return nil
            case GitRules.noGit: throw Self.note("'git' is not found", help: "install git")
            default: throw Self.note(error.message, help: error.help)
            }
        }
        let place = try Self.noting { [repository] () throws(Diagnostic) in try repository.placeOfHead() }
        guard let place else { return nil }
        snapshots = GitSnapshots(repository, at: place, output: ProjectVersion.inside(folder, output))
        self.folder = folder
    }

    /// The newest revision of the repository around a folder; `nil` where there is none, or git cannot be asked.
    static func head(_ source: String) -> String? {
        guard let git = GitCommand(in: source.isEmpty ? "." : source),
            let outcome = try? git.run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]), outcome.status == 0
        else { return nil }
        return outcome.line
    }

    /// Every revision that touched the project, the newest first.
    func log(contentRoot: String) throws(Diagnostic) -> [GitRevision] {
        let content = DiskPath(folder).appending(contentRoot)
        // What is behind a link lies elsewhere in the project.
        let isPlain = !contentRoot.isEmpty && (try? Disk.status(content))?.kind == .folder
        return try Self.noting { () throws(Diagnostic) in try repository.log(isPlain ? [contentRoot, Settings.file] : ["."]) }
    }

    /// The project in each of the revisions that have it, by their ids. Before there was a folder `content`, whatever
    /// Markdown lay about was not yet this handbook.
    mutating func states(of commits: [String], contentRoot: String) throws(Diagnostic) -> [String: Snapshot] {
        try Self.noting { () throws(Diagnostic) in
            let states = try snapshots.snapshots(of: commits).filter { $0.value.contentRoot == contentRoot }
            let missing = Set(states.values.flatMap(\.texts.values)).filter { contents[$0] == nil }
            contents.merge(try repository.contents(Array(missing))) { first, _ in first }
            return states
        }
    }

    /// What git complains of is no fault of the handbook's: the site goes without.
    private static func noting<Value>(_ work: () throws(Diagnostic) -> Value) throws(Diagnostic) -> Value {
        do throws(Diagnostic) { return try work() } catch {
            throw error.rule == GitRules.noHistory ? error : note(error.message, help: error.help)
        }
    }

    /// Whether a folder, or one around it, has a repository that git would find.
    private static func isInRepository(_ folder: String) -> Bool {
        guard let place = try? Disk.resolve(DiskPath(folder)) else { return false }
        return ([place, .top] + place.ancestors).contains { (try? Disk.status($0.appending(".git"))) != nil }
    }

    static func note(_ reason: String, help: String?) -> Diagnostic {
        GitRules.noHistory("\(reason), so no changes are told", help: help.map { "\($0), or set 'changes: off' in handbook.yml" })
    }
}

extension GitRepository {
    /// Where the project lies in the repository; `nil` when nothing has been committed.
    ///
    /// - Throws: a note when the repository lacks some of the history.
    func placeOfHead() throws(Diagnostic) -> DiskPath? {
        guard try git.run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]).status == 0 else { return nil }
        let state = try git.run(["rev-parse", "--is-shallow-repository", "--show-prefix"])
        guard state.status == 0 else { throw failure(state) }
        if state.line == "true" {
            throw GitHistory.note("the clone is shallow", help: "fetch all revisions with 'git fetch --unshallow'")
        }
        let partial = try git.run(["config", "--get-regexp", #"^(extensions\.partialclone|remote\..*\.promisor)$"#])
        if partial.status == 0 {
            throw GitHistory.note("the clone is a partial one", help: "clone without '--filter'")
        }
        let place = state.output.drop { $0 != UInt8(ascii: "\n") }.dropFirst()
        return DiskPath(bytes: place.dropLast(place.last == UInt8(ascii: "\n") ? 1 : 0))
    }
}
