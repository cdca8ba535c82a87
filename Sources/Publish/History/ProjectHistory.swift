import Changes
import Diagnostics
import Handbook

/// Asks git what it knows of a project.
public enum ProjectHistory {
    /// At most so many revisions are looked at for each that is told: some change nothing that the handbook says.
    static let lookedAt = 4
    /// At least so many revisions are asked for at a time: a process is started each time.
    private static let fewest = 8

    /// What git knows of a project.
    public struct Past: Sendable {
        /// Which revisions changed what the handbook says.
        public fileprivate(set) var history = History.none
        /// The texts as git has them, each with the date of the newest revision that touched it, by their path in the project.
        fileprivate var committed: [String: (bytes: [UInt8], date: Moment)] = [:]
        /// Why git tells nothing, where it could.
        public fileprivate(set) var findings = Findings()

        /// When files last changed, by their path in the project: the date of the newest revision that touched each, as its
        /// author recorded it. A file that is not as git has it is left out: it has been changed since, nobody knows when.
        ///
        /// The texts are compared here and not by git, which would run the filters that a repository names.
        public func lastChanges(in files: ProjectFiles) -> [String: Moment] {
            committed.filter { path, there in files.texts[path].map { Self.isSame($0, there.bytes) } ?? false }.mapValues(\.date)
        }

        /// Whether two texts are the same; git may have given one of them other line ends.
        private static func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
            a == b || a.filter { $0 != UInt8(ascii: "\r") } == b.filter { $0 != UInt8(ascii: "\r") }
        }
    }

    /// The history of the project that lies in a folder, as it is in git. What is not committed is no part of it.
    ///
    /// Nothing is told of a project in no repository, or one without a commit. Where git knows something and it cannot
    /// be told, a note says why: a shallow clone would give each page a false date.
    ///
    /// - Parameters:
    ///   - source: the project's folder.
    ///   - output: the site's folder, which is not read.
    ///   - files: the project as it is on the disk.
    ///   - handbook: the handbook in it.
    ///   - mostRevisions: how many revisions are listed at most; as many as the settings ask for where it is `nil`.
    public static func read(
        _ source: String,
        output: String,
        files: ProjectFiles,
        of handbook: Handbook,
        mostRevisions: Int? = nil
    ) async -> Past {
        var past = Past()
        guard handbook.settings.changes.isShown else { return past }
        do throws(Diagnostic) {
            guard var repository = try GitHistory(source, output: output) else { return past }
            let log = try repository.log(contentRoot: handbook.contentRoot)
            let limit = min(mostRevisions ?? .max, handbook.settings.changes.entries)
            past.history = try await history(&repository, log, of: handbook, limit)
            past.committed = try repository.committed(log, in: files)
        } catch {
            past = Past()
            past.findings.add(error)
        }
        return past
    }

    private static func history(
        _ repository: inout GitHistory,
        _ log: [GitRevision],
        of handbook: Handbook,
        _ limit: Int
    ) async throws(Diagnostic) -> History {
        let entries = handbook.settings.changes.entries
        var builder = HistoryBuilder(limit: limit, privacy: handbook.privacy)
        var rest = log.prefix(entries > log.count ? log.count : entries * lookedAt)
        while !rest.isEmpty, !builder.isFull {
            let some = rest.prefix(max(limit, fewest))
            let commits = some.flatMap { [$0.commit.id, $0.parent].compactMap(\.self) }
            let states = try repository.states(of: commits, contentRoot: handbook.contentRoot)
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
        guard let now = try states(of: ["HEAD"], contentRoot: files.contentRoot)["HEAD"] else { return [:] }
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
