import Foundation

/// A folder beside the output in which a site is built, or the old one kept: `.public.handbook-<pid>-<n>`, with `-old` where it holds the site that
/// was there before.
struct StagingFolder {
    let name: DiskPath
    /// The process that made it.
    let process: pid_t
    let isOld: Bool

    /// Takes a name apart; `nil` if it is not one of these.
    init?(_ name: DiskPath, of output: DiskPath) {
        let prefix = Self.prefix(of: output)
        guard name.bytes.starts(with: prefix) else { return nil }
        var parts = String(decoding: name.bytes.dropFirst(prefix.count), as: UTF8.self)
            .split(separator: "-", omittingEmptySubsequences: false)
        isOld = parts.count == 3 && parts[2] == "old"
        if isOld { parts.removeLast() }
        guard parts.count == 2, let process = pid_t(parts[0]), process > 0, let number = Int(parts[1]), number >= 0 else {
            return nil
        }
        self.name = name
        self.process = process
    }

    /// A name for this process.
    static func name(of output: DiskPath, number: Int) -> DiskPath {
        DiskPath(bytes: prefix(of: output) + Array("\(getpid())-\(number)".utf8))
    }

    /// Where the old site stands while the new one is put in its place, if the two cannot change places in one step.
    static func old(beside staging: DiskPath) -> DiskPath { DiskPath(bytes: staging.bytes + Array("-old".utf8)) }

    private static func prefix(of output: DiskPath) -> [UInt8] {
        [UInt8(ascii: ".")] + output.bytes + Array(".handbook-".utf8)
    }

    /// Makes an empty folder beside the output.
    static func make(beside output: DiskPath) throws(DiskError) -> DiskPath {
        var number = 0
        while true {
            let path = output.parent.appending(name(of: output.name, number: number))
            if try Disk.status(path) == nil, try Disk.status(old(beside: path)) == nil, try Disk.makeFolder(path) { return path }
            number += 1
        }
    }
}
