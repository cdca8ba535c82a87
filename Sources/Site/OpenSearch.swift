import Formats
import Handbook
import Markdown

/// What lets a browser search the handbook from its own field: an OpenSearch description, 1.1. It needs a
/// whole address, and so `base_url`.
enum OpenSearch {
    static let path = "opensearch.xml"
    /// What follows the question mark; `search.js` looks for it.
    private static let query = "?q={searchTerms}"
    /// The most letters that a short name may have.
    private static let longest = 16

    /// The paths of its files, for a site that can be searched.
    static func paths(_ site: SiteContent) -> [String] { site.handbook.settings.baseURL == nil ? [] : [path] }

    /// Whether the site has one.
    static func isThere(_ site: SiteContent, _ search: SearchView?) -> Bool { search != nil && site.handbook.settings.baseURL != nil }

    static func files(_ site: SiteContent, _ search: SearchView?, icon: String?) -> [OutputFile] {
        let settings = site.handbook.settings
        guard let base = settings.baseURL, search != nil else { return [] }
        // The list of all names is what those without scripts find there.
        let page = HTMLText.escape(base + Addresses.escaped(Area.names.address))
        let image = icon.map { path in
            #"  <Image width="16" height="16" type="image/svg+xml">\#(HTMLText.escape(base + Addresses.escaped(path)))</Image>"# + "\n"
        }
        var xml = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
        xml += #"<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">"# + "\n"
        xml += "  <ShortName>\(HTMLText.escape(short(settings.title)))</ShortName>\n"
        xml += "  <Description>\(HTMLText.escape(String((settings.description ?? settings.title).prefix(1_024))))</Description>\n"
        xml += "  <LongName>\(HTMLText.escape(String(settings.title.prefix(48))))</LongName>\n"
        xml += image ?? ""
        xml += #"  <Url type="text/html" template="\#(page)\#(query)"/>"# + "\n"
        xml += #"  <Url type="application/opensearchdescription+xml" rel="self" template="\#(HTMLText.escape(base))\#(path)"/>"# + "\n"
        xml += "  <Language>\(HTMLText.escape(settings.language))</Language>\n"
        xml += "  <InputEncoding>UTF-8</InputEncoding>\n</OpenSearchDescription>\n"
        return [OutputFile(path: path, text: xml)]
    }

    /// The first words of a title, as many as fit.
    private static func short(_ title: String) -> String {
        var short = ""
        for word in title.split(separator: " ") {
            guard short.count + word.count + (short.isEmpty ? 0 : 1) <= longest else { break }
            short += (short.isEmpty ? "" : " ") + word
        }
        return short.isEmpty ? String(title.prefix(longest)) : short
    }
}
