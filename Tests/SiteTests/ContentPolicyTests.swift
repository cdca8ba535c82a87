import Foundation
import Publish
import TestSupport
import Testing

@testable import Site

/// What pages may load, and that nothing in them needs more.
@Suite struct ContentPolicyTests {
    /// FIPS 180-4's examples, and lengths about the size of a block, as `sha256sum` gives them.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
        (String(repeating: "a", count: 55), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
        (String(repeating: "a", count: 56), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
        (String(repeating: "a", count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
        (String(repeating: "a", count: 1_000), "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
        ("Ärztin", "85f93e6cbfc1f52fd737b873662afbec2a07adf2349a0c2bd1ad30615897dfde"),
    ])
    func sha256(text: String, hex: String) {
        let digits = SHA256.hash(text.utf8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(digits == hex)
    }

    @Test func aPageLoadsTheSitesOwnFilesAndNothingElse() async {
        let policy = await BuiltSite("-- content/index.md --\n# Home\n").page("").policy
        #expect(policy["default-src"] == "'none'")
        #expect(policy["script-src"] == "'self' file:")
        #expect(policy["style-src"] == "'self' file:")
        #expect(policy["img-src"] == "'self' file: data:")
        #expect(policy["base-uri"] == "'none'")
        #expect(!policy.values.contains { $0.contains("unsafe") })
    }

    @Test func picturesOfOtherHostsInTheContentAreAllowedByHost() async {
        let site = await BuiltSite(
            """
            -- content/index.md --
            # Home
            ![a](https://Example.org:8443/a.png?x;y) ![b](http://b.example/b.png) ![c](//c.example/c.png) ![d](own.png)
            ![e](https://bücher.example/e.png) [no picture](https://other.example/)
            -- content/own.png --
            x
            """
        )
        #expect(
            site.page("").policy["img-src"]
                == "'self' file: data: c.example http://b.example https: https://example.org:8443"
        )
    }

    @Test func thePageForWrongAddressesNamesItsStyleByItsHash() async throws {
        let site = await BuiltSite(
            "-- content/index.md --\n# Home\n-- templates/404.css --\n.a::after { content: '</style>' }\r\n.b { color: red }\n"
        )
        let html = HTML(site.text("404.html") ?? "")
        let style = try #require(html.elements("style").first?.text)
        #expect(html.elements("style").count == 1)
        #expect(style.contains(".b{color:red}"))
        let hash = Data(SHA256.hash(style.utf8)).base64EncodedString()
        #expect(html.policy["style-src"] == "'sha256-\(hash)'")
        #expect(html.policy["default-src"] == "'none'")
    }

    /// Every file of both handbooks: no style, script or handler stands in a page, so the policy stops nothing.
    @Test(arguments: ["", "Tests/Fixtures/station"])
    func nothingIsInline(folder: String) async throws {
        let root = Repository.root.appending(path: folder).path
        let (files, _) = try ProjectFolder.read(root, output: root + "/public")
        let site = await BuiltSite(files)
        var seen = 0
        for file in site.result.files {
            guard let text = site.text(file.path), file.path.hasSuffix(".html") || file.path.hasSuffix(".svg") else { continue }
            seen += 1
            for (name, attributes) in HTML(text).tags {
                let place = "\(file.path): <\(name) \(attributes)>"
                #expect(attributes["style"] == nil, "\(place)")
                #expect(!attributes.keys.contains { $0.hasPrefix("on") }, "\(place)")
                #expect(!attributes.values.contains { $0.lowercased().hasPrefix("javascript:") }, "\(place)")
                if name == "style" { #expect(file.path == "404.html", "\(place)") }
                if name == "script" { #expect(attributes["src"] != nil || attributes["type"] == "application/ld+json", "\(place)") }
            }
            if file.path.hasSuffix(".html") { #expect(!HTML(text).policy.isEmpty, "\(file.path) has no policy") }
        }
        #expect(seen > 45)
    }
}

extension HTML {
    /// Every opening tag with its attributes, names in lower case.
    var tags: [(name: String, attributes: [String: String])] {
        var tags: [(String, [String: String])] = []
        let bytes = Array(text.utf8)
        var at = 0
        func word(_ isEnd: (UInt8) -> Bool) -> String {
            let start = at
            while at < bytes.count, !isEnd(bytes[at]) { at += 1 }
            return String(decoding: bytes[start..<at], as: UTF8.self)
        }
        let space: Set<UInt8> = [0x20, 0x0A, 0x0D, 0x09]
        let (close, slash, equals, quote) = (UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "\""))
        while at + 1 < bytes.count {
            at += 1
            guard bytes[at - 1] == UInt8(ascii: "<"), Character(Unicode.Scalar(bytes[at])).isLetter else { continue }
            let name = word { space.contains($0) || $0 == close || $0 == slash }.lowercased()
            var attributes: [String: String] = [:]
            while at < bytes.count, bytes[at] != close {
                let key = word { space.contains($0) || $0 == close || $0 == equals }.lowercased()
                if at + 1 < bytes.count, bytes[at] == equals, bytes[at + 1] == quote {
                    at += 2
                    attributes[key] = word { $0 == quote }
                } else if !key.isEmpty {
                    attributes[key] = ""
                }
                if at < bytes.count, bytes[at] != close { at += 1 }
            }
            tags.append((name, attributes))
        }
        return tags
    }

    /// The directives of its Content-Security-Policy.
    var policy: [String: String] {
        let content = text.firstMatch(of: #/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/#)?.output.1 ?? ""
        let directives = content.split(separator: ";").map { $0.split(separator: " ", maxSplits: 1) }
        return Dictionary(directives.map { (String($0[0]), $0.count > 1 ? String($0[1]) : "") }) { first, _ in first }
    }
}
