import ArgumentParser
import Foundation
import Handbook
import Markdown
import Theme

/// A project to start from.
enum Starter: String, ExpressibleByArgument, CaseIterable {
    case minimal
    case aiTeam = "ai-team"

    /// Its files by path in the new project. A file `gitignore` becomes `.gitignore`: what begins with a dot is not embedded.
    ///
    /// - Parameters:
    ///   - title: the handbook's title; without it the starter's.
    ///   - language: the handbook's language; without it the starter's.
    func files(title: String? = nil, language: String? = nil) -> [(path: String, text: String)] {
        Theme.starters.filter { $0.key.hasPrefix(rawValue + "/") }
            .map { (path: String($0.key.dropFirst(rawValue.count + 1)).replacing("gitignore", with: ".gitignore"), text: $0.value) }
            .map { path, text in
                switch path {
                case "handbook.yml": (path, Self.settings(text, title, language))
                // The home page has the handbook's title.
                case "content/index.md": (path, Self.settings(text, title, nil))
                default: (path, text)
                }
            }
            .sorted { $0.path < $1.path }
    }

    /// The starter that an answer means: its name in capitals or not, or its number.
    init?(answer: String) {
        let name = answer.lowercased().replacing(" ", with: "-")
        guard
            let found = Self(rawValue: name)
                ?? Int(answer).flatMap({ Self.allCases.indices.contains($0 - 1) ? Self.allCases[$0 - 1] : nil })
        else { return nil }
        self = found
    }

    /// What its settings say until an answer says otherwise.
    func setting(_ key: String) -> String {
        let text = Theme.starters["\(rawValue)/handbook.yml"] ?? ""
        return text.split(separator: "\n").first { $0.hasPrefix(key + ": ") }.map { String($0.dropFirst(key.count + 2)) } ?? ""
    }

    /// The settings with another title and language; a starter gives each on a line of its own.
    private static func settings(_ text: String, _ title: String?, _ language: String?) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (key, value) in [("title", title), ("language", language)] {
            guard let value, let line = lines.firstIndex(where: { $0.hasPrefix(key + ": ") }) else { continue }
            lines[line] = "\(key): \(YAMLText.scalar(value))"
        }
        return lines.joined(separator: "\n")
    }
}

/// What `handbook init` asks in a terminal.
enum InitQuestions {
    /// The answers to what is not given. Where nobody can be asked, it is the starter's own.
    static func ask(
        starter: Starter?,
        title: String?,
        language: String?,
        isAsking: Bool
    ) throws -> (Starter, title: String?, language: String?) {
        guard isAsking, starter == nil, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            return (starter ?? .minimal, title, language)
        }
        let names = Starter.allCases.map(\.rawValue)
        var chosen: Starter?
        while chosen == nil {
            let numbered = names.enumerated().map { "\($1) (\($0 + 1))" }.joined(separator: " or ")
            guard let answer = answer("Start from \(numbered)", names[0]) else { throw ExitCode(Status.usage) }
            chosen = Starter(answer: answer)
            if chosen == nil { print("'\(answer)' is not a starter: answer with a name or a number") }
        }
        let starter = chosen ?? .minimal
        let title = title ?? answer("Title", starter.setting("title"))
        return (starter, title, language ?? tag(starter.setting("language")))
    }

    /// The tag of a language; asked for again until it is one.
    private static func tag(_ otherwise: String) -> String? {
        while let tag = answer("Language", otherwise) {
            guard let remedy = LanguageName.remedy(for: tag) else { return tag }
            print("'\(tag)' is no tag of a language: \(remedy)")
        }
        return nil
    }

    /// A line from the terminal; what stands in brackets when it is empty, `nil` at the end of the input.
    private static func answer(_ question: String, _ otherwise: String) -> String? {
        FileHandle.standardOutput.write(Data("\(question) [\(otherwise)]: ".utf8))
        guard let line = readLine() else { return nil }
        let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? otherwise : words
    }
}
