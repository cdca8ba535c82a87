#if os(Linux)
    // Its sources may be used from any thread, but are not declared so.
    @preconcurrency import Dispatch
    import Foundation
    import Synchronization

    /// Events of Linux for folders: inotify(7). No thread waits for them.
    final class Inotify: Sendable {
        /// What is worth a look: whatever changes a folder's files or their names, or the folder itself.
        private static let events =
            UInt32(IN_CLOSE_WRITE) | UInt32(IN_MODIFY) | UInt32(IN_ATTRIB) | UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM)
            | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)

        private let descriptor: Int32
        private let watched = Mutex<[String: Int32]>([:])
        private let source: any DispatchSourceRead
        let hints: AsyncStream<Void>

        /// `nil` where the system gives none, as when a user has too many.
        init?() {
            let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            guard descriptor >= 0 else { return nil }
            let (hints, hint) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
            self.descriptor = descriptor
            self.hints = hints
            source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: DispatchQueue(label: "handbook.inotify"))
            source.setEventHandler {
                // What is told does not matter: the files are looked at. A queue that ran over is such an event too.
                var buffer = [UInt8](repeating: 0, count: 64 * 1024)
                while read(descriptor, &buffer, buffer.count) > 0 {}
                hint.yield()
            }
            source.setCancelHandler { close(descriptor) }
            source.activate()
        }

        deinit { source.cancel() }

        /// Attends to these folders and no others. A watch that cannot be had makes `isWhole` false.
        func attend(to folders: Set<String>) -> (areNew: Bool, isWhole: Bool) {
            watched.withLock { watched in
                var (areNew, isWhole) = (false, true)
                var now: [String: Int32] = [:]
                for folder in folders {
                    // For one that is watched already this gives the number it has, unless another has taken its place.
                    let watch = inotify_add_watch(descriptor, folder, Self.events)
                    if watch < 0 {
                        // One that has just gone is no loss.
                        if errno != ENOENT, errno != ENOTDIR { isWhole = false }
                        continue
                    }
                    if watched[folder] != watch { areNew = true }
                    now[folder] = watch
                }
                let kept = Set(now.values)
                for watch in Set(watched.values).subtracting(kept) { inotify_rm_watch(descriptor, watch) }
                watched = now
                return (areNew, isWhole)
            }
        }
    }
#endif

extension ChangeSource {
    /// The system's events for these folders and those that come to be; `nil` where they cannot be had for all of them.
    public static func events(_ folders: Set<String>) -> ChangeSource? {
        #if os(Linux)
            guard let inotify = Inotify(), inotify.attend(to: folders).isWhole else { return nil }
            return ChangeSource(hints: inotify.hints, quiet: .milliseconds(120)) { inotify.attend(to: $0).areNew }
        #else
            return nil
        #endif
    }
}
