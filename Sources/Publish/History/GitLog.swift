import Changes
import Diagnostics
import Handbook

/// A revision of git's, and the files of the project that it changed.
struct GitRevision: Equatable {
    let commit: History.Commit
    /// The first of the revisions it was made from; `nil` for one that was made from none.
    let parent: String?
    let files: [GitFileChange]
}

/// What a revision did to a file. Paths are relative to the project.
struct GitFileChange: Equatable {
    let path: DiskPath
    /// Where the file was, if its name alone is another.
    let origin: DiskPath?
}

extension GitRepository {
    /// Every revision that touched one of the paths, no revision before one that was made from it. Merges are left out: what they
    /// join is in the revisions that they join.
    ///
    /// - Parameter most: how many revisions are read at most, the newest; `nil` for all.
    func log(_ paths: [String], most: Int? = nil) throws(Diagnostic) -> [GitRevision] {
        let outcome = try git.run(
            ["log"] + (most.map { ["--max-count=\($0)"] } ?? []) + [
                "-z", "--date-order", "--no-merges", "--no-ext-diff", "--name-status", "--find-renames=100%", "--relative",
                "--format=%x01%H %P%x00%at%x00%s", "HEAD", "--",
            ] + paths
        )
        guard outcome.status == 0 else { throw failure(outcome) }
        return GitLog.revisions(outcome.output)
    }
}

/// Reads what `GitRepository.log` has asked for.
enum GitLog {
    private static let mark: UInt8 = 1

    /// Fields end with a zero byte. A revision begins with a mark, its id and those it was made from; its date and its
    /// subject follow. Then come its files, if any, the first after a line end: a letter, the path, and for a renamed file
    /// the old path before it.
    static func revisions(_ output: [UInt8]) -> [GitRevision] {
        let fields = output.split(separator: 0, omittingEmptySubsequences: false)
        var revisions: [GitRevision] = []
        var place = 0
        func next() -> ArraySlice<UInt8>? {
            guard place < fields.count else { return nil }
            defer { place += 1 }
            return fields[place]
        }
        while let head = next(), head.first == mark, let date = next(), let subject = next() {
            var files: [GitFileChange] = []
            while place < fields.count, fields[place].first != mark, !fields[place].isEmpty, let status = next(), let path = next() {
                let letter = status.first { $0 != UInt8(ascii: "\n") }
                if letter == UInt8(ascii: "R") || letter == UInt8(ascii: "C"), let new = next() {
                    files.append(GitFileChange(path: DiskPath(bytes: new), origin: DiskPath(bytes: path)))
                } else {
                    files.append(GitFileChange(path: DiskPath(bytes: path), origin: nil))
                }
            }
            let ids = String(decoding: head.dropFirst(), as: UTF8.self).split(separator: " ").map(String.init)
            guard let id = ids.first else { break }
            let commit = History.Commit(
                id: id,
                date: Moment(seconds: Int(String(decoding: date, as: UTF8.self)) ?? 0),
                subject: String(decoding: subject, as: UTF8.self)
            )
            revisions.append(GitRevision(commit: commit, parent: ids.dropFirst().first, files: files))
        }
        return revisions
    }
}
