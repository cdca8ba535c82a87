/// Which elements of HTML a conversion to Markdown knows.
enum HTMLNames {
    /// Elements that only wrap others.
    static let wrappers: Set<String> = [
        "p", "div", "center", "section", "article", "main", "header", "footer", "nav", "address", "figure", "details", "hgroup",
    ]
    static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
    /// Elements within a line of text whose tags a site leaves out.
    static let dropped: Set<String> = [
        "abbr", "bdi", "bdo", "big", "cite", "data", "dfn", "font", "ins", "kbd", "label", "mark", "nobr", "picture", "q", "samp", "small",
        "source", "span", "sub", "sup", "time", "u", "var", "wbr",
    ]
    /// Elements that Markdown has signs for.
    static let marks: [String: String] = ["b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "tt": "`", "del": "~~", "s": "~~"]
    /// Elements whose whole content stays as it is.
    static let verbatim: Set<String> = [
        "pre", "script", "style", "textarea", "svg", "math", "iframe", "form", "select", "object", "audio", "video", "template",
        "blockquote",
        "dl", "table",
    ]

    /// Whether a line that begins with the tag of an element begins a block, whatever else is on it.
    static func opensBlock(_ name: String) -> Bool {
        wrappers.contains(name) || headings.contains(name) || ["ul", "ol", "li", "hr", "figcaption", "summary"].contains(name)
    }

    /// Whether an element can be alone on a line that begins a block.
    static func opensAlone(_ name: String) -> Bool {
        dropped.contains(name) || marks[name] != nil || ["a", "img", "br"].contains(name)
    }

    /// Elements that begin a block which is left as it is.
    static let left: Set<String> = verbatim.union([
        "tbody", "td", "tfoot", "th", "thead", "tr", "dd", "dt", "fieldset", "caption", "col", "colgroup", "dialog", "menu", "option",
    ]).subtracting(["svg", "math", "object", "audio", "video", "select", "template"])
}
