import Foundation
import Testing

@testable import Diagnostics

@Suite("JSON values as text")
struct JSONTests {
    @Test(arguments: [
        ("text", JSONValue.string("Data"), #""Data""#),
        ("what must be escaped", .string("a\"b\\c\nd\te\u{1}\u{1F}\r\u{8}\u{C}"), #""a\"b\\c\nd\te\u0001\u001f\r\b\f""#),
        ("what need not be", .string("Ärztin/𝄞 <b>\u{7F}\u{2028}"), "\"Ärztin/𝄞 <b>\u{7F}\u{2028}\""),
        ("a list that fits on a line", .array([1, true, "a"]), #"[1, true, "a"]"#),
        ("an empty list", .array([]), "[]"),
        ("nothing", .array([.null]), "[null]"),
        ("members in the order given", ["b": 1, "a": 2, "c": nil] as JSONValue, #"{"b": 1, "a": 2}"#),
        ("members sorted by key", .object(sorting: ["b": 1, "a": 2, "c": nil]), #"{"a": 2, "b": 1}"#),
        ("what is written already", .array([.written([0x31])]), "[\n  1\n]"),
    ])
    func isWritten(what: String, value: JSONValue, text: String) { #expect(value.text(.fitted) == text, "\(what)") }

    @Test func whatDoesNotFitOnALineHasALineForEachElement() {
        let long = String(repeating: "x", count: 60)
        #expect(JSONValue.array([.string(long), .string(long)]).text(.fitted) == "[\n  \"\(long)\",\n  \"\(long)\"\n]")
        let object: JSONValue = ["a": [.string(long), ["b": .string(long)]]]
        #expect(object.text(.fitted) == "{\n  \"a\": [\n    \"\(long)\",\n    {\"b\": \"\(long)\"}\n  ]\n}")
    }

    @Test func whatIsWrittenInAdvanceHasTheIndentationOfItsDepth() {
        let long = JSONValue.strings([String(repeating: "x", count: 60), String(repeating: "y", count: 60)])
        let object: JSONValue = ["a": [long]]
        let inAdvance: JSONValue = ["a": [.written(long.bytes(.fitted, depth: 2))]]
        #expect(inAdvance.text(.fitted) == object.text(.fitted))
    }

    @Test func indentedAndCompactTextIsThatOfFoundation() throws {
        struct Sample: Encodable {
            var text = (0...0x80).map { String(UnicodeScalar(UInt8($0))) }.joined() + "/ä😀\u{2028}\u{2029}\u{20AC}"
            var number = -12
            var truth = [true, false]
            var nothing: [Int] = []
            var nested = [["a": ["b"]], [:]]
        }
        let sample = Sample()
        let value = JSONValue.object(sorting: [
            "text": .string(sample.text), "number": -12, "truth": [true, false], "nothing": [], "nested": [["a": ["b"]], [:]],
        ])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(value.bytes(.compact) == Array(try encoder.encode(sample)))
        encoder.outputFormatting.insert(.prettyPrinted)
        #expect(value.bytes(.indented) == Array(try encoder.encode(sample)))
    }

    @Test func aScriptHasNoLineEndsOfOlderJavaScript() {
        let text = JSONValue.string("a\u{2028}b\u{2029}<\u{20AC}").text(.compact, escaping: .script)
        #expect(text == "\"a\\u2028b\\u2029<\u{20AC}\"")
    }

    @Test func nothingInHTMLCanBeMarkup() {
        let text = JSONValue.object(sorting: ["<": "</script>&\u{7F}\u{2028}"]).text(.compact, escaping: .html)
        #expect(text == #"{"\u003c":"\u003c/script\u003e\u0026\u007f\u2028"}"#)
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        let value: JSONValue = [
            "a": [1, true, "</script><!--", "\u{0}\u{1F}\n\t\r\"\\", "\u{2028}\u{2029}", "🙂 ä 料", "\u{7F}&"], "b": [:], "c": [],
        ]
        for layout in [JSONLayout.compact, .indented, .fitted] {
            #expect(try JSONDecoder().decode(JSONValue.self, from: Data(value.bytes(layout, escaping: .html))) == value)
        }
    }

    @Test(arguments: ["null", "1.5", "[null]", #"{"a": 0.1}"#])
    func nullAndFractionsAreNotRead(text: String) {
        #expect(throws: (any Error).self) { try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) }
    }
}
