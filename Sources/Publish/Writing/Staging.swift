/// The folder in which a site is built before it takes the output's place.
struct Staging {
    let folder: DiskPath
    let place: OutputPlace
    /// What is in the output now, if anything.
    let before: ExistingSite?
    /// Files of the output that have the bytes they are to have.
    let unchanged: Set<DiskPath>

    /// Brings what others put into the output, then writes the site and its manifest.
    func build(_ plan: OutputPlan) throws(DiskError) -> Publisher.Summary {
        var summary = Publisher.Summary()
        let foreign = before?.foreign ?? []
        // By bytes, a folder comes before what is in it.
        for inner in plan.folders.union(foreign.flatMap(\.path.ancestors)).sorted() {
            try Disk.makeFolder(folder.appending(inner))
        }
        try Disk.carry(foreign, from: place.folder, to: folder)
        for item in plan.items {
            if try put(place.source(of: item), at: item.path) {
                summary.changed.append(item.path.text)
            } else {
                summary.unchanged += 1
            }
        }
        _ = try put(.bytes(plan.manifest.bytes), at: Manifest.name)
        if let before {
            summary.gone = before.ours.keys.filter { !plan.names.contains($0) }.sorted().map(\.text)
            summary.kept = before.kept
            try Disk.setStatus(ofFoldersIn: foreign, below: folder)
            try Disk.setMode(before.mode, of: folder)
        }
        return summary
    }

    /// Writes a file, or links the one that is there now if it has the same bytes; whether it wrote.
    private func put(_ source: Disk.Source, at path: DiskPath) throws(DiskError) -> Bool {
        let new = folder.appending(path)
        if unchanged.contains(path), let status = before?.ours[path] {
            try Disk.linkOrCopy(place.folder.appending(path), to: new, status: status)
            return false
        }
        try Disk.write(source, to: new)
        return true
    }
}
