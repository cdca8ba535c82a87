import Markdown

/// Takes a cell of roles apart.
package struct NameSplitter {
    let reader: TableReader

    /// The names in a cell of which no role is known: between commas, semicolons and line breaks outside of brackets.
    package static func names(in text: String) -> [String] { CellScanner.parts(text, at: signs) }

    private static let signs = ",;，、､،；؛\n"

    /// The names in a cell: between commas, semicolons and line breaks, and, where every part is a role, `/`, `&`, `+` and the like. A word
    /// such as "and" parts names where one of the two is a role. Nothing parts a note in brackets.
    func names(in text: String) -> [String] { Self.names(in: text, joining: reader.cells.joining, isName: isName) }

    /// The names in a cell, as `names(in:)` has them, for any names.
    ///
    /// - Parameters:
    ///   - joining: words such as "and", in lower case.
    ///   - isName: whether a text is a name.
    package static func names(in text: String, joining: Set<String>, isName: (String) -> Bool) -> [String] {
        if isName(text) { return [text] }
        return names(in: text).enumerated().flatMap { index, piece -> [String] in
            if isName(piece) { return [piece] }
            // `Cook, Baker, and Waiter`: the comma parts them already.
            let piece = index == 0 ? piece : withoutJoint(piece, joining, isName)
            let joined = CellScanner.joined(piece[...], joining: joining).map(String.init)
            if joined.count > 1, joined.contains(where: { isName(note($0, isName).words) }) {
                return joined.flatMap { bySigns($0, isName) }
            }
            return bySigns(piece, isName)
        }
    }

    /// A piece without the sign or the word that joins it to the one before; as it is where it is a name.
    private static func withoutJoint(_ piece: String, _ joining: Set<String>, _ isName: (String) -> Bool) -> String {
        guard !isName(note(piece, isName).words) else { return piece }
        let bare = String(piece.drop { "&+＆".contains($0) }).trimmingWhitespace
        let word = bare.prefix { !$0.isWhitespace }
        guard word.endIndex < bare.endIndex, joining.contains(word.lowercased()) else { return bare.isEmpty ? piece : bare }
        return String(bare[word.endIndex...]).trimmingWhitespace
    }

    private static func bySigns(_ piece: String, _ isName: (String) -> Bool) -> [String] {
        if isName(piece) { return [piece] }
        let parts = CellScanner.parts(piece, at: "/&+·／＆・")
        return parts.count > 1 && parts.allSatisfy { isName(note($0, isName).words) } ? parts : [piece]
    }

    private func isName(_ text: String) -> Bool {
        reader.resolver.names.resolve(text, among: [.role]) != .unknown || reader.words.isEveryRole(text)
    }

    /// A name without the note in brackets behind it.
    func note(_ name: String) -> (words: String, note: String?) { Self.note(name, isName) }

    private static func note(_ name: String, _ isName: (String) -> Bool) -> (words: String, note: String?) {
        guard let open = name.firstIndex(of: "("), name.hasSuffix(")"), !isName(name) else { return (name, nil) }
        return (String(name[..<open]).trimmingWhitespace, String(name[name.index(after: open)...].dropLast()))
    }
}
