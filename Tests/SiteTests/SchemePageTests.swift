import Handbook
import Testing

@testable import Formats
@testable import Site

/// What pages say of the letters of each scheme.
@Suite struct SchemePageTests {
    private static func site(_ scheme: Scheme, _ settings: String = "") async -> BuiltSite {
        let cells = scheme.letters.map(String.init)
        let roles = cells.indices.map { "-- content/roles/r\($0).md --\n---\ntitle: Role \($0)\nsummary: Works.\n---\n" }
        let columns = cells.indices.map { "Role \($0)" }.joined(separator: "|")
        return await BuiltSite(
            roles.joined() + "-- handbook.yml --\n\(settings)\n-- content/raci/m.md --\n---\ntitle: M\nscheme: \(scheme.rawValue)\n---\n"
                + "|Task|\(columns)|\n|\(String(repeating: "---|", count: cells.count + 1))\n|Bake|\(cells.joined(separator: "|"))|\n"
        )
    }

    @Test(
        "The legend names and explains each letter",
        arguments: [
            (Scheme.raci, ["Responsible", "Accountable", "Consulted", "Informed"]),
            (.rasci, ["Responsible", "Accountable", "Supports", "Consulted", "Informed"]),
            (.raciVS, ["Responsible", "Accountable", "Consulted", "Informed", "Verifies", "Signs off"]),
            (.daci, ["Driver", "Approver", "Contributor", "Informed"]),
            (.rapid, ["Recommends", "Agrees", "Performs", "Gives input", "Decides"]),
        ]
    )
    func legend(scheme: Scheme, names: [String]) async throws {
        let site = await Self.site(scheme)
        #expect(!site.findings.hasErrors)
        let page = site.page("raci/m/").text
        let start = try #require(page.range(of: #"<dl class="legend">"#))
        let legend = page[start.upperBound...].prefix { $0 != "\u{0}" }.split(separator: "</dl>").first.map(String.init) ?? ""
        let entries = legend.split(separator: "<div>").dropFirst().map { HTML(String($0)).plainText }
        #expect(entries.count == scheme.letters.count)
        for (index, letter) in scheme.letters.enumerated() {
            let key = scheme.name(of: letter).rawValue
            #expect(entries[index].hasPrefix("\(letter)"), "\(entries[index])")
            #expect(entries[index].contains(names[index]), "\(entries[index])")
            let note = Words.letters["\(key)_note"]
            #expect(note.map { entries[index].contains($0) } == true, "\(key) is not explained")
        }
    }

    @Test("Each letter on a page bears its name", arguments: Scheme.allCases)
    func letters(scheme: Scheme) async {
        let site = await Self.site(scheme)
        for (index, letter) in scheme.letters.enumerated() {
            let name = Words.general[scheme.name(of: letter).rawValue] ?? "?"
            #expect(site.page("roles/r\(index)/").text.contains(name), "\(letter)")
        }
    }

    @Test("The names are the handbook's own words where it has them")
    func ownWords() async {
        let site = await Self.site(.daci, "strings: {drives_letter: Treibt, drives_letter_note: hält alles in Gang}")
        #expect(site.page("raci/m/").text.contains("Treibt"))
        #expect(site.page("raci/m/").text.contains("hält alles in Gang"))
    }
}
