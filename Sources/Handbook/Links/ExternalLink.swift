import Diagnostics
import Foundation
import Markdown

/// An address of another site, where the project has it.
public struct ExternalLink: Sendable {
    /// As it is written.
    public let address: String
    /// What a server is asked for: the address without its part behind `#`, in the letters that HTTP has.
    public let asked: String
    /// Where it stands.
    public let location: Location
    /// The text it stands in.
    let source: SourceText
}

extension Handbook {
    /// Every address of another site that readers are led to: links and pictures of pages, of the header and the footer, and
    /// the addresses of sources. Those that the settings ignore are left out.
    public var externalLinks: [ExternalLink] {
        var links: [ExternalLink] = []
        func add(_ address: String, _ place: Location, _ page: Page) {
            guard let asked = ExternalLink.asked(address), !settings.ignoredLinks.contains(where: { $0.matches(address) }) else { return }
            links.append(ExternalLink(address: address, asked: asked, location: place, source: page.source))
        }
        for page in everyText {
            for reference in page.document.references {
                switch reference.target {
                case .link(let url), .image(let url): add(url, reference.location, page)
                case .html(let html) where settings.allowsHTML:
                    for found in RawAddresses.all(in: html) { add(found.url, page.place(of: found, in: reference), page) }
                case .citation, .wikiLink, .html: continue
                }
            }
        }
        for source in sources {
            if let url = source.page.record.words("url") { add(url.value, url.location, source.page) }
        }
        return links
    }
}

extension ExternalLink {
    /// What is asked for; `nil` for what is no address on the web.
    static func asked(_ address: String) -> String? {
        // An address without a scheme is of the scheme of the page: a published one's.
        let whole = address.hasPrefix("//") ? "https:" + address : address
        let bare = whole.prefix { $0 != "#" }
        guard let colon = bare.firstIndex(of: ":"), ["http", "https"].contains(bare[..<colon].lowercased()),
            bare[colon...].hasPrefix("://"), let first = bare[colon...].dropFirst(3).first, !"/?:".contains(first)
        else { return nil }
        let rest = bare[colon...].utf8.map { byte -> String in
            let isPlain = byte > 0x20 && byte < 0x7F && !"\"<>\\^`{|}".utf8.contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        return bare[..<colon].lowercased() + rest.joined()
    }

    /// The host that is asked, and its port: `example.org:8080`.
    public static func host(of asked: String) -> String {
        let rest = asked.drop { $0 != ":" }.dropFirst(3)
        return (rest.prefix { !"/?#".contains($0) }.split(separator: "@").last.map(String.init) ?? "").lowercased()
    }
}
