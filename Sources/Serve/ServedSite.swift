/// A site as it is served: the whole of one build.
struct ServedSite: Sendable {
    private let files: any SiteFiles
    /// Files that were made after the site was first shown, or that are left from the site before until then.
    private let added: [SiteFile]
    private let addedFiles: MadeFiles

    /// - Parameters:
    ///   - earlier: the site before.
    ///   - kept: the folder whose files are taken from the site before.
    init(_ files: any SiteFiles, after earlier: ServedSite? = nil, keeping kept: String? = nil) {
        self.init(files, added: kept.flatMap { folder in earlier?.added.filter { $0.path.hasPrefix(folder + "/") } } ?? [])
    }

    private init(_ files: any SiteFiles, added: [SiteFile]) {
        (self.files, self.added) = (files, added)
        addedFiles = MadeFiles(added)
    }

    /// The same with the files of a folder replaced.
    func with(_ files: [SiteFile], in folder: String) -> ServedSite {
        ServedSite(self.files, added: added.filter { !$0.path.hasPrefix(folder + "/") } + files.filter { $0.path.hasPrefix(folder + "/") })
    }

    /// What is in the file at a path; `nil` where there is none.
    func contents(at path: String) async -> SiteFile.Contents? {
        if let contents = addedFiles.contents(at: path) { return contents }
        return await files.contents(at: path)
    }
}
