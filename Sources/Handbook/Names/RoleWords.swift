/// The words of a role's names, to find them in text in whatever form: with an ending, in another case.
struct RoleWords {
    /// By name. Words of up to three letters, which may be in any text, count only where a title has no others.
    private let names: [[String]]
    /// Those of every name, and the short ones of the title.
    private let all: Set<String>

    init(_ role: Role) {
        let names = ([role.title, role.short] + role.aliases.map(\.value)).map(Words.all)
        let long = names.map { $0.filter { $0.count > 3 } }.filter { !$0.isEmpty }
        self.names = long.isEmpty ? [Words.all(role.title)] : long
        all = Set(long.joined()).union(Words.all(role.title))
    }

    /// Whether all words of a name, or forms of them, are among others.
    func areIn(_ words: WordSet) -> Bool {
        names.contains { $0.allSatisfy(words.hasLike) }
    }

    /// Whether not one of the words that another role's names do not have too is among others.
    func areFar(from words: WordSet, apartFrom other: RoleWords) -> Bool {
        let own = all.subtracting(other.all)
        return !own.isEmpty && !own.contains(where: words.hasLike)
    }
}
