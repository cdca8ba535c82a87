import Handbook
import Markdown

/// What a file's path says about a page that is imported.
struct ImportedPlace {
    /// The path below the folder of the pages.
    let path: String
    /// The folders on the way to it, without the ids that Notion adds to names, and without a dot at the beginning.
    let folders: [String]
    /// The file's name without its ending, likewise.
    let name: String
    /// The id that Notion adds to the file's name.
    let id: String?
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
        (name, id) = Self.withoutID(String(file[..<dot]))
        ending = String(file[dot...].dropFirst())
        parts = parts.map(Self.folder)
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

    /// Whether Notion has written the file.
    var hasID: Bool { id != nil }

    /// The name of a folder in the project: without Notion's id, and without a dot before it, since hidden folders hold no content.
    static func folder(_ name: String) -> String {
        let bare = withoutID(name).name.drop { $0 == "." }
        return bare.isEmpty ? name : String(bare)
    }

    /// A path with such folders.
    static func cleaned(_ path: String) -> String { path.split(separator: "/").map { folder(String($0)) }.joined(separator: "/") }

    /// Splits `Data Engineer 0123456789abcdef0123456789abcdef` into the name and Notion's id.
    static func withoutID(_ name: String) -> (name: String, id: String?) {
        let id = name.utf8.suffix(32)
        guard id.count == 32, id.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }), let text = String(id) else {
            return (name, nil)
        }
        let rest = name.dropLast(32)
        guard rest.isEmpty || rest.last == " " || rest.last == "-" else { return (name, nil) }
        let bare = rest.drop(while: \.isWhitespace).trimmingSuffix { $0 == " " || $0 == "-" }
        return (bare.isEmpty ? "Untitled" : String(bare), text)
    }

    /// A folder's name without a number before it, or the line that Jekyll's collections begin with.
    static func bare(_ folder: String) -> String {
        let isNumbered = folder.first?.isNumber == true
        let bare = isNumbered ? folder.wholeMatch(of: #/\d{1,3}[-_. ]+(\D.*)/#).map { String($0.1) } ?? folder : folder
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

    /// Whether a word means nothing but the pages of its kind. `reference`, `people` and `tasks` are topics as well.
    static func isCertain(_ word: String) -> Bool {
        let key = NameIndex.key(word.replacing("-", with: " ").replacing("_", with: " "))
        switch words[key] {
        case .role?: return !["person", "people", "job", "jobs"].contains(key)
        // Which two roles, and which letters, the page itself has to say.
        case .relation?, .matrix?: return true
        default: return false
        }
    }

    private static let words: [String: Kind] = {
        let all: [(Kind, [String])] = [
            (
                .role,
                [
                    "role", "roles", "person", "people", "job", "jobs", "job profile", "job profiles", "job description",
                    "job descriptions", "job family", "job families", "job role", "job roles", "role description", "role descriptions",
                    "role profile", "role profiles", "rolle", "rollen",
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

extension Substring {
    /// Without the signs at the end that a test fits.
    fileprivate func trimmingSuffix(_ fits: (Character) -> Bool) -> Substring {
        var text = self
        while let last = text.last, fits(last) { text.removeLast() }
        return text
    }
}
