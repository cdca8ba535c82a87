import Changes
import Diagnostics
import Handbook

/// Finds out what the files of a project were in many revisions. Folders are read level by level, those of all revisions
/// at once, and each only once however many revisions have it.
struct GitSnapshots {
    private let repository: GitRepository
    /// Where the project lies in the repository.
    private let place: DiskPath
    /// The site's folder, relative to the project's, if it is in it.
    private let output: DiskPath?
    private var trees: [String: GitTree] = [:]
    /// By the id of the project's folder.
    private var snapshots: [String: Snapshot] = [:]

    init(_ repository: GitRepository, at place: DiskPath, output: DiskPath?) {
        self.repository = repository
        self.place = place
        self.output = output
    }

    /// The project in each of the revisions that have it, by their ids.
    mutating func snapshots(of commits: [String]) throws(Diagnostic) -> [String: Snapshot] {
        var folders = try roots(of: commits)
        for name in place.components {
            try read(folders.values)
            folders = folders.compactMapValues { trees[$0]?.entry(name) }.filter { $0.value.kind == .folder }.mapValues(\.id)
        }
        try read(folders.values)
        try readContent(of: Set(folders.values).filter { snapshots[$0] == nil })
        var found: [String: Snapshot] = [:]
        for (commit, folder) in folders {
            if snapshots[folder] == nil { snapshots[folder] = try snapshot(ofFolder: folder) }
            found[commit] = snapshots[folder]
        }
        return found
    }

    // MARK: - Folders

    /// The whole tree of each revision that is there, by the revision's id.
    private mutating func roots(of commits: [String]) throws(Diagnostic) -> [String: String] {
        let asked = Set(commits).sorted()
        var roots: [String: String] = [:]
        for (commit, object) in zip(asked, try repository.objects(asked.map { $0 + "^{tree}" })) {
            guard let object else { continue }
            roots[commit] = object.id
            add(object)
        }
        return roots
    }

    private mutating func read(_ ids: some Sequence<String>) throws(Diagnostic) {
        let missing = Set(ids).filter { trees[$0] == nil }
        for object in try repository.contents(Array(missing)) { add((object.key, object.value)) }
    }

    private mutating func add(_ object: (id: String, bytes: [UInt8])) {
        if trees[object.id] == nil { trees[object.id] = GitTree(object.bytes, idLength: object.id.utf8.count / 2) }
    }

    /// Reads all folders in which pages may be.
    private mutating func readContent(of projects: Set<String>) throws(Diagnostic) {
        var level: Set<String> = []
        for id in projects {
            guard let tree = trees[id] else { continue }
            if let content = tree.entry(Self.content) {
                if content.kind == .folder { level.insert(content.id) }
            } else {
                level.formUnion(tree.entries.filter { $0.kind == .folder && !Self.isLeftOut($0.name) }.map(\.id))
            }
        }
        while !level.isEmpty {
            try read(level)
            level = Set(level.flatMap { trees[$0]?.entries.filter { $0.kind == .folder }.map(\.id) ?? [] }).filter { trees[$0] == nil }
        }
    }

    // MARK: - Snapshots

    private static let content = DiskPath(SourceFolder.content.rawValue)
    private static let settings = DiskPath(Settings.file)

    /// What is no page of a project that is itself the content.
    private static func isLeftOut(_ name: DiskPath) -> Bool {
        GitProjectReader.isHidden(name) || SourceFolder.allCases.contains { $0.rawValue == name.text }
    }

    private func snapshot(ofFolder id: String) throws(Diagnostic) -> Snapshot {
        guard let tree = trees[id] else { return Snapshot() }
        var listing = Listing(trees: trees, output: output)
        if let settings = tree.entry(Self.settings) { listing.addSettings(settings) }
        let content = tree.entry(Self.content)
        if let content {
            listing.addContent(content, as: Self.content)
        } else {
            listing.addFolder(tree, as: .empty, without: Self.isLeftOut, use: SourceFolder.useInPlainFolder)
        }
        guard listing.isOdd else { return Snapshot(texts: listing.texts, contentRoot: content == nil ? "" : SourceFolder.content.rawValue) }
        // A link may lead anywhere in the project, so all of it is needed.
        let entries = try repository.entries(ofTree: id)
        return try GitProjectReader.snapshot(entries, output: output) { ids throws(Diagnostic) in try repository.contents(ids) }
    }

    /// The texts below a project's folder, by the rules of `GitProjectReader`.
    private struct Listing {
        let trees: [String: GitTree]
        let output: DiskPath?
        var texts: [String: String] = [:]
        /// Whether there is something that cannot be told from the folders alone.
        var isOdd = false

        mutating func addSettings(_ entry: GitTree.Entry) {
            if entry.kind == .file { texts[Settings.file] = entry.id } else { isOdd = true }
        }

        mutating func addContent(_ entry: GitTree.Entry, as path: DiskPath) {
            guard entry.kind == .folder, let tree = trees[entry.id] else { return isOdd = true }
            addFolder(tree, as: path, without: GitProjectReader.isHidden, use: SourceFolder.content.use)
        }

        mutating func addFolder(
            _ tree: GitTree,
            as path: DiskPath,
            without: (DiskPath) -> Bool,
            use: (DiskPath) -> SourceFolder.Use
        ) {
            // A site of ours, which somebody committed.
            if path == output || tree.entry(Manifest.name) != nil { return }
            for entry in tree.entries where !without(entry.name) {
                let inner = path.appending(entry.name)
                switch entry.kind {
                case .file where use(entry.name) == .text:
                    if let name = inner.exactText { texts[name] = entry.id } else { isOdd = true }
                case .file: break
                case .folder:
                    guard let folder = trees[entry.id] else { break }
                    addFolder(folder, as: inner, without: GitProjectReader.isHidden, use: use)
                case .other: isOdd = true
                }
            }
        }
    }
}
