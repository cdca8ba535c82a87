import Diagnostics
import Formats
import Foundation
import Site

/// Writes a site to a folder: built aside, then put in place in one step, or not at all.
public struct Publisher: Sendable {
    static let busy = Rule("output-busy", .error, "one build at a time writes to an output folder")

    /// What a publish has done.
    public struct Summary: Sendable, Hashable {
        /// Paths in the site that are new or have other bytes than before, sorted.
        public var changed: [String] = []
        /// Paths that were in the site before and no longer are, sorted.
        public var gone: [String] = []
        /// How many files have the bytes they had, and so the time they had.
        public var unchanged = 0
        /// How many files in the folder handbook did not write and left alone.
        public var kept = 0

        /// How many files are new or have other bytes than before.
        public var written: Int { changed.count }
        /// How many files of the site before are gone.
        public var removed: Int { gone.count }
    }

    /// How long a publish waits for another one to end.
    private let patience: Duration
    /// How folders change places; tests replace it.
    var swap = Swap()
    /// The user's home folder, which is never an output.
    var home = ProcessInfo.processInfo.environment["HOME"]

    /// A publisher that waits so long for another build that writes to the same place.
    public init(patience: Duration = .seconds(10)) { self.patience = patience }

    /// Makes `output` hold exactly the given files, beside those that handbook never wrote.
    ///
    /// Both folders are paths as the process sees them: a relative one counts from the working folder. `output` and the folders
    /// on the way to it are made if they are missing; a link is followed. Files that are the same to the byte keep their
    /// modification time. An empty list empties the site.
    ///
    /// - Throws: a finding with its remedy; what was in `output` before is then there still, whole.
    @discardableResult
    public func publish(
        _ files: [OutputFile],
        project root: String,
        to output: String
    ) throws(Diagnostic) -> Summary {
        let plan = try OutputPlan(files)
        let place = try OutputPlace(root: root, output: output, home: home)
        let parent = place.folder.parent
        try place.explaining { () throws(DiskError) in try Disk.makeFolders(parent) }
        let outcome = try FolderLock.holding(parent, patience: patience) { isHeld throws(Diagnostic) in
            InterruptedPublish.cleanUp(place.folder, isAlone: isHeld)
            return try replace(place, with: plan)
        }
        switch outcome {
        case .done(let summary): return summary
        case .busy:
            throw Self.busy(
                "'\(place.name.text)' is being written by another build",
                at: place.name.location,
                help: "wait for the other build to end, or choose another folder with --output"
            )
        }
    }

    /// Proves that files make up a site which can be written to a folder, and writes nothing.
    public static func check(_ files: [OutputFile]) throws(Diagnostic) { _ = try OutputPlan(files) }

    /// Proves the same of a site that is planned, as far as the names of its files are known.
    public static func check(_ plan: SitePlan) throws(Diagnostic) { try OutputPlan.prove(plan.files) }

    private func replace(_ place: OutputPlace, with plan: OutputPlan) throws(Diagnostic) -> Summary {
        let before = try ExistingSite.inspect(place)
        try before?.refuseCollision(with: plan, at: place)
        return try place.explaining { () throws(DiskError) in
            let unchanged = try before?.unchanged(by: plan, at: place) ?? []
            // A folder that stays as it is need not be replaced: whoever stands in it or watches it stays there. With the
            // manifest the same, no file goes.
            if let before, unchanged == plan.names { return Summary(unchanged: plan.items.count, kept: before.kept) }
            let folder = try StagingFolder.make(beside: place.folder)
            // Also after the swap, which leaves the old site there.
            defer { try? Disk.remove(folder) }
            let summary = try Staging(folder: folder, place: place, before: before, unchanged: unchanged).build(plan)
            if before == nil {
                try swap.put(folder, at: place.folder)
            } else {
                let old = StagingFolder.old(beside: folder)
                try swap.put(folder, inPlaceOf: place.folder, movingItTo: old)
                try? Disk.remove(old)
            }
            return summary
        }
    }
}
