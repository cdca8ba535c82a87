import Diagnostics
import Markdown

/// What `.gitbook.yaml` says: the addresses that pages had.
enum GitBookSettings {
    static let file = ".gitbook.yaml"

    /// The old addresses, by the paths of the pages that they lead to; paths count from the folder of the file.
    static func redirects(_ bytes: [UInt8]) -> [String: [String]] {
        let text = "---\n" + String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n") + "\n---\n"
        let entries = ForeignFrontMatter(Array(text.utf8), SourceText(path: file, text: text)).entries
        func clean(_ path: String) -> String { path.split(separator: "/").filter { $0 != "." }.joined(separator: "/") }
        let root = entries.first { $0.key == "root" }?.value?.words.map(clean) ?? ""
        guard case .record(let list)? = entries.first(where: { $0.key == "redirects" })?.value else { return [:] }
        var redirects: [String: [String]] = [:]
        for entry in list {
            guard let words = entry.value.words else { continue }
            let path = clean(String(words.prefix { $0 != "#" && $0 != "?" }))
            redirects[root.isEmpty ? path : "\(root)/\(path)", default: []].append(entry.key)
        }
        return redirects
    }
}
