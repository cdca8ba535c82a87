import Diagnostics

/// What a served page has and a built one has not: a script that reloads it and shows errors over it.
enum Overlay {
    /// What a site has there itself is not served.
    static let folder = "_handbook"
    static let script = folder + "/reload.js"
    static let style = folder + "/overlay.css"
    static let events = folder + "/events"

    /// A page with the script's tag before the end of its head, or else in front of all it has but the doctype.
    static func inserted(into page: [UInt8], version: String) -> [UInt8] {
        let tag = Array("<script defer src=\"/\(script)\" data-version=\"\(version)\"></script>\n".utf8)
        let place = end(ofHead: page) ?? afterDoctype(page)
        return Array(page[..<place]) + tag + page[place...]
    }

    private static func end(ofHead page: [UInt8]) -> Int? {
        let wanted = Array("</head".utf8)
        guard page.count >= wanted.count else { return nil }
        return (0...page.count - wanted.count).first { start in
            page[start] == wanted[0] && wanted.indices.allSatisfy { page[start + $0] | 0x20 == wanted[$0] | 0x20 }
        }
    }

    private static func afterDoctype(_ page: [UInt8]) -> Int {
        let start = Array("<!doctype".utf8)
        guard page.count > start.count, start.indices.allSatisfy({ page[$0] | 0x20 == start[$0] | 0x20 }) else { return 0 }
        return (page.firstIndex(of: UInt8(ascii: ">")) ?? -1) + 1
    }

    /// What is shown, as one event.
    static func event(_ status: SiteStatus) -> String {
        let event: JSONValue = ["trouble": status.trouble.map(JSONValue.string), "version": .string(status.version)]
        // An event's data is one line.
        return "data: \(event.text(.compact))\n\n"
    }

    /// What is served before there is a site.
    static func page(version: String, trouble: String?) -> String {
        let text = trouble ?? "The site is being built."
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>There is no site yet</title>
            <link rel="stylesheet" href="/\(style)">
            <script defer src="/\(script)" data-version="\(version)" data-plain></script>
            </head>
            <body>
            <main class="panel">
            <h1>\(trouble == nil ? "One moment" : "There is no site yet: it has errors")</h1>
            <pre tabindex="0">\(escaped)</pre>
            </main>
            </body>
            </html>

            """
    }
}
