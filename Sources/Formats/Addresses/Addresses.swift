import Handbook

/// Addresses in the site, and how one page names another.
package struct Addresses: Sendable {
    /// The address of the page that links: `roles/data-engineer/`, empty for the home page.
    package let from: String
    /// The pages beside it, where it is written as a part of the print page.
    package let printed: PrintedPages?
    /// The way up to the site's root.
    package let up: String

    package init(from: String, printed: PrintedPages? = nil) {
        (self.from, self.printed) = (from, printed)
        up = Self.up(from: Self.depth(of: printed == nil ? from : Area.print.address))
    }

    /// How many folders deep an address is.
    package static func depth(of address: String) -> Int { address.utf8.count { $0 == UInt8(ascii: "/") } }

    /// The way up to the site's root from so many folders below it.
    package static func up(from depth: Int) -> String { String(repeating: "../", count: depth) }

    /// The relative address of a page; `index.html` is written out, so that the link works from disk too.
    package func page(_ address: String, fragment: String? = nil) -> String {
        if let href = printed?.href(address, fragment) { return href }
        let anchor = fragment.map(Self.anchor) ?? ""
        if address == from, fragment != nil, printed == nil { return anchor }
        return Self.page(address, up: up) + anchor
    }

    /// The relative address of a page from one whose way up to the site's root is `up`.
    package static func page(_ address: String, up: String) -> String { up + escaped(address) + "index.html" }

    /// The relative address of a file.
    package func file(_ path: String) -> String { up + Self.escaped(path) }

    /// A fragment with its sign, as an address has it. What follows `:~:` is percent-encoded already.
    package static func anchor(_ fragment: String) -> String {
        let (anchor, directive) = TextDirective.split(fragment)
        return "#" + escaped(anchor) + directive
    }

    /// Percent-encodes what an address may not hold; letters of all languages are encoded as UTF-8.
    package static func escaped(_ path: String) -> String {
        if path.utf8.allSatisfy(isPlain) { return path }
        var escaped: [UInt8] = []
        for byte in path.utf8 {
            if isPlain(byte) {
                escaped.append(byte)
            } else {
                let digits = Array("0123456789ABCDEF".utf8)
                escaped += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    /// Whether a byte stands for itself in an address.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F, 0x21, 0x24, 0x27, 0x28, 0x29, 0x2A, 0x2B, 0x2C, 0x3B,
            0x3D, 0x3A, 0x40:
            true
        default: false
        }
    }

    /// The address of the page that compares two roles, by their slugs.
    package static func comparison(of pair: [String]) -> String { "compare/\(pair.joined(separator: "/"))/" }

    /// What an address leads to.
    package enum Target {
        case page(String)
        case file(String)
    }

    /// What an address that an author wrote leads to: a page, with or without a slash at its end, or a file.
    package static func target(ofWritten address: String) -> Target {
        if address.isEmpty || address.hasSuffix("/") { return .page(address) }
        return address.split(separator: "/").last?.contains(".") == true ? .file(address) : .page(address + "/")
    }

    /// The path in the site of a file that is copied as it is.
    package static func output(ofAsset path: String, contentRoot: String) -> String {
        if path.hasPrefix("static/") { return String(path.dropFirst(7)) }
        if !contentRoot.isEmpty, path.hasPrefix(contentRoot + "/") { return String(path.dropFirst(contentRoot.count + 1)) }
        return path
    }
}
