import Diagnostics
import Formats
import Foundation
import Handbook
import Testing

@testable import Publish

/// Pagefind as handbook runs it, with scripts in its place.
@Suite struct SearchIndexerTests {
    /// Reads the words that handbook gives, and makes what a whole index of one page has.
    private static let whole = """
        while [ $# -gt 0 ]; do case "$1" in --site) site=$2; shift;; --output-path) out=$2; shift;; esac; shift; done
        mkdir -p $out/fragment $out/index
        echo '{"version":"1","languages":{"en":{"hash":"en_1","wasm":"en","page_count":2}}}' > $out/pagefind-entry.json
        for f in pagefind.js wasm.en.pagefind pagefind.en_1.pf_meta fragment/a.pf_fragment fragment/b.pf_fragment index/c.pf_index; do
            echo $f > $out/$f
        done

        """

    private static let site = [
        OutputFile(path: "index.html", text: "home"), OutputFile(path: "a/index.html", text: "a"),
        OutputFile(path: "404.html", text: "gone"), OutputFile(path: "assets/x.js", text: "x"),
        OutputFile(path: "old.html", contents: .copy(of: "static/old.html")),
    ]

    /// An indexer whose program is a script, working in the test's folder.
    private static func indexer(_ folder: TestFolder, _ script: String, limit: Duration = .seconds(30)) throws -> SearchIndexer {
        let program = try #require(try fake(folder, script))
        return SearchIndexer(program: program, limit: limit, temporary: DiskPath(folder["tmp"]))
    }

    @discardableResult
    private static func fake(_ folder: TestFolder, _ script: String, at path: String = "bin/pagefind") throws -> Program? {
        try folder.write("tmp/keep", "")
        try folder.write(path, "#!/bin/sh\n" + script)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder[path])
        return Program(at: folder[path])
    }

    private static func files(_ folder: TestFolder, _ script: String, limit: Duration = .seconds(30)) throws -> [String: String] {
        let files = try indexer(folder, script, limit: limit).files(for: site)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder["tmp"]) == ["keep"], "its folder is left behind")
        return Dictionary(
            uniqueKeysWithValues: files.map { file in
                guard case .bytes(let bytes) = file.contents else { return (file.path, "?") }
                return (file.path, String(decoding: bytes, as: UTF8.self))
            }
        )
    }

    /// What a run that goes wrong tells.
    private static func refusal(_ folder: TestFolder, _ script: String, limit: Duration = .seconds(30)) -> String {
        do {
            return "\(try files(folder, script, limit: limit).keys.sorted())"
        } catch {
            #expect((try? FileManager.default.contentsOfDirectory(atPath: folder["tmp"])) == ["keep"], "its folder is left behind")
            return shown(error as? Diagnostic).replacing(folder.path, with: "")
        }
    }

    // MARK: - What it makes

    @Test func `the files of the index are the site's, in a folder of their own`() throws {
        try TestFolder.with { folder in
            let files = try Self.files(folder, Self.whole)
            #expect(
                files.keys.sorted() == [
                    "pagefind/fragment/a.pf_fragment", "pagefind/fragment/b.pf_fragment", "pagefind/index/c.pf_index",
                    "pagefind/pagefind-entry.json", "pagefind/pagefind.en_1.pf_meta", "pagefind/pagefind.js", "pagefind/wasm.en.pagefind",
                ]
            )
        }
    }

    @Test func `it is given the pages, and nothing that is no page or not made by the build`() throws {
        try TestFolder.with { folder in
            let script = Self.whole + "(cd $site && find . -type f | LC_ALL=C sort && cat a/index.html) > $out/pagefind.js\n"
            let files = try Self.files(folder, script)
            #expect(files["pagefind/pagefind.js"] == "./a/index.html\n./index.html\na")
        }
    }

    @Test func `its own pages and styles are left out, and what it writes elsewhere is nobody's`() throws {
        try TestFolder.with { folder in
            let script =
                Self.whole
                + "echo ui > $out/pagefind-ui.js; echo css > $out/pagefind-ui.css; mkdir $out/playground; echo x > $out/playground/index.html\n"
                + "echo x > $out/pagefind-worker.js; ln -s /etc $out/etc; echo x > $site/more.html; rm $site/index.html\n"
            let files = try Self.files(folder, script)
            #expect(files.count == 7)
        }
    }

    @Test func `settings of Pagefind's own do not reach it`() throws {
        try TestFolder.with { folder in
            let script = Self.whole + "env | grep -c ^PAGEFIND_ > $out/pagefind.js; pwd >> $out/pagefind.js\n"
            let said = try Self.files(folder, script)["pagefind/pagefind.js"]
            #expect(said?.hasPrefix("0\n\(folder["tmp"])/handbook-search-") == true)
        }
    }

    @Test func `a site of one page is not indexed`() throws {
        try TestFolder.with { folder in
            let files = try Self.indexer(folder, "exit 1").files(for: Array(Self.site.prefix(1)))
            #expect(files.isEmpty)
        }
    }

    // MARK: - What goes wrong

    @Test func `a run that fails is told with its last lines`() throws {
        try TestFolder.with { folder in
            let script = "echo Running; echo; printf 'one\\n two\\n\\nthree\\nfour\\n' >&2; exit 101"
            #expect(
                Self.refusal(folder, script) == """
                    error[pagefind-failed]: '/bin/pagefind' ended with status 101: two / three / four
                    = rule: Pagefind can make an index of the site
                    = help: mend it, or set 'search: off' in handbook.yml to publish without a full-text search
                    """
            )
            #expect(Self.refusal(folder, "echo sorry; exit 1").contains("ended with status 1: sorry\n"))
            #expect(Self.refusal(folder, "exit 3").contains("ended with status 3\n"))
            #expect(Self.refusal(folder, "kill -9 $$").contains("ended with status 137\n"))
        }
    }

    @Test func `a run that does not end is ended, with what it has started`() throws {
        try TestFolder.with { folder in
            let script = "sleep 300 & echo $! > '\(folder["child"])'; wait"
            let told = Self.refusal(folder, script, limit: .seconds(1))
            #expect(told.hasPrefix("error[pagefind-failed]: '/bin/pagefind' took longer than 1 seconds, and was ended\n"))
            let child = try #require(folder.text("child").flatMap { pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines)) })
            // Killed, and perhaps not yet collected by the process that has taken it over. A busy machine takes its time.
            var state: Character?
            for _ in 0..<100 {
                let text = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
                state = text?.split(separator: ")").last?.first { $0 != " " }
                if state == nil || state == "Z" { break }
                usleep(100_000)
            }
            #expect(state == nil || state == "Z")
        }
    }

    @Test(arguments: [
        ("", "it made no 'pagefind-entry.json'"), ("rm $out/pagefind.js", "it made no 'pagefind.js'"),
        ("echo '{' > $out/pagefind-entry.json", "its 'pagefind-entry.json' cannot be read"),
        ("echo '{\"languages\":{}}' > $out/pagefind-entry.json", "its 'pagefind-entry.json' cannot be read"),
        ("rm $out/*.pf_meta", "it made no 'pagefind.en_1.pf_meta' for the language 'en'"),
        ("rm $out/fragment/a.pf_fragment", "it counts 2 pages and made 1"),
        ("ln -s /etc/passwd $out/index/d.pf_index", "it made a link, 'index/d.pf_index'"),
        ("mkfifo $out/index/d.pf_index", "it made a named pipe, 'index/d.pf_index'"),
    ])
    func `half an index is none`(end: String, flaw: String) throws {
        try TestFolder.with { folder in
            let told = Self.refusal(folder, end.isEmpty ? "exit 0" : Self.whole + end)
            #expect(told.hasPrefix("error[pagefind-failed]: '/bin/pagefind' made no whole index: \(flaw)\n"), "\(told)")
        }
    }

    @Test func `a program that cannot be run is told`() throws {
        try TestFolder.with { folder in
            try Self.fake(folder, "")
            try folder.write("bin/pagefind", "#!/no/such/shell\n")
            let indexer = SearchIndexer(program: try #require(Program(at: folder["bin/pagefind"])), temporary: DiskPath(folder["tmp"]))
            do throws(Diagnostic) {
                _ = try indexer.files(for: Self.site)
                Issue.record("it ran")
            } catch {
                #expect(error.rule.id == "pagefind-failed")
            }
        }
    }

    // MARK: - Finding it

    private static func found(_ fullText: FullText, _ environment: [String: String]) -> String {
        var settings = Settings()
        settings.fullText = fullText
        do throws(Diagnostic) {
            switch try SearchIndexer.find(for: settings, environment: environment) {
            case .made(let indexer): return indexer.program.path
            case .unwanted: return "unwanted"
            case .missing(let reason): return reason
            }
        } catch {
            return "\(error.rule.id): \(error.message)"
        }
    }

    @Test func `it is found on the PATH, or where the variable says`() throws {
        try TestFolder.with { folder in
            try Self.fake(folder, "")
            try Self.fake(folder, "", at: "other/mine")
            let path = "relative:\(folder["none"]):\(folder["bin"])"
            for fullText in [FullText.on, .auto] {
                #expect(Self.found(fullText, ["PATH": path]) == folder["bin/pagefind"])
                #expect(Self.found(fullText, ["PATH": path, "HANDBOOK_PAGEFIND": folder["other/mine"]]) == folder["other/mine"])
            }
            #expect(Self.found(.off, ["PATH": path]) == "unwanted")
            #expect(Self.found(.off, ["PATH": path, "HANDBOOK_PAGEFIND": "/no/such"]) == "unwanted")
            #expect(Self.found(.auto, ["PATH": path, "HANDBOOK_PAGEFIND": ""]) == "unwanted")
        }
    }

    @Test func `where it is missing, auto does without and on does not`() {
        #expect(Self.found(.auto, ["PATH": "/nowhere"]) == "there is no 'pagefind' on the PATH")
        #expect(Self.found(.on, ["PATH": "/nowhere"]) == "no-pagefind: there is no 'pagefind' on the PATH")
        #expect(Self.found(.on, ["PATH": "/nowhere", "HANDBOOK_PAGEFIND": ""]) == "no-pagefind: HANDBOOK_PAGEFIND is empty")
        let wrong = "no-pagefind: '/no/such' is no program, and HANDBOOK_PAGEFIND names it"
        #expect(Self.found(.auto, ["HANDBOOK_PAGEFIND": "/no/such"]) == wrong)
        #expect(Self.found(.on, ["HANDBOOK_PAGEFIND": "/no/such"]) == wrong)
    }

    @Test func `a folder or a file that cannot be run is no program`() throws {
        try TestFolder.with(["bin/pagefind": "text"]) { folder in
            #expect(Program(at: folder["bin/pagefind"]) == nil)
            #expect(Program(at: folder["bin"]) == nil)
            #expect(Program(named: "pagefind", on: folder["bin"]) == nil)
            #expect(Program(named: "pagefind", on: "bin:.:") == nil)
        }
    }
}
