import Diagnostics
import Handbook
import Markdown

/// What folders are called, by the files that describe them: an opening page, or Docusaurus's `_category_`.
struct FolderLabels {
    struct Label {
        var title: String?
        var summary: String?
        var order: Int?
    }

    /// By the folder's path.
    private(set) var labels: [String: Label] = [:]

    /// Whether a file describes its folder and is nothing else.
    static func isLabel(_ name: String) -> Bool { ["_category_.json", "_category_.yml", "_category_.yaml"].contains(name) }

    /// Takes what a file of Docusaurus says of a folder. JSON is YAML too; what cannot be read says nothing.
    mutating func add(_ bytes: [UInt8], of folder: String) {
        let text = "---\n" + String(decoding: bytes, as: UTF8.self) + "\n---\n"
        let source = SourceText(path: folder, text: text.replacing("\r\n", with: "\n"))
        var label = Label()
        for entry in ForeignFrontMatter(Array(source.text.utf8), source).entries {
            switch entry.key {
            case "label": label.title = entry.value?.words
            case "position": label.order = entry.value?.words.flatMap(Int.init)
            case "link":
                guard case .record(let entries)? = entry.value else { break }
                label.summary = entries.first { $0.key == "description" }?.value.words
            default: break
            }
        }
        labels[folder] = label
    }

    /// Takes what the page says that opens a folder.
    mutating func add(_ page: ImportedPage, title: TitleProposal) {
        var label = labels[page.place.folder] ?? Label()
        if title.origin != .fileName { label.title = label.title ?? title.text }
        label.summary = label.summary ?? page.value("description", "summary")?.value.words
        label.order = label.order ?? page.value("weight", "order", "nav_order", "sidebar_position")?.value.words.flatMap(Int.init)
        labels[page.place.folder] = label
    }

    /// A folder's title; without a label its name.
    func title(_ folder: String) -> String {
        labels[folder]?.title ?? ImportedPlace.words(ImportedPlace.bare(folder.split(separator: "/").last.map(String.init) ?? ""))
    }
}
