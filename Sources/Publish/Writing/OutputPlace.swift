import Diagnostics
import Foundation

/// Where a site goes, proved to be a place that may be replaced.
struct OutputPlace {
    static let unsafe = Rule("unsafe-output", .error, "the output is a folder of its own, which nothing else needs")
    private static let help = "choose a folder of its own with --output, such as 'public'"

    /// The project's folder, resolved.
    let root: DiskPath
    /// The output folder, resolved: links followed, so that a link stays one.
    let folder: DiskPath
    /// As messages name it.
    let name: PlaceName

    /// Both as the process sees them: relative ones count from the working folder.
    init(root: String, output: String, home: String?) throws(Diagnostic) {
        name = PlaceName(output, root: root)
        do throws(DiskError) {
            self.root = try Disk.resolve(DiskPath(root))
            folder = try Disk.resolve(DiskPath(output))
        } catch {
            let reason = error.code == ELOOP ? "is a link that leads in a circle" : "cannot be reached: \(error.reason)"
            throw Self.unsafe("'\(name.text)' \(reason)", at: name.location, help: Self.help)
        }
        if let reason = danger(home: home) {
            throw Self.unsafe("'\(name.text)' \(reason)", at: name.location, help: Self.help)
        }
    }

    /// Where the bytes of a file come from, on the disk or not.
    func source(of item: OutputPlan.Item) -> Disk.Source {
        switch item.contents {
        case .bytes(let bytes): .bytes(bytes)
        case .copy(let path): .file(root.appending(path))
        }
    }

    /// Why the folder may not be replaced, as the end of a sentence.
    private func danger(home: String?) -> String? {
        if folder == .top { return "is the root of the file system" }
        if folder == root { return "is the project's own folder" }
        if root.relative(to: folder) != nil { return "holds the project's folder" }
        if let home, !home.isEmpty, let home = try? Disk.resolve(DiskPath(home)) {
            if folder == home { return "is your home folder" }
            if home.relative(to: folder) != nil { return "holds your home folder" }
        }
        for source in SourceFolder.allCases {
            // Twice: such a folder may be a link, and is in the way under both its names.
            let written = root.appending(source.rawValue)
            for place in [written, (try? Disk.resolve(written)) ?? written] {
                if folder == place { return "is a folder that the site is made from" }
                if folder.relative(to: place) != nil { return "is inside '\(source.rawValue)', which the site is made from" }
                if place.relative(to: folder) != nil { return "holds '\(source.rawValue)', which the site is made from" }
            }
        }
        return nil
    }
}

/// How messages name a folder that was given on the command line: relative to the project where it is inside.
struct PlaceName {
    let text: String
    /// For findings; `nil` outside the project.
    let location: Location?

    init(_ path: String, root: String) {
        let (given, base) = (Self.absolute(path), Self.absolute(root))
        if let inner = given.relative(to: base), !inner.isEmpty {
            text = inner.text
            location = Location(inner.text)
        } else if let real = try? Disk.resolve(given), let realBase = try? Disk.resolve(base),
            let inner = real.relative(to: realBase), !inner.isEmpty
        {
            text = inner.text
            location = Location(inner.text)
        } else {
            text = path
            location = nil
        }
    }

    /// Without links followed: a link is named by its own name.
    private static func absolute(_ path: String) -> DiskPath {
        let here = (try? Disk.resolve(DiskPath("."))) ?? .top
        let full = DiskPath(path).isAbsolute ? DiskPath(path) : here.appending(path)
        var parts: [DiskPath] = []
        for part in full.components where part.text != "." {
            if part.text == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.reduce(.top) { $0.appending($1) }
    }
}
