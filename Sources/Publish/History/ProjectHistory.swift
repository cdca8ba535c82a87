import Changes
import Diagnostics
import Handbook

/// Asks git what it knows of a project.
public enum ProjectHistory {
    /// At most so many revisions are looked at for each that is told: some change nothing that the handbook says.
    static let lookedAt = 4

    /// What git knows of a project.
    public struct Past: Sendable {
        /// Which revisions changed what the handbook says.
        public fileprivate(set) var history = History.none
        /// When files last changed, by their path in the project: the date of the newest revision that touched each, as its
        /// author recorded it. A file that is not as git has it is left out.
        public fileprivate(set) var lastChanges: [String: Moment] = [:]
        /// Why git tells nothing, where it could.
        public fileprivate(set) var findings = Findings()
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
    ///   - tellsChanges: whether the revisions are told, and not only when files last changed.
    public static func read(
        _ source: String,
        output: String,
        files: ProjectFiles,
        of handbook: Handbook,
        tellsChanges: Bool = true
    ) async -> Past {
        var past = Past()
        guard handbook.settings.changes.isShown else { return past }
        do throws(Diagnostic) {
            guard var repository = try GitHistory(source, output: output) else { return past }
            let log = try repository.log(contentRoot: handbook.contentRoot)
            if tellsChanges { past.history = try await history(&repository, log, of: handbook) }
            past.lastChanges = try repository.lastChanges(log, in: files)
        } catch {
            past = Past()
            past.findings.add(error)
        }
        return past
    }

    private static func history(
        _ repository: inout GitHistory,
        _ log: [GitRevision],
        of handbook: Handbook
    ) async throws(Diagnostic) -> History {
        let limit = handbook.settings.changes.entries
        var builder = HistoryBuilder(limit: limit, privacy: handbook.privacy)
        var rest = log.prefix(limit > log.count ? log.count : limit * lookedAt)
        while !rest.isEmpty, !builder.isFull {
            let some = rest.prefix(limit)
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
            rest = rest.dropFirst(limit)
        }
        return builder.history(origin: log.last?.commit)
    }
}

extension GitHistory {
    /// When each of the project's texts last changed. One that is not as git has it has been changed since, nobody knows when.
    ///
    /// The texts are compared here and not by git, which would run the filters that a repository names.
    mutating func lastChanges(_ log: [GitRevision], in files: ProjectFiles) throws(Diagnostic) -> [String: Moment] {
        guard let now = try states(of: ["HEAD"], contentRoot: files.contentRoot)["HEAD"] else { return [:] }
        var touched: [DiskPath: Moment] = [:]
        for revision in log {
            // The newest revisions come first.
            for file in revision.files where touched[file.path] == nil { touched[file.path] = revision.commit.date }
        }
        var dates: [String: Moment] = [:]
        for (path, id) in now.texts {
            guard let here = files.texts[path], let there = contents[id], Self.isSame(here, there) else { continue }
            dates[path] = touched[DiskPath(path)]
        }
        return dates
    }

    /// Whether two texts are the same; git may have given one of them other line ends.
    private static func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        a == b || a.filter { $0 != UInt8(ascii: "\r") } == b.filter { $0 != UInt8(ascii: "\r") }
    }
}
