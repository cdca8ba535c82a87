import Diagnostics
import Handbook
import Markdown

/// A folder that a project is to be made of, as values. Paths count from the folder.
public struct ImportedFiles: Sendable {
    /// How messages call the folder.
    public let name: String
    /// The folder's own name, for a title.
    public let title: String
    /// Bytes of what is read, by path: Markdown, and the files in which Docusaurus describes a folder.
    public var texts: [String: [UInt8]]
    /// Paths of all other files.
    public var others: Set<String>
    /// Bytes of Markdown in hidden folders that a text names: pages of the project if a page links to them.
    public var hiddenTexts: [String: [UInt8]]
    /// Paths of all other files in these folders.
    public var hidden: Set<String>
    /// What was not looked into: hidden files, and folders of other tools, which end in `/`.
    public var passedOver: [String]

    /// A folder's files.
    public init(
        name: String,
        title: String,
        texts: [String: [UInt8]] = [:],
        others: Set<String> = [],
        hiddenTexts: [String: [UInt8]] = [:],
        hidden: Set<String> = [],
        passedOver: [String] = []
    ) {
        (self.name, self.title, self.texts, self.others) = (name, title, texts, others)
        (self.hiddenTexts, self.hidden, self.passedOver) = (hiddenTexts, hidden, passedOver)
    }

    /// Whether a file's text is read, by its name: Markdown with any of its endings, and tables of Notion, settings of GitBook.
    public static func isText(_ name: String) -> Bool {
        isPage(name) || FolderLabels.isLabel(name) || NotionDatabase.isOne(name) || isSettings(name)
    }

    /// Whether a hidden file at the top is read: the settings of GitBook.
    public static func isSettings(_ name: String) -> Bool { name == GitBookSettings.file }

    /// The names of hidden folders that a text names in an address, such as `.gitbook` in `../.gitbook/assets/a.png`.
    public static func hiddenFolders(namedIn text: [UInt8]) -> Set<String> {
        var names: Set<String> = []
        var at = 0
        while let dot = text[at...].firstIndex(of: UInt8(ascii: ".")) {
            at = dot + 1
            guard dot == 0 || "/(<\"'= ".utf8.contains(text[dot - 1]) else { continue }
            let name = text[(dot + 1)...].prefix {
                $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: ".")
            }
            let end = dot + 1 + name.count
            guard !name.isEmpty, end < text.count, text[end] == UInt8(ascii: "/") else { continue }
            names.insert("." + String(decoding: name, as: UTF8.self))
        }
        return names
    }

    /// Whether a file is a page.
    static func isPage(_ name: String) -> Bool {
        let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last?.lowercased()
        return ["md", "markdown", "mdx", "mdown", "mkd"].contains(ending)
    }

    /// A folder that only ever holds what other tools are told or make.
    public static func isPassedOver(_ name: String) -> Bool {
        name.hasPrefix(".") || ["node_modules", "_layouts", "_includes", "_sass", "_site", "_plugins", "_data"].contains(name)
    }
}

/// A project made of something else: its files, and an account of how they came about.
public struct ImportPlan: Sendable {
    /// The texts of the project by path, in the order of the paths.
    public internal(set) var files: [(path: String, text: String)] = []
    /// Files that are copied: their paths in the project, and in the folder they come from.
    public internal(set) var copies: [(path: String, from: String)] = []
    /// What was proposed, and what could not be told.
    public internal(set) var report: ImportReport
    /// What stands in the way: with an error in it, there is no project.
    public internal(set) var findings = Findings()
    /// The texts that were read, for excerpts.
    public internal(set) var sources: [String: SourceText] = [:]

    /// Reports what could not be read of the folder. The rest is imported.
    public mutating func add(unread found: Findings) {
        report.untold += found.sorted.map { ($0.location, "\($0.message): not imported") }
    }

    /// Reports what is wrong in the new project and was before, as its baseline has it.
    public mutating func add(known findings: [Diagnostic]) {
        report.known += findings.map { ($0.location, "\($0.message) [\($0.rule.id)]") }
    }

    /// The project, as a check reads it.
    public var project: ProjectFiles {
        let texts = files.filter { $0.path == Settings.file || $0.path.hasSuffix(".md") }
        return ProjectFiles(
            texts: Dictionary(texts.map { ($0.path, Array($0.text.utf8)) }) { first, _ in first },
            assets: Set(copies.map(\.path).filter { $0.hasPrefix("static/") || ProjectFiles.isShown($0) })
        )
    }

    /// Settings that begin with a title and a language.
    static func settings(_ title: String, _ language: String?, _ more: [PlainValue.Entry]) -> String {
        let first = [PlainValue.Entry("title", .text(title)), PlainValue.Entry("language", .text(language ?? Settings().language))]
        return YAMLText.text(
            first + more.filter { if case .list(let items) = $0.value { !items.isEmpty } else { true } },
            fields: Settings.fields
        )
    }

    /// Groups or sides as settings have them.
    static func categories(_ key: String, _ list: [(id: String, title: String, summary: String?)]) -> PlainValue.Entry {
        PlainValue.Entry(
            key,
            .list(
                list.map { category in
                    let summary = category.summary.map { [PlainValue.Entry("summary", .text($0))] } ?? []
                    return .record(
                        [PlainValue.Entry("id", .text(category.id)), PlainValue.Entry("title", .text(category.title))] + summary
                    )
                }
            )
        )
    }
}

extension Rule {
    /// Something that no project can be made of.
    public static let cannotImport = Rule(
        "cannot-import",
        .error,
        "a project is made of a folder of Markdown, a CSV file or a handbook.json, and beside it"
    )
}
