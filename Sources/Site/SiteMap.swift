import Formats
import Handbook
import Markdown

/// `sitemap.xml`, which needs whole addresses and so `base_url`, and `robots.txt`.
enum SiteMap {
    /// The paths of the files.
    static func paths(_ site: SiteContent) -> [String] { ["robots.txt"] + (site.handbook.settings.baseURL == nil ? [] : ["sitemap.xml"]) }

    static func files(_ pages: [any SitePage], _ site: SiteContent) -> [OutputFile] {
        guard let base = site.handbook.settings.baseURL else {
            return [OutputFile(path: "robots.txt", text: "User-agent: *\nAllow: /\n")]
        }
        var xml =
            #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n" + #"<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">"# + "\n"
        for page in pages where page.isIndexed {
            let date = page.origin.flatMap { site.upkeep.lastChange(of: $0) }.map { "<lastmod>\($0.text)</lastmod>" } ?? ""
            xml += "  <url><loc>\(HTMLText.escape(base + Addresses.escaped(page.address)))</loc>\(date)</url>\n"
        }
        xml += "</urlset>\n"
        return [
            OutputFile(path: "robots.txt", text: "User-agent: *\nAllow: /\nSitemap: \(base)sitemap.xml\n"),
            OutputFile(path: "sitemap.xml", text: xml),
        ]
    }
}
