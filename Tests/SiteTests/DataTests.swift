import Diagnostics
import Foundation
import Handbook
import TestSupport
import Testing

@testable import Formats
@testable import Site

/// The handbook for programs says what the pages say.
@Suite struct DataTests {
    private static let project = """
        -- handbook.yml --
        title: Small
        eras:
          - {id: before, title: Before}
          - {id: after, title: After}
        -- content/index.md --
        # Start
        See [the maker](roles/maker.md).
        -- content/sources/book.md --
        # The book
        -- content/roles/maker.md --
        ---
        title: Maker
        short: Mk
        kpis: ["Speed [@book, p. 3]"]
        ---
        ## Responsibilities
        - **Making**: makes it. [@book]
        - Cleans up after itself.
        ## Eras
        ### Before
        - **Carving**: by hand.
        ### After
        - **Milling**: by machine.
        -- content/roles/keeper.md --
        # Keeper
        -- content/relations/maker-keeper.md --
        ---
        between: [maker, keeper]
        basis: inferred
        ---
        ## Overlap
        1. **Quality**: both.
        -- content/raci/work.md --
        ---
        title: Work
        sources: [book]
        ---
        | Task | Mk | Keeper |
        |---|---|---|
        | Make it | A/R | C (twice) |
        -- content/activities/make-it.md --
        ---
        title: Make it
        ---
        """

    private static func object(_ site: BuiltSite, _ path: String = "handbook.json") throws -> [String: Any] {
        let text = try #require(site.text(path))
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func aRoleSaysAllThatTheHandbookSaysOfIt() async throws {
        let site = await BuiltSite(Self.project)
        let roles = try #require(try Self.object(site)["roles"] as? [[String: Any]])
        let maker = try #require(roles.first { $0["slug"] as? String == "maker" })
        let text = JSONText(maker)
        #expect(text["kpis"] == #"[{"citations":[{"locator":"p. 3","source":"book"}],"text":"Speed"}]"#)
        #expect(
            text["responsibilities"] == """
                [{"citations":[{"source":"book"}],"id":"role:maker/responsibilities/making","items":[],"name":"Making",\
                "place":{"line":7,"path":"content/roles/maker.md"},"text":"makes it."},\
                {"citations":[],"id":"role:maker/responsibilities/cleans-up-after-itself","items":[],\
                "place":{"line":8,"path":"content/roles/maker.md"},"text":"Cleans up after itself."}]
                """
        )
        #expect(text["relations"] == #"[{"basis":"inferred","relation":"maker-keeper","role":"keeper"}]"#)
        #expect(
            text["rows"] == """
                [{"activity":"make-it","isWeak":false,"letters":["A","R"],"matrix":"work","row":"matrix:work/make-it","task":"Make it"}]
                """
        )
        #expect(
            text["activities"] == """
                [{"activity":"make-it","matrix":"work","part":"accountable","source":"book"},\
                {"activity":"make-it","matrix":"work","part":"responsible","source":"book"}]
                """
        )
        #expect(text["linkedFrom"] == #"["page:"]"#)
        #expect(text["cites"] == #"["book"]"#)
        #expect(text["frontMatter"] == #"{"kpis":["Speed [@book, p. 3]"],"short":"Mk","title":"Maker"}"#)
        let eras = try #require(maker["eras"] as? [[String: Any]])
        #expect(eras.map { $0["era"] as? String } == ["before", "after"])
        #expect(JSONText(eras[1])["gone"] == #"["role:maker/eras/before/carving"]"#)
        #expect(JSONText(eras[1])["items"].contains(#""change":"added""#))
    }

    @Test func theFileOfARoleHasTheSameRoleAndItsRelations() async throws {
        let site = await BuiltSite(Self.project)
        let whole = try Self.object(site)
        let own = try Self.object(site, "roles/keeper/index.json")
        let roles = try #require(whole["roles"] as? [NSDictionary])
        #expect(roles.contains { $0 == own["role"] as? NSDictionary })
        #expect(own["relations"] as? NSArray == whole["relations"] as? NSArray)
        #expect(own["$schema"] as? String == "../../handbook.schema.json")
        #expect(site.text("handbook.schema.json") == HandbookSchema.text)
    }

    @Test func addressesAreWholeOnesWhereTheSitesIsKnown() async throws {
        func address(_ site: BuiltSite) throws -> String? {
            (try Self.object(site)["roles"] as? [[String: Any]])?.last?["address"] as? String
        }
        #expect(try address(await BuiltSite(Self.project)) == "roles/maker/index.html")
        let published = Self.project.replacing("title: Small", with: "title: Small\nbase_url: https://example.org/book")
        #expect(try address(await BuiltSite(published)) == "https://example.org/book/roles/maker/")
        #expect(try address(await BuiltSite("-- content/roles/ärztin.md --\n# Ärztin\n")) == "roles/%C3%A4rztin/index.html")
    }

    @Test(arguments: ["default", "station"])
    func theSameHandbookGivesTheSameBytes(name: String) async throws {
        let first = name == "station" ? try await BuiltSite.station() : try await BuiltSite.defaultHandbook()
        let second = name == "station" ? try await BuiltSite.station() : try await BuiltSite.defaultHandbook()
        #expect(first.text("handbook.json") != nil)
        #expect(first.text("handbook.json") == second.text("handbook.json"))
    }

    @Test func everyPageLinksToItsData() async throws {
        let site = await BuiltSite(Self.project)
        #expect(site.page("").attribute("href").filter { $0.hasSuffix(".json") } == ["handbook.json", "handbook.json"])
        #expect(
            site.page("roles/maker/").attribute("href").filter { $0.hasSuffix(".json") }
                == Array(repeating: "../../roles/maker/index.json", count: 2)
        )
        #expect(site.page("raci/").attribute("href").filter { $0.hasSuffix(".json") } == ["../handbook.json", "../handbook.json"])
        #expect(site.page("raci/work/").attribute("href").contains("../../raci/work/index.json"))
    }

    /// Roles with a page, a relation to the next, columns and skills that many share: twice as many give twice as much.
    @Test func growsInLineWithTheRoles() async throws {
        func size(_ count: Int) async throws -> Int {
            var project = "-- handbook.yml --\ntitle: Many\n"
            for number in 0..<count {
                project += "-- content/roles/role-\(number).md --\n# Role \(number)\n## Skills\n- **Common**: all have it.\n"
                project += "- **Skill \(number / 10)**: some have it.\n"
                project +=
                    "-- content/relations/relation-\(number).md --\n---\nbetween: [role-\(number), role-\((number + 1) % count)]\n---\n"
                project +=
                    "-- content/raci/matrix-\(number).md --\n# Matrix \(number)\n| Task | Role \(number) | Role \((number + 7) % count) |\n"
                project += "|---|---|---|\n| Task \(number) | A | R |\n"
            }
            let read = await HandbookReader.read(ProjectText(project).files)
            var ignored = Findings()
            let strings = Strings(read.handbook.settings, into: &ignored)
            let files = await DataFiles.files(SiteContent(read, history: .none, strings: strings))
            guard case .bytes(let bytes)? = files.first(where: { $0.path == "handbook.json" })?.contents else { return 0 }
            return bytes.count
        }
        let (few, many) = (try await size(50), try await size(200))
        #expect(few > 0 && many < few * 9 / 2, "\(few) bytes for 50 roles, \(many) for 200")
    }

    @Test func theDocumentationNamesEveryKey() throws {
        let path = Repository.root.appending(path: "docs/handbook-json.md")
        let text = try String(contentsOf: path, encoding: .utf8)
        let mark = "<!-- What follows is made by the tests from Sources/Formats/Data/Shapes. -->\n"
        let prose = text.components(separatedBy: mark)[0]
        try Golden.expect(prose + mark + SchemaDocumentation.text, at: path)
    }
}

/// Values of an object as JSON on one line.
private struct JSONText {
    let object: [String: Any]

    init(_ object: [String: Any]) { self.object = object }

    subscript(key: String) -> String {
        guard let value = object[key],
            let data = try? JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])
        else { return "" }
        return String(decoding: data, as: UTF8.self)
    }
}

/// A table for each kind of object, as docs/handbook-json.md has them.
private enum SchemaDocumentation {
    static let text =
        "\n" + Shapes.descriptions.map(section).joined(separator: "\n")

    private static func section(_ shape: ShapeDescription) -> String {
        let rows = shape.keys.map { key in
            "| `\(key.name)`\(key.isOptional ? " (optional)" : "") | \(name(key.type)) | \(key.meaning) |\n"
        }
        return "## \(shape.name)\n\n\(shape.meaning)\n\n| key | value | what it says |\n|---|---|---|\n\(rows.joined())"
    }

    /// Front matter is documented where it is written.
    private static func name(_ type: SchemaType) -> String {
        guard case .one(let name) = type, name == "settings" || name.hasSuffix("FrontMatter") else { return type.name }
        return "[\(name)](writing.md)"
    }
}
