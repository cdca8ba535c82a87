import Handbook

/// Addresses in the site, and how one page names another.
struct Addresses: Sendable {
    /// The address of the page that links: `roles/data-engineer/`, empty for the home page.
    let from: String

    /// The relative address of a page; `index.html` is written out, so that the link works from disk too.
    func page(_ address: String, fragment: String? = nil) -> String {
        let anchor = fragment.map { "#\(Self.escaped($0))" } ?? ""
        if address == from, fragment != nil { return anchor }
        return up + Self.escaped(address) + "index.html" + anchor
    }

    /// The relative address of a file.
    func file(_ path: String) -> String { up + Self.escaped(path) }

    /// The way up to the site's root.
    private var up: String { String(repeating: "../", count: from.count { $0 == "/" }) }

    /// Percent-encodes what an address may not hold; letters of all languages are encoded as UTF-8.
    static func escaped(_ path: String) -> String {
        var escaped = ""
        for byte in path.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F, 0x21, 0x24, 0x27, 0x28, 0x29, 0x2A, 0x2B, 0x2C,
                0x3B, 0x3D, 0x3A, 0x40:
                escaped.append(Character(Unicode.Scalar(byte)))
            default:
                let code = String(byte, radix: 16, uppercase: true)
                escaped += "%" + (code.count == 1 ? "0" : "") + code
            }
        }
        return escaped
    }

    /// What an address leads to.
    enum Target {
        case page(String)
        case file(String)
    }

    /// What an address that an author wrote leads to: a page, with or without a slash at its end, or a file.
    static func target(ofWritten address: String) -> Target {
        if address.isEmpty || address.hasSuffix("/") { return .page(address) }
        return address.split(separator: "/").last?.contains(".") == true ? .file(address) : .page(address + "/")
    }

    /// Where a file that is copied as it is stands in the site.
    static func output(ofAsset path: String, contentRoot: String) -> String {
        if path.hasPrefix("static/") { return String(path.dropFirst(7)) }
        if !contentRoot.isEmpty, path.hasPrefix(contentRoot + "/") { return String(path.dropFirst(contentRoot.count + 1)) }
        return path
    }
}
