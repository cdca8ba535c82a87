import Diagnostics
import Handbook
import TestSupport
import Testing

/// A project that is read again after a change: what is the same is not read once more.
@Suite struct ReuseTests {
    private static let project = """
        -- handbook.yml --
        title: Kitchen
        -- content/index.md --
        # Home
        -- content/roles/cook.md --
        ---
        title: Cook
        sumary: Cooks.
        ---
        See [[Bakr]].
        -- content/roles/baker.md --
        # Baker
        -- content/secret.md --
        ---
        title: Secret
        draft: true
        colour: red
        ---
        """

    /// A project after a change of one file.
    private static func changed(_ files: ProjectFiles, _ path: String, _ text: String?) -> ProjectFiles {
        var files = files
        files.texts[path] = text.map { Array($0.utf8) }
        return files
    }

    private static func lines(_ project: CheckedProject) -> [String] { project.findings.sorted.map { line($0) } }

    @Test(
        "Only pages that have changed are read, and the findings are those of a fresh check",
        arguments: [
            ("content/roles/cook.md", "---\ntitle: Cook\nsummary: Cooks.\n---\nSee [[Baker]].\n", 1),
            ("content/roles/waiter.md", "---\ntitel: Waiter\n---\n", 1),
            ("content/roles/baker.md", nil, 0),
            ("content/secret.md", "---\ntitle: Secret\ncolour: red\n---\n", 1),
            ("handbook.yml", "title: Kitchen\nrules: {card-silnt: off}\n", 0),
            // Every page without a title may have the handbook's.
            ("handbook.yml", "title: Bakery\n", 4),
        ] as [(String, String?, Int)]
    )
    func reading(path: String, text: String?, read: Int) async {
        let files = ProjectText(Self.project).files
        let first = await HandbookReader.pages(of: files)
        #expect(first.readCount == 4)
        let changed = Self.changed(files, path, text)
        let second = await HandbookReader.pages(of: changed, reusing: first)
        #expect(second.readCount == read)
        let again = await HandbookReader.check(HandbookReader.analyse(HandbookReader.resolve(second)))
        #expect(Self.lines(again) == Self.lines(await HandbookReader.read(changed)))
    }

    @Test func pagesThatAreReadInAnotherWayAreReadAgain() async {
        let files = ProjectText(Self.project).files
        let first = await HandbookReader.pages(of: files)
        #expect(await HandbookReader.pages(of: files, publishesDrafts: true, reusing: first).readCount == 4)
        #expect(await HandbookReader.pages(of: files, reusing: first).readCount == 0)
    }
}
