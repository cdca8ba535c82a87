import Markdown

/// A feed of changes, as RFC 4287 has it.
struct AtomFeed {
    struct Entry {
        let id: String
        let title: String
        let updated: String
        /// The absolute address of what it reports; `nil` if the site's address is not known.
        let link: String?
        /// HTML; every link in it is a whole address.
        let html: String
    }

    let id: String
    let title: String
    let language: String
    /// Whose changes they are: a feed names an author, and what wrote a page here is the handbook.
    let author: String
    let updated: String
    /// The feed's own address; `nil` where the site's is not known.
    let address: String?
    /// The address of the page it belongs to.
    let page: String?
    let entries: [Entry]

    var text: String {
        var xml = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
        xml += #"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\#(HTMLText.escape(language))">"# + "\n"
        xml += element("id", id) + element("title", title) + element("updated", updated)
        xml += "  <author><name>\(HTMLText.escape(author))</name></author>\n"
        if let address { xml += #"  <link rel="self" type="application/atom+xml" href="\#(HTMLText.escape(address))"/>"# + "\n" }
        if let page { xml += #"  <link rel="alternate" type="text/html" href="\#(HTMLText.escape(page))"/>"# + "\n" }
        for entry in entries {
            xml += "  <entry>\n"
            xml += "  " + element("id", entry.id) + "  " + element("title", entry.title) + "  " + element("updated", entry.updated)
            if let link = entry.link { xml += #"    <link rel="alternate" type="text/html" href="\#(HTMLText.escape(link))"/>"# + "\n" }
            xml += #"    <content type="html">\#(HTMLText.escape(entry.html))</content>"# + "\n"
            xml += "  </entry>\n"
        }
        return xml + "</feed>\n"
    }

    private func element(_ name: String, _ text: String) -> String { "  <\(name)>\(HTMLText.escape(text))</\(name)>\n" }
}
