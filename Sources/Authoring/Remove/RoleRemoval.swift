import Diagnostics
import Handbook
import Markdown

extension Rule {
    /// A place that names a removed role and is left alone.
    public static let stillNamed = Rule("still-named", .note, "a name is removed where it is certain what remains")
}

/// Removes a role from one text: from lists of front matter, columns of matrices, and links, whose words stay.
struct RoleRemoval {
    var edits: TextEdits
    private(set) var left: [Diagnostic] = []

    let role: Role
    let page: Page
    let source: SourceText
    let handbook: Handbook
    private let links: LinkResolver

    init(_ role: Role, from page: Page, _ source: SourceText, _ handbook: Handbook) {
        (self.role, self.page, self.source, self.handbook) = (role, page, source, handbook)
        edits = TextEdits(source)
        links = LinkResolver(handbook)
    }

    mutating func run() {
        removeHoldings()
        for name in page.names(of: .role) where isRole(name.value) { removeFromList(name) }
        if page.id.kind == .matrix { removeColumns() }
        removeLinks()
    }

    func isRole(_ name: String) -> Bool { handbook.names.resolve(name, among: [.role]) == .found(role.id) }

    // MARK: - Front matter

    /// Removes an item of a list in brackets, or one on a line of its own.
    private mutating func removeFromList(_ name: Located<String>) {
        guard let number = name.location.line, let columns = name.location.columns.first, let line = source.line(number),
            let value = edits.range(line: number, columns: columns)
        else { return leave(name.value, name.location) }
        guard !edits.touches(value) else { return }
        let text = source.text
        var (start, end) = (value.lowerBound, value.upperBound)
        // The place is that of the words, with or without their quotes.
        if end < line.endIndex, text[end] == "\"" || text[end] == "'" { end = text.index(after: end) }
        if start > line.startIndex, case let before = text.index(before: start), text[before] == "\"" || text[before] == "'" {
            start = before
        }
        let before = line[..<start].trimmingSuffix { $0 == " " }
        let after = line[end...].drop { $0 == " " }
        let isLine = before.allSatisfy { $0 == " " || $0 == "-" } && before.last == "-" && (after.isEmpty || after.first == "#")
        if isLine {
            let next = number < source.lines.count ? source.lines[number].startIndex : line.endIndex
            // A list's last item leaves its key with nothing.
            edits.replace(line.startIndex..<next, with: "")
        } else if before.last == ",", after.first == "," || after.first == "]" {
            edits.replace(text.index(before: before.endIndex)..<end, with: "")
        } else if before.last == "[", after.first == "," {
            edits.replace(start..<text.index(after: after.startIndex), with: "")
            if let space = after.dropFirst().first, space == " " {
                edits.replace(text.index(after: after.startIndex)..<text.index(after.startIndex, offsetBy: 2), with: "")
            }
        } else if before.last == "[", after.first == "]" {
            edits.replace(start..<end, with: "")
        } else {
            leave(name.value, name.location)
        }
    }

    /// Takes out an entry of `same_person` that would be left with one role.
    private mutating func removeHoldings() {
        let records = page.record.records("same_person")
        let gone = records.filter { record in
            let roles = record.texts("roles")
            let others = roles.count { !isRole($0.value) }
            return others < roles.count && others < 2
        }
        for record in gone {
            guard let first = record.location.line, let line = source.line(first), line.drop(while: { $0 == " " }).hasPrefix("- "),
                !line.contains("{")
            else {
                record.texts("roles").first.map { leave($0.value, $0.location) }
                continue
            }
            let indent = line.prefix { $0 == " " }.count
            var end = first + 1
            while end < page.split.bodyLine - 1, let next = source.line(end), next.prefix(while: { $0 == " " }).count > indent { end += 1 }
            var start = first
            if gone.count == records.count, let key = page.record.keyLocation("same_person")?.line, key == first - 1 { start = key }
            guard let from = source.line(start)?.startIndex, let to = source.line(end)?.startIndex else { continue }
            edits.replace(from..<to, with: "")
        }
    }

    // MARK: - Links

    /// Puts the words of links in their place.
    private mutating func removeLinks() {
        for reference in page.document.references where links.pages(reference, in: page).contains(role.id) {
            // The column that it was in is gone.
            if let number = reference.location.line, let columns = reference.location.columns.first,
                let range = edits.range(line: number, columns: columns), edits.touches(range)
            {
                continue
            }
            let isDone: Bool
            switch reference.target {
            case .link(let url): isDone = unlink(url, reference.location)
            case .wikiLink(let link): isDone = unlink(link, reference.location)
            case .image, .citation, .html: isDone = false
            }
            if !isDone { leave(role.title, reference.location) }
        }
    }

    /// `[words](url)` becomes `words`.
    private mutating func unlink(_ url: String, _ place: Location) -> Bool {
        guard let number = place.line, let columns = place.columns.first, let line = source.line(number),
            let address = edits.range(line: number, columns: columns), source.text[address] == url,
            line[..<address.lowerBound].hasSuffix("]("), let end = Self.end(ofLink: line[address.upperBound...])
        else { return false }
        let text = source.text
        let close = text.index(address.lowerBound, offsetBy: -2)
        guard let open = line[..<close].lastIndex(where: { $0 == "[" || $0 == "]" }), text[open] == "[" else { return false }
        let words = String(text[text.index(after: open)..<close])
        guard edits.replace(open..<end, with: words) else { return false }
        leave(words, place)
        return true
    }

    /// Where a link ends behind its address: behind the bracket, before which a title may stand.
    private static func end(ofLink rest: Substring) -> Substring.Index? {
        var rest = rest.drop { $0 == " " }
        if let sign = rest.first, sign == "\"" || sign == "'" {
            let title = rest.dropFirst().prefix { $0 != sign && $0 != "\\" }
            rest = rest[title.endIndex...].dropFirst().drop { $0 == " " }
        }
        return rest.first == ")" ? rest.index(after: rest.startIndex) : nil
    }

    /// `[[name|words]]` becomes `words`; without words, the role's title.
    private mutating func unlink(_ link: WikiLink, _ place: Location) -> Bool {
        guard let number = place.line, let columns = place.columns.first, let range = edits.range(line: number, columns: columns),
            source.text[range].hasPrefix("[["), source.text[range].hasSuffix("]]")
        else { return false }
        guard edits.replace(range, with: link.label ?? role.title) else { return false }
        leave(link.label ?? role.title, place)
        return true
    }

    // MARK: - What is left

    mutating func leave(_ words: String, _ place: Location) {
        let message = "'\(words)'"
        // A cell that names it may be a link too.
        if left.contains(where: { $0.location?.line == place.line && $0.message == message && !overlap($0.location, place).isEmpty }) {
            return
        }
        left.append(Rule.stillNamed(message, at: place))
    }

    private func overlap(_ first: Location?, _ second: Location) -> [Range<Int>] {
        (first?.columns ?? []).filter { columns in second.columns.contains { $0.overlaps(columns) } }
    }

    /// What is left, with the numbers that its lines have once the changes are made.
    var leftAfter: [Diagnostic] {
        let text = source.text
        let moves = edits.all.map { edit in
            (edit.range.upperBound, edit.text.count { $0 == "\n" } - text[edit.range].count { $0 == "\n" })
        }
        return left.map { finding in
            guard let number = finding.location?.line, let line = source.line(number) else { return finding }
            var finding = finding
            finding.location?.line = number + moves.filter { $0.0 <= line.startIndex }.map(\.1).reduce(0, +)
            return finding
        }
    }

    /// Plain mentions of the role in prose, which only their author can reword.
    mutating func leave(_ mentions: Mentions) {
        let known = Set(left.compactMap(\.location?.line))
        let places = mentions.places(in: source.text).filter { $0.key == role.slug && !edits.touches($0.range) }
        guard !places.isEmpty else { return }
        let lines = LineNumbers(source)
        let hidden = TextMask(source.text).ranges
        for (range, _) in places where !hidden.contains(range) {
            let number = lines.number(at: range.lowerBound)
            guard !known.contains(number), let start = source.line(number)?.startIndex else { continue }
            let first = source.text.unicodeScalars.distance(from: start, to: range.lowerBound) + 1
            let count = source.text.unicodeScalars.distance(from: range.lowerBound, to: range.upperBound)
            leave(String(source.text[range]), source.location(line: number, columns: [first..<first + count]))
        }
    }

    /// Names by which running text may speak of roles: those of the removed one in every case of letters, and its short form.
    static func mentions(of role: Role, in handbook: Handbook) -> Mentions {
        let own = ([role.title] + role.aliases.map(\.value)).flatMap { name in
            [name.lowercased(), name.uppercased(), name.prefix(1).uppercased() + name.dropFirst().lowercased()]
        }
        let short = role.short.count > 1 ? [role.short] : []
        return Mentions(handbook.mentionedNames + (own + short).map { (name: $0, key: role.slug) })
    }
}

extension Substring {
    /// Without what is at the end and belongs to a set.
    fileprivate func trimmingSuffix(_ belongs: (Character) -> Bool) -> Substring {
        var text = self
        while let last = text.last, belongs(last) { text.removeLast() }
        return text
    }
}
