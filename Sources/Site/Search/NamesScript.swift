import Diagnostics
import Formats
import Handbook

/// What the search dialog jumps by: every name of the handbook as a script, which the dialog loads when it is first opened.
/// A script, since pages opened from disk cannot fetch.
enum NamesScript {
    /// More than this, and the summaries are left out: names alone grow by some 100 bytes a role.
    static let size = 256 * 1024

    static func file(_ names: [FoundName], _ strings: Strings) -> OutputFile {
        var text = text(names, strings, summaries: true)
        if text.utf8.count > size { text = self.text(names, strings, summaries: false) }
        return OutputFile(path: "assets/names-\(ThemeFiles.fingerprint(text)).js", text: text)
    }

    /// `words`: what the dialog writes, by the names of its `data-` attributes, which can replace them. `kinds`: the name of each,
    /// and the parts of an address before and after its rest. `names`: a row each, without the empty fields at its end: kind,
    /// title, rest of the address, short form, other names, class of colour, summary.
    private static func text(_ names: [FoundName], _ strings: Strings, summaries: Bool) -> String {
        let kinds = SearchKind.allCases.map { kind -> JSONValue in
            [.string(kind.rawValue), .string(strings[kind.headingKey]), .string(before(kind)), .string(after(kind))]
        }
        let rows = names.map { row($0, summaries: summaries) }
        let words = JSONValue.object(words.map { JSONValue.Member($0, .string(strings[$1])) }).text(.compact, escaping: .script)
        return "window.handbookNames = {\"words\": \(words),\n\"kinds\": [\n\(lines(kinds))\n],\n\"names\": [\n\(lines(rows))\n]};\n"
    }

    private static let words = [
        ("inText", "search_text"), ("textLoading", "search_text_loading"), ("textFailed", "search_text_failed"),
        ("fromDisk", "search_from_disk"), ("called", "search_called"), ("more", "search_more"), ("nothing", "search_nothing"),
        ("noName", "search_no_name"), ("names", "search_names"), ("namesOne", "search_names_one"), ("pages", "search_pages"),
        ("pagesOne", "search_pages_one"),
    ]

    private static func lines(_ rows: [JSONValue]) -> String {
        rows.map { $0.text(.compact, escaping: .script) }.joined(separator: ",\n")
    }

    private static func row(_ name: FoundName, summaries: Bool) -> JSONValue {
        var fields: [JSONValue] = [
            .number(SearchKind.allCases.firstIndex(of: name.kind) ?? 0), .string(name.title), .string(rest(name)),
            .string(name.short ?? ""), .strings(name.aliases), .string(name.color ?? ""),
            .string(summaries ? name.summary ?? "" : ""),
        ]
        while let last = fields.last, last == "" || last == [] { fields.removeLast() }
        return .array(fields)
    }

    private static func before(_ kind: SearchKind) -> String {
        guard let address = kind.area?.address else { return "" }
        return kind == .skill ? address + "index.html#" : address
    }

    private static func after(_ kind: SearchKind) -> String { kind == .skill ? "" : "/index.html" }

    /// What of an address its kind does not say; it begins with a `/` where it stands for all of it.
    private static func rest(_ name: FoundName) -> String {
        if let anchor = name.anchor { return Addresses.escaped(anchor) }
        if name.address.isEmpty { return "/" }
        let before = before(name.kind)
        let isRegular = !before.isEmpty && name.address.hasPrefix(before) && name.address != before
        let own = isRegular ? String(name.address.dropFirst(before.count)) : "/" + name.address
        return Addresses.escaped(own.hasSuffix("/") ? String(own.dropLast()) : own)
    }
}
