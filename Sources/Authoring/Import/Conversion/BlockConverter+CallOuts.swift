import Markdown

/// Call-outs as several tools write them, and tabs.
extension BlockConverter {
    /// `:::note Title`, as Docusaurus and VuePress write it.
    mutating func container(_ lines: [BodyLines.Line], _ index: Int, _ bare: Substring) -> Int? {
        let colons = bare.prefix { $0 == ":" }
        guard colons.count >= 3 else { return nil }
        let head = String(bare[colons.endIndex...]).trimmingWhitespace
        let word = head.prefix { $0.isLetter || $0 == "-" || $0 == "_" }
        guard let kind = AlertKind(String(word)) else { return nil }
        var title = String(head[word.endIndex...]).trimmingWhitespace
        if title.hasPrefix("["), let end = title.lastIndex(of: "]") { title = String(title[title.index(after: title.startIndex)..<end]) }
        guard !title.hasPrefix("{"), let last = end(ofContainer: lines, index, colons.count) else { return nil }
        let inner = converted(Array(lines[(index + 1)..<last]))
        guard let alert = AlertKind.lines(kind, title: title, inner, opening: lines[index]) else { return nil }
        notes.convert("a container ':::' is an alert", lines[index].number)
        add(alert, before: lines.dropFirst(last + 1).first)
        return last + 1
    }

    /// The line of the colons that close a container: those of one that is nested have fewer, or close it first.
    private func end(ofContainer lines: [BodyLines.Line], _ index: Int, _ count: Int) -> Int? {
        var depth = 0
        for at in lines.indices.dropFirst(index + 1) where !lines[at].isCode {
            let bare = lines[at].text.trimmingWhitespace
            let colons = bare.prefix { $0 == ":" }
            guard colons.count >= 3 else { continue }
            if colons.count < bare.count {
                if colons.count <= count { depth += 1 }
            } else if depth == 0, colons.count >= count {
                return at
            } else if depth > 0 {
                depth -= 1
            }
        }
        return nil
    }

    /// `!!! note "Title"` with an indented text, as MkDocs writes it; `???` may be folded.
    mutating func admonition(_ lines: [BodyLines.Line], _ index: Int, _ bare: Substring) -> Int? {
        guard bare.hasPrefix("!!! ") || bare.hasPrefix("??? ") || bare.hasPrefix("???+ ") else { return nil }
        let isFolded = bare.hasPrefix("?")
        let head = bare.drop { $0 != " " }.drop(while: \.isWhitespace)
        let word = head.prefix { $0.isLetter || $0 == "-" || $0 == "_" }
        guard !word.isEmpty else { return nil }
        let open = head.firstIndex(of: "\"")
        let title = open.map { head[head.index(after: $0)...].prefix { $0 != "\"" } }
        let (inner, end) = indented(lines, index)
        let kind = AlertKind(naming: String(word))
        guard let alert = AlertKind.lines(kind, title: title.map(String.init), converted(inner), opening: lines[index]) else { return nil }
        notes.convert("an admonition of MkDocs is an alert\(isFolded ? ", which is always open" : "")", lines[index].number)
        add(alert, before: lines.dropFirst(end).first)
        return end
    }

    /// `=== "Tab"` with an indented text: each tab becomes its name and its text.
    mutating func tab(_ lines: [BodyLines.Line], _ index: Int, _ bare: Substring) -> Int? {
        let head = bare.drop { "=!+".contains($0) }.drop(while: \.isWhitespace)
        guard bare.hasPrefix("==="), head.first == "\"", let close = head.dropFirst().firstIndex(of: "\"") else { return nil }
        let (inner, end) = indented(lines, index)
        guard !inner.isEmpty else { return nil }
        let indent = String(lines[index].indent)
        out.append(lines[index].with("\(indent)**\(head.dropFirst()[..<close])**"))
        out.append(lines[index].with(""))
        out += converted(inner).map { $0.isBlank ? $0 : $0.with(indent + $0.text) }
        notes.convert("tabs follow one another", lines[index].number)
        return end
    }

    /// The lines below one that are indented by four more than it, without that, and the index behind them.
    private func indented(_ lines: [BodyLines.Line], _ index: Int) -> (lines: [BodyLines.Line], end: Int) {
        let width = lines[index].indent.count
        var end = index + 1
        var last = end
        while end < lines.count {
            let line = lines[end]
            if !line.isBlank {
                guard line.text.hasPrefix("\t") || line.indent.count >= width + 4 else { break }
                last = end + 1
            }
            end += 1
        }
        let inner = lines[(index + 1)..<last].map { line in
            line.isBlank
                ? line : line.with(line.text.hasPrefix("\t") ? String(line.text.dropFirst()) : String(line.text.dropFirst(width + 4)))
        }
        return (inner, last)
    }

    /// `> [!info]- Title`, as Obsidian writes it. What GitHub knows stays as it is.
    mutating func callout(_ lines: [BodyLines.Line], _ index: Int, _ bare: Substring) -> Int? {
        let marks = bare.prefix { $0 == ">" || $0 == " " }
        let head = bare[marks.endIndex...]
        guard head.hasPrefix("[!"), let close = head.firstIndex(of: "]"),
            index == 0 || !lines[index - 1].text.trimmingWhitespace.hasPrefix(">") || lines[index - 1].text.trimmingWhitespace == ">"
                || marks.count(where: { $0 == ">" })
                    > lines[index - 1].text.prefix(while: { $0 == ">" || $0 == " " }).count(where: { $0 == ">" })
        else { return nil }
        let word = head.dropFirst(2)[..<close].prefix { $0 != "|" }
        guard !word.isEmpty, word.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "_" }) else { return nil }
        let kind = AlertKind(naming: String(word))
        var title = head[head.index(after: close)...]
        let fold = title.first == "-" || title.first == "+" ? title.removeFirst() : nil
        let words = String(title).trimmingWhitespace
        let isKnown = ["note", "tip", "important", "warning", "caution"].contains(word.lowercased())
        if isKnown, fold == nil, words.isEmpty { return nil }
        let prefix = String(lines[index].indent) + String(marks)
        let opening = lines[index]
        let next = lines.dropFirst(index + 1).first?.text.trimmingWhitespace ?? ""
        let hasMore = next.hasPrefix(">") && next.contains { $0 != ">" && $0 != " " }
        let heading = words.isEmpty ? kind.title : words
        if !hasMore, heading == nil { return nil }
        out.append(opening.with("\(prefix)[!\(kind.mark)]"))
        if let heading {
            out.append(opening.with("\(prefix)**\(heading.replacing("**", with: ""))**"))
            if hasMore { out.append(opening.with(prefix.trimmingWhitespaceAtEnd)) }
        }
        notes.convert("a call-out of Obsidian is an alert\(fold == nil ? "" : ", which is always open")", opening.number)
        return index + 1
    }

    /// `<aside>`, as Notion writes a call-out: a quote.
    mutating func aside(_ lines: [BodyLines.Line], _ index: Int, _ bare: Substring) -> Int? {
        guard bare.lowercased().hasPrefix("<aside"), let open = bare.firstIndex(of: ">") else { return nil }
        guard let last = lines.indices.dropFirst(index).first(where: { lines[$0].text.lowercased().has("</aside>") }) else { return nil }
        var inner = Array(lines[index...last])
        let tail = inner[inner.count - 1].text
        guard let close = tail.lowercased().range(of: "</aside>", from: tail.lowercased().startIndex) else { return nil }
        let kept = tail.utf8.prefix(tail.lowercased().utf8.distance(from: tail.lowercased().startIndex, to: close.lowerBound))
        inner[inner.count - 1].text = String(Substring(kept))
        let head = inner[0].text
        let start = head.index(head.startIndex, offsetBy: bare.distance(from: bare.startIndex, to: open) + lines[index].indent.count + 1)
        inner[0].text = start <= head.endIndex ? String(head[start...]) : ""
        guard let quote = AlertKind.lines(nil, title: nil, converted(inner), opening: lines[index]) else { return last + 1 }
        notes.convert("an <aside> is a quote", lines[index].number)
        add(quote, before: lines.dropFirst(last + 1).first)
        return last + 1
    }
}
