/// GFM's extension "disallowed raw HTML": the `<` of tags that change how the rest of a page is read becomes `&lt;`.
enum TagFilter {
    private static let names: [StaticString] = [
        "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
    ]

    /// Appends raw HTML with these tags escaped; `onlyAtStart` for HTML that is one tag.
    static func append(_ html: String, to bytes: inout [UInt8], onlyAtStart: Bool = false) {
        var html = html
        html.withUTF8 { html in
            var start = 0
            for index in onlyAtStart ? html.indices.prefix(1) : html.indices
            where html[index] == UInt8(ascii: "<") && isFiltered(html[index...]) {
                bytes.append(contentsOf: html[start..<index])
                bytes.append("&lt;")
                start = index + 1
            }
            bytes.append(contentsOf: html[start...])
        }
    }

    private static func isFiltered(_ tag: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var rest = tag.dropFirst()
        if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
        return names.contains { name in
            name.withUTF8Buffer { name in
                guard rest.count > name.count, zip(rest, name).allSatisfy({ $0 == $1 || ($0 | 0x20 == $1 && $0 < $1) }) else {
                    return false
                }
                let after = rest.dropFirst(name.count)
                switch after.first {
                case UInt8(ascii: ">"), 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D: return true
                case UInt8(ascii: "/"): return after.dropFirst().first == UInt8(ascii: ">")
                default: return false
                }
            }
        }
    }
}
