import Testing

/// The theme's style sheets keep to its tokens.
@Suite struct StyleTests {
    @Test func everySheetIsInALayer() {
        for (file, text) in TokenSheet.files { #expect(text.contains("@layer "), "\(file)") }
    }

    /// Sizes of type, space, corners and weights come from 10-tokens.css; `em` and single pixels are measures of the
    /// text and of lines.
    @Test func sizesAreTokens() {
        for rule in Self.own {
            for (property, value) in rule.declarations {
                let place = "\(rule.file) \(rule.selector): \(property): \(value)"
                if property == "font-size" || property.hasPrefix("padding") || property.hasPrefix("margin") || property.hasSuffix("gap") {
                    #expect(!value.contains(#/[\d.]rem\b/#), "\(place): use a token")
                }
                if property == "font-size" { #expect(!value.contains(#/\dpx/#), "\(place): use a token") }
                if property == "border-radius" {
                    #expect(value == "50%" || value == "0" || value.hasPrefix("var("), "\(place): use a token")
                }
                if property == "font-weight" { #expect(value.hasPrefix("var(") || value == "inherit", "\(place): use a token") }
            }
        }
    }

    @Test func coloursAreTokens() {
        for rule in Self.own {
            for (property, value) in rule.declarations {
                let place = "\(rule.file) \(rule.selector): \(property): \(value)"
                #expect(
                    !value.contains(#/#[0-9a-fA-F]{3,8}\b|\b(?:oklch|rgba?|hsla?)\(|\b(?:white|black|red|gr[ae]y)\b/#),
                    "\(place): use a token"
                )
            }
        }
    }

    @Test func everyTokenThatIsUsedIsThereAndEveryOneThereIsUsed() {
        var used: Set<String> = []
        var made = Set(TokenSheet.tokens.keys)
        for rule in TokenSheet.rules {
            for (property, value) in rule.declarations {
                if property.hasPrefix("--") { made.insert(property) }
                used.formUnion(value.matches(of: #/var\((--[a-z0-9-]+)/#).map { String($0.output.1) })
            }
        }
        #expect(used.subtracting(made) == [])
        // The steps of a scale are there whether or not one of them happens to be unused.
        #expect(made.subtracting(used).filter { !$0.hasPrefix("--size-") && !$0.hasPrefix("--space-") } == ["--accent-ink"])
    }

    private static var own: [TokenSheet.Rule] {
        TokenSheet.rules.filter { $0.file != "styles/10-tokens.css" && $0.file != "styles/90-print.css" }
    }
}
