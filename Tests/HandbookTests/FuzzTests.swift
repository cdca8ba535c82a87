import Diagnostics
import Foundation
import Handbook
import TestSupport
import Testing

/// A generator whose numbers are the same in every run: xorshift64* (Vigna, 2014).
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 2_685_821_657_736_338_717
    }
}

@Suite("Broken projects")
struct FuzzTests {
    /// The default handbook's files, or none where the tests do not stand in the repository.
    private static func defaultContent() -> [String: [UInt8]] {
        var texts: [String: [UInt8]] = [:]
        let folder = Repository.root.appending(path: "content").resolvingSymlinksInPath()
        let paths = (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".md") }
        for path in paths { texts["content/" + path] = (try? Data(contentsOf: folder.appending(path: path))).map(Array.init) }
        texts["handbook.yml"] = (try? Data(contentsOf: Repository.root.appending(path: "handbook.yml"))).map(Array.init)
        return texts
    }

    private static let pieces: [String] = [
        "---\n", "\n", "|", "\\|", "#", "## Eras\n", "### \n", "[[", "]]", "[@", "]", "**", ":", ": ", "- ", "`", "{#", "}", "<table>",
        "<!--", "\"", "'", "&#0;",
        "\u{0}", "\u{FEFF}", "\u{301}", "é", "データ", "[x](", ")", "../", "%2e%2e/", "%", "kind: role\n", "slug: ..\n", "between: []\n", "\r",
        "\t", "> [!NOTE]\n", "🙂",
        "title: ''\n", "&a *a", "order: 99999999999999999999\n", "[^1]", "[^1]:", "| - |\n", "|-|-|\n",
    ]

    /// Cuts, doubles, swaps or fills a text at random places.
    private static func broken(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &dice) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &dice)
            let end = min(bytes.count, at + Int.random(in: 0...60, using: &dice))
            switch Int.random(in: 0..<8, using: &dice) {
            case 0: bytes.removeSubrange(at...)
            case 1: bytes.removeSubrange(at..<end)
            case 2: bytes.insert(contentsOf: Array(bytes[at..<end]), at: at)
            case 3: bytes[at] = UInt8.random(in: 0...255, using: &dice)
            case 4: bytes.removeSubrange(..<at)
            case 5:
                let other = Int.random(in: 0..<bytes.count, using: &dice)
                bytes.swapAt(at, other)
            default: bytes.insert(contentsOf: Array((pieces.randomElement(using: &dice) ?? "").utf8), at: at)
            }
        }
        return bytes
    }

    @Test("A broken file never stops the reading, and every finding has a line and a remedy", .timeLimit(.minutes(30)))
    func mutations() async {
        let content = Self.defaultContent()
        let roots = content.filter { $0.key.hasSuffix("index.md") || $0.key.contains("/sources/") || $0.key == "handbook.yml" }
        let paths = content.keys.sorted()
        let rounds = ProcessInfo.processInfo.environment["HANDBOOK_FUZZ_ROUNDS"].flatMap(Int.init) ?? 60
        var dice = Dice(state: 20_260_131)
        var poor: Set<String> = []
        for _ in 0..<rounds {
            var texts = roots
            for _ in 0..<12 {
                guard let path = paths.randomElement(using: &dice) else { break }
                texts[path] = Self.broken(content[path] ?? [], &dice)
            }
            let result = await HandbookReader.read(ProjectFiles(texts: texts))
            for finding in result.findings.sorted where finding.location?.line == nil || finding.help == nil { poor.insert(line(finding)) }
            let report = HumanReport { result.sources[$0] }.text(of: result.findings)
            #expect(!report.isEmpty)
        }
        #expect(poor.sorted() == [])
    }

    @Test("The default handbook itself has no errors")
    func defaultHandbook() async {
        let result = await HandbookReader.read(ProjectFiles(texts: Self.defaultContent()))
        #expect(result.findings.sorted.filter { $0.severity == .error }.map(line) == [])
    }
}
