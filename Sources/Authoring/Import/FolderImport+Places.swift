import Diagnostics
import Handbook
import Markdown

extension FolderImporter {
    // MARK: - Places

    /// Gives pages their paths: the ones that they have, except names that handbook reads in another way.
    mutating func placePages() {
        let folders = Dictionary(grouping: pages.indices) { pages[$0].place.folder.lowercased() }
        let indexed = Set(folders.filter { $0.value.contains { pages[$0].place.name.lowercased() == "index" } }.keys)
        let home = homePage()
        let wanted = pages.indices.map {
            $0 == home ? "index.md" : Self.wanted(pages[$0].place, hasIndex: indexed.contains(pages[$0].place.folder.lowercased()))
        }
        // Pages that keep their path have the first claim to it.
        let order = pages.indices.sorted {
            (wanted[$0] == pages[$0].place.path ? 0 : 1, $0) < (wanted[$1] == pages[$1].place.path ? 0 : 1, $1)
        }
        for index in order {
            let target = Self.free(wanted[index], &takenPaths)
            pages[index].target = target
            targets[layout.root + pages[index].place.path] = "content/" + target
            if target != wanted[index] {
                pages[index].cannotTell("'\(wanted[index])' is there already: this page is '\(target)'")
            }
            if pages[index].place.folders.first == Privacy.folder {
                pages[index].cannotTell("the folder '\(Privacy.folder)' is private: the page is not published")
            }
        }
    }

    /// The page that `slug: /` makes the home page, where no file is one by its name.
    private mutating func homePage() -> Int? {
        let isThere = pages.contains { $0.place.folders.isEmpty && $0.place.opensFolder }
        var home: Int?
        for index in pages.indices {
            guard let (entry, value) = pages[index].value("slug"), value.words == "/" else { continue }
            if !isThere, home == nil, pages[index].kind == .page {
                home = index
                (pages[index].why, _) = ("the home page: 'slug: /'", pages[index].taken.insert(entry))
            } else {
                pages[index].cannotTell("'slug: /' makes it the home page elsewhere; here it is not", line: pages[index].line(entry))
            }
        }
        return home
    }

    /// Gives the files that are copied their paths, once the addresses of all pages are known.
    mutating func placeCopies() {
        for (table, page) in databasePages { targets[table] = targets[layout.root + page] }
        let addresses = Set(pages.map { address($0).lowercased() })
        for path in (files.others.union(files.hidden.filter { used[$0] != nil })).sorted() { place(path, addresses) }
        for path in files.hidden.union(files.hiddenTexts.keys).sorted() where used[path] == nil {
            leftOut.add(path, because: "not linked from any page")
        }
        for path in files.passedOver {
            let isHidden = path.split(separator: "/").last?.hasPrefix(".") == true
            plan.report.passedOver.append("\(path): \(isHidden ? "hidden" : "a folder of another tool")")
        }
        let known = Set(pages.map { layout.root + $0.place.path })
        for (path, old) in redirects.sorted(by: { $0.key < $1.key }) where !known.contains(path) {
            plan.report.untold.append(
                (
                    Location("\(files.name)/\(GitBookSettings.file)"),
                    "'\(old.joined(separator: "', '"))' redirects to '\(path)', which is not a page here"
                )
            )
        }
    }

    private mutating func place(_ path: String, _ addresses: Set<String>) {
        let isShown = ProjectFiles.isShown(path)
        let users = used[path] ?? []
        var inner = OwnFiles.withFolders(ImportedPlace.cleaned(path))
        switch layout.place(path) {
        case .rooted(let rooted):
            // A file that says what searching machines may do is meant to be at the root.
            let target = rooted == "robots.txt" ? rooted : ownPath(rooted, path, addresses)
            plan.copies.append(("static/" + target, path))
            targets[path] = "static/" + target
            return
        case .content(let below):
            inner = OwnFiles.withFolders(ImportedPlace.cleaned(below))
            guard !users.isEmpty || (isShown && !ImportLayout.isMachinery(below)) else { return tellUnshown(path, below) }
        case .passedOver: guard !users.isEmpty else { return leftOut.add(path, because: outside) }
        }
        // What no page can show is copied as it is, from a folder of its own, and published for whoever follows the link.
        if !isShown, users.allSatisfy({ pages[$0].isKept }) {
            plan.report.passedOver.append("\(path): only drafts link to it")
            return
        }
        let target = (isShown ? "content/" : "static/") + Self.free(ownPath(inner, path, addresses), &takenPaths)
        plan.copies.append((target, path))
        targets[path] = target
        if !isShown {
            plan.report.untold.append((Location("\(files.name)/\(path)"), "it is published, as '\(target)', since a page links to it"))
        }
    }

    /// A path at which a file is in the way of none that the site makes.
    private mutating func ownPath(_ path: String, _ from: String, _ addresses: Set<String>) -> String {
        guard OwnFiles.has(path, pages: addresses) else { return path }
        let other = "files/" + path
        plan.report.untold.append(
            (Location("\(files.name)/\(from)"), "the site has a file of its own at '\(path)': this one is '\(other)'")
        )
        return other
    }

    /// Lists a file that no page can show, and no page links to.
    private mutating func tellUnshown(_ path: String, _ inner: String) {
        let name = inner.split(separator: "/").last.map(String.init) ?? inner
        let ending = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
        unshown[path.dropLast(name.count) + "*" + ending, default: []].append(path)
    }

    /// The path that a page should have in the project.
    private static func wanted(_ place: ImportedPlace, hasIndex: Bool) -> String {
        let folder = place.folders.map { OwnFiles.asFolder($0) + "/" }.joined()
        // `README.md` opens the topmost folder here too, and `index.md` any.
        let isKnown = place.name.lowercased() == "index" || (place.folders.isEmpty && place.name.lowercased() == "readme")
        if place.opensFolder, !isKnown, !hasIndex { return folder + "index.md" }
        return folder + place.name + ".md"
    }

    /// A path that no other file has, also where case does not count.
    private static func free(_ path: String, _ taken: inout Set<String>) -> String {
        if taken.insert(path.lowercased()).inserted { return path }
        let dot = path.lastIndex(of: ".") ?? path.endIndex
        var number = 2
        while true {
            let other = "\(path[..<dot])-\(number)\(path[dot...])"
            if taken.insert(other.lowercased()).inserted { return other }
            number += 1
        }
    }
}
