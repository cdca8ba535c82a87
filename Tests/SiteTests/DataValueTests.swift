import Foundation
import Testing

@testable import Site

/// JSON is written in one way only, as RFC 8259 has it.
@Suite struct JSONTests {
    @Test(arguments: [
        ("text", DataValue.text("Data"), #""Data""#),
        ("what must be escaped", .text("a\"b\\c\nd\te\u{1}\u{1F}"), #""a\"b\\c\nd\te\u0001\u001f""#),
        ("what need not be", .text("Ärztin/𝄞 <b>"), #""Ärztin/𝄞 <b>""#),
        ("a list that fits on a line", .list([1, true, "a"]), #"[1, true, "a"]"#),
        ("an empty list", .list([]), "[]"),
        ("nothing", .list([.nothing]), "[null]"),
        ("keys in the order of their names", .keys(["b": 1, "a": 2, "c": nil]), #"{"a": 2, "b": 1}"#),
        ("what is written already", .list([.written("1")]), "[\n  1\n]"),
    ])
    func isWritten(what: String, value: DataValue, text: String) { #expect(value.text() == text, "\(what)") }

    @Test func whatDoesNotFitOnALineHasALineForEachEntry() {
        let long = String(repeating: "x", count: 60)
        #expect(DataValue.list([.text(long), .text(long)]).text() == "[\n  \"\(long)\",\n  \"\(long)\"\n]")
        let object = DataValue.keys(["a": .list([.text(long), .keys(["b": .text(long)])])])
        #expect(object.text() == "{\n  \"a\": [\n    \"\(long)\",\n    {\"b\": \"\(long)\"}\n  ]\n}")
    }
}
