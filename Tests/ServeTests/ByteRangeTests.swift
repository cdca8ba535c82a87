import Testing

@testable import Serve

@Suite struct ByteRangeTests {
    @Test(
        arguments: [
            ("bytes=0-0", 0..<1), ("bytes=2-4", 2..<5), ("bytes=2-", 2..<10), ("bytes=-3", 7..<10), ("bytes=-99", 0..<10),
            ("bytes=5-99999999999999999999999", 5..<10), ("Bytes=9-9", 9..<10),
        ]
    )
    func aPartIsGiven(header: String, range: Range<Int>) {
        #expect(ByteRange(header, length: 10) == .part(range))
    }

    @Test(arguments: ["bytes=10-", "bytes=10-12", "bytes=-0", "bytes=99999999999999999999999-"])
    func whatIsNotThereCannotBeGiven(header: String) {
        #expect(ByteRange(header, length: 10) == .unsatisfiable)
    }

    @Test(arguments: [
        nil, "", "bytes", "bytes=", "bytes=-", "bytes=4-2", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b", "bytes=+1-2", "bytes=--1",
    ])
    func withoutOnePartThatMakesSenseAllIsGiven(header: String?) {
        #expect(ByteRange(header, length: 10) == .whole)
    }

    @Test func anEmptyFileHasNoParts() {
        #expect(ByteRange("bytes=0-", length: 0) == .unsatisfiable)
        #expect(ByteRange("bytes=-1", length: 0) == .unsatisfiable)
    }
}
