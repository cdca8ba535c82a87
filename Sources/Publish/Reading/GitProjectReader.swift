import Changes
import Diagnostics
import Handbook

/// Gathers the files of a project as they are in a tree of git's, by the rules that hold for a folder on the disk.
struct GitProjectReader {
    private let entries: [DiskPath: GitEntry]
    private let inOrder: [GitEntry]
    /// Where links of the tree lead, by their path: to a file or a folder of the tree.
    private var targets: [DiskPath: DiskPath] = [:]
    /// Every folder, and those that hold a published site.
    private var folders: Set<DiskPath> = []
    private var sites: Set<DiskPath> = []
    private let output: DiskPath?
    private var files = ProjectFiles()
    private var findings = Findings()
    /// The texts to read, by the path in the project.
    private var wanted: [(name: String, id: String)] = []

    /// Reads a project; `output` is the site's folder, relative to the project's, if it is in it.
    static func read(
        _ entries: [GitEntry],
        output: DiskPath?,
        contents: ([String]) throws(Diagnostic) -> [String: [UInt8]]
    ) throws(Diagnostic) -> (files: ProjectFiles, findings: Findings) {
        var reader = try gathered(entries, output: output, contents: contents)
        let texts = try contents(reader.wanted.map(\.id))
        for (name, id) in reader.wanted { reader.add(name, texts[id] ?? []) }
        return (reader.files, reader.findings)
    }

    /// The ids of a project's texts by their paths, without reading them.
    static func snapshot(
        _ entries: [GitEntry],
        output: DiskPath?,
        contents: ([String]) throws(Diagnostic) -> [String: [UInt8]]
    ) throws(Diagnostic) -> Snapshot {
        let reader = try gathered(entries, output: output, contents: contents)
        let theme = SourceFolder.templates.rawValue + "/"
        let texts = reader.wanted.filter { !$0.name.hasPrefix(theme) }.map { ($0.name, $0.id) }
        return Snapshot(texts: Dictionary(texts) { first, _ in first }, contentRoot: reader.files.contentRoot)
    }

    private static func gathered(
        _ entries: [GitEntry],
        output: DiskPath?,
        contents: ([String]) throws(Diagnostic) -> [String: [UInt8]]
    ) throws(Diagnostic) -> GitProjectReader {
        var reader = GitProjectReader(entries, output: output)
        let links = entries.filter { $0.kind == .link }
        if !links.isEmpty { reader.follow(links, try contents(links.map(\.id))) }
        reader.gather()
        return reader
    }

    private init(_ entries: [GitEntry], output: DiskPath?) {
        inOrder = entries
        self.entries = Dictionary(entries.map { ($0.path, $0) }) { first, _ in first }
        self.output = output
        for entry in entries {
            folders.formUnion(entry.path.ancestors)
            if entry.path.name == Manifest.name { sites.insert(entry.path.parent) }
        }
    }

    // MARK: - Links

    /// What a link leads to is known when its target has been read; a chain of them is followed as far as Linux does.
    private mutating func follow(_ links: [GitEntry], _ contents: [String: [UInt8]]) {
        let written = Dictionary(links.map { ($0.path, DiskPath(bytes: contents[$0.id] ?? [])) }) { first, _ in first }
        for link in links {
            var path = link.path
            for _ in 0..<40 {
                guard let target = written[path] else { break }
                guard let next = Self.join(path.parent, target) else { break }
                path = next
                if folders.contains(path) || entries[path].map({ $0.kind == .file }) == true { targets[link.path] = path }
            }
        }
    }

    /// A path from a folder; `nil` when it leaves the project.
    private static func join(_ folder: DiskPath, _ path: DiskPath) -> DiskPath? {
        if path.isAbsolute { return nil }
        var joined = folder
        for part in path.components where part.text != "." {
            if part.text == ".." {
                if joined.isEmpty { return nil }
                joined = joined.parent
            } else {
                joined = joined.appending(part)
            }
        }
        return joined
    }

    // MARK: - Files

    private mutating func gather() {
        let settings = DiskPath(Settings.file)
        if let entry = file(at: settings) { add(settings, entry, as: .text) }
        for source in SourceFolder.allCases {
            let path = DiskPath(source.rawValue)
            walk(targets[path] ?? path, as: path, skippingSites: source != .static) { source.use(of: $0) }
        }
        let content = DiskPath(SourceFolder.content.rawValue)
        guard entries[content] == nil, !folders.contains(content) else { return }
        files.contentRoot = ""
        let others = SourceFolder.allCases.map { DiskPath($0.rawValue) }
        walk(.empty, as: .empty, skippingSites: true) {
            SourceFolder.useInPlainFolder(of: $0)
        } leavesOut: { path in
            others.contains { path.relative(to: $0) != nil }
        }
    }

    private mutating func walk(
        _ folder: DiskPath,
        as path: DiskPath,
        skippingSites: Bool,
        use: (DiskPath) -> SourceFolder.Use,
        leavesOut: (DiskPath) -> Bool = { _ in false }
    ) {
        for entry in inOrder {
            guard let inner = folder.isEmpty ? entry.path : entry.path.relative(to: folder), !inner.isEmpty else { continue }
            let ways = [entry.path.parent] + entry.path.parent.ancestors
            guard !inner.components.contains(where: Self.isHidden), !leavesOut(inner),
                output.map({ entry.path.relative(to: $0) == nil }) ?? true,
                !skippingSites || !ways.contains(where: { sites.contains($0) && (folder.isEmpty || $0.relative(to: folder) != nil) })
            else { continue }
            let name = path.appending(inner)
            if entry.kind == .submodule {
                addSubmodule(name)
            } else if let file = file(at: entry.path) {
                add(name, file, as: use(entry.path.name))
            }
        }
    }

    /// A file, a link to one followed.
    private func file(at path: DiskPath) -> GitEntry? {
        guard let entry = entries[targets[path] ?? path], entry.kind == .file else { return nil }
        return entry
    }

    static func isHidden(_ name: DiskPath) -> Bool {
        name.bytes.first == UInt8(ascii: ".") || name.text == "node_modules"
    }

    private mutating func add(_ path: DiskPath, _ entry: GitEntry, as use: SourceFolder.Use) {
        guard use == .text || use == .asset else { return }
        guard let name = path.exactText else {
            findings.add(
                ProjectReader.notUTF8("'\(path.text)' has a name that is not UTF-8", at: Location(path.text), help: "rename it, in UTF-8")
            )
            return
        }
        if use == .asset {
            files.assets.insert(name)
        } else {
            wanted.append((name, entry.id))
        }
    }

    private mutating func add(_ name: String, _ text: [UInt8]) {
        if text.count > ProjectReader.limit {
            findings.add(
                ProjectReader.tooLarge("'\(name)' has more than 8 MiB", at: Location(name), help: "split it into several files")
            )
        } else {
            files.texts[name] = text
        }
    }

    private mutating func addSubmodule(_ path: DiskPath) {
        findings.add(
            GitRules.submodule(
                "'\(path.text)' is a submodule, and its files are not read",
                at: Location(path.text),
                help: "compare two folders instead"
            )
        )
    }
}
