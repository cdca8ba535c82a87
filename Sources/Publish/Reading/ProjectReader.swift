import Diagnostics
import Foundation
import Handbook

/// Gathers the files of a project, and what is wrong with them.
struct ProjectReader {
    static let tooLarge = Rule("file-too-large", .error, "a text of the project has at most 8 MiB")
    static let special = Rule("special-file", .warning, "a project is made of files, folders and links to files")
    static let notUTF8 = Rule("file-name-not-utf8", .error, "the names of files and folders are UTF-8")
    static let sameName = Rule("same-file-name", .error, "the names of two files differ in more than their Unicode form")
    static let unpublishedFile = Rule(
        "unpublished-file",
        .warning,
        "content holds pages, and files that pages can show: pictures, PDF files, media, archives"
    )
    static let hiddenPage = Rule("hidden-page", .note, "the name of a page's file does not begin with a dot")
    static let unusedTemplate = Rule("unused-template", .note, "templates holds .mustache, .css, .js and .svg files")

    /// The most bytes of a text.
    static let limit = 8 * 1024 * 1024

    /// Resolved.
    let root: DiskPath
    /// The output folder, resolved; its files are never read.
    let output: DiskPath?
    var files = ProjectFiles()
    var findings = Findings()

    init(root: DiskPath, output: DiskPath?) {
        self.root = root
        self.output = output
    }

    /// Reads `handbook.yml`.
    mutating func readFile(_ path: DiskPath) {
        guard let entry = look(at: path, isWanted: true) else { return }
        guard case .file(let real) = entry else {
            findings.add(
                SourceFolder.unreadable(
                    "'\(path.text)' is a folder, not a file",
                    at: Location(path.text),
                    help: "move it away, or make it a file"
                )
            )
            return
        }
        add(path, at: real, as: .text)
    }

    /// Reads `content`, `templates` or `static`.
    mutating func readFolder(_ source: SourceFolder) {
        let path = DiskPath(source.rawValue)
        // This folder alone may be a link to another in the project.
        switch look(at: path, isWanted: true, mayLinkToFolder: true) {
        case .folder(let real): walk(real, as: path, of: source)
        case .file:
            findings.add(
                ProjectFolder.notAFolder(
                    "'\(path.text)' is a file, not a folder",
                    at: Location(path.text),
                    help: "move it away, or make it a folder"
                )
            )
        case nil: break
        }
    }

    /// Reads the Markdown and the pictures of a project without `content`.
    ///
    /// - Parameter most: how many files and folders it may have.
    /// - Returns: whether it has no more.
    mutating func readPlainFolder(most: Int) -> Bool {
        files.contentRoot = ""
        return walk(root, as: .empty, of: nil, most: most)
    }

    /// Goes through a folder and those in it, in order of their names.
    ///
    /// - Parameters:
    ///   - real: the folder on the disk.
    ///   - path: how the project names it.
    ///   - source: whose it is; `nil` in a project without `content`.
    ///   - most: how many files and folders are looked at.
    /// - Returns: whether there are no more.
    @discardableResult
    private mutating func walk(_ real: DiskPath, as path: DiskPath, of source: SourceFolder?, most: Int = .max) -> Bool {
        var count = 0
        let others = source == nil ? Set(SourceFolder.allCases.map { DiskPath($0.rawValue) } + [DiskPath("archetypes")]) : []
        var pending = [(real: real, path: path)]
        while let folder = pending.popLast() {
            if folder.real == output { continue }
            let names: [DiskPath]
            do throws(DiskError) { names = try Disk.names(in: folder.real) } catch {
                addUnreadable(folder.path.isEmpty ? DiskPath(".") : folder.path, error)
                continue
            }
            // A site of ours, which went to another output at another time.
            if source != .static, names.contains(Manifest.name) { continue }
            if source == .content || source == nil { reportHiddenPages(names, in: folder.path) }
            count += names.count
            if count > most { return false }
            for name in names where !Self.isHidden(name, in: source) {
                let inner = folder.path.appending(name)
                let use = source?.use(of: name) ?? SourceFolder.useInPlainFolder(of: name)
                switch look(at: inner, in: folder.real, isWanted: use != .ignored) {
                case .folder(let real) where !others.contains(inner): pending.append((real, inner))
                case .file(let real): add(inner, at: real, as: use)
                case .folder, nil: break
                }
            }
        }
        return true
    }

    /// What begins with a dot is ignored, except in `static`, which is copied as it is: servers want `.nojekyll`,
    /// `.htaccess` and `.well-known`. There only what version control and file managers leave is ignored.
    private static func isHidden(_ name: DiskPath, in source: SourceFolder?) -> Bool {
        let leftovers: Set<String> = [".DS_Store", ".git", ".gitignore", ".gitkeep", ".keep"]
        if source == .static { return leftovers.contains(name.text) }
        return name.bytes.first == UInt8(ascii: ".") || name.text == "node_modules"
    }

    /// Pages that are ignored, since their names begin with a dot. What editors and file managers leave is none.
    private mutating func reportHiddenPages(_ names: [DiskPath], in folder: DiskPath) {
        for name in names.map(\.text) where name.hasPrefix(".") && name.hasSuffix(".md") && !name.hasPrefix("._") && !name.hasPrefix(".#") {
            let path = folder.appending(name).text
            findings.add(
                Self.hiddenPage("'\(path)' is not read", at: Location(path), help: "rename it to '\(name.drop { $0 == "." })'")
            )
        }
    }

    private mutating func add(_ path: DiskPath, at real: DiskPath, as use: SourceFolder.Use) {
        switch use {
        case .ignored: break
        case .unused:
            findings.add(
                Self.unusedTemplate(
                    "'\(path.text)' is not used",
                    at: Location(path.text),
                    help: "move it to 'static', which is copied as it is"
                )
            )
        case .unpublished where path.name.text == Settings.file:
            findings.add(
                ProjectFolder.handbookYaml(
                    "'\(path.text)' is not read: the settings are not in '\(SourceFolder.content.rawValue)', but beside it",
                    at: Location(path.text),
                    help: "move it to '\(Settings.file)'"
                )
            )
        case .unpublished:
            findings.add(
                Self.unpublishedFile(
                    "'\(path.text)' is not published",
                    at: Location(path.text),
                    help: "move it to 'static', which is copied as it is, or out of the project"
                )
            )
            if let name = path.exactText { files.unpublished.insert(name) }
        case .text, .asset:
            guard let name = path.exactText else { return addBadName(path) }
            guard files.texts[name] == nil, !files.assets.contains(name) else {
                findings.add(
                    Self.sameName(
                        "'\(name)' is the name of two files, written with different Unicode characters",
                        at: Location(name),
                        help: "rename one of them"
                    )
                )
                return
            }
            if use == .text { addText(name, at: real) } else { addAsset(name, at: real) }
        }
    }

    mutating func addText(_ name: String, at real: DiskPath) {
        do throws(DiskError) {
            if let bytes = try Disk.read(real, limit: Self.limit) {
                files.texts[name] = bytes
            } else {
                findings.add(Self.tooLarge("'\(name)' has more than 8 MiB", at: Location(name), help: "split it into several files"))
            }
        } catch {
            addUnreadable(DiskPath(name), error)
        }
    }

    private mutating func addAsset(_ name: String, at real: DiskPath) {
        // Reported here, with the other findings, rather than when the site is half written.
        guard access(real.c, R_OK) == 0 else { return addUnreadable(DiskPath(name), DiskError(.reading, real)) }
        files.assets.insert(name)
        files.imageSizes[name] = imageSize(name, at: real)
    }

    /// The size of a picture, from the first bytes of its file. One that cannot be read is reported when it is copied.
    private func imageSize(_ name: String, at real: DiskPath) -> ImageSize? {
        guard let ending = name.split(separator: ".").last?.lowercased(), ImageHeader.endings.contains(ending),
            let start = try? Disk.start(of: real, count: ImageHeader.length)
        else { return nil }
        if !ImageHeader.needsMore(start) { return ImageHeader.size(start) }
        return (try? Disk.start(of: real, count: ImageHeader.limit)).flatMap { ImageHeader.size($0) }
    }

    mutating func addUnreadable(_ path: DiskPath, _ error: DiskError) {
        findings.add(
            SourceFolder.unreadable(
                "'\(path.text)' cannot be read: \(error.reason)",
                at: Location(path.text),
                help: SourceFolder.unreadableHelp
            )
        )
    }

    mutating func addBadName(_ path: DiskPath) {
        findings.add(
            Self.notUTF8("'\(path.text)' has a name that is not UTF-8", at: Location(path.text), help: "rename it, in UTF-8")
        )
    }
}
