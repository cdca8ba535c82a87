import Handbook
import Markdown

/// What a file's path says about a page that is imported.
struct ImportedPlace {
    /// The path below the folder of the pages.
    let path: String
    /// The folders on the way to it.
    let folders: [String]
    /// The file's name without its ending.
    let name: String
    let ending: String
    /// Which of the folders says a kind, and which kind.
    let told: (folder: Int, kind: Kind)?
    /// What the file's name is without a number or a date before it.
    let stem: String
    /// The number, as Docusaurus sorts pages by it: `02-setup`.
    let number: Int?
    /// The date, as Jekyll has it: `2024-03-31-hello`.
    let date: String?

    init(_ path: String) {
        self.path = path
        var parts = path.split(separator: "/").map(String.init)
        let file = parts.popLast() ?? ""
        let dot = file.lastIndex(of: ".") ?? file.endIndex
        (name, ending) = (String(file[..<dot]), String(file[dot...].dropFirst()))
        folders = parts
        told = parts.enumerated().lazy.compactMap { index, folder in KindWords.kind(Self.bare(folder)).map { (index, $0) } }.first
        if let match = name.wholeMatch(of: #/(\d{4}-\d{2}-\d{2})-(.+)/#), CalendarDate(String(match.1)) != nil {
            (stem, number, date) = (String(match.2), nil, String(match.1))
        } else if let match = name.wholeMatch(of: #/(\d{1,3})(?:[-_]|\. ?| - )(\D.*)/#) {
            (stem, number, date) = (String(match.2), Int(match.1), nil)
        } else {
            (stem, number, date) = (name, nil, nil)
        }
    }

    /// A folder's name without a number before it, or the line that Jekyll's collections begin with.
    static func bare(_ folder: String) -> String {
        let bare = folder.wholeMatch(of: #/\d{1,3}[-_. ]+(\D.*)/#).map { String($0.1) } ?? folder
        return String(bare.drop { $0 == "_" })
    }

    /// A name as words: `data-engineer` as `Data engineer`.
    static func words(_ name: String) -> String {
        let words = name.split { $0 == "-" || $0 == "_" || $0.isWhitespace }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// Whether it opens its folder, by the name that some tool gives such files.
    var opensFolder: Bool { ["index", "_index", "readme"].contains(name.lowercased()) }

    /// The folder it lies in; empty for the topmost.
    var folder: String { folders.joined(separator: "/") }

    /// The first folder below the one that says the kind.
    var groupFolder: String? {
        guard let told, folders.indices.contains(told.folder + 1) else { return nil }
        return folders[...(told.folder + 1)].joined(separator: "/")
    }
}

/// The words by which folders and labels say what a page describes.
enum KindWords {
    /// The kind that a word means, in any form of it.
    static func kind(_ word: String) -> Kind? {
        words[NameIndex.key(word.replacing("-", with: " ").replacing("_", with: " "))]
    }

    private static let words: [String: Kind] = {
        let all: [(Kind, [String])] = [
            (
                .role,
                [
                    "role", "roles", "person", "people", "job", "jobs", "job profile", "job profiles", "job description",
                    "job descriptions", "rolle", "rollen",
                ]
            ),
            (.relation, ["relation", "relations", "relationship", "relationships"]),
            (
                .matrix,
                [
                    "matrix", "matrices", "raci", "rasci", "daci", "rapid", "raci matrix", "raci matrices", "responsibility matrix",
                    "responsibility matrices",
                ]
            ),
            (.activity, ["activity", "activities", "task", "tasks"]),
            (.stage, ["stage", "stages", "lifecycle", "life cycle", "phase", "phases"]),
            (.team, ["team", "teams"]),
            (.source, ["source", "sources", "reference", "references", "bibliography"]),
        ]
        return Dictionary(all.flatMap { kind, words in words.map { ($0, kind) } }) { first, _ in first }
    }()
}
