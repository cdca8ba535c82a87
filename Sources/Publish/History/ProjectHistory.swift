import Diagnostics
import Handbook

/// Asks git what it knows of a project.
public enum ProjectHistory {
    /// At most so many revisions are looked at for each that is told: some change nothing that the handbook says.
    static let lookedAt = 4

    /// The history of the project that lies in a folder, as it is in git. What is not committed is no part of it.
    ///
    /// Nothing is told of a project in no repository, or one without a commit. Where git knows something and it cannot
    /// be told, a note says why: a shallow clone would give each page a false date.
    ///
    /// - Parameters:
    ///   - source: the project's folder.
    ///   - output: the site's folder, which is not read.
    ///   - handbook: the handbook as it is on the disk.
    public static func read(_ source: String, output: String, of handbook: Handbook) async -> (history: History, findings: Findings) {
        var findings = Findings()
        guard handbook.settings.changes.isShown else { return (.none, findings) }
        do throws(Diagnostic) {
            guard let repository = try GitHistory(source, output: output) else { return (.none, findings) }
            return (try await history(repository, of: handbook), findings)
        } catch {
            findings.add(error)
            return (.none, findings)
        }
    }

    private static func history(_ repository: GitHistory, of handbook: Handbook) async throws(Diagnostic) -> History {
        var repository = repository
        let limit = handbook.settings.changes.entries
        let log = try repository.log(contentRoot: handbook.contentRoot)
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
