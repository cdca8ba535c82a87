import Diagnostics
import Yams

/// Finds both places of a key that is given twice: Yams names the first only.
///
/// The first is renamed in the text, one letter for another so that no column moves, and the text is composed again:
/// then the mapping is there, and the second key in it.
struct DuplicateKeys {
    let yaml: String
    let places: YAMLPlaces

    /// Letters for private use, one for each key that is renamed.
    private static let letters = ["\u{E000}", "\u{E001}", "\u{E002}", "\u{E003}", "\u{E004}"] as [Unicode.Scalar]
    /// How many are told at once.
    private static let most = 20

    func report(first key: String, _ mark: Mark, into findings: inout Findings) {
        var renamed: [String: String] = [:]
        var yaml = yaml
        var next: (key: String, mark: Mark)? = (key, mark)
        for letter in Self.letters {
            guard let (key, mark) = next, let patched = rename(key, mark, to: letter, in: yaml) else { break }
            yaml = patched
            renamed[mark.description] = key
            do {
                next = nil
                guard let root = try Yams.compose(yaml: yaml, .basic) else { break }
                var found: [Diagnostic] = []
                var budget = YAMLReader.maximumNodes
                collect(root, renamed, &budget, &found)
                found.forEach { findings.add($0) }
                if !found.isEmpty { return }
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                next = (keys.first ?? "", context.mark)
            } catch {
                break
            }
        }
        findings.add(Rule.duplicateKey("'\(key)' is given twice", at: places.place(mark), help: "keep one of them"))
    }

    /// The text with another letter in the place of the key's first; `nil` where the key does not stand as it reads.
    private func rename(_ key: String, _ mark: Mark, to letter: Unicode.Scalar, in yaml: String) -> String? {
        var lines = yaml.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.indices.contains(mark.line - 1), mark.column > 0, !key.isEmpty else { return nil }
        var line = Array(lines[mark.line - 1].unicodeScalars)
        for first in [mark.column - 1, mark.column] where first < line.count && line[first...].starts(with: key.unicodeScalars) {
            line[first] = letter
            lines[mark.line - 1] = String(String.UnicodeScalarView(line))
            return lines.joined(separator: "\n")
        }
        return nil
    }

    private func collect(_ node: Node, _ renamed: [String: String], _ budget: inout Int, _ found: inout [Diagnostic]) {
        budget -= 1
        guard budget > 0, found.count < Self.most else { return }
        switch node {
        case .sequence(let sequence):
            for item in sequence { collect(item, renamed, &budget, &found) }
        case .mapping(let mapping):
            var first: [String: Location] = [:]
            for (key, value) in mapping {
                if case .scalar(let scalar) = key, let mark = scalar.mark {
                    let name = renamed[mark.description] ?? scalar.string
                    var place = places.place(mark)
                    place.columns = place.columns.map { $0.lowerBound..<$0.lowerBound + max(1, name.unicodeScalars.count) }
                    if let before = first[name] {
                        found.append(
                            Rule.duplicateKey(
                                "'\(name)' is given twice",
                                at: place,
                                help: "keep one of them",
                                related: [Related("first given", at: before)]
                            )
                        )
                    } else {
                        first[name] = place
                    }
                }
                collect(value, renamed, &budget, &found)
            }
        default: break
        }
    }
}
