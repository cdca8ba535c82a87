import Diagnostics
import Markdown

/// The form `Task | Responsible | Accountable | Consulted | Informed`, with roles in the cells: read as the same
/// matrix as one with roles in the header.
struct TransposedTable {
    let page: Page
    let resolver: Resolver
    let scheme: Scheme
    private let letters: [Character]

    private static let words: [String: Character] = [
        "responsible": "R", "accountable": "A", "consulted": "C", "informed": "I", "support": "S", "supports": "S", "verify": "V",
        "verifier": "V", "signatory": "S", "driver": "D", "approver": "A", "contributor": "C", "contributors": "C", "decide": "D",
        "recommend": "R", "agree": "A", "perform": "P", "input": "I",
    ]

    /// `nil` unless every header is a letter of the scheme or its word.
    init?(page: Page, resolver: Resolver, scheme: Scheme, headers: [Located<String>]) {
        let letters = headers.compactMap { header -> Character? in
            let text = header.value.trimmingWhitespace
            let letter = Self.words[text.lowercased()] ?? (text.count == 1 ? Character(text.uppercased()) : nil)
            return letter.flatMap { scheme.letters.contains($0) ? $0 : nil }
        }
        guard !headers.isEmpty, letters.count == headers.count else { return nil }
        self.page = page
        self.resolver = resolver
        self.scheme = scheme
        self.letters = letters
    }

    func table(_ block: Block, taskHeading: String, heading: String?, at place: Location, into findings: inout Findings) -> Matrix.Table {
        var order = resolver.roles(page.record.texts("columns"), into: &findings)
        let rows = block.children.dropFirst().map { row in
            (row, entries(of: row, into: &findings))
        }
        for (_, entries) in rows {
            for entry in entries where !order.contains(entry.role) { order.append(entry.role) }
        }
        let columns = order.map { slug in
            Matrix.Column(role: slug, header: header(of: slug), note: nil, location: place)
        }
        return Matrix.Table(
            heading: heading, taskHeading: taskHeading, columns: columns,
            rows: rows.map { row, entries in self.row(row, entries, order) }, location: place)
    }

    private struct Entry {
        let role: String
        let letter: Character
        let note: String?
        let location: Location
    }

    private func entries(of row: Block, into findings: inout Findings) -> [Entry] {
        let number = row.lines.lowerBound
        let places = page.source.line(number).map { TableLine($0).columns } ?? []
        var entries: [Entry] = []
        for (index, cell) in row.children.enumerated().dropFirst() where letters.indices.contains(index - 1) {
            let text = cell.plainText
            if ["", "-", "–", "—", "n/a"].contains(text.lowercased()) { continue }
            for name in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
                let name = String(name).trimmingWhitespace
                let inCell = page.source.columns(of: name, inLine: number)
                    .first { range in places.indices.contains(index) && places[index].overlaps(range) }
                let place = page.source.location(line: number, columns: [inCell ?? places[safe: index]].compactMap(\.self))
                let (words, note) = Self.note(name, known: resolver.names.resolve(name, among: [.role]) != .unknown)
                guard let role = resolver.role(Located(words, at: place), into: &findings) else { continue }
                entries.append(Entry(role: role, letter: letters[index - 1], note: note, location: place))
            }
        }
        return entries
    }

    private static func note(_ name: String, known: Bool) -> (String, String?) {
        guard !known, let open = name.firstIndex(of: "("), name.hasSuffix(")") else { return (name, nil) }
        return (String(name[..<open]).trimmingWhitespace, String(name[name.index(after: open)...].dropLast()))
    }

    private func row(_ block: Block, _ entries: [Entry], _ order: [String]) -> Matrix.Row {
        let place = page.source.location(line: block.lines.lowerBound)
        let first = block.children.first ?? block
        let cells = order.map { slug in
            let own = entries.filter { $0.role == slug }
            var location = place
            location.columns = own.flatMap(\.location.columns).sorted { $0.lowerBound < $1.lowerBound }
            let notes = own.compactMap(\.note)
            return Matrix.Cell(
                letters: scheme.letters.filter { letter in own.contains { $0.letter == letter } },
                note: notes.isEmpty ? nil : notes.joined(separator: ", "), isWeak: false, location: location)
        }
        let task = first.plainText
        var activity: String?
        if case .found(let id) = resolver.names.resolve(task, among: [.activity]) { activity = id.slug }
        let isHeading = !task.isEmpty && block.children.dropFirst().allSatisfy { $0.plainText.isEmpty }
        return Matrix.Row(task: task, activity: activity, cells: cells, isHeading: isHeading, location: place, block: first)
    }

    /// How the role's own page says that matrices head its column.
    private func header(of slug: String) -> String {
        resolver.headers[slug] ?? slug
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
