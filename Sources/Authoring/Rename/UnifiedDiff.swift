import Handbook

/// Two states of a file, line by line, in the form of `diff -u`.
enum UnifiedDiff {
    /// How many unchanged lines stand around what has changed.
    private static let context = 3

    private enum Line {
        case same(Substring), removed(Substring), added(Substring)
    }

    /// - Parameter newPath: its path in the new state; `nil` if it is gone.
    static func text(_ path: String, _ newPath: String?, _ before: [UInt8], _ after: [UInt8]) -> String {
        let all = lines(String(decoding: before, as: UTF8.self), String(decoding: after, as: UTF8.self))
        let moved = newPath.map { $0 == path ? "" : "rename from \(path)\nrename to \($0)\n" } ?? ""
        let changed = all.indices.filter { if case .same = all[$0] { false } else { true } }
        guard !changed.isEmpty else { return moved }
        var text = moved + "--- a/\(path)\n+++ \(newPath.map { "b/\($0)" } ?? "/dev/null")\n"
        var hunks: [ClosedRange<Int>] = []
        for index in changed {
            let range = max(0, index - context)...min(all.count - 1, index + context)
            if let last = hunks.last, range.lowerBound <= last.upperBound + 1 {
                hunks[hunks.count - 1] = last.lowerBound...range.upperBound
            } else {
                hunks.append(range)
            }
        }
        var (old, new, at) = (1, 1, 0)
        for hunk in hunks {
            while at < hunk.lowerBound {
                (old, new, at) = (old + 1, new + 1, at + 1)
            }
            let (firstOld, firstNew) = (old, new)
            var body = ""
            for line in all[hunk] {
                switch line {
                case .same(let words):
                    body += " \(words)\n"
                    (old, new) = (old + 1, new + 1)
                case .removed(let words):
                    body += "-\(words)\n"
                    old += 1
                case .added(let words):
                    body += "+\(words)\n"
                    new += 1
                }
            }
            at = hunk.upperBound + 1
            text += "@@ -\(firstOld),\(old - firstOld) +\(firstNew),\(new - firstNew) @@\n" + body
        }
        return text
    }

    private static func lines(_ before: String, _ after: String) -> [Line] {
        func split(_ text: String) -> [Substring] {
            var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
            if lines.last?.isEmpty == true { lines.removeLast() }
            return lines
        }
        let (old, new) = (split(before), split(after))
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var (i, j) = (0, 0)
        var lines: [Line] = []
        while i < old.count || j < new.count {
            if i < old.count, removed.contains(i) {
                lines.append(.removed(old[i]))
                i += 1
            } else if j < new.count, added.contains(j) {
                lines.append(.added(new[j]))
                j += 1
            } else if i < old.count {
                lines.append(.same(old[i]))
                (i, j) = (i + 1, j + 1)
            } else {
                break
            }
        }
        return lines
    }
}
