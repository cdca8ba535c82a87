import Changes
import Diagnostics
import Handbook

/// A repository that knows a project's whole history.
struct GitHistory {
    /// What git calls the newest revision.
    static let head = "HEAD"

    private let repository: GitRepository
    private let folder: String
    private var snapshots: GitSnapshots
    /// The project in revisions that were asked for; `nil` in one that does not have it.
    private var known: [String: Snapshot?] = [:]
    /// What the files of the snapshots held, by their ids.
    private(set) var contents: [String: [UInt8]] = [:]

    /// The repository around a project; `nil` where there is none, or none with a commit.
    ///
    /// - Throws: a note where git has something to tell that cannot be told.
    init?(_ source: String, output: String) throws(Diagnostic) {
        let folder = source.isEmpty ? "." : source
        let head: GitCommand.Outcome
        do throws(Diagnostic) {
            (repository, head) = try GitRepository.open(
                folder,
                for: "HEAD",
                asking: ["--is-shallow-repository", "--show-prefix", "--quiet", "--verify", "HEAD^{commit}"]
            )
        } catch {
            switch error.rule {
            case GitRules.noRepository: return nil
            case GitRules.noGit where !Self.isInRepository(folder): return nil
            case GitRules.noGit: throw Self.note("'git' is not found", help: "install git")
            default: throw Self.note(error.message, help: error.help)
            }
        }
        guard head.status == 0 else { return nil }
        let place = try Self.noting { [repository] () throws(Diagnostic) in try repository.place(head) }
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

    /// Every revision that touched the project, the newest first; at most so many.
    func log(contentRoot: String, most: Int? = nil) throws(Diagnostic) -> [GitRevision] {
        let content = DiskPath(folder).appending(contentRoot)
        // What is behind a link lies elsewhere in the project.
        let isPlain = !contentRoot.isEmpty && (try? Disk.status(content))?.kind == .folder
        return try Self.noting { () throws(Diagnostic) in try repository.log(isPlain ? [contentRoot, Settings.file] : ["."], most: most) }
    }

    /// The project in each of the revisions that have it, by their ids. Before there was a folder `content`, whatever
    /// Markdown lay about was not yet this handbook.
    mutating func states(of commits: [String], contentRoot: String) throws(Diagnostic) -> [String: Snapshot] {
        try Self.noting { () throws(Diagnostic) in
            let new = commits.filter { known[$0] == nil }
            let found = try snapshots.snapshots(of: new)
            for commit in new { known[commit] = .some(found[commit].flatMap { $0.contentRoot == contentRoot ? $0 : nil }) }
            let states = Dictionary(commits.compactMap { commit in known[commit]?.map { (commit, $0) } }) { first, _ in first }
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
    /// Where the project lies in the repository.
    ///
    /// - Parameter head: lines that say whether the repository is shallow, where the project is in it, and what HEAD is.
    /// - Throws: a note when the repository lacks some of the history.
    func place(_ head: GitCommand.Outcome) throws(Diagnostic) -> DiskPath {
        if head.line == "true" {
            throw GitHistory.note("the clone is shallow", help: "fetch all revisions with 'git fetch --unshallow'")
        }
        let partial = try git.run(["config", "--get-regexp", #"^(extensions\.partialclone|remote\..*\.promisor)$"#])
        if partial.status == 0 {
            throw GitHistory.note("the clone is a partial one", help: "clone without '--filter'")
        }
        // A folder's name may hold line ends.
        let lines = head.output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return DiskPath(bytes: Array(lines.dropFirst().dropLast(2).joined(separator: [UInt8(ascii: "\n")])))
    }
}
