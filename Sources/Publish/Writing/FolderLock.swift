import Foundation

/// A lock on a folder, for as long as some work takes: no file is left behind, and a killed process leaves it open.
enum FolderLock {
    enum Outcome<Value> {
        case done(Value)
        /// Another held the lock all the time.
        case busy
    }

    /// Runs the work while no other process, and no other task of this one, holds the folder.
    ///
    /// The work is told whether the lock is held: some file systems cannot lock a folder, and the site's atomic swap is
    /// then all the protection there is.
    static func holding<Value, Failure: Error>(
        _ folder: DiskPath,
        patience: Duration,
        work: (_ isHeld: Bool) throws(Failure) -> Value
    ) throws(Failure) -> Outcome<Value> {
        let descriptor = open(folder.c, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return .done(try work(false)) }
        defer { close(descriptor) }
        let end = ContinuousClock.now + patience
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            switch errno {
            case EINTR: continue
            case EWOULDBLOCK:
                if ContinuousClock.now >= end { return .busy }
                usleep(20_000)
            default: return .done(try work(false))
            }
        }
        return .done(try work(true))
    }
}
