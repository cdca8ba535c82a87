import Foundation
import TestSupport
import Testing

/// Whole projects in folders: `Cases/<name>` holds `project/`, the `command`'s words, and what the run must give:
/// `stderr`, `stdout` and `status`, compared to the letter.
@Suite struct CaseTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Cases")

    static let names: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }
        .sorted()

    @Test(arguments: names)
    func givesWhatItGaveBefore(name: String) throws {
        let example = Self.folder.appending(path: name)
        let words = try String(contentsOf: example.appending(path: "command"), encoding: .utf8).split(whereSeparator: \.isWhitespace).map(
            String.init
        )
        let scratch = try Scratch()
        let project = scratch.url.appending(path: "project")
        try FileManager.default.copyItem(at: example.appending(path: "project"), to: project)
        let before = try scratch.files("project")

        let outcome = try Command.run(words, in: project)

        try Golden.expect(outcome.stderr, at: example.appending(path: "stderr"))
        // How many files a site has changes with the theme.
        let stdout = outcome.stdout.replacing(/\d+ pages; files: \d+ written/, with: "N pages; files: N written")
        try Golden.expect(stdout, at: example.appending(path: "stdout"))
        try Golden.expect("\(outcome.status)\n", at: example.appending(path: "status"))
        // Whatever happened: no file of the project has changed, and a run that failed has written nothing.
        let after = try scratch.files("project")
        for (path, bytes) in before { #expect(after[path] == bytes, "\(path) has changed") }
        if outcome.status != 0 { #expect(after.count == before.count, "files were written") }
    }

    @Test func thereAreCases() { #expect(Self.names.count >= 8) }
}
