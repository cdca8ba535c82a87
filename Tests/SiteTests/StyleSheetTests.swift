import Foundation
import TestSupport
import Testing
import Theme

@testable import Site

/// Which style sheets a page links.
@Suite struct StyleSheetTests {
    @Test(arguments: [BuiltSite.defaultHandbook, BuiltSite.station])
    func everyRuleForTheClassesOfAPageIsInASheetThatItLinks(_ built: @Sendable () async throws -> BuiltSite) async throws {
        let site = try await built()
        let sheets = Self.sheets(of: site)
        var checked = 0
        for (path, html) in site.pages where path != "404.html" {
            let (classes, linked) = (Self.classes(html), Self.links(html))
            let styled = Set(linked.flatMap { sheets[$0] ?? [] }.map(\.selector))
            for (sheet, rules) in sheets where !linked.contains(sheet) && sheet != "handbook-search.css" {
                for rule in rules where rule.canApply(to: classes) {
                    #expect(styled.contains(rule.selector), "\(path): \(rule.selector) is in \(sheet)")
                    checked += 1
                }
            }
        }
        #expect(checked > 1_000)
    }

    @Test(arguments: [BuiltSite.defaultHandbook, BuiltSite.station])
    func noTypeOfPageLinksASheetWithoutARuleForIt(_ built: @Sendable () async throws -> BuiltSite) async throws {
        let site = try await built()
        let sheets = Self.sheets(of: site)
        var used: [String: Set<String>] = [:]
        var linked: [String: Set<String>] = [:]
        for (path, html) in site.pages where path != "404.html" {
            let classes = Self.classes(html)
            guard let type = classes.first(where: { $0.hasPrefix("page-") && html.contains("<body class=\"\($0)\"") }) else { continue }
            linked[type, default: []].formUnion(Self.links(html))
            for (sheet, rules) in sheets where rules.contains(where: { $0.canApply(to: classes) }) {
                used[type, default: []].insert(sheet)
            }
        }
        #expect(linked.count > 20)
        for (type, sheets) in linked { #expect(sheets.subtracting(used[type] ?? []).isEmpty, "\(type)") }
    }

    @Test func everyFileThatASheetListsIsInTheTheme() {
        for sheet in StyleSheet.allCases { for file in sheet.files { #expect(Theme.files["styles/\(file).css"] != nil, "\(file)") } }
    }

    @Test func theDocumentationListsTheFilesOfEachSheet() throws {
        let text = try String(contentsOf: Repository.root.appending(path: "docs/theme.md"), encoding: .utf8)
        for sheet in StyleSheet.allCases where ![.base, .own, .book].contains(sheet) {
            let files = sheet.files.map { "`\($0)`" }.joined(separator: ", ")
            #expect(text.contains("| `assets.\(sheet.asset)` | \(files) |"), "\(sheet)")
        }
    }

    @Test func aPageLoadsTheScriptOfTablesOnlyWhereATableIs() async {
        let site = await BuiltSite(
            """
            -- content/index.md --
            # Home
            -- content/plain.md --
            # Plain

            Text.
            -- content/table.md --
            # Table

            > - | a | b |
            >   |---|---|
            >   | 1 | 2 |
            """
        )
        for (address, hasTable) in [("", false), ("plain/", false), ("table/", true)] {
            let html = site.page(address).text
            #expect(html.contains("/tables-") == hasTable, "\(address)")
            #expect(html.contains("/handbook-tables-") == hasTable, "\(address)")
        }
    }

    @Test func theFilesThatAProjectAddsAreTheLastSheetOfEveryPage() async {
        let site = await BuiltSite("-- content/index.md --\n# Home\n-- templates/styles/05-own.css --\n.own { color: red; }\n")
        let links = Self.links(site.page(""))
        #expect(links == ["handbook.css", "handbook-home.css", "handbook-own.css"])
        #expect(site.style(.own) == ".own{color:red}")
    }

    @Test func aProjectReplacesTheWholeStyle() async {
        let site = await BuiltSite(
            "-- content/index.md --\n# Home\n\n| a |\n|---|\n| b |\n-- content/other.md --\n# Other\n"
                + "-- templates/assets/handbook.css --\nbody { color: red; }\n"
        )
        #expect(site.result.files.filter { $0.path.hasSuffix(".css") }.count == 1)
        #expect(Self.links(site.page("")) == ["handbook.css"])
    }

    /// The names of the sheets that a page links, without their fingerprints.
    private static func links(_ html: HTML) -> [String] {
        html.text.components(separatedBy: "<link rel=\"stylesheet\" href=\"").dropFirst().map { name(String($0.prefix { $0 != "\"" })) }
    }

    private static func name(_ path: String) -> String {
        (path as NSString).lastPathComponent.replacing(#/-[0-9a-z]{8}\.css$/#, with: ".css")
    }

    private static func classes(_ html: HTML) -> Set<String> {
        Set(html.attribute("class").flatMap { $0.split(separator: " ").map(String.init) })
    }

    /// A selector, and sets of classes: a page where it applies has one of each set.
    private struct Rule {
        let selector: String
        let classes: [Set<String>]

        /// - Parameter selector: without a comma outside parentheses.
        init(_ selector: String) {
            self.selector = selector
            // What is outside parentheses, then what is in each pair of them, with what is before it.
            var (outside, groups, depth) = ("", [(name: String, text: String)](), 0)
            for character in selector {
                if character == "(" {
                    if depth == 0 { groups.append((String(outside.suffix(4)), "")) }
                    depth += 1
                } else if character == ")" {
                    depth -= 1
                } else if depth == 0 {
                    outside.append(character)
                } else {
                    groups[groups.count - 1].text.append(character)
                }
            }
            let inside = groups.filter { $0.name != ":not" }.flatMap { group in
                let classes = Self.classes(group.text)
                return group.text.contains(",") ? [Set(classes)] : classes.map { [$0] }
            }
            classes = Self.classes(outside).map { [$0] } + inside.filter { !$0.isEmpty }
        }

        private static func classes(_ text: String) -> [String] {
            let parts = (" " + text).split(separator: ".").dropFirst()
            return parts.map { part in String(part.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) }
        }

        func canApply(to page: Set<String>) -> Bool { !classes.isEmpty && classes.allSatisfy { !$0.isDisjoint(with: page) } }
    }

    /// The rules of each sheet, by the sheet's name.
    private static func sheets(of site: BuiltSite) -> [String: [Rule]] {
        let files = site.result.files.map(\.path).filter { $0.hasSuffix(".css") }
        return Dictionary(
            uniqueKeysWithValues: files.map { path in
                let preludes = (site.text(path) ?? "").components(separatedBy: "{").dropLast().map { text in
                    String(text[(text.lastIndex { "};".contains($0) }.map { text.index(after: $0) } ?? text.startIndex)...])
                }
                return (name(path), preludes.filter { !$0.hasPrefix("@") }.flatMap(selectors).map(Rule.init))
            }
        )
    }

    /// The selectors of a list, split at the commas outside parentheses.
    private static func selectors(_ list: String) -> [String] {
        var depth = 0
        let parts = list.split { character in
            depth += character == "(" ? 1 : character == ")" ? -1 : 0
            return character == "," && depth == 0
        }
        return parts.map(String.init)
    }
}
