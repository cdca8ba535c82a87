import Diagnostics
import Handbook

/// Reads states of one project, one after another. A page that several of them have is read once.
struct HandbookStates {
    /// The handbook as it was.
    struct State {
        fileprivate let snapshot: Snapshot
        let handbook: Handbook
        /// Whether errors kept something of it from being read.
        let isPartlyRead: Bool
    }

    /// What a page is read from.
    private struct Key: Hashable {
        let path: String
        let id: String
    }

    private typealias Read = PageReader.Read

    /// The project as it is today: what is private in it was perhaps not at the time, and most pages are the same.
    private let current: ReadProject

    /// - Parameter current: the project as it is today.
    init(_ current: ReadProject) { self.current = current }

    private var pages: [PageReader.Context: [Key: Read]] = [:]
    /// The states that were read last: what was before one revision is mostly what was after another.
    private var recent: [State] = []
    private static let kept = 3

    /// The handbook of a snapshot. No check runs: what it would find is of no use any more.
    mutating func state(_ snapshot: Snapshot, _ contents: [String: [UInt8]]) async -> State {
        if let state = recent.first(where: { $0.snapshot == snapshot }) { return state }
        var findings = Findings()
        var files = ProjectFiles(texts: snapshot.texts.mapValues { _ in [] }, contentRoot: snapshot.contentRoot)
        if let id = snapshot.texts[Settings.file] { files.texts[Settings.file] = contents[id] }
        let settings = Settings.read(files, into: &findings)
        let read = await pages(of: files, PageReader(files, settings: settings)) { path in
            let id = snapshot.texts[path] ?? ""
            return (id, contents[id] ?? [])
        }
        for page in read where !page.findings.isEmpty { findings.add(contentsOf: page.findings) }
        let open = read.map(\.page).filter { !$0.privacy.isWhole && !current.privacy.pages.contains($0.id) }
        let handbook = HandbookReader.resolve(open, of: files.withoutPrivate, settings, marksMentions: false, into: &findings)
        let state = State(snapshot: snapshot, handbook: handbook, isPartlyRead: !HandbookDiff.hindrances(findings).isEmpty)
        recent.append(state)
        if recent.count > Self.kept { recent.removeFirst() }
        return state
    }

    /// Every page, in the order of their paths. `file` gives the id of what a path holds, and the bytes.
    private mutating func pages(
        of files: ProjectFiles,
        _ reader: PageReader,
        _ file: (String) -> (id: String, bytes: [UInt8])
    ) async -> [Read] {
        var known = pages.removeValue(forKey: reader.context) ?? [:]
        let wanted = files.pagePaths.map { path in (key: Key(path: path, id: file(path).id), path: path) }
        let missing = wanted.filter { known[$0.key] == nil }.map { (key: $0.key, bytes: file($0.path).bytes) }
        let (current, keys) = (current, current.privacy.keys)
        let read = await inParallel(missing) { page in
            let read = current.page(at: page.key.path, of: page.bytes, readBy: reader) ?? reader.read(page.key.path, page.bytes)
            return keys[read.page.id].map { reader.read(page.key.path, page.bytes, hiding: $0) } ?? read
        }
        for (page, result) in zip(missing, read) { known[page.key] = result }
        pages[reader.context] = known
        return wanted.compactMap { known[$0.key] }
    }
}
