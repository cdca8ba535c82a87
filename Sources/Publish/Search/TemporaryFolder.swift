import Foundation

/// A folder of the system's for temporary files: the pages to be indexed, and beside them the index.
struct TemporaryFolder {
    static let pages = "pages"
    static let index = "index"

    private let folder: DiskPath

    var path: String { folder.text }
    /// Where the index is made.
    var index: DiskPath { folder.appending(Self.index) }

    /// An empty one, that nobody else can look into.
    init(in parent: DiskPath) throws(DiskError) {
        let pattern = parent.appending("handbook-search-XXXXXX")
        var name = pattern.c
        guard mkdtemp(&name) != nil else { throw DiskError(.writing, pattern.parent) }
        folder = DiskPath(bytes: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) })
    }

    func remove() { try? Disk.remove(folder) }

    /// Writes the pages, and makes the folder for the index.
    func write(_ plan: OutputPlan) throws(DiskError) {
        let pages = folder.appending(Self.pages)
        try Disk.makeFolder(pages)
        try Disk.makeFolder(index)
        // By bytes, a folder comes before what is in it.
        for inner in plan.folders.sorted() { try Disk.makeFolder(pages.appending(inner)) }
        for item in plan.items {
            guard case .bytes(let bytes) = item.contents else { continue }
            try Disk.write(.bytes(bytes), to: pages.appending(item.path))
        }
    }
}
