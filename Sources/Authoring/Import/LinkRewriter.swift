import Handbook
import Markdown

/// Makes links of imported pages lead to files under the names and at the places that they have in the project. Links that do so
/// already stay as they are.
struct LinkRewriter {
    let links: ImportedLinks
    /// Paths in the project, by the paths in the imported folder.
    let targets: [String: String]
    /// The paths in the project.
    let places: Set<String>
    /// Names that wiki links can use, as keys.
    let names: Set<String>
    /// The keys of sources.
    let sources: Set<String>

    /// Rewrites the links of a page, as the last change of its body.
    func rewrite(_ page: inout ImportedPage) {
        var notes = ConversionNotes()
        var done: Set<String> = []
        var definitions: [String: [Int]]?
        let handles = Handles(sources: sources, in: page)
        for reference in page.document.references {
            guard let place = reference.location.line else { continue }
            let index = page.index(ofLine: place)
            switch reference.target {
            case .link(let url), .image(let url):
                guard let new = address(for: url, in: page), done.insert("\(index) \(url)").inserted else { continue }
                // The line is known, except for addresses that are not written as they read.
                if let line = block(at: index, page).first(where: { replace(url, with: new, line: $0, &page) }) {
                    notes.convert("links name files as they are here", page.lines.lines[line].number)
                    continue
                }
                let found = definitions ?? Self.definitions(in: page)
                definitions = found
                let defined = found[url, default: []].filter { replace(url, with: new, line: $0, &page) }
                for line in defined { notes.convert("links name files as they are here", page.lines.lines[line].number) }
                if defined.isEmpty, !done.contains("defined " + url) {
                    page.cannotTell("the link '\(url)' should be '\(new)' now", line: page.fileLine(place))
                }
                done.insert("defined " + url)
            case .wikiLink(let link): rewrite(link, index, &page, &notes)
            case .citation(let citation):
                guard !sources.contains(citation.key), done.insert("\(index) @\(citation.key)").inserted else { continue }
                handles.escape(block(at: index, page), &page, &notes)
            case .html: break
            }
        }
        for (what, lines) in notes.converted.all { page.converted.append((lines.first, ConversionNotes.sentence(what, lines))) }
        let written = page
        page.mapFacts { handles.escaped(rewritten($0, in: written)) }
    }

    /// The lines from one on, up to a blank line.
    private func block(at index: Int, _ page: ImportedPage) -> Range<Int> {
        let lines = page.lines.lines
        guard lines.indices.contains(index) else { return 0..<0 }
        let end = lines.indices.dropFirst(index + 1).first { lines[$0].isBlank } ?? lines.count
        return index..<end
    }

    // MARK: - Links

    /// The address that a link needs; `nil` if it leads to the file as it is, to another site, or to nothing.
    func address(for url: String, in page: ImportedPage) -> String? {
        guard let (file, rest) = links.file(url, in: page), let target = targets[file] else { return nil }
        let written = url.prefix { $0 != "#" && $0 != "?" }
        let path = written.removingPercentEncoding ?? String(written)
        guard target.hasPrefix("content/") else {
            let address = "/" + target.dropFirst("static/".count)
            return path == address ? nil : "/" + ImportedLinks.encoded(String(address.dropFirst()))
        }
        let own = "content/" + page.target
        if !path.hasPrefix("/"), let natural = LinkResolver.join(own, path), leads(natural, to: target) { return nil }
        if target == own { return rest.isEmpty ? ImportedLinks.relative(target, from: own) : rest }
        return ImportedLinks.relative(target, from: own) + rest
    }

    /// Whether a path leads to a file, as handbook reads links.
    private func leads(_ path: String, to target: String) -> Bool {
        let bare = path.hasSuffix("/") ? String(path.dropLast()) : path
        let candidates = (bare == path ? [path, path + ".md"] : []) + [bare + "/index.md", bare + "/README.md"]
        return candidates.first(where: places.contains) == target
    }

    /// Replaces an address on a line, except in code.
    private func replace(_ url: String, with new: String, line: Int, _ page: inout ImportedPage) -> Bool {
        let text = page.lines.lines[line].text
        let changed = Self.forms(of: url).lazy.compactMap { Self.replaced(text, $0, new) }.first
        guard !page.lines.lines[line].isCode, let changed else { return false }
        page.setText(line, changed)
        return true
    }

    /// How an address may be written: with backslashes before signs that Markdown would read.
    private static func forms(of url: String) -> [String] {
        ["()", "_", "()_*[]~"].reduce(into: [url]) { forms, signs in
            let form = String(url.flatMap { signs.contains($0) ? ["\\", $0] : [$0] })
            if !forms.contains(form) { forms.append(form) }
        } + [url.replacing("&", with: "&amp;")]
    }

    private static func replaced(_ text: String, _ url: String, _ new: String) -> String? {
        guard !url.isEmpty, text.has(url) else { return nil }
        var result = ""
        var isFound = false
        for (piece, isCode) in InlineConverter.pieces(of: text) {
            guard !isCode else {
                result += piece
                continue
            }
            var at = piece.startIndex
            while let found = piece.range(of: url, from: at) {
                let before = found.lowerBound > piece.startIndex ? piece[piece.index(before: found.lowerBound)] : " "
                let after = found.upperBound < piece.endIndex ? piece[found.upperBound] : " "
                result += piece[at..<found.lowerBound]
                let isAddress = (before.isWhitespace || "(<".contains(before)) && (after.isWhitespace || ")>".contains(after))
                result += isAddress ? new : String(piece[found])
                isFound = isFound || isAddress
                at = found.upperBound
            }
            result += piece[at...]
        }
        return isFound ? result : nil
    }

    /// The lines of definitions `[id]: address`, by the address.
    private static func definitions(in page: ImportedPage) -> [String: [Int]] {
        var definitions: [String: [Int]] = [:]
        for (index, line) in page.lines.lines.enumerated() where !line.isCode && line.text.has("]:") {
            let bare = line.text.trimmingWhitespace
            guard bare.hasPrefix("["), let sign = bare.range(of: "]:") else { continue }
            let rest = String(bare[sign.upperBound...]).trimmingWhitespace
            let url = rest.hasPrefix("<") ? rest.dropFirst().prefix { $0 != ">" } : rest.prefix { !$0.isWhitespace }
            definitions[String(url), default: []].append(index)
        }
        return definitions
    }

    /// Links in a line that has not been read as part of the document.
    private func rewritten(_ text: String, in page: ImportedPage) -> String {
        var result = ""
        var at = text.startIndex
        while let open = text.range(of: "](", from: at), let close = text[open.upperBound...].firstIndex(of: ")") {
            result += text[at..<open.upperBound]
            let url = String(text[open.upperBound..<close])
            result += address(for: url, in: page) ?? url
            at = close
        }
        return result + text[at...]
    }

    // MARK: - Wiki links

    private static let pictures: Set<String> = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp"]

    private func rewrite(_ link: WikiLink, _ index: Int, _ page: inout ImportedPage, _ notes: inout ConversionNotes) {
        for line in block(at: index, page) where !page.lines.lines[line].isCode {
            let text = page.lines.lines[line].text
            guard let place = Self.place(of: link, in: text) else { continue }
            let isEmbed = place.lowerBound > text.startIndex && text[text.index(before: place.lowerBound)] == "!"
            let number = page.lines.lines[line].number
            let start = isEmbed ? text.index(before: place.lowerBound) : place.lowerBound
            guard let new = written(link, isEmbed: isEmbed, in: page) else {
                if isEmbed { page.cannotTell("the text of '\(link.target)' is not embedded: it is a link", line: number) }
                return
            }
            page.setText(line, String(text[..<start]) + new + text[place.upperBound...])
            return notes.convert(
                isEmbed ? "an embedded picture is one of Markdown" : "a wiki link by a file's name is a link to the file",
                number
            )
        }
    }

    /// Where a link is in a line. Of two to one page, its words and the part of the page tell which it is.
    private static func place(of link: WikiLink, in text: String) -> Range<String.Index>? {
        func bare(_ text: some StringProtocol) -> String { String(text.filter { !$0.isWhitespace }) }
        var others: [Range<String.Index>] = []
        var at = text.startIndex
        while let open = text.range(of: "[[", from: at), let close = text.range(of: "]]", from: open.upperBound) {
            let inner = text[open.upperBound..<close.lowerBound]
            let bar = inner.firstIndex(of: "|")
            var name = inner[..<(bar ?? inner.endIndex)]
            // In a table, the bar is escaped.
            if bar != nil, name.last == "\\" { name = name.dropLast() }
            let label = bar.map { bare(inner[inner.index(after: $0)...]) }
            at = close.upperBound
            guard bare(name) == bare(link.name) else { continue }
            if label == link.label.map(bare) { return open.lowerBound..<close.upperBound }
            others.append(open.lowerBound..<close.upperBound)
        }
        return others.count == 1 ? others[0] : nil
    }

    /// A wiki link as Markdown; `nil` if it can stay.
    private func written(_ link: WikiLink, isEmbed: Bool, in page: ImportedPage) -> String? {
        let own = "content/" + page.target
        let ending = link.target.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let isPicture = Self.pictures.contains(ending) && link.target.contains(".")
        let isBlock = link.fragment?.hasPrefix("^") == true
        if isPicture {
            guard let file = links.file(named: link.target) ?? links.file(link.target, in: page)?.path, let target = targets[file] else {
                return nil
            }
            let isSize = link.label.map { $0.allSatisfy { $0.isNumber || $0 == "x" } } ?? true
            let words = isSize ? String(link.target.split(separator: "/").last ?? "") : link.label ?? ""
            return
                "\(isEmbed ? "!" : "")[\(MarkdownText.escaped(words))](\(target.hasPrefix("content/") ? ImportedLinks.relative(target, from: own) : "/" + ImportedLinks.encoded(String(target.dropFirst(7)))))"
        }
        if isEmbed { return nil }
        if names.contains(NameIndex.key(link.target)) {
            return isBlock ? "[[\(link.target)\(link.label.map { "|\($0)" } ?? "")]]" : nil
        }
        guard !link.target.isEmpty, let file = links.file(named: link.target), let target = targets[file] else { return nil }
        let words = link.label ?? String(link.target.split(separator: "/").last ?? "")
        let fragment = isBlock ? nil : link.fragment.map { "#" + ImportedLinks.encoded(Anchors.slug($0)) }
        let address =
            target.hasPrefix("content/")
            ? ImportedLinks.relative(target, from: own) : "/" + ImportedLinks.encoded(String(target.dropFirst(7)))
        return "[\(MarkdownText.escaped(words))](\(address)\(fragment ?? ""))"
    }
}
