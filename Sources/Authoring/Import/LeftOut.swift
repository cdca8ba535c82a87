/// What of the imported folder is not part of the project, counted by folder and reason.
struct LeftOut {
    private struct Count {
        var pages = 0
        var others = 0

        var words: String {
            let files = others == 1 ? "1 file" : "\(others) files"
            guard pages > 0 else { return files }
            let own = pages == 1 ? "1 Markdown file" : "\(pages) Markdown files"
            return others == 0 ? own : "\(own), \(files) of other kinds"
        }
    }

    private var folders: [String: [String: Count]] = [:]
    private var files: [String: String] = [:]

    /// Adds a file by its topmost folder.
    mutating func add(_ path: String, because reason: String) {
        guard let slash = path.firstIndex(of: "/") else {
            files[path] = reason
            return
        }
        let isPage = ImportedFiles.isPage(path)
        folders[String(path[...slash]), default: [:]][reason, default: Count()].pages += isPage ? 1 : 0
        folders[String(path[...slash]), default: [:]][reason, default: Count()].others += isPage ? 0 : 1
    }

    /// A line for each file at the top, and for each folder and reason.
    var lines: [String] {
        files.map { "\($0): \($1)" }
            + folders.flatMap { folder, reasons in reasons.map { "\(folder) (\($1.words)): \($0)" } }
    }
}
