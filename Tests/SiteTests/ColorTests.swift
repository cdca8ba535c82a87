import Drawing
import Testing

@testable import Site

/// Colours: what WCAG 2.2 asks of every pair the theme uses, in both schemes.
@Suite struct ColorTests {
    /// What text and marks stand on.
    private static let grounds = ["--paper", "--sheet", "--shade", "--lit", "--differ-wash", "--agree-wash"]

    /// 1.4.3 and 1.4.11, for every group of handbooks with up to 24.
    @Test(arguments: 1...24)
    func everyGroupsColourCanBeRead(count: Int) throws {
        for index in 0..<count {
            let hue = ["--group-hue": String(GroupColors.hue(index, of: count))]
            for scheme in TokenSheet.Scheme.allCases {
                let ink = try #require(TokenSheet.color("--group-ink", scheme, hue))
                let mark = try #require(TokenSheet.color("--group-mark", scheme, hue))
                for name in Self.grounds + ["--group-wash"] {
                    let ground = try #require(TokenSheet.color(name, scheme, hue))
                    #expect(ink.leastContrast(ground) >= 4.5, "\(scheme) group \(index + 1) of \(count) on \(name)")
                    #expect(mark.leastContrast(ground) >= 3, "\(scheme) mark \(index + 1) of \(count) on \(name)")
                }
                for name in ["--ink", "--ink-2", "--ink-3"] {
                    let ground = try #require(TokenSheet.color("--group-wash", scheme, hue))
                    #expect(try #require(TokenSheet.color(name, scheme)).leastContrast(ground) >= 4.5, "\(scheme) \(name), \(hue)")
                }
            }
        }
    }

    @Test(arguments: 1...48)
    func everyGroupHasAHueOfItsOwn(count: Int) {
        let hues = (0..<count).map { GroupColors.hue($0, of: count) }
        #expect(Set(hues).count == count)
        #expect(hues.allSatisfy { (0..<360).contains($0) })
        guard count > 8 else { return }
        for (a, b) in zip(hues, hues.dropFirst()) { #expect(min((a - b + 360) % 360, (b - a + 360) % 360) >= 40, "\(a) beside \(b)") }
    }

    /// A project's accent is read on every ground, and its buttons are, whatever its hue and strength.
    @Test(arguments: Array(stride(from: 0, to: 360, by: 5)))
    func everyAccentCanBeRead(hue: Int) throws {
        for chroma in ["0", "0.5", "1"] {
            let values = ["--accent-hue": String(hue), "--accent-chroma": chroma, "--accent": "var(--accent-ink)"]
            for scheme in TokenSheet.Scheme.allCases {
                let accent = try #require(TokenSheet.color("--accent", scheme, values))
                let focus = try #require(TokenSheet.color("--focus", scheme, values))
                for name in Self.grounds {
                    let ground = try #require(TokenSheet.color(name, scheme, values))
                    #expect(accent.leastContrast(ground) >= 4.5, "\(scheme) accent \(hue) \(chroma) on \(name)")
                    #expect(focus.leastContrast(ground) >= 3, "\(scheme) focus \(hue) \(chroma) on \(name)")
                }
                let lit = try #require(TokenSheet.color("--lit", scheme, values))
                for name in ["--ink", "--ink-2", "--ink-3"] {
                    #expect(try #require(TokenSheet.color(name, scheme)).leastContrast(lit) >= 4.5, "\(scheme) \(name) on lit \(hue)")
                }
            }
        }
    }

    /// A colour of text that the styles use on no ground of its own has to be read on every ground.
    @Test(arguments: TokenSheet.Scheme.allCases)
    func everyColourOfTextCanBeReadWhereverItStands(scheme: TokenSheet.Scheme) throws {
        var pairs = 0
        for rule in TokenSheet.rules where !rule.selector.contains("::") && rule.file != "styles/90-print.css" {
            guard let token = Self.token(rule.value("color")), let color = TokenSheet.color(token, scheme) else { continue }
            let own = Self.token(rule.value("background"))
            for name in own.map({ [$0] }) ?? Self.grounds {
                guard let ground = TokenSheet.color(name, scheme) else { continue }
                #expect(color.leastContrast(ground) >= 4.5, "\(rule.file) \(rule.selector): \(token) on \(name)")
                pairs += 1
            }
        }
        #expect(pairs > 200)
    }

    /// Signs in a filled box of their own.
    @Test(arguments: TokenSheet.Scheme.allCases)
    func signsInFilledBoxesCanBeRead(scheme: TokenSheet.Scheme) throws {
        for name in ["--ink", "--ink-2", "--ink-3", "--differ", "--agree", "--accent"] {
            let paper = try #require(TokenSheet.color("--paper", scheme))
            #expect(try #require(TokenSheet.color(name, scheme)).leastContrast(paper) >= 4.5, "\(name)")
        }
        for (box, state) in [("--differ", "--differ-wash"), ("--agree", "--agree-wash")] {
            let wash = try #require(TokenSheet.color(state, scheme))
            #expect(try #require(TokenSheet.color(box, scheme)).leastContrast(wash) >= 4.5)
        }
    }

    /// What browsers paint their own parts with is the colour of the page.
    @Test func themeColorIsThatOfThePage() async throws {
        let head = await BuiltSite("-- content/index.md --\n# Home\n").page("").text
        let light = try #require(TokenSheet.color("--paper", .light)).hex
        let dark = try #require(TokenSheet.color("--paper", .dark)).hex
        #expect(
            head.contains(#"<meta name="theme-color" content="\#(light)" data-light="\#(light)" data-dark="\#(dark)">"#),
            "\(light), \(dark)"
        )
    }

    private static func token(_ value: String?) -> String? {
        value.flatMap { $0.wholeMatch(of: #/var\((--[a-z0-9-]+)\)/#) }.map { String($0.output.1) }
    }
}
