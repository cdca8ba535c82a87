import Foundation
import Publish
import TestSupport
import Testing
import Theme

@testable import Site

/// What the head of a page tells those who show links to it, and programs.
@Suite struct HeadTests {
    private static let project = """
        -- handbook.yml --
        title: "Crew & </script>"
        description: Who cooks.
        language: de-AT
        groups:
          - {id: kitchen, title: Kitchen}
        base_url: https://example.org/book
        -- content/index.md --
        # Home
        -- content/roles/cook.md --
        ---
        title: Cook
        short: CK
        aliases: [Chef]
        group: kitchen
        summary: 'Cooks "well" </script><b>.'
        core_skills: [Knives, Fire]
        ---
        ## Responsibilities
        - **Menus**: writes them.
        ## Knowledge
        - **Herbs**: all.
        ## Skills
        - **Fire**: keeps it.
        -- content/roles/bäcker.md --
        ---
        title: 料理人
        group: kitchen
        summary: Bakes.
        ---

        """

    /// The `meta` elements of a page, by name or property.
    private static func metas(_ page: HTML) -> [String: String] {
        Dictionary(
            page.tags.filter { $0.name == "meta" }.compactMap { tag in
                (tag.attributes["property"] ?? tag.attributes["name"]).map { ($0, tag.attributes["content"] ?? "") }
            }
        ) { first, _ in first }
    }

    /// The graph of a page's data.
    private static func graph(_ page: HTML) throws -> [[String: Any]] {
        let texts = page.elements("script", "application/ld+json").map(\.text)
        #expect(texts.count == 1)
        let object = try JSONSerialization.jsonObject(with: Data((texts.first ?? "").utf8)) as? [String: Any]
        #expect(object?["@context"] as? String == "https://schema.org")
        return try #require(object?["@graph"] as? [[String: Any]])
    }

    @Test func aPageSaysWhatIsShownWhereALinkToItStands() async throws {
        let site = await BuiltSite(Self.project)
        let metas = Self.metas(site.page("roles/cook/"))
        #expect(metas["og:title"] == "Cook")
        #expect(metas["og:site_name"] == "Crew &amp; &lt;/script&gt;")
        #expect(metas["og:description"] == "Cooks &quot;well&quot; &lt;/script&gt;&lt;b&gt;.")
        #expect(metas["description"] == metas["og:description"])
        #expect(metas["og:url"] == "https://example.org/book/roles/cook/")
        #expect(metas["og:type"] == "article" && Self.metas(site.page(""))["og:type"] == "website")
        #expect(metas["og:locale"] == "de_AT")
        #expect(metas["twitter:card"] == "summary_large_image")
    }

    @Test func everyPictureThatIsNamedIsThereAndIsAPicture() async throws {
        let site = await BuiltSite(Self.project)
        var pictures: [String: String] = [:]
        for (path, html) in site.pages where path != "404.html" {
            let picture = try #require(Self.metas(html)["og:image"])
            #expect(picture.hasPrefix("https://example.org/book/assets/share/"))
            pictures[path] = String(picture.dropFirst("https://example.org/book/".count))
        }
        for path in Set(pictures.values) {
            let file = try #require(site.result.files.first { $0.path == path })
            guard case .bytes(let bytes) = file.contents else { continue }
            #expect(Inflate.chunks(bytes)?.first?.data.prefix(8) == [0, 0, 4, 0xB0, 0, 0, 2, 0x76], "\(path)")
        }
        #expect(pictures["roles/cook/index.html"]?.contains("/role-cook-") == true)
        #expect(pictures["roles/index.html"]?.contains("/roles-") == true)
        #expect(pictures["index.html"]?.contains("/site-") == true)
        // A title in letters that the pictures do not have: its area's picture stands for it.
        #expect(pictures["roles/bäcker/index.html"] == pictures["roles/index.html"])
        #expect(!site.result.files.contains { $0.path.contains("/role-b") })
    }

    @Test func withoutAnAddressThereAreNoPictures() async {
        let site = await BuiltSite(Self.project.replacing("base_url: https://example.org/book\n", with: ""))
        #expect(!site.result.files.contains { $0.path.hasPrefix("assets/share/") })
        let metas = Self.metas(site.page("roles/cook/"))
        #expect(metas["og:image"] == nil && metas["og:url"] == nil)
        #expect(metas["twitter:card"] == "summary")
    }

    @Test func aRoleIsAnOccupationToPrograms() async throws {
        let page = await BuiltSite(Self.project).page("roles/cook/")
        let graph = try Self.graph(page)
        let role = try #require(graph.first { $0["@type"] as? String == "Occupation" })
        #expect(role["name"] as? String == "Cook")
        #expect(role["alternateName"] as? [String] == ["CK", "Chef"])
        #expect(role["description"] as? String == "Cooks \"well\" </script><b>.")
        let category = try #require(role["occupationalCategory"] as? [String: Any])
        #expect(category["@type"] as? String == "CategoryCode" && category["name"] as? String == "Kitchen")
        #expect(category["codeValue"] as? String == "kitchen")
        #expect((category["inCodeSet"] as? [String: String])?["name"] == "Crew & </script>")
        #expect(role["responsibilities"] as? [String] == ["Menus"])
        #expect(role["skills"] as? [String] == ["Knives", "Fire", "Herbs"])
        #expect(role["url"] as? String == "https://example.org/book/roles/cook/")
        let crumbs = try #require(graph.first { $0["@type"] as? String == "BreadcrumbList" }?["itemListElement"] as? [[String: Any]])
        #expect(crumbs.map { $0["position"] as? Int } == [1, 2, 3])
        #expect(crumbs.map { $0["name"] as? String } == ["Home", "Roles", "Cook"])
        let items = crumbs.compactMap { ($0["item"] as? [String: String])?["@id"] }
        #expect(items == ["", "roles/", "roles/cook/"].map { "https://example.org/book/" + $0 })
        #expect(!page.elements("script", "ld+json")[0].contains("<"))
    }

    /// Only what schema.org has, and of the types that it expects there, on every page of both handbooks.
    @Test(arguments: ["", "Tests/Fixtures/station"])
    func everyPageSaysWhatItIsInTheWordsOfSchemaOrg(folder: String) async throws {
        let known: [String: [String: String]] = [
            "BreadcrumbList": ["itemListElement": "ListItem"],
            "ListItem": ["position": "Integer", "name": "Text", "item": "WebPage"], "WebPage": ["@id": "Text"],
            "WebSite": ["name": "Text", "description": "Text", "url": "Text", "inLanguage": "Text"],
            "Occupation": [
                "name": "Text", "alternateName": "Text", "description": "Text", "occupationalCategory": "CategoryCode",
                "responsibilities": "Text", "skills": "Text", "url": "Text",
            ],
            "CategoryCode": ["name": "Text", "codeValue": "Text", "inCodeSet": "CategoryCodeSet"],
            "CategoryCodeSet": ["name": "Text", "url": "Text"],
            "DefinedTermSet": ["name": "Text", "url": "Text", "inLanguage": "Text", "hasDefinedTerm": "DefinedTerm"],
            "DefinedTerm": ["name": "Text"],
        ]
        let root = Repository.root.appending(path: folder).path
        let (files, _) = try ProjectFolder.read(root, output: root + "/public")
        let site = await BuiltSite(files)
        var types: [String: Int] = [:]
        /// The type of a value, of which everything inside has been checked.
        func type(_ value: Any, _ path: String) -> String {
            guard let object = value as? [String: Any] else { return value is String ? "Text" : "Integer" }
            let own = object["@type"] as? String ?? ""
            types[own, default: 0] += 1
            for (name, value) in object where name != "@type" {
                for item in value as? [Any] ?? [value] { #expect(known[own]?[name] == type(item, path), "\(path): \(own), \(name)") }
            }
            return own
        }
        for (path, html) in site.pages where path != "404.html" {
            let graph = try Self.graph(html)
            #expect(graph.contains { $0["@type"] as? String == (path == "index.html" ? "WebSite" : "BreadcrumbList") }, "\(path)")
            for object in graph { _ = type(object, path) }
        }
        #expect(types["Occupation"] == site.pages.count { $0.path.hasPrefix("roles/") } - 1)
        #expect(types["DefinedTermSet"] == 1 && types["WebSite"] == 1)
        #expect(types["DefinedTerm"] ?? 0 > 10)
    }

    @Test func aProjectsIconStandsForTheThemes() async {
        let plain = await BuiltSite("-- content/index.md --\n# Home\n")
        #expect(plain.page("").contains(#"<link rel="apple-touch-icon" href="assets/touch-icon-"#))
        let same = await BuiltSite(
            "-- content/index.md --\n# Home\n-- templates/assets/icon.svg --\n" + (Theme.files["assets/icon.svg"] ?? "")
        )
        #expect(same.page("").contains("apple-touch-icon"))
        let own = await BuiltSite("-- content/index.md --\n# Home\n-- templates/assets/icon.svg --\n<svg/>\n")
        #expect(!own.page("").contains("apple-touch-icon"))
        let both = await BuiltSite(
            "-- content/a.md --\n# A\n-- templates/assets/icon.svg --\n<svg/>\n-- static/apple-touch-icon.png --\nx\n"
        )
        #expect(both.page("a/").contains(#"<link rel="apple-touch-icon" href="../apple-touch-icon.png">"#))
    }
}
