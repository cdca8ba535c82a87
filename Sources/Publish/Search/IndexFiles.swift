import Foundation

/// The files that Pagefind has made, those that a site needs: the index itself, the script that reads it, and the
/// WebAssembly that script runs. Its own pages, styles and worker are left out.
struct IndexFiles {
    struct File {
        /// Relative to the index's folder.
        let name: String
        let bytes: [UInt8]
    }

    /// What is wrong with an index, as the end of a sentence.
    struct Flaw: LocalizedError {
        let errorDescription: String?
    }

    let all: [File]

    private static let named: Set<String> = ["pagefind.js", entry]
    private static let endings = [".pagefind", ".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".pf_sort"]
    private static let entry = "pagefind-entry.json"

    /// - Throws: a flaw when it is not all there, a disk error when it cannot be read.
    init(in folder: DiskPath) throws {
        var files: [File] = []
        for found in try Disk.tree(folder) {
            guard let name = found.path.exactText, Self.isNeeded(name) else { continue }
            switch found.status.kind {
            case .folder: continue
            // A link could lead anywhere.
            case .link, .special: throw Flaw(errorDescription: "it made \(found.status.kind.words), '\(name)'")
            case .file: break
            }
            files.append(File(name: name, bytes: try Disk.read(folder.appending(found.path), limit: .max) ?? []))
        }
        all = files.sorted { $0.name < $1.name }
        try check()
    }

    private static func isNeeded(_ name: String) -> Bool {
        named.contains(name) || endings.contains(where: name.hasSuffix)
    }

    /// As much of `pagefind-entry.json` as tells whether the index is whole.
    private struct Entry: Decodable {
        struct Language: Decodable {
            let hash: String
            let page_count: Int
        }
        let languages: [String: Language]
    }

    private func check() throws {
        let names = Set(all.map(\.name))
        for name in Self.named.sorted() where !names.contains(name) { throw Flaw(errorDescription: "it made no '\(name)'") }
        let bytes = all.first { $0.name == Self.entry }?.bytes ?? []
        guard let entry = try? JSONDecoder().decode(Entry.self, from: Data(bytes)), !entry.languages.isEmpty else {
            throw Flaw(errorDescription: "its '\(Self.entry)' cannot be read")
        }
        for (language, index) in entry.languages.sorted(by: { $0.key < $1.key }) {
            let meta = "pagefind.\(index.hash).pf_meta"
            if !names.contains(meta) { throw Flaw(errorDescription: "it made no '\(meta)' for the language '\(language)'") }
        }
        let pages = entry.languages.values.map(\.page_count).reduce(0, +)
        let found = all.count { $0.name.hasSuffix(".pf_fragment") }
        if found < pages { throw Flaw(errorDescription: "it counts \(pages) pages and made \(found)") }
    }
}
