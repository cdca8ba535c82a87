import Testing

@testable import Serve

@Suite struct RequestPathTests {
    @Test(
        arguments: [
            ("/", [], true, ""), ("/a/b.html", ["a", "b.html"], false, ""), ("/a/b/", ["a", "b"], true, ""),
            ("/a?b=/../c", ["a"], false, "?b=/../c"), ("/caf%C3%A9/", ["café"], true, ""), ("/a%20b", ["a b"], false, ""),
            ("/a%2Eb", ["a.b"], false, ""), ("/...", ["..."], false, ""), ("/a%25b", ["a%b"], false, ""),
        ] as [(String, [String], Bool, String)]
    )
    func aPathIsTakenApart(target: String, names: [String], isFolder: Bool, query: String) {
        let path = RequestPath(target)
        #expect(path?.names == names)
        #expect(path?.isFolder == isFolder)
        #expect(path?.query == query)
    }

    @Test(
        arguments: [
            "", "a", "http://elsewhere/a", "/..", "/../a", "/a/../b", "/a/%2e%2e/b", "/%2E%2E/", "/.%2e/a", "/./a", "/a%2fb", "/a%2F..%2Fb",
            "/a//b", "//elsewhere/a", "/a%5c..%5cb", "/a\\b", "/a%00", "/%zz", "/%4", "/%", "/%c3%28", "/%u002e",
        ]
    )
    func aPathThatCouldMeanSomethingElseIsNone(target: String) {
        #expect(RequestPath(target) == nil)
    }

    @Test func aFolderIsNamedWithASlashAtItsEnd() {
        #expect(RequestPath("/a%20b/caf%C3%A9?x=1")?.asFolder == "/a%20b/caf%C3%A9/?x=1")
        #expect(RequestPath("/r%0d%0aSet-Cookie")?.asFolder == "/r%0D%0ASet-Cookie/")
    }
}
