import ArgumentParser
import Foundation
import Handbook
import Publish

/// What a shell offers in the place of a name: the slugs of the project that the command line names, or its titles once a
/// capital letter is typed.
enum NameCompletion {
    static let role = names { $0.roles.map(\.page) }
    static let matrix = names { $0.matrices.map(\.page) }
    static let work = names { $0.activities.map(\.page) }
    /// What `rename` renames, by the word before it.
    static let renamed: CompletionKind = .custom { words, _, typed async in
        let kind = words.lazy.compactMap { RenamedKind(rawValue: unquoted($0)) }.first
        return await offered(words, typed) { handbook in handbook.everyPage.filter { $0.id.kind == kind?.kind } }
    }
    static let rule = CompletionKind.list(Catalogue.explanations.map(\.rule.id) + Catalogue.groups.map(\.id))

    private static func names(_ pages: @escaping @Sendable (Handbook) -> [Page]) -> CompletionKind {
        .custom { words, _, typed async in await offered(words, typed, pages) }
    }

    private static func offered(_ words: [String], _ typed: String, _ pages: (Handbook) -> [Page]) async -> [String] {
        // Nothing is told here: the shell would put it among the names.
        guard let (handbook, _) = try? await ProjectLoader.handbook(source(in: words)) else { return [] }
        return names(of: pages(handbook).map { (slug: $0.id.slug, title: $0.title.value) }, typed: unquoted(typed))
    }

    /// Those that begin as what is typed does.
    static func names(of pages: [(slug: String, title: String)], typed: String) -> [String] {
        let names = typed.first?.isUppercase == true ? pages.map(\.title) : pages.map(\.slug)
        return names.filter { $0.hasPrefix(typed) }.sorted()
    }

    /// The project's folder, as `--source` or `-s` has it.
    static func source(in words: [String]) -> String {
        var folder = "."
        for (index, word) in words.enumerated() {
            if word.hasPrefix("--source=") { folder = unquoted(String(word.dropFirst(9))) }
            if word == "--source" || word == "-s", index + 1 < words.count { folder = unquoted(words[index + 1]) }
        }
        return ProjectPlace.found(from: (folder as NSString).expandingTildeInPath)
    }

    /// A word of the command line as the program would get it: shells hand it over as it is typed.
    static func unquoted(_ word: String) -> String {
        var text = ""
        var isEscaped = false
        for character in word {
            if isEscaped || !"\\'\"".contains(character) { text.append(character) }
            isEscaped = !isEscaped && character == "\\"
        }
        return text
    }
}
