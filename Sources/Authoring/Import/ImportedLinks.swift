import Diagnostics
import Foundation
import Handbook

/// Which file of the imported folder a link means, whether it counts from the page's file, from the root of the content, or
/// from an address that the page had. Paths count from the imported folder.
struct ImportedLinks {
    private let root: String
    /// Whether addresses of pages are files' and not folders'.
    private let isMDX: Bool
    private let paths: Set<String>
    private let byLowercase: [String: String]
    /// Paths by the file's name in lower case.
    private let byName: [String: [String]]
    /// Pages by the addresses that they had elsewhere, without slashes at the ends.
    private var addresses: [String: String] = [:]
    /// The addresses that links of a page may count from.
    private var homes: [String: [String]] = [:]

    /// - Parameters:
    ///   - root: the folder of the pages, ended by `/`; empty for the imported folder itself.
    ///   - paths: every file there is.
    ///   - isMDX: whether it is a project of Docusaurus.
    init(root: String, paths: Set<String>, isMDX: Bool = false) {
        (self.root, self.paths, self.isMDX) = (root, paths, isMDX)
        let sorted = paths.sorted()
        byLowercase = Dictionary(sorted.map { ($0.lowercased(), $0) }) { first, _ in first }
        byName = Dictionary(grouping: sorted) { $0.split(separator: "/").last?.lowercased() ?? "" }
    }

    /// Adds the addresses that a page had.
    mutating func add(_ page: ImportedPage) {
        let path = root + page.place.path
        let folders = page.place.folders.map(ImportedPlace.bare)
        let pretty = (page.place.opensFolder ? folders : folders + [page.place.stem]).joined(separator: "/")
        func given(_ keys: String...) -> [String] {
            keys.flatMap { page.value($0)?.value.texts ?? [] }.filter { $0.contains("/") && !$0.contains(":") && !$0.contains("{") }
                .map(Self.address)
        }
        let own = given("permalink", "url", "slug")
        homes[path] = (own.prefix(1) + [pretty]).uniqued()
        if page.value("slug")?.value.words == "/", addresses[""] == nil { addresses[""] = path }
        // Docusaurus knows a page by its id in the place of the file's name.
        let id = page.value("id")?.value.words.flatMap { $0.contains("/") || $0.contains(":") ? nil : $0 }
        let known = id.map { [(folders + [$0]).joined(separator: "/")] } ?? []
        for address in own + given("redirect_from", "aliases") + [pretty] + known where !address.isEmpty {
            for key in [address, root + address] where addresses[key.lowercased()] == nil { addresses[key.lowercased()] = path }
        }
    }

    private static func address(_ text: String) -> String {
        var path = text.split(separator: "/").joined(separator: "/")
        if path.hasSuffix("index.html") { path = String(path.dropLast(10)) }
        if path.hasSuffix(".html") { path = String(path.dropLast(5)) }
        return path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// A file, and what follows the path in the address; `nil` for a link to another site, within the page, or to nothing.
    func file(_ url: String, in page: ImportedPage) -> (path: String, rest: String)? {
        guard LinkResolver.scheme(of: url) == nil, !url.hasPrefix("//") else { return nil }
        let written = url.prefix { $0 != "#" && $0 != "?" }
        guard !written.isEmpty else { return nil }
        let rest = String(url[written.endIndex...].drop { $0 != "#" })
        let path = written.removingPercentEncoding ?? String(written)
        let own = root + page.place.path
        if path.hasPrefix("/") {
            let inner = String(path.drop { $0 == "/" })
            for candidate in [root + inner, inner, "static/" + inner, "public/" + inner] {
                if let found = existing(candidate) { return (found, rest) }
            }
            return addresses[Self.address(inner).lowercased()].map { ($0, rest) }
        }
        if let target = LinkResolver.join(own, path), let found = existing(target) { return (found, rest) }
        // GitBook finds a picture in the hidden folder at the top, however the way to it is written.
        if let hidden = path.range(of: "/.gitbook/"), let found = existing(String(path[path.index(after: hidden.lowerBound)...])) {
            return (found, rest)
        }
        // Elsewhere links count from a page's address, which is a folder with most tools, and with Docusaurus a file.
        let homes = homes[own] ?? []
        let (folders, files) = (homes.map { $0 + "/_" }, homes)
        for base in isMDX ? files + folders : folders + files {
            guard let target = LinkResolver.join(base, path) else { continue }
            if let page = addresses[Self.address(target).lowercased()] { return (page, rest) }
            if let found = existing(root + target) { return (found, rest) }
        }
        return nil
    }

    /// The one file of a name anywhere, as Obsidian finds it.
    func file(named name: String) -> String? {
        let wanted = name.lowercased()
        let last = wanted.split(separator: "/").last.map(String.init) ?? ""
        let fitting = (byName[last] ?? byName[last + ".md"] ?? []).filter { path in
            let lower = path.lowercased()
            return [wanted, wanted + ".md"].contains { lower == $0 || lower.hasSuffix("/" + $0) }
        }
        return fitting.count == 1 ? fitting[0] : nil
    }

    private static let openings = ["index.md", "README.md", "_index.md", "index.mdx"]

    /// A file as its path may be written: without an ending, or by its folder.
    private func existing(_ path: String) -> String? {
        let bare = path.hasSuffix("/") ? String(path.dropLast()) : path
        let folder = bare.isEmpty ? "" : bare + "/"
        var candidates = bare == path ? [path, path + ".md", path + ".mdx", path + ".markdown"] : [bare + ".md"]
        candidates += Self.openings.map { folder + $0 }
        if path.hasSuffix(".html") { candidates.append(path.dropLast(5) + ".md") }
        return candidates.first(where: paths.contains) ?? candidates.lazy.compactMap { byLowercase[$0.lowercased()] }.first
    }

    // MARK: - Writing

    /// An address that leads from one file to another; both paths count from the same folder.
    static func relative(_ target: String, from file: String) -> String {
        var from = file.split(separator: "/").dropLast()[...]
        var to = target.split(separator: "/")[...]
        while let first = from.first, to.count > 1, first == to.first {
            from.removeFirst()
            to.removeFirst()
        }
        return encoded((from.map { _ in ".." } + to).joined(separator: "/"))
    }

    /// A path as it is written in a link.
    static func encoded(_ path: String) -> String {
        var text = ""
        for scalar in path.unicodeScalars {
            if scalar.value <= 0x20 || "()<>\"\\`%#?[]{}|^".unicodeScalars.contains(scalar) {
                for byte in String(scalar).utf8 { text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
