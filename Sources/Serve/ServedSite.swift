/// A site as it is served: the whole of one build.
struct ServedSite: Sendable {
    /// A file, and what distinguishes its versions.
    struct Entry: Sendable, Equatable {
        let contents: SiteFile.Contents
        /// For a file on the disk its size and time are added when it is read.
        let tag: String
    }

    /// By path.
    let entries: [String: Entry]

    /// - Parameters:
    ///   - version: no other edition has it.
    ///   - earlier: files that are the same as there keep their tag.
    ///   - kept: the folder whose files are taken from the earlier site.
    init(_ files: [SiteFile], version: String, after earlier: ServedSite? = nil, keeping kept: String? = nil) {
        var entries: [String: Entry] = [:]
        if let kept { entries = earlier?.entries.filter { $0.key.hasPrefix(kept + "/") } ?? [:] }
        for file in files {
            let old = earlier?.entries[file.path]
            entries[file.path] = old?.contents == file.contents ? old : Entry(contents: file.contents, tag: version)
        }
        self.entries = entries
    }

    /// The same with the files of a folder replaced.
    func with(_ files: [SiteFile], in folder: String, version: String) -> ServedSite {
        let others = entries.filter { !$0.key.hasPrefix(folder + "/") }
        let made = ServedSite(files.filter { $0.path.hasPrefix(folder + "/") }, version: version, after: self)
        return ServedSite(entries: others.merging(made.entries) { _, new in new })
    }

    private init(entries: [String: Entry]) { self.entries = entries }
}
