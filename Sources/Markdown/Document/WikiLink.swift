/// `[[Data Engineer#skills|the engineer]]`.
public struct WikiLink: Sendable, Hashable {
    /// The name of a page or a file.
    public let target: String
    /// A heading of that page, by its text or its anchor.
    public let fragment: String?
    /// The words to show instead of the page's title.
    public let label: String?
    /// Whether it shows what it names: `![[map.png]]`.
    public let isEmbed: Bool
    /// The title of the page that it names; `nil` until names are resolved.
    public var title: String?

    /// A link by its parts.
    package init(target: String, fragment: String?, label: String?, isEmbed: Bool = false) {
        (self.target, self.fragment, self.label, self.isEmbed) = (target, fragment, label, isEmbed)
    }

    /// Reads what is between the brackets, before the bar. A `#` inside a name, as in `C# Developer`, is followed by a space
    /// and not preceded by one.
    init(_ name: String, label: String?, isEmbed: Bool) {
        let bytes = name.utf8
        let sign = bytes.indices.first { index in
            guard bytes[index] == UInt8(ascii: "#") else { return false }
            let next = bytes.index(after: index)
            let isLast = next == bytes.endIndex || bytes[next] == 0x20
            return !isLast || index == bytes.startIndex || bytes[bytes.index(before: index)] == 0x20
        }
        let fragment = sign.map { String(name[bytes.index(after: $0)...]).trimmingWhitespace }
        self.init(target: String(name[..<(sign ?? name.endIndex)]).trimmingWhitespace, fragment: fragment, label: label, isEmbed: isEmbed)
    }

    /// The name with the heading, as written.
    public var name: String { fragment.map { "\(target)#\($0)" } ?? target }

    /// The ways to read the name, the most likely first: a `#` may belong to the name of a page.
    public var readings: [(target: String, fragment: String?)] {
        let whole = name
        guard whole.utf8.contains(UInt8(ascii: "#")) else { return [(whole, nil)] }
        var readings: [(target: String, fragment: String?)] = [(whole, nil)]
        if let fragment { readings += ["\(target) #\(fragment)", "\(target) # \(fragment)"].map { ($0, nil) } }
        let signs = whole.utf8.indices.filter { whole.utf8[$0] == UInt8(ascii: "#") }
        for sign in signs.reversed() {
            let rest = String(whole[whole.utf8.index(after: sign)...]).trimmingWhitespace
            readings.append((String(whole[..<sign]).trimmingWhitespace, rest))
        }
        return readings
    }

    /// What a reader sees: the label, else the title of what it names, else the name.
    public var words: String { label ?? title ?? target }

    /// What describes the picture that it shows: its label, else the file's name.
    package var alternative: String {
        if let label, width == nil { return label }
        let file = target.split(separator: "/").last.map(String.init) ?? target
        return file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    }

    /// The width in pixels at which it shows a picture, if its label is one: `300` or `300x200`.
    package var width: Int? { isEmbed ? label.flatMap { Int($0.prefix { $0 != "x" }) } : nil }
}
