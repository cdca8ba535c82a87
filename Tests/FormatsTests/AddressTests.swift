import Testing

@testable import Formats

/// How one page names another.
@Suite struct AddressTests {
    @Test(arguments: [
        ("", "roles/cook/", nil, "roles/cook/index.html"), ("", "", nil, "index.html"), ("roles/cook/", "", nil, "../../index.html"),
        ("roles/cook/", "roles/baker/", "skills", "../../roles/baker/index.html#skills"),
        ("compare/a/b/", "sources/x/", nil, "../../../sources/x/index.html"), ("roles/cook/", "roles/cook/", "skills", "#skills"),
        ("", "roles/bäcker/", nil, "roles/b%C3%A4cker/index.html"), ("", "a b/", "ü", "a%20b/index.html#%C3%BC"),
    ])
    func areRelative(from: String, to: String, fragment: String?, expected: String) {
        #expect(Addresses(from: from).page(to, fragment: fragment) == expected)
    }

    @Test(arguments: [
        ("static/logo.svg", "logo.svg"), ("static/a/b.txt", "a/b.txt"), ("content/guides/x.png", "guides/x.png"),
        ("other/x.png", "other/x.png"),
    ])
    func ofFilesThatAreCopiedFollowTheirFolder(path: String, expected: String) {
        #expect(Addresses.output(ofAsset: path, contentRoot: "content") == expected)
    }
}
