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
    /// What was not looked into: hidden files, and folders of other tools, which end in `/`.
    public var passedOver: [String]

    /// A folder's files.
    public init(name: String, title: String, texts: [String: [UInt8]] = [:], others: Set<String> = [], passedOver: [String] = []) {
        (self.name, self.title, self.texts, self.others, self.passedOver) = (name, title, texts, others, passedOver)
    }

    /// Whether a file's text is read, by the end of its name; Markdown has several.
    public static func isText(_ name: String) -> Bool { isPage(name) || FolderLabels.isLabel(name) }

    /// Whether a file is a page.
    static func isPage(_ name: String) -> Bool {
        let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last?.lowercased()
        return ["md", "markdown", "mdx"].contains(ending)
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

    /// A plan of no files.
    public static func empty(_ name: String) -> ImportPlan { ImportPlan(report: ImportReport(heading: name)) }

    /// Adds what was found where the files were read.
    public mutating func add(_ found: Findings) { findings.add(contentsOf: found) }

    /// The project, as a check reads it.
    public var project: ProjectFiles {
        let texts = files.filter { $0.path == Settings.file || $0.path.hasSuffix(".md") }
        return ProjectFiles(
            texts: Dictionary(texts.map { ($0.path, Array($0.text.utf8)) }) { first, _ in first },
            assets: Set(copies.map(\.path))
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
