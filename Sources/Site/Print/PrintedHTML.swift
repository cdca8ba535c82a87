import Markdown

/// Makes a page's HTML fit to stand on one page with all others: its ids are its own, its links lead to the place on that
/// page, its headings stand under the chapter's, and what only a screen needs is left out.
struct PrintedHTML {
    /// The page's address.
    let address: String
    /// By how many levels its headings are lowered.
    let demotion: Int
    /// The addresses of the pages that are on the one page, percent-encoded.
    let printed: Set<String>

    /// The address of the one page.
    static let home = Area.print.address

    private static let leftOut: Set<String> = ["nav", "script", "template", "button", "dialog", "style"]
    /// Elements without an end.
    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    /// Attributes that name elements by their ids.
    private static let references: Set<String> = [
        "id", "for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details",
        "aria-errormessage", "aria-flowto", "aria-activedescendant", "popovertarget",
    ]

    /// The id that a page, or an anchor in it, has on the one page. Addresses hold no colon, so no two are the same.
    static func id(_ address: String, _ fragment: String? = nil) -> String {
        let page = address.hasSuffix("/") ? String(address.dropLast()) : address
        return fragment.map { "\(page):\($0)" } ?? (page.isEmpty ? ":" : page)
    }

    func rewritten(_ html: String) -> String {
        var scanner = HTMLScanner(html)
        var result: [UInt8] = []
        result.reserveCapacity(html.utf8.count * 9 / 8)
        // For each open section, whether it stands as a `div`.
        var sections: [Bool] = []
        while let piece = scanner.next() {
            switch piece {
            case .text(let text): result += text
            case .open(let tag, let source):
                if Self.isLeftOut(tag) {
                    if !tag.isClosed, !Self.void.contains(tag.name) { scanner.skip(tag.name) }
                    continue
                }
                if tag.name == "section" { sections.append(Self.isNamedByLabel(tag)) }
                if let changed = changed(tag) { result += Array(changed.utf8) } else { result += source }
            case .close(let name, let source):
                if let level = level(name) {
                    result += Array("</h\(level)>".utf8)
                } else if name == "section", sections.popLast() == true {
                    result += Array("</div>".utf8)
                } else {
                    result += source
                }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A tag as it stands on the one page; `nil` when nothing about it changes.
    private func changed(_ tag: HTMLScanner.Tag) -> String? {
        let level = level(tag.name)
        var isChanged = level != nil || Self.isNamedByLabel(tag)
        let attributes = tag.attributes.compactMap { name, value -> (String, String?)? in
            // A landmark for each section of each page would be too many to find one's way by.
            if tag.name == "section", name.lowercased() == "aria-labelledby" {
                isChanged = true
                return nil
            }
            guard let value, let new = changed(value, of: name.lowercased()) else { return (name, value) }
            isChanged = true
            return (name, new)
        }
        guard isChanged else { return nil }
        let written = attributes.map { name, value in
            // The value is as it was written, between whichever quotes.
            value.map { " \(name)=\"\($0.replacing("\"", with: "&quot;"))\"" } ?? " \(name)"
        }
        let name = level.map { "h\($0)" } ?? (Self.isNamedByLabel(tag) ? "div" : tag.name)
        return "<\(name)\(written.joined())\(tag.isClosed ? "/" : "")>"
    }

    /// What leads about the site, and what scripts alone bring to sight.
    private static func isLeftOut(_ tag: HTMLScanner.Tag) -> Bool {
        leftOut.contains(tag.name) || tag.attributes.contains { ["hidden", "data-script"].contains($0.name.lowercased()) }
    }

    /// Whether it is a section that has a label and no heading: footnotes. As a section it would be a landmark.
    private static func isNamedByLabel(_ tag: HTMLScanner.Tag) -> Bool {
        tag.name == "section" && tag.attributes.contains { $0.name.lowercased() == "aria-label" }
    }

    private func changed(_ value: String, of attribute: String) -> String? {
        let prefix = HTMLText.escape(Self.id(address, ""))
        if Self.references.contains(attribute) {
            return value.split(separator: " ").map { prefix + $0 }.joined(separator: " ")
        }
        switch attribute {
        case "href", "xlink:href", "src", "poster": return HTMLText.escape(link(Self.plain(value)))
        case "role" where value == "region": return "group"
        default: return value.contains("url(#") ? value.replacing("url(#", with: "url(#\(prefix)") : nil
        }
    }

    /// A link of the page, as it is from the one page.
    private func link(_ href: String) -> String {
        let halves = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let path = halves[0]
        let fragment = halves.count > 1 ? halves[1] : nil
        if path.isEmpty { return fragment.map { "#" + Addresses.escaped(Self.id(address, "")) + $0 } ?? href }
        guard !path.hasPrefix("/"), !path.prefix(while: { $0 != "/" }).contains(":") else { return href }
        let target = Self.join(Addresses.escaped(address), path)
        if target == "index.html" || target.hasSuffix("/index.html") {
            let page = String(target.dropLast(10))
            if printed.contains(page) { return "#" + (fragment.map { Self.id(page, $0) } ?? Self.id(page)) }
        }
        return "../" + target + (fragment.map { "#" + $0 } ?? "")
    }

    /// A relative address, counted from the site's root.
    private static func join(_ base: String, _ path: String) -> String {
        var parts = base.split(separator: "/").map(String.init)
        for part in path.split(separator: "/", omittingEmptySubsequences: true) {
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
        }
        return parts.joined(separator: "/") + (path.hasSuffix("/") ? "/" : "")
    }

    private func level(_ name: String) -> Int? {
        guard name.count == 2, name.first == "h", let level = name.last?.wholeNumberValue, (1...6).contains(level) else { return nil }
        return min(6, level + demotion)
    }

    /// The entities that escaping makes, resolved.
    private static func plain(_ text: String) -> String {
        guard text.contains("&") else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
