import Diagnostics
import Handbook
import Testing

@testable import Site

/// Nothing that an author writes is lost: each word is on its page, in the page's twin, in `handbook.json` and on the print
/// page, or a finding names a line of its block.
@Suite struct NothingLostTests {
    private static let item: @Sendable (Int) -> [String] = { ["- **Thing \($0)**: does it."] }
    private static let claim: @Sendable (Int) -> [String] = { ["- Claim \($0) of a source. [@src]"] }
    private static let difference: @Sendable (Int) -> [String] = {
        ["- They differ on thing \($0).", "  - One says so. [@src]", "  - Another says not. [@other]"]
    }
    private static let plain: @Sendable (Int) -> [String] = { ["Paragraph \($0).", ""] }

    /// A project with every block at every place of every section of a kind of page.
    private static func project(_ fill: (inout PlacedBlocks, PlacedBlocks.Kind, PlacedBlocks.Place, String) -> Void) -> PlacedBlocks {
        var blocks = PlacedBlocks()
        blocks.add(
            "handbook.yml",
            "title: All\ngroups:\n  - {id: g, title: G}\neras:\n  - {id: old, title: Old}\n  - {id: new, title: New}\nprint: on\ncomparisons: 0\n"
        )
        blocks.add("content/sources/src.md", "---\ntitle: Src\n---\n")
        blocks.add("content/sources/other.md", "---\ntitle: Other\n---\n")
        blocks.add("content/roles/cook.md", "---\ntitle: Cook\ngroup: g\nsummary: Cooks.\n---\n## Responsibilities\n- **Bake**: bakes.\n")
        blocks.add("content/roles/baker.md", "---\ntitle: Baker\ngroup: g\nsummary: Bakes.\n---\n## Responsibilities\n- **Bake**: bakes.\n")
        for kind in PlacedBlocks.Kind.allCases {
            for place in PlacedBlocks.Place.allCases { fill(&blocks, kind, place, "\(kind.rawValue.lowercased())-\(place.rawValue)") }
        }
        return blocks
    }

    private static let roles = project { blocks, kind, place, name in
        blocks.addPage(
            "content/roles/\(name).md",
            ["---", "title: Role \(name)", "group: g", "summary: Works.", "---", ""],
            kind,
            place,
            [
                ("", plain), ("## Responsibilities", item), ("## Knowledge", item), ("## Skills", item),
                ("## Eras", { ["### \($0 == 1 ? "Old" : "New")", "", "- **Task \($0)**: does it.", ""] }),
                ("## What the sources say", claim), ("## Where sources differ", difference), ("## More", item),
                ("## Responsibilities", item), ("## Where the sources differ", difference), ("## What the sources say", claim),
            ]
        )
    }

    private static let eras = project { blocks, kind, place, name in
        blocks.addPage(
            "content/roles/\(name).md",
            ["---", "title: Role \(name)", "group: g", "summary: Works.", "---", "", "## Eras", ""],
            kind,
            place,
            [("### Old", item), ("### New", item)]
        )
    }

    private static let relations = project { blocks, kind, place, name in
        blocks.add(
            "content/roles/\(name).md",
            "---\ntitle: Role \(name)\ngroup: g\nsummary: Works.\n---\n## Responsibilities\n- **A**: b\n"
        )
        blocks.addPage(
            "content/relations/\(name).md",
            ["---", "between: [cook, \(name)]", "sources: [src]", "---", ""],
            kind,
            place,
            [
                ("", plain), ("## Overlap", { ["\($0). **Thing \($0)**: shared."] }), ("## Collaboration", item), ("## More", item),
                ("## Overlaps", item), ("## Collaboration", item),
            ]
        )
    }

    private static let others = project { blocks, kind, place, name in
        let kinds: [(folder: String, front: [String])] = [
            ("activities", ["positions:", "  - source: src", "    responsible: [cook]"]), ("lifecycle", ["drives: [cook]"]),
            ("teams", ["cast: [cook]"]), ("sources", []), ("guides", []),
        ]
        for (folder, front) in kinds {
            blocks.addPage(
                "content/\(folder)/\(name).md",
                ["---", "title: \(folder) \(name)"] + front + ["---", ""],
                kind,
                place,
                [("", plain), ("## Some", item), ("## More", plain)]
            )
        }
        // Tables would be matrices.
        guard kind != .table else { return }
        blocks.addPage(
            "content/raci/\(name).md",
            ["---", "title: Matrix \(name)", "sources: [src]", "---", "", "| Task | Cook | Baker |", "|---|---|---|", "| T | A | R |", ""],
            kind,
            place,
            [("", plain), ("## Some", item)]
        )
    }

    /// Questions of a guide, and the openings of lists.
    private static let openings = project { blocks, kind, place, name in
        blocks.addPage(
            "content/guides/\(name).md",
            ["---", "title: Guide \(name)", "---", ""],
            kind,
            place,
            [
                ("", plain),
                (
                    "## Questions",
                    { ["### Question \($0)?", "", "- **Yes**: call [Cook](../roles/cook.md).", "- **No**: do not.", ""] }
                ),
                ("## Who comes in when", { ["\($0). [[\($0 == 1 ? "Cook" : "Baker")]]: first."] }), ("## Questions", plain),
            ]
        )
    }

    private static func lists() -> PlacedBlocks {
        var blocks = project { _, _, _, _ in }
        let folders = [
            "", "roles", "relations", "raci", "activities", "lifecycle", "teams", "eras", "skills", "sources", "map", "tree",
            "gaps",
            "changes", "names", "study", "print",
        ]
        blocks.add("content/lifecycle/s.md", "---\ntitle: S\ndrives: [cook]\n---\n")
        blocks.add("content/teams/t.md", "---\ntitle: T\ncast: [cook]\n---\n")
        blocks.add("content/activities/a.md", "---\ntitle: A\npositions:\n  - {source: src, responsible: [cook]}\n---\n")
        blocks.add("content/raci/m.md", "---\ntitle: M\n---\n| Task | Cook | Baker |\n|---|---|---|\n| T | A | R |\n")
        blocks.add("content/relations/r.md", "---\nbetween: [cook, baker]\n---\n## Overlap\n1. **A**: b\n")
        for folder in folders {
            // All kinds of blocks on one page: there is one opening for each list.
            let all = PlacedBlocks.Kind.allCases.map { kind -> (heading: String, item: (Int) -> [String]) in
                ("## H \(kind.rawValue)", plain)
            }
            blocks.addPage("content/\(folder.isEmpty ? "" : folder + "/")index.md", ["# Opening \(folder)", ""], .paragraph, .after, all)
        }
        return blocks
    }

    /// Each case is a whole project, so that one build looks at hundreds of places.
    enum Case: String, CaseIterable {
        case roles, eras, relations, others, openings, lists

        var blocks: PlacedBlocks {
            switch self {
            case .roles: NothingLostTests.roles
            case .eras: NothingLostTests.eras
            case .relations: NothingLostTests.relations
            case .others: NothingLostTests.others
            case .openings: NothingLostTests.openings
            case .lists: NothingLostTests.lists()
            }
        }
    }

    @Test("Each word is shown, or a finding names its block", arguments: Case.allCases)
    func shown(_ name: Case) async {
        let blocks = name.blocks
        let read = await HandbookReader.read(blocks.files)
        let site = await BuiltSite(blocks.files)
        let named = Dictionary(grouping: site.findings.all.compactMap(\.location), by: \.path).mapValues { Set($0.compactMap(\.line)) }
        let addresses = Dictionary(read.handbook.everyPage.map { ($0.path, $0.address) }) { first, _ in first }
        let json = site.text("handbook.json") ?? ""
        let print = site.text("print/index.html") ?? ""
        #expect(!json.isEmpty && !print.isEmpty)
        var lost: [String] = []
        for (path, words) in Dictionary(grouping: blocks.words, by: \.path) {
            let address = addresses[path]
            let html = address.flatMap { site.text($0 + "index.html") } ?? ""
            let twin = address.flatMap { site.text($0 + "index.md") } ?? ""
            let outputs = [("page", html), ("twin", twin), ("json", json), ("print", print)]
            for word in words where word.lines.allSatisfy({ named[path]?.contains($0) != true }) {
                let missing = outputs.filter { !$0.1.contains(word.text) }.map(\.0)
                if !missing.isEmpty { lost.append("\(word.about): not in \(missing.joined(separator: ", "))") }
            }
        }
        #expect(lost.isEmpty, "\(lost.count) of \(blocks.words.count) words lost:\n\(lost.sorted().prefix(60).joined(separator: "\n"))")
    }
}
