import Diagnostics
import Testing

@testable import Markdown

@Suite("YAML that cannot be read")
struct YAMLTests {
    private func read(_ yaml: String) -> Findings { RecordTests.read(yaml).findings }

    @Test(
        "Names the line, counted from the top of the file, and a remedy",
        arguments: [
            ("title: a: b", "2:9", "put text that holds ': ' in quotes"),
            ("order: 1\ntitle: @home", "3:8", "put text that starts with @, `, % or another sign in quotes"),
            ("order: 1\n\ttitle: x", "3:1", "indent with spaces"),
            ("order: 1\n\n# note\n  title: x", "5:3", "check the indentation and the quotes of the line before"),
            ("aliases: [a, b\ntitle: x", "3:6", "check the quotes, brackets and indentation here"),
            ("title: \"a\norder: 1", "2:8", "check the quotes, brackets and indentation here"),
            ("title: 'it's'", "2:12", "check the indentation and the quotes of the line before"),
            ("title: *gone", "2:8", "put text that starts with * or & in quotes"),
            ("title: **bold**", "2:9", "put text that starts with * or & in quotes"),
            ("title: &", "2:9", "put text that starts with * or & in quotes"),
            ("title: a\n b: c", "3:3", "put text that holds ': ' in quotes"),
            ("title: x\norder", "3:1", "write 'order: …'"),
            ("title: x\n--- y", "3:1", "delete the line ---"),
            ("title: %x", "2:8", "put text that starts with @, `, % or another sign in quotes"),
            ("title: \"\\q\"", "2:9", "check the quotes, brackets and indentation here"),
        ]
    )
    func syntax(yaml: String, place: String, help: String) throws {
        let (record, findings) = RecordTests.read(yaml)
        #expect(record == nil)
        #expect(findings.sorted.count == 1)
        let finding = try #require(findings.sorted.first)
        #expect(finding.rule == .yamlSyntax)
        #expect(finding.location.map { "\($0.line ?? 0):\($0.column ?? 1)" } == place, "\(finding.message)")
        #expect(finding.help == help, "\(finding.message)")
    }

    @Test func lineSeparatorsOfUnicodeDoNotShiftTheLines() {
        #expect(read("title: a\u{2028}b\u{85}c\u{2029}\ntitel: x").told == ["unknown-key 3:1-5"])
    }

    @Test(
        "A key given twice is told at the second place, with the first",
        arguments: [
            ("title: a\norder: 1\ntitle: b", "title", "4:1-5", "2:1-5"),
            ("title: a\n\"title\": b", "title", "3:1-5", "2:1-5"),
            ("position: {source: a, source: b}", "source", "2:23-28", "2:12-17"),
            ("positions:\n  - source: a\n    source: b\n  - source: c", "source", "4:5-10", "3:5-10"),
            ("positions:\n  - source: c\n  - source: a\n    source: b", "source", "5:5-10", "4:5-10"),
            ("strings:\n  größe: a\n  größe: b", "größe", "4:3-7", "3:3-7"),
        ]
    )
    func duplicateKey(yaml: String, key: String, second: String, first: String) throws {
        let (record, findings) = RecordTests.read(yaml)
        #expect(record == nil)
        #expect(findings.sorted.count == 1)
        let finding = try #require(findings.sorted.first)
        #expect(finding.rule == .duplicateKey)
        #expect(finding.message == "'\(key)' is given twice")
        #expect(finding.location?.shown == second)
        #expect(finding.related.map(\.message) == ["first given"])
        #expect(finding.related.map(\.location.shown) == [first])
    }

    @Test func severalDuplicateKeysAreToldTogether() {
        let told = read("title: a\ntitle: b\norder: 1\norder: 2\norder: 3").told
        #expect(told.contains("duplicate-key 3:1-5"))
        #expect(told.contains("duplicate-key 5:1-5"))
    }

    @Test func aDuplicateKeyBeforeASyntaxErrorIsStillTold() {
        #expect(read("position: {source: a, source: b}\ntitle: @x").told.first?.hasPrefix("duplicate-key 2:") == true)
    }

    @Test func aliasesStandForTheirValues() {
        let (record, findings) = RecordTests.read("aliases: &names [a, b]\nsections:\n  x: *names\ntitle: &t word\nstrings: {y: *t}")
        #expect(findings.isEmpty)
        #expect(record?.textLists("sections").first?.values.map(\.value) == ["a", "b"])
        #expect(record?.textMap("strings").first?.value.value == "word")
    }

    @Test func keysThatAreNoTextAreToldAtTheirPlace() {
        #expect(read("title: x\n[a, b]: c").told == ["yaml-syntax 3:1"])
        #expect(read("title: x\n? {a: b}\n: c").told == ["yaml-syntax 3:3"])
    }

    private static let laugh =
        "a0: &a0 [x,x]\n"
        + (1...11).map { "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 10).joined(separator: ","))]\n" }.joined()

    private static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    private static let bombs: [(name: String, yaml: String)] = [
        ("brackets", "a: " + many("[", 100_000)),
        ("closed brackets", "a: " + many("[", 40) + many("]", 40)),
        ("braces", "a: " + many("{a: ", 60_000)),
        ("brackets hidden behind quotes", "a: " + many("[\"]\",", 40_000)),
        ("dashes", many("- ", 100_000)),
        ("question marks", many("? ", 100_000)),
        ("colons", many(": ", 100_000)),
        ("dashes by lines", (0..<600).map { many(" ", $0) + "-" }.joined(separator: "\n")),
        ("keys by lines", (0..<600).map { many(" ", $0) + "a:" }.joined(separator: "\n")),
        ("a billion laughs", laugh),
        ("a billion laughs as a key", laugh + "? *a11\n: x"),
        ("a billion laughs as a short key", laugh + "*a11 : x"),
        ("a billion laughs in a key", laugh + "[*a11]: x"),
        ("a billion laughs in a flow key", laugh + "b: {? [*a11] : y}"),
        ("size", "title: " + many("x", 300_000)),
        ("number", "aliases: [" + many("a,", 60_000) + "]"),
    ]

    @Test("A bomb is refused", arguments: bombs)
    func bomb(name: String, yaml: String) {
        let (record, findings) = RecordTests.read(yaml)
        #expect(record == nil)
        #expect(findings.sorted.count == 1)
        let finding = findings.sorted.first
        #expect(finding?.rule == .yamlLimit || finding?.rule == .yamlSyntax)
        #expect(finding?.location?.line != nil)
    }

    private static let largeTexts: [String] = [
        "title: " + many("x", 250_000),
        "aliases: [" + many("'[@a] {b}',", 20_000) + "x]",
        many("# [[[[{{{{\n", 20_000) + "title: x",
        "aliases:\n" + many("  - Share of data [@ai; @b] \n", 8_000),
    ]

    @Test("What is large, but within the limits, is read", arguments: largeTexts)
    func large(yaml: String) {
        let (record, findings) = RecordTests.read(yaml)
        #expect(record != nil)
        #expect(findings.told == [])
    }

    @Test func nestingUpToTheLimitIsRead() {
        var findings = Findings()
        let deep = YAMLReader.maximumNesting
        for (depth, isRead) in [(deep, true), (deep + 1, false)] {
            let yaml = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            let value = YAMLReader(source: SourceText(path: "a.yml", text: yaml), firstLine: 1).read(yaml, into: &findings)
            #expect((value != nil) == isRead)
        }
        #expect(findings.sorted.map(\.message) == ["YAML has lists and keys nested more than 32 deep"])
    }
}
