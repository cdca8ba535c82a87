import Diagnostics
import Foundation

/// What is in the output folder before a site is put there.
struct ExistingSite {
    static let foreignOutput = Rule("foreign-output", .error, "only an empty folder, or one that handbook wrote, is replaced")
    static let notAFolder = Rule("output-not-a-folder", .error, "the output is a folder")
    static let collision = Rule("output-collision", .error, "the site does not overwrite what handbook did not write")

    /// Names that keep an empty folder in a repository: a folder with only these counts as empty.
    private static let placeholders: Set<DiskPath> = [DiskPath(".gitkeep"), DiskPath(".gitignore"), DiskPath(".keep")]

    /// The folder's own permissions, for the folder that takes its place.
    let mode: mode_t
    /// What the manifest names, itself included: none in a folder that counts as empty.
    let names: Set<DiskPath>
    /// What the manifest names and is there.
    let ours: [DiskPath: Disk.Status]
    /// All else, folders too, except those that only our files need.
    let foreign: [Disk.Entry]

    /// How many files of others are there.
    var kept: Int { foreign.count { $0.status.kind != .folder } }

    /// Looks at the output folder; `nil` where nothing is.
    static func inspect(_ place: OutputPlace) throws(Diagnostic) -> ExistingSite? {
        guard let status = try place.explaining({ () throws(DiskError) in try Disk.status(place.folder) }) else { return nil }
        guard status.kind == .folder else {
            throw notAFolder(
                "'\(place.name.text)' is \(status.kind.words), not a folder",
                at: place.name.location,
                help: "move it away, or choose another folder with --output"
            )
        }
        let entries = try place.explaining { () throws(DiskError) in try Disk.tree(place.folder) }
        let names = try manifest(of: place, entries: entries)
        let folders = Set(names.flatMap(\.ancestors))
        let foreign = entries.filter { entry in
            entry.status.kind == .folder ? !folders.contains(entry.path) : !names.contains(entry.path)
        }
        let ours = entries.filter { $0.status.kind != .folder && names.contains($0.path) }
        return ExistingSite(
            mode: status.mode,
            names: names,
            ours: Dictionary(ours.map { ($0.path, $0.status) }, uniquingKeysWith: { first, _ in first }),
            foreign: foreign
        )
    }

    /// The names in the manifest, its own too; none for a folder that counts as empty. Any other folder is refused.
    private static func manifest(of place: OutputPlace, entries: [Disk.Entry]) throws(Diagnostic) -> Set<DiskPath> {
        let path = place.folder.appending(Manifest.name)
        if entries.contains(where: { $0.path == Manifest.name && $0.status.kind == .file }) {
            let bytes = try place.explaining { () throws(DiskError) in try Disk.read(path, limit: .max) ?? [] }
            do {
                return try Manifest(bytes).paths.union([Manifest.name])
            } catch {
                throw refusal(of: place, for: error)
            }
        }
        let strangers = entries.filter { !placeholders.contains($0.path) || $0.status.kind != .file }
        guard let example = strangers.map(\.path).min() else { return [] }
        throw foreignOutput(
            "'\(place.name.text)' holds files that handbook did not write, such as '\(example.text)'",
            at: place.name.location,
            help: InterruptedPublish.help(for: place) ?? "choose another folder with --output, or empty '\(place.name.text)' yourself"
        )
    }

    private static func refusal(of place: OutputPlace, for refusal: Manifest.Refusal) -> Diagnostic {
        switch refusal {
        case .newer:
            foreignOutput(
                "'\(place.name.text)' was written by a newer handbook",
                at: place.name.location,
                help: "upgrade handbook, or choose another folder with --output"
            )
        case .damaged:
            foreignOutput(
                "'\(place.name.text)/\(Manifest.name.text)' is damaged",
                at: place.name.location,
                help: "empty '\(place.name.text)' yourself, or choose another folder with --output"
            )
        }
    }

    /// Which files of the site are there to the byte, the manifest among them.
    func unchanged(by plan: OutputPlan, at place: OutputPlace) throws(DiskError) -> Set<DiskPath> {
        let manifest = OutputPlan.Item(path: Manifest.name, contents: .bytes(plan.manifest.bytes))
        var unchanged: Set<DiskPath> = []
        for item in plan.items + [manifest] {
            guard let status = ours[item.path] else { continue }
            let path = place.folder.appending(item.path)
            if try Disk.holds(place.source(of: item), at: path, status: status) { unchanged.insert(item.path) }
        }
        return unchanged
    }

    /// Refuses a site that would overwrite a file of others, or need a folder where one is, or the other way round.
    func refuseCollision(with plan: OutputPlan, at place: OutputPlace) throws(Diagnostic) {
        for entry in foreign {
            let isInTheWay =
                entry.status.kind == .folder
                ? plan.names.contains(entry.path)
                : plan.names.contains(entry.path) || plan.folders.contains(entry.path)
            guard isInTheWay || entry.path.ancestors.contains(where: plan.names.contains) else { continue }
            throw Self.collision(
                "'\(place.name.text)/\(entry.path.text)' is in the way of the site, and handbook did not write it",
                at: place.name.location,
                help: "move it away, or rename the page or file that takes its place"
            )
        }
    }
}

extension Disk.Kind {
    /// "a file".
    var words: String {
        switch self {
        case .file: "a file"
        case .folder: "a folder"
        case .link: "a link"
        case .special(let words): words
        }
    }
}
