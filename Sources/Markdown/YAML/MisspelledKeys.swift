import Diagnostics

/// The keys of a mapping that are misspellings of known ones.
struct MisspelledKeys {
    private let meant: [String: String]

    /// A known key that the mapping has already, or that two of its keys could be, is not the meaning of another key.
    init(_ given: [String], known: some Collection<String>) {
        let all = Set(known)
        let unknown = Set(given).subtracting(all)
        guard !unknown.isEmpty else {
            meant = [:]
            return
        }
        let suggestions = Suggestions(known)
        var meant: [String: String] = [:]
        for key in unknown {
            let near = suggestions.nearest(to: key)
            if let only = near.first, near.count == 1, !given.contains(only) { meant[key] = only }
        }
        let counts = Dictionary(grouping: meant.values) { $0 }.mapValues(\.count)
        self.meant = meant.filter { counts[$0.value] == 1 }
    }

    /// The known key that a key is a misspelling of.
    func meant(by key: String) -> String? { meant[key] }
}
