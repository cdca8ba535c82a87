import Foundation
import Handbook

/// What a project is made of, as it is on the disk now: for telling whether anything has changed, without reading it.
public struct ProjectFingerprint: Sendable, Equatable {
    /// What distinguishes two states of a file, by its path in the project. Folders end with a slash.
    public private(set) var stamps: [String: String] = [:]
    /// The folders in which something may change, by their absolute paths.
    public private(set) var folders: Set<String> = []

    private let root: DiskPath
    private let output: DiskPath?

    /// Looks at what `ProjectFolder.read` would read. What cannot be looked at is left out.
    ///
    /// - Parameters:
    ///   - source: the project's folder, as the process sees it.
    ///   - output: the site's folder, which is ignored.
    public init(_ source: String, output: String) {
        root = (try? Disk.resolve(DiskPath(source.isEmpty ? "." : source))) ?? DiskPath(source)
        self.output = try? Disk.resolve(DiskPath(output))
        guard let names = try? Disk.names(in: root) else { return }
        attend(root)
        // A baseline is one of the files of JSON, and a build counts what it has.
        for name in names where name.text == Settings.file || name.text == "handbook.yaml" || name.text.hasSuffix(".json") {
            add(name, followed: false)
        }
        let sources = SourceFolder.allCases.map { DiskPath($0.rawValue) }
        for source in sources where names.contains(source) { add(source, followed: true) }
        if !names.contains(DiskPath(SourceFolder.content.rawValue)) {
            for name in names where !Self.isPassedOver(name) && !sources.contains(name) { add(name, followed: false) }
        }
    }

    /// - Parameter followed: whether a link to a folder is followed.
    private mutating func add(_ path: DiskPath, followed: Bool) {
        var pending = [(path: path, real: root.appending(path), followed: followed)]
        while let (path, real, followed) = pending.popLast() {
            guard real != output, let status = try? Disk.status(real) else { continue }
            switch status.kind {
            case .file, .special: stamps[path.text] = Self.stamp(status)
            case .folder: enter(path, real, &pending)
            case .link:
                stamps[path.text] = "link"
                guard let target = try? Disk.resolve(real), let status = try? Disk.status(target) else { continue }
                if status.kind == .folder {
                    if followed, target != output { enter(path, target, &pending) }
                } else {
                    stamps[path.text] = "link \(target.text) \(Self.stamp(status))"
                    attend(target.parent)
                }
            }
        }
    }

    private mutating func enter(_ path: DiskPath, _ real: DiskPath, _ pending: inout [(path: DiskPath, real: DiskPath, followed: Bool)]) {
        guard let names = try? Disk.names(in: real) else { return stamps[path.text + "/"] = "closed" }
        let isStatic = path.components.first?.text == SourceFolder.static.rawValue
        // A site of ours, which went to another output at another time.
        if !isStatic, names.contains(Manifest.name) { return }
        stamps[path.text + "/"] = ""
        attend(real)
        for name in names where isStatic || !Self.isPassedOver(name) { pending.append((path.appending(name), real.appending(name), false)) }
    }

    private mutating func attend(_ folder: DiskPath) {
        if let path = folder.exactText { folders.insert(path) }
    }

    /// What is never read, and what editors leave beside a file they change.
    private static func isPassedOver(_ name: DiskPath) -> Bool {
        name.bytes.first == UInt8(ascii: ".") || name.text == "node_modules" || name.bytes.last == UInt8(ascii: "~")
            || name.bytes.first == UInt8(ascii: "#")
    }

    private static func stamp(_ status: Disk.Status) -> String {
        "\(status.size) \(status.mode) \(status.modified.tv_sec).\(status.modified.tv_nsec)"
    }
}
