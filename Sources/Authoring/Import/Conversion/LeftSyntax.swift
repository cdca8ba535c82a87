import Markdown

/// What other tools understand, Markdown does not, and no conversion is certain of: it stays as text, and is reported.
enum LeftSyntax {
    /// Notes what a line has of it.
    static func note(_ line: BodyLines.Line, isMDX: Bool, _ notes: inout ConversionNotes) {
        guard line.text.utf8.contains(where: { signs.contains($0) }) else { return }
        let text = InlineConverter.pieces(of: line.text).filter { !$0.isCode }.map(\.text).joined(separator: " ")
        for what in found(in: text, isMDX: isMDX) { notes.leave("\(what) stays as text", line.number) }
    }

    private static let signs = Set("{:!?=<[-".utf8)

    private static func found(in text: String, isMDX: Bool) -> [String] {
        var found: [String] = []
        let bare = text.drop(while: \.isWhitespace)
        if text.has("{{<") || text.has("{{%") {
            found.append("a shortcode of Hugo")
        } else if text.has("{{") && text.has("}}") {
            found.append("a template expression '{{'")
        }
        if text.has("{% ") || text.has("{%- ") { found.append("a tag of Liquid") }
        if bare.hasPrefix(":::"), bare.contains(where: { $0 != ":" && !$0.isWhitespace }) { found.append("a container ':::'") }
        if bare.hasPrefix("!!! ") || bare.hasPrefix("??? ") || bare.hasPrefix("???+ ") { found.append("an admonition of MkDocs") }
        if bare.hasPrefix("=== \"") { found.append("a tab of MkDocs") }
        if bare.hasPrefix("--8<--") || bare.hasPrefix("-8<-") { found.append("a snippet of MkDocs, which is another file's text,") }
        if bare.hasPrefix("{:") { found.append("an attribute list '{:'") }
        if bare.hasPrefix("{/*") { found.append("a comment without an end") }
        if bare.lowercased().hasPrefix("<table") { found.append("a table in HTML, without its tags,") }
        if let component = component(in: text), isMDX { found.append("the component <\(component)>, without its tags,") }
        if isMDX, hasExpression(text) { found.append("an expression of JavaScript") }
        return found
    }

    /// `{props.name}`, as MDX has it; `{#id}` is the anchor of a heading, and other tools have two braces.
    private static func hasExpression(_ text: String) -> Bool {
        var at = text.startIndex
        while let open = text[at...].firstIndex(of: "{") {
            let inner = text[text.index(after: open)...]
            guard let close = inner.firstIndex(of: "}") else { return false }
            let isOne = inner.first.map { !"{%#/:.".contains($0) } ?? false
            // Behind a backslash it is text, and in an address part of that.
            let before = text[..<open]
            let word = before.suffix(200).reversed().prefix { !$0.isWhitespace }.reversed()
            let isOther = before.last == "=" || before.last == "\\" || String(word).has("](") || String(word).has("://")
            if isOne, close > inner.startIndex, !isOther { return true }
            at = inner[close...].drop { $0 == "}" }.startIndex
        }
        return false
    }

    /// `<Tabs>`: HTML has no element with a capital.
    private static func component(in text: String) -> Substring? {
        var at = text.startIndex
        while let open = text[at...].firstIndex(of: "<") {
            let name = text[text.index(after: open)...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
            if name.first?.isUppercase == true, let next = text[name.endIndex...].first, next.isWhitespace || next == ">" || next == "/" {
                return name
            }
            at = text.index(after: open)
        }
        return nil
    }
}
