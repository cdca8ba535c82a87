import Testing

@testable import Serve

@Suite struct HostPolicyTests {
    private static func isRefused(_ authority: String?, host: String = "127.0.0.1", origin: String? = nil) -> Bool {
        HostPolicy(host: host).refusal(of: HostPolicy.Origin(authority: authority, origin: origin), port: 8000) != nil
    }

    @Test(arguments: ["127.0.0.1:8000", "localhost:8000", "LOCALHOST", "localhost.", "[::1]:8000", "127.9.9.9", "site.localhost:8000"])
    func namesOfThisMachineAreAnswered(authority: String) {
        #expect(!Self.isRefused(authority))
    }

    @Test(
        arguments: [
            nil, "", "evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example", "127.evil.example",
            "xlocalhost",
            "192.168.1.5:8000", "[::2]", "[::1", "[::1]x", "localhost:8000@evil.example", "user@localhost", "localhost:80x",
        ]
    )
    func otherNamesAreRefused(authority: String?) {
        #expect(Self.isRefused(authority))
    }

    @Test func onlyWhereItIsAskedForAreOtherAddressesAnswered() {
        for authority in ["192.168.1.5:8000", "[2001:db8::1]:8000", "localhost:8000"] {
            #expect(!Self.isRefused(authority, host: "0.0.0.0"))
        }
        #expect(Self.isRefused("evil.example:8000", host: "0.0.0.0"))
        #expect(!Self.isRefused("My-Laptop:8000", host: "my-laptop"))
    }

    @Test(arguments: ["http://127.0.0.1:8000", "http://localhost:8000", "http://[::1]:8000"])
    func pagesOfTheSiteItselfMayRead(origin: String) {
        #expect(!Self.isRefused("localhost:8000", origin: origin))
    }

    @Test(
        arguments: [
            "null", "http://evil.example", "https://localhost:8000", "http://localhost:8001", "http://localhost", "http://[::1]",
            "http://localhost:8000.evil.example",
        ]
    )
    func pagesFromElsewhereMayNot(origin: String) {
        #expect(Self.isRefused("localhost:8000", origin: origin))
    }

    @Test func pagesFromElsewhereMayLeadHereButLoadNothing() {
        func refusal(_ site: String, _ mode: String, _ destination: String) -> String? {
            let origin = HostPolicy.Origin(authority: "localhost", site: site, mode: mode, destination: destination)
            return HostPolicy(host: "127.0.0.1").refusal(of: origin, port: 8000)
        }
        #expect(refusal("cross-site", "navigate", "document") == nil)
        #expect(refusal("none", "navigate", "document") == nil)
        #expect(refusal("same-origin", "no-cors", "script") == nil)
        #expect(refusal("cross-site", "no-cors", "script") != nil)
        #expect(refusal("same-site", "no-cors", "script") != nil)
        #expect(refusal("cross-site", "navigate", "iframe") != nil)
    }

    @Test func aRefusalSaysWhyAndWhatToDo() {
        let origin = HostPolicy.Origin(authority: "evil.example:8000")
        #expect(
            HostPolicy(host: "127.0.0.1").refusal(of: origin, port: 8000)
                == "'evil.example' is no name of this server. Open it by its address, or start it with --host and that name."
        )
    }
}
