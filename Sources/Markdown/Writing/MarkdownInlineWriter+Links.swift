extension MarkdownInlineWriter {
    mutating func writeLink(_ target: LinkTarget, _ inner: [Inline]) {
        if target.isAutolink(inner), case .text(let words)? = inner.first {
            put("<")
            putEscapingEntities(words)
            put(">")
        } else if brackets > 0, case .text(let words)? = inner.first, target.url == "mailto:\(words)" {
            // No link can be in a link, but for what the parser makes of an address.
            put(words)
        } else {
            writeBracketed(inner, target)
        }
    }

    /// `[words](address "title")`.
    mutating func writeBracketed(_ inner: [Inline], _ target: LinkTarget) {
        put("[")
        brackets += 1
        let outer = (group, enclosing)
        enclosing = []
        spans.append([])
        looseRuns.append([])
        group = spans.count - 1
        write(inner, isSpan: false, following: .punctuation)
        (group, enclosing) = outer
        brackets -= 1
        put("](")
        writeAddress(target.url, hasTitle: !target.title.isEmpty)
        if !target.title.isEmpty { writeTitle(target.title) }
        put(")")
    }

    private mutating func putEscapingEntities(_ text: String) {
        let text = Array(text.utf8)
        for (index, byte) in text.enumerated() {
            bytes.append(byte)
            if byte == UInt8(ascii: "&"), text.opensEntity(at: index) { put("amp;") }
        }
    }

    private mutating func writeAddress(_ url: String, hasTitle: Bool) {
        let url = Array(url.utf8)
        if url.isEmpty { return put(hasTitle ? "<>" : "") }
        let isBracketed = url.contains { $0 == 0x20 || $0 == 0x09 } || url.first == UInt8(ascii: "<")
        let isBalanced = Self.hasBalancedParentheses(url)
        if isBracketed { put("<") }
        for (index, byte) in url.enumerated() {
            switch byte {
            case 0x20, 0x09:
                if index == 0 || index == url.count - 1 { putEntity(Unicode.Scalar(byte)) } else { bytes.append(byte) }
            case Self.lineEnd: put("&#10;")
            case UInt8(ascii: "\\"): put("\\\\")
            case UInt8(ascii: "&"): put(url.opensEntity(at: index) ? "&amp;" : "&")
            case UInt8(ascii: "<"), UInt8(ascii: ">"):
                if isBracketed { put("\\") }
                bytes.append(byte)
            case UInt8(ascii: "("), UInt8(ascii: ")"):
                if !isBracketed, !isBalanced { put("\\") }
                bytes.append(byte)
            default: bytes.append(byte)
            }
        }
        if isBracketed { put(">") }
    }

    private static func hasBalancedParentheses(_ url: [UInt8]) -> Bool {
        var depth = 0
        for byte in url {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if depth < 0 || depth > 30 { return false }
        }
        return depth == 0
    }

    private mutating func writeTitle(_ title: String) {
        let title = Array(title.utf8)
        put(" \"")
        for (index, byte) in title.enumerated() {
            switch byte {
            case UInt8(ascii: "\""): put("\\\"")
            // Entities are decoded before escapes are. At the end, `\"` could be read as an escaped quote.
            case UInt8(ascii: "\\"): put(index == title.count - 1 ? "&#92;&#92;" : "\\\\")
            case UInt8(ascii: "&"): put(title.opensEntity(at: index) ? "&amp;" : "&")
            case Self.lineEnd: put("&#10;")
            default: bytes.append(byte)
            }
        }
        put("\"")
    }
}

extension [UInt8] {
    /// Whether the `&` at an index would be read as the start of an entity.
    func opensEntity(at index: Int) -> Bool {
        let name = self[(index + 1)...].drop { $0 == UInt8(ascii: "#") }.prefix { $0.isASCIILetter || $0.isASCIIDigit }
        return !name.isEmpty && name.endIndex < count && self[name.endIndex] == UInt8(ascii: ";")
    }
}

extension LinkTarget {
    /// Whether `<words>` is a link to this target.
    func isAutolink(_ inner: [Inline]) -> Bool {
        guard title.isEmpty, inner.count == 1, case .text(let words) = inner[0] else { return false }
        if url == words { return Self.isAbsolute(words) }
        return url == "mailto:\(words)" && Self.isMailAddress(words)
    }

    private static func isAbsolute(_ text: String) -> Bool {
        let scheme = text.utf8.prefix { $0.isASCIILetter || $0.isASCIIDigit || "+.-".utf8.contains($0) }
        return (2...32).contains(scheme.count) && scheme.first?.isASCIILetter == true
            && text.utf8.dropFirst(scheme.count).first == UInt8(ascii: ":")
            && text.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
    }

    private static func isMailAddress(_ text: String) -> Bool {
        let halves = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[0].isEmpty else { return false }
        let isName = halves[0].allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || ".!#$%&'*+/=?^_`{|}~-".utf8.contains($0) }
        let labels = halves[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return isName
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                    && label.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
            }
    }
}
