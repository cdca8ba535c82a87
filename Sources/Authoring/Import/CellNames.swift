import Handbook
import Markdown

/// Takes cells of names apart as the reader of matrices will, once each name has a page.
struct CellNames {
    private let isRole: (String) -> Bool
    private let words: MatrixWords
    /// Names that the cells have by themselves, as keys.
    private var known: Set<String> = []

    /// - Parameters:
    ///   - cells: all cells of names of a table.
    ///   - isRole: whether a role of that name is known.
    init(_ cells: [String], _ words: MatrixWords = .standard, isRole: @escaping (String) -> Bool = { _ in false }) {
        (self.words, self.isRole) = (words, isRole)
        for cell in cells where !CellReader.isBlank(cell) {
            for piece in NameSplitter.names(in: cell) {
                let parts = Self.parts(piece, words)
                // Of several, each has to be what somebody is called: "Research and Development" is one name.
                guard parts.count == 1 || parts.allSatisfy(RoleTitles.isTitle) else { continue }
                known.formUnion(parts.map { NameIndex.key(MatrixGrid.name($0)) })
            }
        }
    }

    /// What words such as "and", and signs, part.
    private static func parts(_ piece: String, _ words: MatrixWords) -> [String] {
        CellScanner.joined(piece[...], joining: words.joining).flatMap { part in
            part.split { "/&+·".contains($0) }.map { String($0).trimmingWhitespace }.filter { !$0.isEmpty }
        }
    }

    /// The names in a cell; a word for all of them names none.
    func names(_ cell: String) -> [String] {
        guard !CellReader.isBlank(cell) else { return [] }
        let names = NameSplitter.names(in: cell, joining: words.joining) { name in
            isRole(name) || words.isEveryRole(name) || known.contains(NameIndex.key(name))
        }
        return names.map(MatrixGrid.name).filter { !$0.isEmpty && !words.isEveryRole($0) }
    }

    /// Whether a name may be two.
    func isUnsure(_ name: String) -> Bool {
        !isRole(name) && CellScanner.joined(name[...], joining: words.joining).count > 1 && !RoleTitles.isTitle(name)
    }
}
