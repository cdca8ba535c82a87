import Foundation

/// What a publish that was killed has left beside the output.
enum InterruptedPublish {
    /// Removes the folders of dead processes, and puts an old site back that was about to be replaced.
    ///
    /// - Parameter isAlone: no other publish is at work here, so that what bears this process's number is left over
    ///   too: in a container, every build may have the same.
    static func cleanUp(_ output: DiskPath, isAlone: Bool) {
        for leftover in leftovers(of: output) where isAlone && leftover.process == getpid() || isDead(leftover.process) {
            let path = output.parent.appending(leftover.name)
            if leftover.isOld {
                if Disk.isMissing(output) {
                    try? Disk.move(path, to: output)
                    continue
                }
                // The old site may hold files of others: it goes only when a whole site has taken its place.
                guard isWhole(output) else { continue }
            }
            // What cannot be removed now stays for the next time: it is in nobody's way.
            try? Disk.remove(path)
        }
    }

    /// What to do about an output folder that a killed publish has left half emptied.
    static func help(for place: OutputPlace) -> String? {
        guard let old = leftovers(of: place.folder).first(where: \.isOld) else { return nil }
        return "a build was killed here: move '\(place.name.text)' away, and rename '\(old.name.text)' to '\(place.folder.name.text)'"
    }

    private static func leftovers(of output: DiskPath) -> [StagingFolder] {
        ((try? Disk.names(in: output.parent)) ?? []).compactMap { StagingFolder($0, of: output.name) }
    }

    /// Swapping by hand takes the old site's manifest away first and brings the new one's with the rest.
    private static func isWhole(_ output: DiskPath) -> Bool {
        (try? Disk.status(output.appending(Manifest.name))) != nil
    }

    private static func isDead(_ process: pid_t) -> Bool { kill(process, 0) != 0 && errno == ESRCH }
}
