import Diagnostics
import Markdown

/// Another name in the place of one that leads nowhere, written as its place asks for.
extension Page {
    /// The remedy for a name in front matter, in a table or in a heading; `nil` unless it stands there as it reads.
    func fix(_ name: Located<String>, to new: String) -> Fix? {
        let isInFrontMatter = split.frontMatter != nil && name.location.line.map { $0 < split.bodyLine } ?? false
        return isInFrontMatter ? source.fix(scalar: name, to: new) : fixInText(name, to: new)
    }

    /// The remedy for a key that is cited.
    func fix(_ citation: Citation, at place: Location, to key: String) -> Fix? {
        guard let line = place.line.flatMap(source.line), let columns = place.columns.first else { return nil }
        // A longer key may begin as this one does.
        let next = line.unicodeScalars.dropFirst(columns.upperBound - 1).first
        guard next.map({ $0.properties.isWhitespace || ",;]".unicodeScalars.contains($0) }) ?? true else { return nil }
        return source.fix("@" + citation.key, at: place, to: "@" + key)
    }

    /// The remedy for a name between `[[` and `]]`.
    func fix(_ link: WikiLink, at place: Location, to name: String) -> Fix? {
        guard let columns = place.columns.first, let line = place.line.flatMap(source.line), isPlain(name), !name.contains("#") else {
            return nil
        }
        let scalars = Array(line.unicodeScalars.dropFirst(columns.lowerBound - 1).prefix(columns.count))
        guard scalars.starts(with: "[[".unicodeScalars) else { return nil }
        let blanks = scalars.dropFirst(2).prefix { $0 == " " }.count
        let start = columns.lowerBound + 2 + blanks
        let target = source.location(line: place.line, columns: [start..<start + link.target.unicodeScalars.count])
        return source.fix(link.target, at: target, to: name)
    }

    /// A cell or a heading may have more than the name: marks of emphasis, a note behind it.
    private func fixInText(_ name: Located<String>, to new: String) -> Fix? {
        guard let line = name.location.line, isPlain(new) else { return nil }
        let all = source.columns(of: name.value, inLine: line)
        let within = all.filter { found in
            name.location.columns.contains { $0.lowerBound <= found.lowerBound && found.upperBound <= $0.upperBound }
        }
        guard let only = within.first, within.count == 1 else { return nil }
        return source.fix(name.value, at: source.location(line: line, columns: [only]), to: new)
    }

    /// Whether a name is text wherever it is put, also within the settings.
    private func isPlain(_ name: String) -> Bool {
        !name.contains { "\\`*[]<>|~{}".contains($0) || $0.isNewline } && (path != Settings.file || !name.contains { "\"':#".contains($0) })
    }
}

extension SourceText {
    /// The remedy for a scalar of YAML, in quotes where it has some or needs them.
    func fix(scalar: Located<String>, to new: String) -> Fix? {
        guard let line = scalar.location.line, let start = self.line(line)?.startIndex else { return nil }
        var edits = TextEdits(self)
        guard edits.replace(scalar: scalar, with: new) else { return nil }
        let changes = edits.all.map { range, words in
            let first = text.unicodeScalars.distance(from: start, to: range.lowerBound) + 1
            let count = text.unicodeScalars.distance(from: range.lowerBound, to: range.upperBound)
            return Fix.Edit(path: path, line: line, columns: first..<first + count, text: words)
        }
        return scalar.value == new ? nil : Fix(Fix.sentence(scalar.value, new), changes)
    }
}
