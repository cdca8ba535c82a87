/// A tag of another tool on a line, such as `{% hint style="info" %}`, `{{< figure src="a.png" >}}` or `<img src="a.png">`.
struct ForeignTag {
    /// The first word in it, in lower case; empty if it begins with a value in quotes.
    let name: String
    /// Words and values in quotes, in order.
    let values: [String]
    /// Named values, in lower case names.
    let attributes: [String: String]
    /// Where it is in the text.
    let range: Range<String.Index>

    /// Reads what is between the signs of a tag.
    init(_ inner: Substring, range: Range<String.Index>) {
        var rest = inner.drop(while: \.isWhitespace)
        let isClosing = rest.first == "/"
        let name = rest.prefix { !$0.isWhitespace && !"=\"'`".contains($0) && ($0 != "/" || isClosing) }
        rest = rest[name.endIndex...]
        var values: [String] = []
        var attributes: [String: String] = [:]
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "/" && rest.dropFirst().allSatisfy(\.isWhitespace) }
            guard let first = rest.first else { break }
            if first == "\"" || first == "'" || first == "`" {
                values.append(Self.quoted(&rest))
                continue
            }
            let word = rest.prefix { !$0.isWhitespace && $0 != "=" }
            rest = rest[word.endIndex...]
            guard rest.first == "=" else {
                if word.isEmpty { rest = rest.dropFirst() } else { values.append(String(word)) }
                continue
            }
            rest = rest.dropFirst()
            let key = word.lowercased()
            if let sign = rest.first, sign == "\"" || sign == "'" || sign == "`" {
                attributes[key] = Self.quoted(&rest)
            } else {
                let value = rest.prefix { !$0.isWhitespace }
                attributes[key] = String(value)
                rest = rest[value.endIndex...]
            }
        }
        (self.name, self.values, self.attributes, self.range) = (name.lowercased(), values, attributes, range)
    }

    private static func quoted(_ rest: inout Substring) -> String {
        let sign = rest.removeFirst()
        let text = rest.prefix { $0 != sign }
        rest = rest[text.endIndex...].dropFirst()
        return String(text)
    }

    /// The first tag at or behind a place that is between two signs.
    static func first(in text: String, from start: String.Index, _ open: String, _ close: String) -> ForeignTag? {
        guard let opening = text.range(of: open, from: start), let closing = text.range(of: close, from: opening.upperBound) else {
            return nil
        }
        var inner = text[opening.upperBound..<closing.lowerBound]
        // `{%- x -%}` takes the white space around it away.
        if inner.first == "-" { inner = inner.dropFirst() }
        if inner.last == "-" { inner = inner.dropLast() }
        // The name of an element is part of its opening sign.
        let name = open.hasPrefix("<") ? open.dropFirst() : ""
        return ForeignTag(name + inner, range: opening.lowerBound..<closing.upperBound)
    }

    /// The tag that a line consists of, between two signs.
    static func alone(on text: String, _ open: String, _ close: String) -> ForeignTag? {
        let bare = text.trimmingWhitespace
        guard bare.hasPrefix(open), bare.hasSuffix(close), let tag = first(in: bare, from: bare.startIndex, open, close),
            tag.range.upperBound == bare.endIndex
        else { return nil }
        return tag
    }
}

extension String {
    /// The first place of some text at or behind another place, by bytes.
    func range(of needle: String, from start: Index) -> Range<Index>? {
        let pin = needle.utf8
        guard let first = pin.first else { return nil }
        var at = start
        while let found = utf8[at...].firstIndex(of: first) {
            if utf8[found...].starts(with: pin) { return found..<utf8.index(found, offsetBy: pin.count) }
            at = utf8.index(after: found)
        }
        return nil
    }

    /// Whether some text is in it, by bytes.
    func has(_ needle: String) -> Bool { range(of: needle, from: startIndex) != nil }
}
