import Diagnostics
import Handbook
import Markdown

extension Page {
    /// The texts of its front matter that name pages of a kind.
    func names(of kind: Kind) -> [Located<String>] {
        let exempt = record.records("exempt").compactMap { $0.text("about") ?? $0.text("row") }
        switch kind {
        case .role:
            let parts = record.records("positions").flatMap { position in Part.allCases.flatMap { position.texts($0.rawValue) } }
            let lists = ["between", "columns", "drives", "takes_part", "key"].flatMap(record.texts)
            let cast = record.records("cast").compactMap { $0.text("role") } + record.records("same_person").flatMap { $0.texts("roles") }
            return exempt + parts + lists + cast
        case .activity: return exempt
        case .stage: return exempt + [record.text("stage")].compactMap(\.self)
        case .team: return exempt + record.texts("follows")
        case .source: return record.texts("sources") + record.records("positions").compactMap { $0.text("source") }
        case .relation, .matrix, .page: return []
        }
    }
}

extension TextEdits {
    /// Replaces a scalar of the front matter, in quotes where it has some or needs them.
    ///
    /// - Throws: a finding when it is written in a way that hides where it begins and ends.
    mutating func rename(scalar: Located<String>, to new: String) throws(Diagnostic) {
        guard replace(scalar: scalar, with: new) else {
            throw Rule.cannotRename(
                "'\(scalar.value)' is written in a way that cannot be changed safely",
                at: scalar.location,
                help: "write it on one line, plain or in simple quotes"
            )
        }
    }

    /// Gives the front matter lists of texts, each on a line of its own in the place of the key as it was, or at the end;
    /// an empty one goes. A page without front matter gets some.
    mutating func set(_ keys: [(key: String, values: [String])], texts: [(key: String, value: String)] = [], in page: Page) {
        var added = texts.map { "\($0.key): \(Self.plain($0.value))" }
        for (key, values) in keys {
            let line = values.isEmpty ? nil : "\(key): [\(values.map(Self.plain).joined(separator: ", "))]"
            guard let first = page.record.keyLocation(key)?.line, page.split.frontMatter != nil else {
                if let line { added.append(line) }
                continue
            }
            var last = first + 1
            while last < page.split.bodyLine - 1, let next = source.line(last), next.first.map({ " \t-#".contains($0) }) ?? true {
                last += 1
            }
            guard let start = source.line(first)?.startIndex, let end = source.line(last)?.startIndex else { continue }
            replace(start..<end, with: line.map { $0 + "\n" } ?? "")
        }
        guard !added.isEmpty else { return }
        if page.split.frontMatter != nil {
            insert(added, beforeLine: page.split.bodyLine - 1)
        } else {
            insert(["---"] + added + ["---"], beforeLine: 1)
        }
    }
}
