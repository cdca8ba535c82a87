import Changes
import Diagnostics
import Handbook

/// What git knows of a project.
public struct ProjectHistory: Sendable {
    /// Which revisions changed what the handbook says.
    public private(set) var changes = History.none
    /// The texts as git has them, each with the date of the newest revision that touched it, by their path in the project.
    private var committed: [String: (bytes: [UInt8], date: Moment)] = [:]
    /// The newest revision; `nil` where there is none, or nobody asked.
    public private(set) var head: String?
    /// Why git has no answer where there is a repository.
    public private(set) var findings = Findings()

    /// When files last changed, by their path in the project: the date of the newest revision that touched each, as its
    /// author recorded it. A file that differs from the one in git is left out: when it changed is not known.
    ///
    /// The texts are compared here and not by git, which would run the filters that a repository names.
    public func lastChanges(in files: ProjectFiles) -> [String: Moment] {
        committed.filter { path, there in files.texts[path].map { Self.isSame($0, there.bytes) } ?? false }.mapValues(\.date)
    }

    /// Whether two texts are the same; git may have given one of them other line ends.
    private static func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        a == b || a.filter { $0 != UInt8(ascii: "\r") } == b.filter { $0 != UInt8(ascii: "\r") }
    }

    // MARK: - Reading

    /// At most so many revisions are read for each that is listed: some change nothing that the handbook says.
    static let readPerEntry = 4
    /// So many revisions are read at a time where more and more are needed: each time starts processes.
    private static let batch = 8

    private init() {}

    /// The history of the project in a folder, as it is in git. Changes that are not committed are not in it.
    ///
    /// A project in no repository, or in one without a commit, has no history. Where there is one that cannot be used, a note
    /// says why: a shallow clone would give each page a false date.
    ///
    /// - Parameters:
    ///   - source: the project's folder.
    ///   - output: the site's folder, which is not read.
    ///   - project: the project as it is on the disk.
    ///   - mostRevisions: how many revisions are listed at most; `nil` for as many as the settings say.
    ///   - wantsDates: whether anybody asks when files last changed.
    ///   - head: the newest revision, where it is known.
    public static func read(
        _ source: String,
        output: String,
        of project: ReadProject,
        mostRevisions: Int? = nil,
        wantsDates: Bool = true,
        head: String? = nil
    ) async -> ProjectHistory {
        var result = ProjectHistory()
        result.head = head
        guard project.settings.changes.isShown else { return result }
        do throws(Diagnostic) {
            guard var repository = try GitHistory(source, output: output) else { return result }
            let limit = min(mostRevisions ?? .max, project.settings.changes.entries)
            // Most revisions change what the handbook says, so a few more than are wanted mostly do.
            let few = wantsDates ? nil : limit + batch
            var log = try repository.log(contentRoot: project.files.contentRoot, most: few)
            result.changes = try await history(&repository, log, of: project, limit)
            if let few, log.count == few, result.changes.revisions.count < limit {
                log = try repository.log(contentRoot: project.files.contentRoot)
                result.changes = try await history(&repository, log, of: project, limit)
            }
            if wantsDates { result.committed = try repository.committed(log, in: project.files) }
        } catch {
            result = ProjectHistory()
            result.head = head
            result.findings.add(error)
        }
        return result
    }

    /// The newest revision of the repository around a project; `nil` where there is none, or git cannot be asked.
    public static func head(_ source: String) async -> String? { GitHistory.head(source) }

    private static func history(
        _ repository: inout GitHistory,
        _ log: [GitRevision],
        of project: ReadProject,
        _ limit: Int
    ) async throws(Diagnostic) -> History {
        let entries = project.settings.changes.entries
        var builder = HistoryBuilder(limit: limit, current: project)
        var rest = log.prefix(entries > log.count ? log.count : entries * readPerEntry)
        // One is mostly enough for who wants one.
        var count = min(limit, batch)
        while !rest.isEmpty, !builder.isFull {
            let some = rest.prefix(max(limit, count))
            count = min(2 * count, batch)
            // What was committed last is needed too, and read along with the first.
            let commits = some.flatMap { [$0.commit.id, $0.parent].compactMap(\.self) } + [GitHistory.head]
            let states = try repository.states(of: commits, contentRoot: project.files.contentRoot)
            for revision in some {
                await builder.add(
                    revision.commit,
                    before: revision.parent.flatMap { states[$0] },
                    after: states[revision.commit.id],
                    contents: repository.contents
                )
            }
            rest = rest.dropFirst(some.count)
        }
        return builder.history(origin: log.last?.commit)
    }
}

extension GitHistory {
    /// The project's texts as they were last committed, each with the date of the newest revision that touched it.
    fileprivate mutating func committed(
        _ log: [GitRevision],
        in files: ProjectFiles
    ) throws(Diagnostic) -> [String: (bytes: [UInt8], date: Moment)] {
        guard let now = try states(of: [Self.head], contentRoot: files.contentRoot)[Self.head] else { return [:] }
        var touched: [DiskPath: Moment] = [:]
        for revision in log {
            // The newest revisions come first.
            for file in revision.files where touched[file.path] == nil { touched[file.path] = revision.commit.date }
        }
        var committed: [String: (bytes: [UInt8], date: Moment)] = [:]
        for (path, id) in now.texts {
            if let bytes = contents[id], let date = touched[DiskPath(path)] { committed[path] = (bytes, date) }
        }
        return committed
    }
}
