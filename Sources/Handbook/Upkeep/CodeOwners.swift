import Diagnostics

extension Rule {
    /// A line of a CODEOWNERS file that says nothing.
    public static let invalidCodeOwners = Rule("invalid-codeowners", .note, "a line of CODEOWNERS is a pattern and its owners")
}

/// Who keeps the files of a repository, as its CODEOWNERS file says.
///
/// The rules are GitHub's: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
/// Of GitLab's sections only the default owners count.
public struct CodeOwners: Sendable {
    private struct Entry: Sendable {
        let pattern: OwnedPattern
        let owners: [String]
    }

    private var entries: [Entry] = []
    // Places in `entries`. There may be a line for each page, so the lines that name one path are not looked through: the last
    // of those for a path and what is below it, the last of those for what is below it alone, and all others.
    private var paths: [[UInt8]: Int] = [:]
    private var folders: [[UInt8]: Int] = [:]
    private var others: [Int] = []
    private let folder: String

    /// Reads the file's text. A line that cannot be understood says nothing, and is told.
    ///
    /// - Parameter folder: the way from the top of the repository to the project; empty, or ended by `/`.
    public init(_ source: SourceText, folder: String, into findings: inout Findings) {
        self.folder = folder
        // What GitLab gives to patterns of a section that name nobody.
        var defaults: [String] = []
        for (index, line) in source.lines.enumerated() {
            var words = Self.words(of: line)
            guard let first = words.first else { continue }
            if let section = Self.sectionEnd(in: line) {
                defaults = Self.words(of: line[section...]).map(\.text).filter(Self.isOwner)
                continue
            }
            words.removeFirst()
            guard let pattern = OwnedPattern(first.text) else {
                findings.add(
                    Rule.invalidCodeOwners(
                        "'\(first.text)' is no pattern",
                        at: source.location(line: index + 1, columns: [first.columns]),
                        help: "write a path, with * for any name; what begins with '!', and ranges in brackets, are not known there"
                    )
                )
                continue
            }
            if let stranger = words.first(where: { !Self.isOwner($0.text) }) {
                findings.add(
                    Rule.invalidCodeOwners(
                        "'\(stranger.text)' is no owner",
                        at: source.location(line: index + 1, columns: [stranger.columns]),
                        help: "write @name, @organization/team or an address of e-mail; until then the whole line does not count"
                    )
                )
                continue
            }
            add(Entry(pattern: pattern, owners: words.isEmpty ? defaults : words.map(\.text)))
        }
    }

    /// Who keeps a file of the project: what the last line says that means it.
    public func owners(of path: String) -> [String] {
        let path = folder + path
        let names = path[...].utf8.split(separator: UInt8(ascii: "/"))
        var last = -1
        var way: [UInt8] = []
        for (index, name) in names.enumerated() {
            way += (way.isEmpty ? [] : [UInt8(ascii: "/")]) + name
            last = max(last, paths[way] ?? -1)
            if index < names.count - 1 { last = max(last, folders[way] ?? -1) }
        }
        for place in others.reversed() where place > last && entries[place].pattern.matches(names) {
            last = place
            break
        }
        return last < 0 ? [] : entries[last].owners
    }

    private mutating func add(_ entry: Entry) {
        switch entry.pattern.plainPath {
        case (let path, isFolder: true)?: folders[path] = entries.count
        case (let path, isFolder: false)?: paths[path] = entries.count
        case nil: others.append(entries.count)
        }
        entries.append(entry)
    }

    /// A word of a line, and its columns in Unicode scalars from 1.
    private struct Word {
        var text = ""
        var columns = 0..<0
    }

    /// The words of a line, up to a comment. A blank after a backslash is part of a word.
    private static func words(of line: Substring) -> [Word] {
        var words: [Word] = []
        var word = Word()
        var isEscaped = false
        for (index, scalar) in line.unicodeScalars.enumerated() {
            if scalar == "#", word.text.isEmpty { break }
            if !isEscaped, scalar.properties.isWhitespace {
                if !word.text.isEmpty { words.append(word) }
                word = Word()
                continue
            }
            isEscaped = !isEscaped && scalar == "\\"
            word.columns = (word.text.isEmpty ? index + 1 : word.columns.lowerBound)..<index + 2
            word.text.unicodeScalars.append(scalar)
        }
        return word.text.isEmpty ? words : words + [word]
    }

    /// Where the head of a section ends: `[Documentation]`, `^[Documentation][2]`.
    private static func sectionEnd(in line: Substring) -> Substring.Index? {
        let text = line.drop(while: \.isWhitespace)
        guard text.hasPrefix("[") || text.hasPrefix("^["), let last = text.lastIndex(of: "]") else { return nil }
        let end = text.index(after: last)
        return text[end...].first?.isWhitespace ?? true ? end : nil
    }

    /// `@name`, `@organization/team`, or what looks like an address of e-mail.
    private static func isOwner(_ word: String) -> Bool {
        guard let sign = word.firstIndex(of: "@") else { return false }
        let rest = word[word.index(after: sign)...]
        return sign == word.startIndex ? rest.contains { $0 != "@" } : rest.contains(".") && !rest.contains("@")
    }
}
