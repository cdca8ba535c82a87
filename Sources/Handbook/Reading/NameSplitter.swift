import Markdown

/// Takes a cell of roles apart.
package struct NameSplitter {
    let reader: TableReader

    /// The names in a cell of which no role is known: between commas, semicolons and line breaks outside of brackets.
    package static func names(in text: String) -> [String] { CellScanner.parts(text, at: signs) }

    private static let signs = ",;，、､،；؛\n"

    /// The names in a cell: between commas, semicolons and line breaks, and, where every part is a role, `/`, `&`, `+` and the like. A word
    /// such as "and" parts names where one of the two is a role. Nothing parts a note in brackets.
    func names(in text: String) -> [String] {
        if isName(text) { return [text] }
        return Self.names(in: text).flatMap { piece -> [String] in
            if isName(piece) { return [piece] }
            let joined = CellScanner.joined(piece[...], joining: reader.cells.joining).map(String.init)
            if joined.count > 1, joined.contains(where: { isName(note($0).words) }) { return joined.flatMap(bySigns) }
            return bySigns(piece)
        }
    }

    private func bySigns(_ piece: String) -> [String] {
        if isName(piece) { return [piece] }
        let parts = CellScanner.parts(piece, at: "/&+·／＆・")
        return parts.count > 1 && parts.allSatisfy { isName(note($0).words) } ? parts : [piece]
    }

    private func isName(_ text: String) -> Bool {
        reader.resolver.names.resolve(text, among: [.role]) != .unknown || reader.words.isEveryRole(text)
    }

    /// A name without the note in brackets behind it.
    func note(_ name: String) -> (words: String, note: String?) {
        guard let open = name.firstIndex(of: "("), name.hasSuffix(")"), !isName(name) else { return (name, nil) }
        return (String(name[..<open]).trimmingWhitespace, String(name[name.index(after: open)...].dropLast()))
    }
}
