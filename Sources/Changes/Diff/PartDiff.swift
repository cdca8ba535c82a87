import Handbook

/// Compares who has which part in a piece of work: the letters of a row, the parts of a position, the roles of a stage.
struct PartDiff {
    /// What a role has: the parts' names, and how they are written together.
    struct Parts: Equatable {
        var names: [String] = []
        var shown = ""
    }

    /// Every part there is, the weightiest first.
    let parts: [String]
    /// Those that pass from one role to another. The others are told as a change of the role that has them, if it is one.
    let weighty: Set<String>
    /// The holders by key, in the order in which they are told.
    let holders: [(key: String, holder: PartHolder)]
    /// Holders whose parts are told elsewhere when they only came or went.
    var silent: Set<String> = []

    /// What has changed between two states, both by the holder's key.
    func changes(from old: [String: Parts], to new: [String: Parts]) -> [PartChange] {
        guard old != new else { return [] }
        var lost: [String: [String]] = [:]
        var got: [String: [String]] = [:]
        for (key, _) in holders {
            let (before, after) = (old[key]?.names ?? [], new[key]?.names ?? [])
            lost[key] = before.filter { !after.contains($0) }
            got[key] = after.filter { !before.contains($0) }
        }
        var changes = moves(of: parts.filter(weighty.contains), &lost, &got)
        for (key, holder) in holders {
            let (before, after) = (old[key] ?? Parts(), new[key] ?? Parts())
            let isOtherNote = before.names == after.names && before.shown != after.shown && !before.names.isEmpty
            guard isOtherNote || (lost[key]?.isEmpty == false && got[key]?.isEmpty == false) else { continue }
            // A part that has moved is told already; then only the rest of the cell is.
            let isWhole =
                lost[key] == before.names.filter { !after.names.contains($0) }
                && got[key] == after.names.filter { !before.names.contains($0) }
            let (from, to) = ((lost[key] ?? []).joined(separator: "/"), (got[key] ?? []).joined(separator: "/"))
            changes.append(.became(holder, from: isWhole ? before.shown : from, to: isWhole ? after.shown : to))
            lost[key] = []
            got[key] = []
        }
        changes += moves(of: parts.filter { !weighty.contains($0) }, &lost, &got)
        for (key, holder) in holders where !silent.contains(key) {
            let isWhole = old[key]?.names.isEmpty ?? true
            let names = got[key] ?? []
            if isWhole, names == new[key]?.names, let shown = new[key]?.shown, !shown.isEmpty {
                changes.append(.added(shown, holder))
            } else {
                changes += names.map { .added($0, holder) }
            }
        }
        for (key, holder) in holders where !silent.contains(key) { changes += (lost[key] ?? []).map { .gone($0, holder) } }
        return changes
    }

    /// Parts that exactly one role has lost and exactly one has got. What the two have instead goes with the move.
    private func moves(
        of names: [String],
        _ lost: inout [String: [String]],
        _ got: inout [String: [String]]
    ) -> [PartChange] {
        var found: [(name: String, from: String, to: String)] = []
        for name in names {
            let losers = holders.filter { lost[$0.key]?.contains(name) == true }
            let getters = holders.filter { got[$0.key]?.contains(name) == true }
            guard losers.count == 1, getters.count == 1, let from = losers.first?.key, let to = getters.first?.key else { continue }
            lost[from]?.removeAll { $0 == name }
            got[to]?.removeAll { $0 == name }
            found.append((name, from, to))
        }
        let shown = Dictionary(holders.map { ($0.key, $0.holder) }) { first, _ in first }
        return found.compactMap { move in
            guard let from = shown[move.from], let to = shown[move.to] else { return nil }
            let (after, before) = (got[move.from] ?? [], lost[move.to] ?? [])
            got[move.from] = []
            lost[move.to] = []
            return .moved(move.name, from: from, to: to, after: after, before: before)
        }
    }
}
